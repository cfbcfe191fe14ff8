package io.remit.gateway.mail;

import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports of an e-mail of ours.
 *
 * @param messageId without brackets
 * @param failed whether it will never arrive; false for news that changes nothing, such as a delay
 * @param status why, or null if the report does not say
 */
record Bounce(String messageId, boolean failed, @Nullable StatusCode status) {
}
