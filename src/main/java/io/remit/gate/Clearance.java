package io.remit.gate;

import org.jspecify.annotations.Nullable;

/**
 * What the gate said of an attempt.
 *
 * @param address the number or address to use; null if it was denied
 * @param text what to send there, as it reads at this moment; null if it was denied, or is spoken
 */
public record Clearance(GateDecision decision, @Nullable String address, @Nullable RenderedText text) {

  /** An answer that forbids a contact. */
  public static Clearance denied(GateDecision decision) {
    return new Clearance(decision, null, null);
  }

  public boolean allowed() {
    return decision.allowed();
  }
}
