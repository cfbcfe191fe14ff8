package io.remit.sandbox;

import java.net.URI;
import java.time.Instant;

/**
 * A call that the sandbox robot was told to make.
 *
 * @param id the robot's own name for it
 * @param reference the caller's
 * @param to a phone number, E.164
 * @param script template, language and version of the approved script, as {@code overdue-call en 1}
 * @param callbackUrl where to report the result
 * @param placedAt when, by the caller's clock
 */
record PlacedCall(String id, String reference, String to, String script, URI callbackUrl, Instant placedAt) {

  /** Leaves out who was to be called. */
  @Override
  public String toString() {
    return "PlacedCall[" + reference + "]";
  }
}
