package io.remit.hardship;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.evidence.EvidenceChanged;
import io.remit.evidence.EvidenceFile;
import io.remit.evidence.EvidenceItem.Verdict;
import io.remit.hold.Hold;
import io.remit.hold.HoldPolicy;
import io.remit.hold.HoldRequest;
import io.remit.hold.HoldRule;
import io.remit.hold.Holds;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down why a debtor cannot pay, and whether there is evidence of it. */
@Component
public class Hardships {

  /** Tells the process of a hardship that evidence came or was checked. */
  private static final String EVIDENCE = "EVIDENCE";
  private static final int LONGEST_NAME = 200;

  private final Holds holds;
  private final HoldPolicy policy;
  private final EvidenceFile evidence;
  private final HardshipRepository hardships;
  private final MatterProcess process;
  private final ReliefPolicy reliefPolicy;
  private final CaseFigures figures;
  private final BusinessCalendar calendar;

  Hardships(Holds holds, HoldPolicy policy, EvidenceFile evidence, HardshipRepository hardships, MatterProcess process,
      ReliefPolicy reliefPolicy, CaseFigures figures, BusinessCalendar calendar) {
    this.holds = holds;
    this.policy = policy;
    this.evidence = evidence;
    this.hardships = hardships;
    this.process = process;
    this.reliefPolicy = reliefPolicy;
    this.figures = figures;
    this.calendar = calendar;
  }

  /**
   * A request as it was entered.
   *
   * @param requestedBy the debtor, or who speaks for him
   * @param kind TEMPORARY, LASTING or BEYOND_MEANS
   * @param since ISO date, not ahead; or null
   * @param household who lives on what; or null
   */
  public record Entered(String requestedBy, String kind, @Nullable String since, @Nullable String household) {
  }

  /**
   * Takes down a request: the case pauses for it, unless it does already.
   *
   * @param by user id
   * @return the hold that the request belongs to; empty if the case is closed
   * @throws InvalidInputException if a field cannot be accepted
   */
  @Transactional
  public Optional<MatterKey> request(String caseNumber, Entered entered, String by) {
    HardshipRequest.Kind kind = EnteredText.choice("kind", entered.kind(), HardshipRequest.Kind.class);
    String requestedBy = EnteredText.required("requestedBy", entered.requestedBy(), LONGEST_NAME);
    LocalDate since = entered.since() == null || entered.since().isBlank() ? null
        : EnteredText.date("since", entered.since());
    if (since != null && since.isAfter(calendar.today())) {
      throw new InvalidInputException("since", "lies ahead");
    }
    String household = EnteredText.note(entered.household());
    Optional<MatterKey> hold = holds.inForce(caseNumber).stream()
        .filter(running -> running.reason() == Hold.Reason.HARDSHIP).map(Hold::key).findFirst()
        .or(() -> holds.raise(HoldRequest.of(caseNumber, Hold.Reason.HARDSHIP, household, by)));
    hold.ifPresent(key -> hardships.insert(
        new HardshipRequest(key.number(), requestedBy, kind, since, household, calendar.now(), by)));
    return hold;
  }

  /** The newest request that belongs to a hold. */
  public Optional<HardshipRequest> requestOf(MatterKey hold) {
    return hardships.newestRequest(hold.number());
  }

  /** Whether evidence waits to be checked by a second person. */
  public boolean evidenceIsToBeChecked(MatterKey hold) {
    return evidence.isToBeChecked(hold);
  }

  /** Whether the debtor still has time to bring evidence, and has brought none that was accepted. */
  public boolean evidenceIsAwaited(MatterKey hold) {
    return !evidenceIsAccepted(hold) && calendar.now().isBefore(holds.reviewDue(hold));
  }

  /** Whether some of the evidence was forged. */
  public boolean evidenceIsForged(MatterKey hold) {
    return evidence.isForged(hold);
  }

  /** Whether evidence of a kind that {@code hold-rules} asks for was accepted. */
  boolean evidenceIsAccepted(MatterKey hold) {
    HoldRule rule = policy.ruleOf(Hold.Reason.HARDSHIP);
    return evidence.shows(hold, rule.evidence());
  }

  /**
   * What a second person found of one document, as the form sends it.
   *
   * @param evidenceId the document's number, as the form's list gives it
   */
  public record Checked(Verdict outcome, String evidenceId) {
  }

  /**
   * Takes what a second person found of one document, by a step of the hardship's own process.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void check(MatterKey hold, Checked checked, String by) {
    String evidenceId = checked.evidenceId();
    if (evidenceId == null || !evidenceId.matches("\\d{1,18}")) {
      throw new InvalidInputException("evidenceId", "must be one of the list");
    }
    evidence.judgeWithin(hold, "evidenceId", Long.parseLong(evidenceId), checked.outcome(), by);
  }

  /** What may be granted, the proposed relief first. */
  public List<ReliefPolicy.Possible> possibleRelief(MatterKey hold) {
    CaseFigures.Figures amounts = figures.of(hold.caseNumber());
    return reliefPolicy.possible(new ReliefPolicy.Facts(requestOf(hold).map(HardshipRequest::kind).orElse(null),
        Math.toIntExact(amounts.daysPastDue()), amounts.overdueAmount(), evidenceIsAccepted(hold)));
  }

  /** Until relief is granted, evidence that comes from outside the process leads it back to its beginning. */
  @EventListener
  void changed(EvidenceChanged changed) {
    MatterKey matter = changed.matter();
    if (matter.kind() == MatterKey.Kind.HOLD && hardships.reliefOf(matter.number()).isEmpty()) {
      Hold hold = holds.get(matter);
      if (hold.reason() == Hold.Reason.HARDSHIP && hold.inForce()) {
        process.changed(matter, EVIDENCE);
      }
    }
  }
}
