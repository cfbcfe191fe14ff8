package io.remit.contact;

import org.jspecify.annotations.Nullable;

/**
 * Where a message is whose delivery ended in doubt.
 *
 * @param receipt the gateway's, if the message was taken; else null
 */
public record DeliveryStatus(Known known, @Nullable DeliveryReceipt receipt) {

  /** What a gateway can say. */
  public enum Known {
    /** The gateway has the message. */
    TAKEN,
    /** The gateway has never had the message, so that it may be delivered again. */
    NOT_TAKEN,
    /** This gateway cannot be asked. */
    CANNOT_TELL
  }

  public static DeliveryStatus taken(DeliveryReceipt receipt) {
    return new DeliveryStatus(Known.TAKEN, receipt);
  }

  public static DeliveryStatus notTaken() {
    return new DeliveryStatus(Known.NOT_TAKEN, null);
  }

  public static DeliveryStatus cannotTell() {
    return new DeliveryStatus(Known.CANNOT_TELL, null);
  }
}
