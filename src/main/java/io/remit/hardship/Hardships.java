package io.remit.hardship;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.hold.Hold;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down why a debtor cannot pay, and tells what relief may be granted. */
@Component
public class Hardships {

  private static final int LONGEST_NAME = 200;

  private final Holds holds;
  private final HardshipEvidence evidence;
  private final HardshipRepository hardships;
  private final ReliefPolicy reliefPolicy;
  private final CaseFigures figures;
  private final BusinessCalendar calendar;

  Hardships(Holds holds, HardshipEvidence evidence, HardshipRepository hardships, ReliefPolicy reliefPolicy,
      CaseFigures figures, BusinessCalendar calendar) {
    this.holds = holds;
    this.evidence = evidence;
    this.hardships = hardships;
    this.reliefPolicy = reliefPolicy;
    this.figures = figures;
    this.calendar = calendar;
  }

  /**
   * A request as it was entered.
   *
   * @param requestedBy the debtor, or who speaks for the debtor
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

  /** What may be granted, the proposed relief first. */
  public List<ReliefPolicy.Possible> possibleRelief(MatterKey hold) {
    CaseFigures.Figures amounts = figures.of(hold.caseNumber());
    return reliefPolicy.possible(new ReliefPolicy.Question(requestOf(hold).map(HardshipRequest::kind).orElse(null),
        Math.toIntExact(amounts.daysPastDue()), amounts.overdueAmount(), evidence.isAccepted(hold)));
  }
}
