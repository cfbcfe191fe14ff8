package io.remit.exchange.openpgp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.jspecify.annotations.Nullable;

/** The public key of somebody outside, as {@code gpg --armor --export} writes it. */
public final class PartnerKey {

  /** Keys with the signatures of many people are long; one of a partner needs none. */
  private static final int LONGEST = 200_000;

  private final OpenPGPCertificate certificate;

  PartnerKey(OpenPGPCertificate certificate) {
    this.certificate = certificate;
  }

  /**
   * Reads a key. Whether it can be used now is not looked at: see {@link OpenPgp#partnerKey}.
   *
   * @param armored the text that begins with {@code -----BEGIN PGP PUBLIC KEY BLOCK-----}
   * @throws UnusableKeyException if it is not one public key
   */
  static PartnerKey read(String armored) {
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
      if (found.size() != 1) {
        throw new UnusableKeyException("There must be one public key, and there are " + found.size());
      }
      return new PartnerKey(found.get(0));
    } catch (IOException | IllegalArgumentException | IllegalStateException notOne) {
      throw new UnusableKeyException("This is no OpenPGP public key", notOne);
    }
  }

  /** The fingerprint by which people confirm the key: hexadecimal digits in upper case, without blanks. */
  public String fingerprint() {
    return HexFormat.of().withUpperCase().formatHex(certificate.getFingerprint());
  }

  /** Whether somebody typed this key's fingerprint, however it is spaced. */
  public boolean hasFingerprint(String typed) {
    return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT).equals(fingerprint());
  }

  /** When the key ends to be valid, or null if it does not. */
  public @Nullable Instant validUntil() {
    Date end = certificate.getExpirationTime();
    return end == null ? null : end.toInstant();
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
