package io.remit.gate;

/**
 * What the gate said of an attempt.
 *
 * @param address the number or address to use; null if it was denied
 * @param text what to send there, as it reads at this moment; null if it was denied, or is spoken
 */
public record Admission(GateDecision decision, String address, RenderedText text) {

  /** An answer that forbids a contact. */
  public static Admission denied(GateDecision decision) {
    return new Admission(decision, null, null);
  }

  public boolean allowed() {
    return decision.allowed();
  }
}
