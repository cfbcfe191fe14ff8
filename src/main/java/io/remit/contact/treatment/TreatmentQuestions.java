package io.remit.contact.treatment;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.contact.ContactAttempts;
import io.remit.contact.OverdueReason;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is asked about a case before it is treated. */
@Component
public class TreatmentQuestions {

  /** The names of all facts. */
  public static final Set<String> FACTS = Set.of(
      "daysPastDue", "treatments", "canCall", "canText", "canEmail", "canWrite", "canVisit", "robotCanCall",
      "askContactPerson", "hasAddress", "regionClosed", "visitTeam", "safetyNote", "channelsTried",
      "ownsProperty", "debtorType", "overdueAmount", "promiseBroken", "promiseRejected", "overdueReason",
      "lastOutcome", "lastMessage");

  /** What stands in the place of the last message's state once the review that it announced was made. */
  private static final String REVIEWED = "REVIEWED";

  private final CaseRepository cases;
  private final CaseFigures figures;
  private final ContactAttempts attempts;
  private final ReachableDebtors debtors;
  private final UsableChannels channels;
  private final VisitQuestions visits;
  private final Promises promises;

  TreatmentQuestions(CaseRepository cases, CaseFigures figures, ContactAttempts attempts, ReachableDebtors debtors,
      UsableChannels channels, VisitQuestions visits, Promises promises) {
    this.cases = cases;
    this.figures = figures;
    this.attempts = attempts;
    this.debtors = debtors;
    this.channels = channels;
    this.visits = visits;
    this.promises = promises;
  }

  /** What the decisions ask for, by the names of their inputs. */
  public Map<String, Object> facts(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    Reachability reachability = debtors.of(current.debtorId());
    DebtorDetails debtor = reachability.debtor();
    Map<String, Object> facts = new HashMap<>();
    CaseFigures.Figures amounts = figures.of(caseNumber);
    facts.put("daysPastDue", Math.toIntExact(amounts.daysPastDue()));
    facts.put("treatments", current.treatmentsInStage());
    facts.put("canCall", channels.mayBe(current, reachability, Channel.CALL));
    facts.put("canText", channels.mayBe(current, reachability, Channel.SMS));
    facts.put("canEmail", channels.mayBe(current, reachability, Channel.EMAIL));
    facts.put("canWrite", channels.mayBe(current, reachability, Channel.LETTER));
    facts.put("canVisit", channels.mayBe(current, reachability, Channel.VISIT));
    facts.put("robotCanCall", channels.robotMayCall(current, reachability));
    facts.put("askContactPerson", reachability.hasContactPerson() && debtors.isLost(reachability));
    facts.put("hasAddress", debtor.address() != null);
    facts.put("regionClosed", visits.regionClosed(debtor));
    facts.put("visitTeam", visits.teamFor(debtor));
    facts.put("safetyNote", visits.safetyNote(debtor));
    facts.put("channelsTried", visits.channelsTried(caseNumber));
    facts.put("ownsProperty", debtor.ownsProperty());
    facts.put("debtorType", debtor.type().name());
    facts.put("overdueAmount", amounts.overdueAmount());
    Optional<Promise.Status> promise = promises.newest(caseNumber);
    facts.put("promiseBroken", promise.filter(Promise.Status::isNotKept).isPresent());
    facts.put("promiseRejected", promise.filter(Promise.Status.REJECTED::equals).isPresent());
    facts.put("overdueReason", attempts.newestOverdueReason(caseNumber).map(Enum::name).orElse("NONE"));
    facts.put("lastOutcome", attempts.lastOutcome(caseNumber).orElse("NONE"));
    facts.put("lastMessage", lastMessage(current));
    return facts;
  }

  private String lastMessage(CollectionCase current) {
    if (cases.isReviewed(current.caseNumber())) {
      return REVIEWED;
    }
    Instant since = current.stageEnteredAt() == null ? current.openedAt() : current.stageEnteredAt();
    return attempts.lastMessageStatus(current.caseNumber(), current.stage().name(), since).map(Enum::name)
        .orElse("NONE");
  }

  /** Whether something came in between, as the debtor just said, that has nothing to do with will or means. */
  public boolean outsideCause(String caseNumber) {
    return attempts.newestOverdueReason(caseNumber).map(OverdueReason::group)
        .filter(OverdueReason.Group.OUTSIDE::equals).isPresent();
  }

  /** How urgent the next call is. */
  public CallPriority callPriority(String caseNumber) {
    return promises.newest(caseNumber).filter(Promise.Status::isNotKept).isPresent() ? CallPriority.BROKEN_PROMISE
        : CallPriority.NORMAL;
  }
}
