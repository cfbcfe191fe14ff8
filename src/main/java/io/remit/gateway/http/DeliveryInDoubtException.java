package io.remit.gateway.http;

import org.jspecify.annotations.Nullable;

/** A gateway was called, and it is not known whether it took the message. */
class DeliveryInDoubtException extends RuntimeException {

  /**
   * @param reason in a few words, without personal data
   * @param cause null where the gateway's answer itself leaves it in doubt
   */
  DeliveryInDoubtException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
