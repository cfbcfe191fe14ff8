package io.remit.contact.channel;

import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import java.util.Optional;

/** The way out of Remit for messages: a port behind which gateways stand. */
public interface MessageChannel {

  /** The gateway's name in {@code remit.channels.*} and in the contact ledger, such as {@code smpp}. */
  String name();

  /**
   * Hands a message over for delivery, under {@link OutgoingMessage#reference()} for ever.
   *
   * @param message one that the contact gate allowed
   * @return proof that it was taken; not that the person read it
   * @throws MessageRefusedException if the gateway did not take it and never will
   * @throws GatewayUnavailableException if it is certain that the gateway has not taken it, but may do so later
   * @throws RuntimeException any other: it is not known whether the message was taken. The caller asks {@link #find}
   *     and never just delivers again
   */
  DeliveryReceipt deliver(OutgoingMessage message);

  /**
   * What the gateway knows of a message whose delivery ended in doubt.
   *
   * @param reference as in {@link OutgoingMessage#reference()}
   * @throws GatewayUnavailableException if it cannot be asked just now
   */
  DeliveryStatus find(String reference);

  /**
   * Whether what {@link #find} answers comes from a record of the gateway's own, and not from Remit's database or work
   * folder: after a restore those know nothing of what was handed over since they were saved.
   */
  default boolean keepsItsOwnRecord() {
    return true;
  }

  /**
   * Whether the gateway can be reached now, as far as that is known without sending anything; it is asked often.
   *
   * @return empty if it is not known
   */
  default Optional<Boolean> reachable() {
    return Optional.empty();
  }
}
