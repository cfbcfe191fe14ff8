package io.remit.outsourcing.after;

import io.remit.approval.Withdrawals;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseFigures.Figures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.limitation.Limitations;
import io.remit.outsourcing.PartnerSelection;
import io.remit.outsourcing.PlacementReturns;
import io.remit.outsourcing.PlacementReturns.Ended;
import io.remit.outsourcing.PlacementReturns.Next;
import io.remit.outsourcing.after.AfterPlacementPolicy.Answer;
import io.remit.outsourcing.after.AfterPlacementPolicy.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Evaluates a case anew when it came back from a partner. */
@Component
public class AfterPlacement {

  /** What the gateway reads where an officer decides. */
  public static final String OFFICER = "OFFICER";

  private final AfterPlacementPolicy policy;
  private final PlacementReturns returns;
  private final CaseFacts facts;
  private final Withdrawals withdrawals;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  AfterPlacement(AfterPlacementPolicy policy, PlacementReturns returns, CaseFacts facts, Withdrawals withdrawals,
      BusinessCalendar calendar, Timeline timeline, ApplicationEventPublisher events) {
    this.policy = policy;
    this.returns = returns;
    this.facts = facts;
    this.withdrawals = withdrawals;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
  }

  /** What the table needs to know of a case beside its placement. */
  @Component
  static class CaseFacts {

    private final CaseRepository cases;
    private final CaseFigures figures;
    private final PartnerSelection selection;
    private final Limitations limitations;
    private final SuitChances suits;

    CaseFacts(CaseRepository cases, CaseFigures figures, PartnerSelection selection, Limitations limitations,
        SuitChances suits) {
      this.cases = cases;
      this.figures = figures;
      this.selection = selection;
      this.limitations = limitations;
      this.suits = suits;
    }

    Question of(String caseNumber, Ended ended) {
      Figures known = figures.of(caseNumber);
      boolean held = cases.get(caseNumber).status() != Status.OPEN || known.overdue().signum() <= 0;
      boolean other = selection.partnersFor(caseNumber).stream()
          .anyMatch(partner -> !partner.partnerId().equals(ended.partnerId()));
      return new Question(ended.reason(), held, Math.toIntExact(known.daysPastDue()), known.overdueAmount(),
          ended.number(), other, suits.of(caseNumber), !limitations.barredOf(caseNumber).isEmpty());
    }
  }

  /**
   * Asks the table what comes after the placement that just ended, and keeps the answer with it.
   *
   * @return the name of a {@link Step}, or {@link #OFFICER} where an officer decides: always on a write-off
   */
  public String evaluate(String caseNumber) {
    Ended ended = returns.last(caseNumber).orElseThrow(
        () -> new IllegalStateException("case " + caseNumber + " never was with a partner"));
    Answer answer = policy.answerTo(facts.of(caseNumber, ended));
    returns.follows(ended.placementId(), answer.next().name(), answer.why(),
        calendar.today().plusDays(answer.apartDays()));
    timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM,
        "After the placement: " + words(answer.next()) + ": " + answer.why());
    return answer.officer() || answer.next() == Step.WRITE_OFF ? OFFICER : answer.next().name();
  }

  private static String words(Step step) {
    return switch (step) {
      case LADDER -> "its stage goes on";
      case ANOTHER_PARTNER -> "another partner";
      case COURT -> "to court";
      case WRITE_OFF -> "write-off";
    };
  }

  /** What an officer decided, as the form sends it. */
  public record Decided(Step outcome, @Nullable String note) {
  }

  /**
   * Takes what an officer decided on a case that came back.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted, or it cannot be done with this case
   */
  public void decide(String caseNumber, Decided decided, String actor) {
    String note = EnteredText.note(decided.note());
    if (decided.outcome() == Step.WRITE_OFF && note == null) {
      throw new InvalidInputException("note", "say why it is to be written off");
    }
    if (decided.outcome() == Step.WRITE_OFF && withdrawals.waits(caseNumber)) {
      throw new InvalidInputException("outcome", "has a withdrawal that waits for another person already");
    }
    returns.decided(caseNumber, decided.outcome().name(), note);
    timeline.add(caseNumber, EntryKind.PLACEMENT, actor, "Decided after the placement: " + words(decided.outcome()),
        note);
  }

  /**
   * Brings a case to another end than that of its stage, by a step of the drawing.
   *
   * @param step COURT or WRITE_OFF
   * @param actor user id of who decided, or Remit itself
   */
  public void leave(String caseNumber, Step step, String actor) {
    String why = returns.nextOf(caseNumber).map(Next::why).orElseThrow();
    events.publishEvent(new LeavesOutsourcing(caseNumber, step, why, actor));
  }
}
