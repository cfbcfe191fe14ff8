package io.remit.contact.conversation;

import io.remit.cases.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A debtor complained in a call or visit: told in the transaction that records it. Who cannot accept what was entered
 * throws an {@link io.remit.cases.InvalidInputException}, and nothing is recorded.
 *
 * @param channel of the contact
 * @param words what was said, as it was entered; null or blank if it was not told
 * @param aboutUserId the person complained about, as it was entered; null or blank if it is about nobody of ours
 * @param by user id of who spoke with the debtor
 */
public record ComplaintMade(String caseNumber, Channel channel, @Nullable String words,
    @Nullable String aboutUserId, String by) {
}
