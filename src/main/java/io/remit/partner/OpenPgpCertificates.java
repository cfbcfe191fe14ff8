package io.remit.partner;

import io.remit.cases.InvalidInputException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.util.encoders.Hex;

/** Reads the certificates ("public keys") that partners send: OpenPGP (RFC 9580) in ASCII armour. */
final class OpenPgpCertificates {

  /** A certificate with many signatures of others is some 100,000 characters. */
  static final int LONGEST = 200_000;
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
    OpenPGPCertificate certificate = parsed(armoured);
    Date moment = Date.from(now);
    List<OpenPGPComponentKey> usable = certificate.getEncryptionKeys(moment);
    if (usable.isEmpty()) {
      throw new InvalidInputException(FIELD,
          "nothing can be encrypted with this key now: it is too old, too new, too weak, revoked or only for signing");
    }
    List<Optional<Date>> ends = usable.stream().map(key -> endOf(certificate, key, moment)).toList();
    Optional<LocalDate> expires = ends.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
        : ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
            .map(end -> LocalDate.ofInstant(end.toInstant(), ZoneOffset.UTC).minusDays(1));
    try {
      return new Read(certificate.toAsciiArmoredString(), fingerprint(certificate), expires);
    } catch (IOException impossible) {
      throw new IllegalStateException("what was read can be written", impossible);
    }
  }

  private static OpenPGPCertificate parsed(String armoured) {
    if (armoured.isBlank() || armoured.length() > LONGEST) {
      throw new InvalidInputException(FIELD, NONE);
    }
    if (armoured.contains("PRIVATE KEY")) {
      throw new InvalidInputException(FIELD,
          "this is a secret key, which is no secret any more: the partner has to make a new pair and send the public"
              + " one");
    }
    try {
      List<OpenPGPCertificate> found = new BcOpenPGPApi().readKeyOrCertificate().parseCertificates(armoured);
      if (found.size() == 1 && !found.get(0).isSecretKey()) {
        return found.get(0);
      }
    } catch (IOException | RuntimeException notOne) {
      throw new InvalidInputException(FIELD, NONE);
    }
    throw new InvalidInputException(FIELD, NONE);
  }

  /**
   * When a key can be used no more: when it, or the whole certificate, expires. The end of the whole one may stand in
   * the signature over its first key alone, where the library does not look for it.
   */
  private static Optional<Date> endOf(OpenPGPCertificate certificate, OpenPGPComponentKey key, Date now) {
    return Stream.of(Optional.ofNullable(certificate.getExpirationTime(now)),
            Optional.ofNullable(key.getKeyExpirationDateAt(now)), signedEnd(certificate.getPrimaryKey(), now))
        .flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  private static Optional<Date> signedEnd(OpenPGPComponentKey key, Date now) {
    long seconds = key.getLatestSelfSignature(now).getSignature().getHashedSubPackets().getKeyExpirationTime();
    return seconds == 0 ? Optional.empty()
        : Optional.of(Date.from(key.getCreationTime().toInstant().plusSeconds(seconds)));
  }

  private static String fingerprint(OpenPGPCertificate certificate) {
    return Hex.toHexString(certificate.getFingerprint()).toUpperCase(Locale.ROOT);
  }

  /** A fingerprint as somebody wrote it, with blanks, colons or small letters, as {@link Read} has it. */
  static String plain(String fingerprint) {
    return fingerprint.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
  }
}
