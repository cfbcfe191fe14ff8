package io.remit.gateway.callback;

import java.util.List;

/**
 * What a gateway and Remit both know, and nobody else: with it the gateway signs its call-backs.
 *
 * @param values one, or two while the gateway goes over from one to the next; none if no call-back is to be taken
 */
public record CallbackSecrets(List<String> values) {

  private static final int SHORTEST = 32;

  /** @throws IllegalArgumentException if one is so short that it could be guessed */
  public CallbackSecrets {
    values = values == null ? List.of() : List.copyOf(values);
    if (values.stream().anyMatch(value -> value.length() < SHORTEST)) {
      throw new IllegalArgumentException("A call-back secret needs at least " + SHORTEST + " characters");
    }
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Says how many there are, and never what they are. */
  @Override
  public String toString() {
    return "CallbackSecrets[" + values.size() + "]";
  }
}
