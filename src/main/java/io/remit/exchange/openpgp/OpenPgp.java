package io.remit.exchange.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/**
 * Seals files for partners, signed by us and encrypted to them, and opens what they send. AES-256 with a check of
 * integrity, signatures over SHA-512: what gpg from 2.1 on opens, and all newer programs.
 */
public class OpenPgp {

  private static final int PARTS = 1 << 16;

  private final Supplier<OwnKey> ownKey;
  private final Clock clock;

  /**
   * @param ownKey our key pair, asked for when it is needed
   * @param clock the time of day outside: partners' programs refuse what is signed in another year
   */
  public OpenPgp(Supplier<OwnKey> ownKey, Clock clock) {
    this.ownKey = ownKey;
    this.clock = clock;
  }

  /**
   * Reads a partner's key and looks whether it can be used now.
   *
   * @param armored the text that begins with {@code -----BEGIN PGP PUBLIC KEY BLOCK-----}
   * @throws UnusableKeyException with a sentence that says what is wrong
   */
  public Certificate certificate(String armored) {
    Certificate key = Certificate.read(armored);
    Instant now = clock.instant();
    if (!key.canBeEncryptedTo(now)) {
      throw new UnusableKeyException(
          "Nothing can be encrypted to the key: it has expired, was revoked, is too weak, or is only for signing");
    }
    if (!key.canSign(now)) {
      throw new UnusableKeyException("The key cannot sign: it has expired, was revoked, or is only for encryption");
    }
    return key;
  }

  /** Our public key, for partners. */
  public String ownPublicKey() {
    return ownKey.get().armoredPublicKey();
  }

  /**
   * Signs a file and encrypts it. Done again it gives other bytes: who must give the same keeps the first.
   *
   * @param content what is in the file
   * @param fileName what the partner's program calls it; letters, digits, {@code . _ -}
   * @param to the partner's confirmed key
   * @return an OpenPGP message, binary
   * @throws UnusableKeyException if the partner's key or ours is not valid now
   */
  public byte[] seal(byte[] content, String fileName, Certificate to) {
    Instant now = clock.instant();
    List<PGPPublicKey> recipients = to.encryptionKeys(now);
    if (recipients.isEmpty()) {
      throw new UnusableKeyException("Nothing can be encrypted to the partner's key any more");
    }
    PGPKeyPair signer = ownKey.get().signing(now);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream(content.length + 4096);
    try {
      PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(
          new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true)
              .setSecureRandom(new SecureRandom()));
      recipients.forEach(key -> encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key)));
      try (OutputStream encrypted = encryption.open(sealed, new byte[PARTS])) {
        writeSigned(content, fileName, encrypted, signatureBy(signer, to, now), now);
      }
    } catch (IOException | PGPException failed) {
      throw new IllegalStateException("A file could not be sealed", failed);
    }
    return sealed.toByteArray();
  }

  /**
   * Opens what a partner sent. What is returned was signed by the partner's confirmed key and is as it was signed.
   *
   * @param sealed an OpenPGP message, binary or armoured
   * @param from the partner's confirmed key
   * @param mostBytes how much may be in it, in bytes; of more, the rest is not even unpacked
   * @throws RefusedFileException with the rule that it breaks
   */
  public byte[] open(byte[] sealed, Certificate from, int mostBytes) {
    return new SealedMessage(ownKey.get(), from, mostBytes, clock.instant()).open(sealed);
  }

  private static PGPSignatureGenerator signatureBy(PGPKeyPair signer, Certificate to, Instant now)
      throws PGPException {
    PGPSignatureGenerator signature = new PGPSignatureGenerator(
        new BcPGPContentSignerBuilder(signer.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
        signer.getPublicKey());
    signature.init(PGPSignature.BINARY_DOCUMENT, signer.getPrivateKey());
    PGPSignatureSubpacketGenerator about = new PGPSignatureSubpacketGenerator();
    about.setSignatureCreationTime(false, Date.from(now));
    about.setIssuerFingerprint(false, signer.getPublicKey());
    // Who gets it cannot pass it on as if we had signed it for somebody else.
    about.addIntendedRecipientFingerprint(false, to.primaryKey());
    signature.setHashedSubpackets(about.generate());
    return signature;
  }

  private static void writeSigned(byte[] content, String fileName, OutputStream to, PGPSignatureGenerator signature,
      Instant now) throws IOException, PGPException {
    signature.generateOnePassVersion(false).encode(to);
    try (OutputStream literal = new PGPLiteralDataGenerator().open(to, PGPLiteralData.BINARY, fileName,
        content.length, Date.from(now))) {
      literal.write(content);
    }
    signature.update(content);
    signature.generate().encode(to);
  }
}
