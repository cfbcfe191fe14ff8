package io.remit.contact.conversation;

import io.remit.contact.OverdueReason;
import io.remit.gate.ContactPreferences.EnteredHours;
import io.remit.promise.PromiseEntry;
import org.jspecify.annotations.Nullable;

/**
 * What came of a contact, as it came: entered in a form, told over REST, heard by a robot, understood of a text. It is
 * checked when it is recorded. The components, and those of the records in it, are named as the fields of the forms;
 * what the outcome does not ask for may be null.
 *
 * @param outcome one that the contact's channel can bring, by its name
 * @param initiative CREDITOR or DEBTOR: who began the contact; null for the creditor. What the debtor began needs no
 *     leave
 * @param overdueReason an {@link OverdueReason}, or null if it was not told
 * @param promise with the outcome PROMISED what was promised
 * @param plan with the outcome PLAN_ASKED what is asked for
 * @param pause with the outcome PAUSE why
 * @param complaint not part of the outcome
 * @param wish how the debtor wants to be contacted from now on; not part of the outcome
 * @param note in the reporter's own words
 */
public record ContactResult(String outcome, @Nullable String initiative, @Nullable String overdueReason,
    PromiseEntry.Entered promise, PlanAsked plan, Pause pause, Complaint complaint, Wish wish,
    @Nullable String note) {

  /**
   * Instalments that the debtor asks for.
   *
   * @param planInstalments how many
   * @param planFirstDate ISO date of the first one
   */
  public record PlanAsked(@Nullable String planInstalments, @Nullable String planFirstDate) {

    static final PlanAsked NONE = new PlanAsked(null, null);
  }

  /**
   * Why collection is to pause.
   *
   * @param holdReason a reason to pause
   * @param contactName who is asked in the debtor's place, or null
   * @param contactPhone that person's number, E.164, or null
   */
  public record Pause(@Nullable String holdReason, @Nullable String contactName, @Nullable String contactPhone) {

    static final Pause NONE = new Pause(null, null, null);
  }

  /**
   * A complaint of the debtor.
   *
   * @param complaint what it is about, or null
   * @param complaintAbout user id of the person complained about, or null
   */
  public record Complaint(@Nullable String complaint, @Nullable String complaintAbout) {

    static final Complaint NONE = new Complaint(null, null);
  }

  /**
   * What the debtor wants.
   *
   * @param number which is never to be used again, with its country code; null if it was not told
   * @param channel by which no contact is wanted; null if it was not told
   * @param hours that suit the debtor
   */
  public record Wish(@Nullable String number, @Nullable String channel, EnteredHours hours) {

    static final Wish NONE = new Wish(null, null, new EnteredHours(null, null, null, null));
  }
}
