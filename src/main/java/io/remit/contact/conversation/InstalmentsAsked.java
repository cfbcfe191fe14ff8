package io.remit.contact.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A debtor asked in a call or visit to pay in instalments: told in the transaction that records it. Who cannot accept
 * what was entered throws an {@link io.remit.cases.InvalidInputException}, and nothing is recorded.
 *
 * @param instalments how many, as it was entered
 * @param firstDate of the first one, as it was entered
 * @param by user id of who spoke with the debtor
 */
public record InstalmentsAsked(String caseNumber, @Nullable String instalments, @Nullable String firstDate,
    String by) {
}
