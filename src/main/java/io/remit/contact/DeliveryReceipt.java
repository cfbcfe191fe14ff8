package io.remit.contact;

import java.time.Instant;

/**
 * Proof that a gateway took a message.
 *
 * @param gatewayReference the gateway's own name for the message, to ask by later; at most 200 characters
 * @param acceptedAt when it was taken
 */
public record DeliveryReceipt(String gatewayReference, Instant acceptedAt) {
}
