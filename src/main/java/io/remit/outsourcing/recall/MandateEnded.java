package io.remit.outsourcing.recall;

/**
 * Published in the transaction in which a second person approved that the mandate of a partner ends: whoever works on
 * many cases recalls all that the partner has, or is about to get.
 *
 * @param reason in words
 * @param by user id of who approved it
 */
public record MandateEnded(String partnerId, String reason, String by) {
}
