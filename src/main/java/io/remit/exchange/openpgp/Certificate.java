package io.remit.exchange.openpgp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.jspecify.annotations.Nullable;

/**
 * The public key of somebody outside, as {@code gpg --armor --export} writes it; RFC 9580 calls it a certificate.
 */
public final class Certificate {

  /** Keys with the signatures of many people are long; one of a partner needs none. */
  private static final int LONGEST = 200_000;

  private final OpenPGPCertificate certificate;

  Certificate(OpenPGPCertificate certificate) {
    this.certificate = certificate;
  }

  /**
   * Reads a key. Whether it can be used now is not looked at: see {@link OpenPgp#certificate}.
   *
   * @param armored the text that begins with {@code -----BEGIN PGP PUBLIC KEY BLOCK-----}
   * @throws UnusableKeyException if it is not one public key
   */
  public static Certificate read(String armored) {
    if (armored.length() > LONGEST) {
      throw new UnusableKeyException("The key is longer than " + LONGEST + " characters: export it without the"
          + " signatures of others");
    }
    if (armored.contains("PRIVATE KEY")) {
      throw new UnusableKeyException("This is a secret key, which nobody else may have: only the public key is needed");
    }
    try {
      List<OpenPGPCertificate> found = new BcOpenPGPApi().readKeyOrCertificate()
          .parseCertificates(armored.getBytes(StandardCharsets.UTF_8));
      if (found.size() == 1 && !found.get(0).isSecretKey()) {
        return new Certificate(found.get(0));
      }
      throw new UnusableKeyException("There must be one public key, and there are " + found.size());
    } catch (UnusableKeyException said) {
      throw said;
    } catch (IOException | RuntimeException notOne) {
      // the library throws many kinds of what it cannot read
      throw new UnusableKeyException("This is no OpenPGP public key", notOne);
    }
  }

  /** The fingerprint by which people confirm the key: hexadecimal digits in upper case, without blanks. */
  public String fingerprint() {
    return HexFormat.of().withUpperCase().formatHex(certificate.getFingerprint());
  }

  /**
   * Whether somebody wrote this fingerprint: with blanks, colons or small letters it is the same.
   *
   * @param fingerprint as {@link #fingerprint} gives it
   */
  public static boolean isFingerprint(String written, String fingerprint) {
    return written.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT).equals(fingerprint);
  }

  /** The key in ASCII armour, without what stood around it. */
  public String armored() {
    try {
      return certificate.toAsciiArmoredString();
    } catch (IOException impossible) {
      throw new IllegalStateException("what was read can be written", impossible);
    }
  }

  /** Whether something can be encrypted to it at a moment. */
  public boolean canBeEncryptedTo(Instant at) {
    return !encryptionKeys(at).isEmpty();
  }

  /** The last day, in UTC, on which something can be encrypted to it; empty if it does not expire. */
  public Optional<LocalDate> lastDay(Instant at) {
    Date moment = Date.from(at);
    List<Optional<Date>> ends =
        certificate.getEncryptionKeys(moment).stream().map(key -> endOf(key, moment)).toList();
    return ends.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
        : ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
            .map(end -> LocalDate.ofInstant(end.toInstant(), ZoneOffset.UTC).minusDays(1));
  }

  /**
   * When a part of the key can be used no more: when it, or the whole certificate, expires. The end of the whole one
   * may stand in the signature over its first part alone, where the library does not look for it.
   */
  private Optional<Date> endOf(OpenPGPComponentKey key, Date at) {
    return Stream.of(Optional.ofNullable(certificate.getExpirationTime(at)),
            Optional.ofNullable(key.getKeyExpirationDateAt(at)), signedEnd(certificate.getPrimaryKey(), at))
        .flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  private static Optional<Date> signedEnd(OpenPGPComponentKey key, Date at) {
    long seconds = key.getLatestSelfSignature(at).getSignature().getHashedSubPackets().getKeyExpirationTime();
    return seconds == 0 ? Optional.empty()
        : Optional.of(Date.from(key.getCreationTime().toInstant().plusSeconds(seconds)));
  }

  /** The parts to which something can be encrypted at a moment; none if the key is not valid then. */
  List<PGPPublicKey> encryptionKeys(Instant at) {
    return certificate.getEncryptionKeys(Date.from(at)).stream().map(OpenPGPComponentKey::getPGPPublicKey).toList();
  }

  boolean canSign(Instant at) {
    return !certificate.getSigningKeys(Date.from(at)).isEmpty();
  }

  /** The part that has this id, if it could sign at both moments. */
  @Nullable PGPPublicKey signingKey(KeyIdentifier id, Date signedAt, Instant now) {
    OpenPGPComponentKey key = certificate.getKey(id);
    return key != null && key.isSigningKey(signedAt) && key.isSigningKey(Date.from(now)) ? key.getPGPPublicKey() : null;
  }

  boolean has(KeyIdentifier id) {
    return certificate.getKey(id) != null;
  }

  PGPPublicKey primaryKey() {
    return certificate.getPrimaryKey().getPGPPublicKey();
  }

  /** The fingerprint. */
  @Override
  public String toString() {
    return fingerprint();
  }
}
