package io.remit.exchange.openpgp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.OpenPGPKey.OpenPGPSecretKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;
import org.jspecify.annotations.Nullable;

/** The lender's own key pair, as {@code gpg --armor --export-secret-keys} writes it. Never logged. */
public final class OwnKey {

  private final OpenPGPKey key;
  private final char[] passphrase;

  private OwnKey(OpenPGPKey key, char[] passphrase) {
    this.key = key;
    this.passphrase = passphrase;
  }

  /**
   * Reads a key pair.
   *
   * @param armored the text that begins with {@code -----BEGIN PGP PRIVATE KEY BLOCK-----}
   * @param passphrase empty if the key has none
   * @throws UnusableKeyException if it is none, or the passphrase does not open it
   */
  public static OwnKey read(String armored, String passphrase) {
    try {
      OwnKey read = new OwnKey(new BcOpenPGPApi().readKeyOrCertificate()
          .parseKey(armored.getBytes(StandardCharsets.UTF_8)), passphrase.toCharArray());
      read.requireOpens();
      return read;
    } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException notOne) {
      throw new UnusableKeyException("remit.exchange.key is no OpenPGP secret key", notOne);
    }
  }

  /**
   * Makes a new key pair without a passphrase: Curve25519, as gpg from 2.1 on makes and takes it.
   *
   * @param name whose it is, such as the creditor's name
   */
  public static OwnKey generate(String name, Instant at) {
    try {
      PGPKeyPairGenerator pairs = new BcPGPKeyPairGeneratorProvider().get(4, Date.from(at));
      PGPKeyPair signing = pairs.generateLegacyEd25519KeyPair();
      PGPKeyRingGenerator ring = new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, signing, name,
          new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1), signingPart(at).generate(), null,
          new BcPGPContentSignerBuilder(signing.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512), null);
      ring.addSubKey(pairs.generateLegacyX25519KeyPair(), encryptingPart(at).generate(), null);
      return new OwnKey(new OpenPGPKey(ring.generateSecretKeyRing()), new char[0]);
    } catch (PGPException impossible) {
      throw new IllegalStateException("A key could not be made", impossible);
    }
  }

  /** gpg goes by what is said here when it answers. */
  private static PGPSignatureSubpacketGenerator signingPart(Instant at) {
    PGPSignatureSubpacketGenerator about = new PGPSignatureSubpacketGenerator();
    about.setSignatureCreationTime(true, Date.from(at));
    about.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
    about.setPreferredSymmetricAlgorithms(false, new int[] {SymmetricKeyAlgorithmTags.AES_256,
        SymmetricKeyAlgorithmTags.AES_192, SymmetricKeyAlgorithmTags.AES_128});
    about.setPreferredHashAlgorithms(false, new int[] {HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA256});
    about.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
    return about;
  }

  private static PGPSignatureSubpacketGenerator encryptingPart(Instant at) {
    PGPSignatureSubpacketGenerator about = new PGPSignatureSubpacketGenerator();
    about.setSignatureCreationTime(true, Date.from(at));
    about.setKeyFlags(true, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
    return about;
  }

  /** The public part, for partners. */
  public String armoredPublicKey() {
    return armored(() -> key.toCertificate().toAsciiArmoredString());
  }

  /** The whole pair; a secret. */
  public String armoredSecretKey() {
    return armored(() -> key.toAsciiArmoredString());
  }

  /** Of the whole pair: hexadecimal digits in upper case, without blanks. */
  public String fingerprint() {
    return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
  }

  /** The pair that signs at a moment. */
  PGPKeyPair signing(Instant at) {
    List<OpenPGPComponentKey> able = key.getSigningKeys(Date.from(at));
    for (int i = able.size() - 1; i >= 0; i--) {
      OpenPGPSecretKey secret = key.getSecretKey(able.get(i));
      if (secret != null && hasSecret(secret)) {
        return unlock(secret);
      }
    }
    throw new UnusableKeyException("Our own key cannot sign: it has expired, or its signing part is missing");
  }

  /** The pair that opens what was encrypted to this part of the key, or null if it is none of its parts. */
  @Nullable PGPKeyPair decrypting(KeyIdentifier id) {
    OpenPGPSecretKey secret = key.getSecretKey(id);
    return secret == null || !hasSecret(secret) ? null : unlock(secret);
  }

  private void requireOpens() {
    key.getSecretKeys().values().stream().filter(OwnKey::hasSecret).forEach(this::unlock);
  }

  /** Of a key whose main part is kept offline, gpg exports a stub. */
  private static boolean hasSecret(OpenPGPSecretKey secret) {
    return !secret.getPGPSecretKey().isPrivateKeyEmpty();
  }

  private PGPKeyPair unlock(OpenPGPSecretKey secret) {
    try {
      return secret.unlock(passphrase.length == 0 ? null : passphrase).getKeyPair();
    } catch (PGPException locked) {
      throw new UnusableKeyException("remit.exchange.key-passphrase does not open our own key", locked);
    }
  }

  private interface Armoring {
    String text() throws IOException;
  }

  private static String armored(Armoring armoring) {
    try {
      return armoring.text();
    } catch (IOException impossible) {
      throw new IllegalStateException("A key could not be written", impossible);
    }
  }

  /** The fingerprint. */
  @Override
  public String toString() {
    return fingerprint();
  }
}
