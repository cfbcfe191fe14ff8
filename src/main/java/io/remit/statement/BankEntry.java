package io.remit.statement;

import java.util.List;

/**
 * One entry of a statement or notification: what the bank booked in one sum.
 *
 * @param whole the entry as one movement; of its texts and parties only what is said of the whole
 * @param parts the movements of which it is made, at least one: where the bank tells no parts, or one that is the
 *     whole, that one has all that is told of the entry and of it. With their signs they add up to the entry, also
 *     where the bank's details do not: what they leave open is a part of its own
 */
public record BankEntry(BankTransaction whole, List<BankTransaction> parts) {

  public BankEntry {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("an entry is made of at least one movement");
    }
    parts = List.copyOf(parts);
  }

  /** An entry of which the bank tells no parts. */
  static BankEntry undivided(BankTransaction movement) {
    return new BankEntry(movement, List.of(movement));
  }

  /** Whether the bank tells the parts of which the entry is made. */
  public boolean isDivided() {
    return parts.size() > 1;
  }
}
