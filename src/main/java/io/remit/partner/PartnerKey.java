package io.remit.partner;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * With what files for a partner are encrypted. The fingerprint has to be compared with the partner, by a second person
 * and another way than the key came: else anybody could put their own key in its place.
 *
 * @param armoured an OpenPGP certificate (RFC 9580) in ASCII armour, without anything secret
 * @param fingerprint in capital hexadecimal digits without blanks
 * @param expires the last day on which it can be used, in UTC; null if it does not expire
 * @param enteredBy user id
 * @param confirmedBy user id of another person; null until then
 * @param confirmedAt null until then
 */
public record PartnerKey(String armoured, String fingerprint, @Nullable LocalDate expires, String enteredBy,
    Instant enteredAt, @Nullable String confirmedBy, @Nullable Instant confirmedAt) {

  /** Whether a second person compared the fingerprint. */
  public boolean isConfirmed() {
    return confirmedBy != null;
  }
}
