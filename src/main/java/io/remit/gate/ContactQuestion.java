package io.remit.gate;

import io.remit.cases.CollectionCase.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the gate needs to know of one contact: its answer is a function of this and the time.
 *
 * @param wanted what would be said, and why
 * @param caseNow how its case stands
 * @param debtorNow what is known of the debtor, and of whoever is to be reached in the debtor's place
 * @param limits what the law and the house allow where the debtor is
 */
public record ContactQuestion(Wanted wanted, CaseNow caseNow, DebtorNow debtorNow, Limits limits) {

  /**
   * The contact that somebody wants to make.
   *
   * @param answer whether it answers what the debtor said or wrote
   * @param purpose what it is made for
   * @param wording whether the text or script may be used
   */
  record Wanted(boolean answer, Purpose purpose, Wording wording) {
  }

  /**
   * How the case stands.
   *
   * @param channelHeld whether a hold stops this channel while the case goes on
   * @param stageLeft whether the case has left the stage that wants the contact
   * @param stageAllows whether the stage may use the channel
   * @param somethingDue whether there is still something to ask for
   * @param pausedUntil until when a promise of the debtor pauses contact; null if none does
   * @param uncertainUntil until when it is uncertain what the debtor owes, so that nobody asks for it; null if it is
   *     certain
   */
  record CaseNow(Status status, boolean channelHeld, boolean stageLeft, boolean stageAllows, boolean somethingDue,
      @Nullable Instant pausedUntil, @Nullable Instant uncertainUntil) {
  }

  /**
   * What is known of the debtor.
   *
   * @param actorBarred whether the debtor complained about the person who would make the contact
   * @param optedOut whether the debtor wants nothing through the channel
   * @param address whether there is a number or address that may be used
   * @param thirdParty whether a contact person may be asked; {@link ThirdParty#NOT_CONCERNED} if the debtor is
   * @param unsafe whether a safety note forbids to go to the debtor
   * @param regionClosedUntil until when nobody is visited where the debtor lives; null if visits are not stopped there
   */
  record DebtorNow(boolean actorBarred, boolean optedOut, Address address, ThirdParty thirdParty, boolean unsafe,
      @Nullable Instant regionClosedUntil) {
  }

  /**
   * What the law and the house allow where the debtor is.
   *
   * @param rules of all places where the debtor may be, without those that a consent of the debtor meets
   * @param window the hours and days
   * @param caps how often, and how much of it is used up
   */
  record Limits(Place place, List<ContactRule> rules, ContactWindow window, Caps caps) {
  }

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
    /** The debtor does not want it to be used, such as a number at work. */
    UNWANTED
  }

  /** Whether a contact person may be asked. */
  public enum ThirdParty {
    NOT_CONCERNED, MAY_BE_ASKED,
    /** The debtor can still be reached, as far as is known. */
    DEBTOR_NOT_LOST,
    /** The contact person refused, or the debtor was reached. */
    CLOSED
  }
}
