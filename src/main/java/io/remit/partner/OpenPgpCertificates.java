package io.remit.partner;

import io.remit.cases.InvalidInputException;
import io.remit.exchange.openpgp.Certificate;
import io.remit.exchange.openpgp.UnusableKeyException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the certificates ("public keys") that partners send: OpenPGP (RFC 9580) in ASCII armour. */
final class OpenPgpCertificates {

  private static final String FIELD = "armoured";
  private static final String NONE = "must be one public key such as OpenPGP in ASCII armour";

  private OpenPgpCertificates() {
  }

  /**
   * What a certificate says.
   *
   * @param armoured written anew, without what stood around it
   * @param fingerprint in capital hexadecimal digits without blanks
   * @param expires the last day, in UTC, on which something can be encrypted with it; empty if it does not expire
   */
  record Read(String armoured, String fingerprint, Optional<LocalDate> expires) {
  }

  /**
   * Reads a certificate.
   *
   * @param now when something is to be encrypted with it
   * @throws InvalidInputException if it is none, is a secret key, or nothing can be encrypted with it now
   */
  static Read read(String armoured, Instant now) {
    Certificate certificate = parsed(armoured);
    if (!certificate.canBeEncryptedTo(now)) {
      throw new InvalidInputException(FIELD,
          "nothing can be encrypted with this key now: it is too old, too new, too weak, revoked or only for signing");
    }
    return new Read(certificate.armored(), certificate.fingerprint(), certificate.lastDay(now));
  }

  private static Certificate parsed(String armoured) {
    if (armoured.contains("PRIVATE KEY")) {
      throw new InvalidInputException(FIELD,
          "this is a secret key, which is no secret any more: the partner has to make a new pair and send the public"
              + " one");
    }
    try {
      return Certificate.read(armoured);
    } catch (UnusableKeyException notOne) {
      throw new InvalidInputException(FIELD, NONE);
    }
  }
}
