package io.remit.contact;

import io.remit.gate.Channel;
import java.util.Set;

/**
 * What a person entered after a call or a visit, as it came; checked when it is recorded.
 *
 * @param possible the outcomes that the form offers
 * @param initiative CREDITOR or DEBTOR: who began the contact; null for the creditor. What the debtor began needs no leave
 * @param promiseAmount in the case's currency, with a decimal point
 * @param promiseDate ISO date
 * @param note in the person's own words, or null
 * @param actor user id
 */
public record ConversationReport(Channel channel, Set<ConversationOutcome> possible, String outcome,
    String initiative, String promiseAmount, String promiseDate, String note, String actor) {
}
