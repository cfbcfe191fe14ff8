package io.remit.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The legal basis on which debts are sold to a partner.
 *
 * @param basis one of {@code sale-basis}
 * @param document where the paper is
 * @param enteredBy user id
 * @param legalSignedBy user id of a legal officer; null before they signed
 * @param supervisorSignedBy user id of a supervisor; null before they signed
 */
public record SaleBasis(String basis, String document, String enteredBy, Instant enteredAt,
    @Nullable String legalSignedBy, @Nullable String supervisorSignedBy) {

  /** Whether a legal officer and a supervisor, two people, have signed it. */
  public boolean isSigned() {
    return legalSignedBy != null && supervisorSignedBy != null && !legalSignedBy.equals(supervisorSignedBy);
  }
}
