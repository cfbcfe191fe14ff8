package io.remit.cases;

import java.util.Objects;

/**
 * A person or company who owes.
 *
 * @param wrongPhone a number that turned out not to be the debtor's, or null
 */
public record Debtor(DebtorDetails details, String wrongPhone) {

  public boolean canBePhoned() {
    return details.phone() != null && !Objects.equals(details.phone(), wrongPhone);
  }

  public boolean canBeEmailed() {
    return details.email() != null;
  }

  public boolean hasAddress() {
    return details.address() != null;
  }
}
