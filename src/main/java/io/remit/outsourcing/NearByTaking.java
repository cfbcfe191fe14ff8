package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.outsourcing.NearByLimits.Question;
import io.remit.outsourcing.NearByLimits.Refusal;
import io.remit.outsourcing.PlacementRepository.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A part-time collector takes a case that is offered near by, or does not. Who comes first gets it, and all of a
 * debtor's cases go to one. What is taken is handed over as every placement is, with the same checks once more.
 */
@Component
public class NearByTaking {

  private static final String TASK = "task";
  private static final String YES = "YES";
  private static final String NO = "NO";
  private static final String WHY = "taken near by";

  private final NearByRepository offers;
  private final NearByCollectors collectors;
  private final NearByPlacing placing;
  private final NearByLimits limits;
  private final NearByProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  NearByTaking(NearByRepository offers, NearByCollectors collectors, NearByPlacing placing, NearByLimits limits,
      NearByProcess process, BusinessCalendar calendar, Timeline timeline) {
    this.offers = offers;
    this.collectors = collectors;
    this.placing = placing;
    this.limits = limits;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * A collector's answer, as the form sends it.
   *
   * @param knowsDebtor YES or NO: whether they know a debtor there, or could gain or lose by the case; only read when
   *     it is taken
   */
  public record Answer(Outcome outcome, @Nullable String knowsDebtor) {
  }

  /** What a collector can answer. */
  public enum Outcome {
    TAKEN, DECLINED
  }

  /**
   * Takes the answer.
   *
   * @param actor user id
   * @throws InvalidInputException if somebody else was faster, the case may not be handed over now, or the limits of
   *     part-time collectors do not allow it
   */
  public void answer(long invitationId, Answer answer, String actor) {
    NearByInvitation invitation = offers.find(invitationId).orElseThrow(NearByTaking::over);
    if (answer.outcome() == Outcome.DECLINED) {
      offers.declined(invitationId, actor, calendar.now());
      timeline.add(invitation.caseNumber(), EntryKind.PLACEMENT, actor, "Not taken near by", invitation.partnerId());
      return;
    }
    if (!YES.equals(answer.knowsDebtor()) && !NO.equals(answer.knowsDebtor())) {
      throw new InvalidInputException("knowsDebtor", "must be one of YES, NO");
    }
    placing.lock(invitation);
    if (!offers.isOpen(invitationId)) {
      throw over();
    }
    mayTake(invitation, YES.equals(answer.knowsDebtor()));
    List<NearByInvitation> others = offers.openOf(invitation.caseNumber()).stream()
        .filter(each -> each.invitationId() != invitationId).toList();
    offers.taken(invitation, actor, calendar.now());
    placing.place(invitation, WHY, new Decision(invitation.offeredBy(), calendar.now(), null));
    timeline.add(invitation.caseNumber(), EntryKind.PLACEMENT, actor, "Taken near by", invitation.partnerId());
    others.forEach(each -> process.over(each.key()));
  }

  private void mayTake(NearByInvitation invitation, boolean knowsDebtor) {
    String caseNumber = invitation.caseNumber();
    if (!placing.isDue(caseNumber) || collectors.of(caseNumber).stream()
        .noneMatch(partner -> partner.partnerId().equals(invitation.partnerId()))) {
      throw new InvalidInputException(TASK, "is not to be taken now");
    }
    Refusal refusal = limits.refusalOf(new Question(placing.overdue(caseNumber),
        placing.casesOf(invitation.partnerId()), offers.takenSince(invitation.partnerId(),
        calendar.startOf(calendar.today())), knowsDebtor));
    if (refusal != null) {
      throw refused(refusal);
    }
  }

  private static InvalidInputException refused(Refusal refusal) {
    return switch (refusal) {
      case KNOWS_DEBTOR ->
          new InvalidInputException("knowsDebtor", "you know the debtor: somebody else has to take it");
      case TOO_MANY -> new InvalidInputException(TASK, "you have as many cases as you may have at a time");
      case ENOUGH_TODAY -> new InvalidInputException(TASK, "you have taken as many cases as you may take in a day");
      case TOO_LARGE -> new InvalidInputException(TASK, "it is larger than what you may take");
    };
  }

  private static InvalidInputException over() {
    return new InvalidInputException(TASK,
        "is over: somebody else has taken this case, or it is not offered any more");
  }
}
