package io.remit.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway reports later of a message that it took.
 *
 * @param gateway its name, as the one that took the message
 * @param gatewayReference {@link DeliveryReceipt#gatewayReference()}; may come before the receipt itself does
 * @param addressInvalid whether the number or address itself is at fault
 * @param reason the gateway's, in a few words, without personal data; or null
 * @param at when the message arrived or failed
 */
public record DeliveryReport(String gateway, String gatewayReference, Result result, boolean addressInvalid,
    @Nullable String reason, Instant at) {

  /** How the delivery ended. */
  public enum Result {
    DELIVERED, FAILED
  }
}
