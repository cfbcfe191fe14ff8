package io.remit.contact;

/** The way out of Remit for messages: a port behind which gateways stand. */
public interface MessageChannel {

  /**
   * Hands a message over for delivery.
   *
   * @param message one that the contact gate allowed
   * @return proof that it was taken; not that the person read it
   * @throws RuntimeException if it is not known whether the message was taken; the caller must find out before it
   *     delivers again
   */
  DeliveryReceipt deliver(OutgoingMessage message);
}
