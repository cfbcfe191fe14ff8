package io.remit.gate;

import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import java.time.Instant;
import java.util.List;

/**
 * All that the gate needs to know of one contact: its answer is a function of this and the time.
 *
 * @param answer whether it answers what the debtor said or wrote
 * @param actorBarred whether the debtor complained about the person who would contact him
 * @param channelHeld whether a hold stops this channel while the case goes on
 * @param stageLeft whether the case has left the stage that wants the contact
 * @param stageAllows whether the stage may use the channel
 * @param somethingDue whether there is still something to ask for
 * @param wording whether the text or script may be used
 * @param optedOut whether the debtor wants nothing through the channel
 * @param address whether there is a number or address that may be used
 * @param thirdParty whether a contact person may be asked; {@link ThirdParty#NOT_CONCERNED} if the debtor is
 * @param number that is to be called, or null
 * @param regionClosedUntil until when nobody is visited where the debtor lives; null if visits are not stopped there
 * @param purpose what it is made for
 * @param pausedUntil until when a promise of the debtor pauses contact; null if none does
 * @param uncertainUntil until when it is uncertain what the debtor owes, so that he is not asked for it; null if it is
 *     certain
 */
public record ContactQuestion(boolean answer, Status status, Stage stage, Channel channel, boolean actorBarred,
    boolean channelHeld, boolean stageLeft, boolean stageAllows, boolean somethingDue, Wording wording,
    boolean optedOut, Address address, ThirdParty thirdParty, String number, Instant regionClosedUntil,
    List<ContactRule> rules, Place place, ContactWindow window, ContactHistory history, Purpose purpose,
    Instant pausedUntil, Instant uncertainUntil) {

  /** What is known of the words that would be used. */
  public enum Wording {
    APPROVED,
    NOT_APPROVED,
    /** The text announces a step that the model would not take next. */
    ANNOUNCES_ANOTHER_STEP,
    /** The text speaks of court, and the debt is too old to be sued for. */
    THREATENS_BARRED_DEBT,
    /** The text is for the debtor, and would go to a third party; or the other way round. */
    FOR_SOMEBODY_ELSE,
    /** A value that the text needs is missing. */
    INCOMPLETE,
    /** What the text is about is over. */
    OUTDATED,
    /** The text is longer than the channel carries. */
    TOO_LONG
  }

  /** What is known of the number or address. */
  public enum Address {
    USABLE, NONE, INVALID, WRONG,
    /** The debtor does not want it to be used, as the number of his work. */
    UNWANTED
  }

  /** Whether a contact person may be asked. */
  public enum ThirdParty {
    NOT_CONCERNED, MAY_BE_ASKED,
    /** The debtor himself can still be reached, as far as is known. */
    DEBTOR_NOT_LOST,
    /** He refused, or the debtor was reached. */
    CLOSED
  }
}
