package io.remit.gateway.http;

/** A gateway was called, and it is not known whether it took the message. */
class DeliveryInDoubtException extends RuntimeException {

  /** @param reason in a few words, without personal data */
  DeliveryInDoubtException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
