package io.remit.contact.conversation;

import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.OverdueReason;
import io.remit.gate.Channel;
import io.remit.gate.DebtorWishes.EnteredHours;
import io.remit.promise.PromiseEntry;
import java.time.Instant;
import java.util.Set;

/**
 * What somebody reports of a contact, as it came; checked when it is recorded. What is not asked for by the outcome may
 * be null.
 *
 * @param channel by which it was; what a debtor wrote comes by SMS, E-mail or letter
 * @param possible what this channel can bring
 * @param outcome one of them, by its name
 * @param initiative CREDITOR or DEBTOR: who began the contact; null for the creditor. What the debtor began needs no
 *     leave
 * @param overdueReason an {@link OverdueReason}, or null if it was not told
 * @param planInstalments with the outcome PLAN_ASKED how many instalments the debtor asks for
 * @param planFirstDate ISO date of the first one
 * @param pause with the outcome PAUSE why
 * @param complaint what the debtor complains about, or null; not part of the outcome
 * @param complaintAbout user id of the person complained about, or null
 * @param wish how the debtor wants to be contacted from now on; not part of the outcome
 * @param note in the reporter's own words
 * @param actor user id, or Remit itself
 * @param source the attempt of ours that it is about, or the number from which it came, as far as that is known
 */
public record ConversationReport(Channel channel, Set<ConversationOutcome> possible, String outcome, String initiative,
    String overdueReason,
    PromiseEntry.Entered promise, String planInstalments, String planFirstDate, Pause pause, String complaint,
    String complaintAbout, Wish wish, String note, String actor, Source source) {

  /**
   * Why collection is to pause.
   *
   * @param reason a reason to pause
   * @param contactName who is asked in the debtor's place, or null
   * @param contactPhone his number, E.164, or null
   */
  public record Pause(String reason, String contactName, String contactPhone) {

    static final Pause NONE = new Pause(null, null, null);
  }

  /**
   * What the debtor wants, as it was entered.
   *
   * @param number which is never to be used again, with its country code; null if it was not told
   * @param channel by which he wants no contact; null if it was not told
   * @param hours that suit him
   */
  public record Wish(String number, String channel, EnteredHours hours) {

    static final Wish NONE = new Wish(null, null, new EnteredHours(null, null, null, null));
  }

  /**
   * @param attemptId in the contact ledger, of a call that a robot made; null if it is looked up or there is none
   * @param number from which the debtor wrote, or null
   * @param at when it was; null for now
   */
  record Source(Long attemptId, String number, Instant at) {

    static final Source UNKNOWN = new Source(null, null, null);
  }

  /** A report by a person. */
  public static ConversationReport byPerson(Channel channel, String outcome, String initiative, String overdueReason,
      PromiseEntry.Entered promise, String planInstalments, String planFirstDate, Pause pause, String complaint,
      String complaintAbout, Wish wish, String note, String actor) {
    return new ConversationReport(channel, ConversationOutcome.reportedBy(channel), outcome, initiative, overdueReason,
        promise, planInstalments, planFirstDate, pause, complaint, complaintAbout, wish, note, actor, Source.UNKNOWN);
  }

  /** What a robot heard. */
  static ConversationReport ofRobot(ContactAttempt call, ConversationOutcome outcome, PromiseEntry.Entered promise,
      Instant at) {
    return new ConversationReport(Channel.ROBOT_CALL, ConversationOutcome.reportedBy(Channel.ROBOT_CALL),
        outcome.name(),
        null, null, promise, null, null, Pause.NONE, null, null, Wish.NONE, null, call.actor(),
        new Source(call.attemptId(), call.recipient(), at));
  }

  /** What Remit understood by itself of a debtor's text. */
  public static ConversationReport ofText(Meaning meaning, String number, String text) {
    return new ConversationReport(Channel.SMS, ConversationOutcome.reportedBy(Channel.SMS), meaning.outcome().name(),
        "DEBTOR", meaning.overdueReason(), PromiseEntry.Entered.NONE, null, null,
        new Pause(meaning.reasonToPause(), null, null), null, null, Wish.NONE,
        text, Timeline.SYSTEM, new Source(null, number, null));
  }
}
