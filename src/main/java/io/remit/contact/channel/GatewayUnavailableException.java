package io.remit.contact.channel;

import org.jspecify.annotations.Nullable;
/** A gateway cannot be reached or takes nothing more just now; it has certainly not taken the message. */
public class GatewayUnavailableException extends RuntimeException {

  /** @param reason in a few words, without personal data */
  public GatewayUnavailableException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
