package io.remit.gate;

/**
 * What the gate said of an attempt.
 *
 * @param address the number or address to use; null if it was denied
 */
public record Admission(GateDecision decision, String address) {

  public boolean allowed() {
    return decision.allowed();
  }
}
