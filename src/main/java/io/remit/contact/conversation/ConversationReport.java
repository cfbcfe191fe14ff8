package io.remit.contact.conversation;

import io.remit.cases.Channel;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.conversation.ContactResult.Complaint;
import io.remit.contact.conversation.ContactResult.Pause;
import io.remit.contact.conversation.ContactResult.PlanAsked;
import io.remit.contact.conversation.ContactResult.Wish;
import io.remit.promise.PromiseEntry;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports of a contact.
 *
 * @param channel by which it was; what a debtor wrote comes by SMS, E-mail or letter
 * @param result what came of it
 * @param atTheDoor of a visit how it was made; where the debtor lives now, whoever tells it
 * @param actor user id, or Remit itself
 * @param source the attempt of ours that it is about, or the number from which it came, as far as that is known
 */
public record ConversationReport(Channel channel, ContactResult result, AtTheDoor atTheDoor, String actor,
    Source source) {

  /**
   * @param attemptId in the contact ledger, of a call that a robot made; null if it is looked up or there is none
   * @param number from which the debtor wrote, or null
   * @param at when it was; null for now
   */
  record Source(@Nullable Long attemptId, @Nullable String number, @Nullable Instant at) {

    static final Source UNKNOWN = new Source(null, null, null);
  }

  /** A report by a person. */
  public static ConversationReport byPerson(Channel channel, ContactResult result, String actor) {
    return byPerson(channel, result, AtTheDoor.NOT_TOLD, actor);
  }

  /** The same, with how a visit was made. */
  public static ConversationReport byPerson(Channel channel, ContactResult result, AtTheDoor atTheDoor, String actor) {
    return new ConversationReport(channel, result, atTheDoor, actor, Source.UNKNOWN);
  }

  /** What a robot heard. */
  static ConversationReport ofRobot(ContactAttempt call, ConversationOutcome outcome, PromiseEntry.Entered promise,
      Instant at) {
    return new ConversationReport(Channel.ROBOT_CALL, new ContactResult(outcome.name(), null, null, promise,
        PlanAsked.NONE, Pause.NONE, Complaint.NONE, Wish.NONE, null), AtTheDoor.NOT_TOLD, call.actor(),
        new Source(call.attemptId(), call.recipient(), at));
  }

  /** What Remit understood by itself of a debtor's text. */
  public static ConversationReport ofText(Meaning meaning, String number, String text) {
    return new ConversationReport(Channel.SMS, new ContactResult(Objects.requireNonNull(meaning.outcome()).name(),
        "DEBTOR", meaning.overdueReason(), PromiseEntry.Entered.NONE, PlanAsked.NONE,
        new Pause(meaning.reasonToPause(), null, null), Complaint.NONE, Wish.NONE, text), AtTheDoor.NOT_TOLD,
        Timeline.SYSTEM,
        new Source(null, number, null));
  }
}
