package io.remit.contact;

import io.remit.gate.Channel;
import java.util.Set;

/**
 * What a person entered after a call or a visit, as it came; checked when it is recorded. What is not asked for by the
 * outcome may be null.
 *
 * @param possible the outcomes that the form offers
 * @param initiative CREDITOR or DEBTOR: who began the contact; null for the creditor. What the debtor began needs no leave
 * @param overdueReason an {@link OverdueReason}, or null if it was not told
 * @param promiseAmount in the case's currency, with a decimal point
 * @param promiseDate ISO date
 * @param promiseMethod how the debtor will pay
 * @param promiseReminder YES or NO: whether he agreed to a reminder
 * @param representative who promised in his place
 * @param planInstalments with the outcome PLAN_ASKED how many instalments the debtor asks for
 * @param planFirstDate ISO date of the first one
 * @param holdReason with the outcome PAUSE the reason to pause
 * @param complaint what the debtor complains about, or null; not part of the outcome
 * @param complaintAbout user id of the person complained about, or null
 * @param note in the person's own words
 * @param actor user id
 */
public record ConversationReport(Channel channel, Set<ConversationOutcome> possible, String outcome,
    String initiative, String overdueReason, String promiseAmount, String promiseDate, String promiseMethod,
    String promiseReminder, String representative, String planInstalments, String planFirstDate, String holdReason,
    String complaint, String complaintAbout, String note, String actor) {

  PromiseEntry.Entered promise() {
    return new PromiseEntry.Entered(promiseAmount, promiseDate, promiseMethod, promiseReminder, representative);
  }
}
