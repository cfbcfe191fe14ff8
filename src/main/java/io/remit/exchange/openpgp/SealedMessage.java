package io.remit.exchange.openpgp;

import io.remit.exchange.openpgp.RefusedFileException.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message apart, in the one order that is taken: encrypted, in it perhaps compressed, in it one signed file.
 * Everything else is refused; what is inside is given out only when both checks, of integrity and of the signature,
 * are passed.
 */
final class SealedMessage {

  /** What a message holds beside the file: signatures, names, lengths. */
  private static final int WRAPPING = 1 << 20;
  private static final Set<Integer> STRONG_HASHES = Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384,
      HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA3_256, HashAlgorithmTags.SHA3_512);
  private static final Set<Integer> STRONG_CIPHERS = Set.of(SymmetricKeyAlgorithmTags.AES_128,
      SymmetricKeyAlgorithmTags.AES_192, SymmetricKeyAlgorithmTags.AES_256);

  private final OwnKey ownKey;
  private final Certificate from;
  private final int mostBytes;
  private final Instant now;

  SealedMessage(OwnKey ownKey, Certificate from, int mostBytes, Instant now) {
    this.ownKey = ownKey;
    this.from = from;
    this.mostBytes = mostBytes;
    this.now = now;
  }

  byte[] open(byte[] sealed) {
    try {
      PGPPublicKeyEncryptedData encrypted = forUs(encryptedParts(sealed));
      if (!encrypted.isIntegrityProtected() && !encrypted.isAEAD()) {
        throw new RefusedFileException(Rule.NOT_PROTECTED);
      }
      PGPKeyPair own = Objects.requireNonNull(ownKey.decrypting(encrypted.getKeyIdentifier()));
      BcPublicKeyDataDecryptorFactory key = new BcPublicKeyDataDecryptorFactory(own);
      if (!STRONG_CIPHERS.contains(encrypted.getSymmetricAlgorithm(key))) {
        throw new RefusedFileException(Rule.NOT_PROTECTED);
      }
      InputStream clear = encrypted.getDataStream(key);
      Signed signed = read(limited(clear));
      if (!encrypted.isAEAD() && !encrypted.verify()) {
        throw new RefusedFileException(Rule.DAMAGED);
      }
      requireSignature(signed);
      return signed.content();
    } catch (LimitedStream.TooMuchException tooMuch) {
      throw new RefusedFileException(Rule.TOO_LARGE, tooMuch);
    } catch (IOException | PGPException damaged) {
      throw new RefusedFileException(Rule.DAMAGED, damaged);
    } catch (RefusedFileException | UnusableKeyException said) {
      throw said;
    } catch (RuntimeException damaged) {
      // what the library throws when lengths or numbers in a packet are none
      throw new RefusedFileException(Rule.DAMAGED, damaged);
    }
  }

  /** What was in the message; the signature is null if there is none. */
  private record Signed(byte[] content, @Nullable PGPOnePassSignatureList before, @Nullable PGPSignatureList behind) {
  }

  private static PGPEncryptedDataList encryptedParts(byte[] sealed) {
    try {
      Object first = new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(sealed))).nextObject();
      if (first instanceof PGPEncryptedDataList list) {
        return list;
      }
      throw new RefusedFileException(Rule.NOT_ENCRYPTED);
    } catch (IOException | IllegalArgumentException | IllegalStateException other) {
      throw new RefusedFileException(Rule.NOT_ENCRYPTED, other);
    }
  }

  private PGPPublicKeyEncryptedData forUs(PGPEncryptedDataList parts) {
    for (PGPEncryptedData part : parts) {
      if (part instanceof PGPPublicKeyEncryptedData key && ownKey.decrypting(key.getKeyIdentifier()) != null) {
        return key;
      }
    }
    throw new RefusedFileException(Rule.NOT_FOR_US);
  }

  private Signed read(InputStream clear) throws IOException, PGPException {
    BcPGPObjectFactory packets = new BcPGPObjectFactory(clear);
    Object packet = packets.nextObject();
    if (packet instanceof PGPCompressedData compressed) {
      Signed signed = readSigned(new BcPGPObjectFactory(limited(compressed.getDataStream())), null);
      requireEnd(packets);
      return signed;
    }
    return readSigned(packets, packet);
  }

  /** @param first what was read already, or null */
  private Signed readSigned(BcPGPObjectFactory packets, @Nullable Object first) throws IOException {
    Object packet = first == null ? packets.nextObject() : first;
    PGPOnePassSignatureList before = null;
    if (packet instanceof PGPOnePassSignatureList list) {
      before = list;
      packet = packets.nextObject();
    }
    if (!(packet instanceof PGPLiteralData literal)) {
      throw new RefusedFileException(Rule.DAMAGED);
    }
    byte[] content = new LimitedStream(literal.getInputStream(), mostBytes).readAllBytes();
    PGPSignatureList behind = before != null && packets.nextObject() instanceof PGPSignatureList list ? list : null;
    requireEnd(packets);
    return new Signed(content, before, behind);
  }

  private static void requireEnd(BcPGPObjectFactory packets) throws IOException {
    if (packets.nextObject() != null) {
      throw new RefusedFileException(Rule.DAMAGED);
    }
  }

  private InputStream limited(InputStream content) {
    return new LimitedStream(content, (long) mostBytes + WRAPPING);
  }

  private void requireSignature(Signed signed) throws PGPException {
    if (signed.before() == null || signed.behind() == null) {
      throw new RefusedFileException(Rule.NOT_SIGNED);
    }
    boolean known = false;
    for (PGPOnePassSignature announced : signed.before()) {
      if (from.has(announced.getKeyIdentifier())) {
        known = true;
        for (PGPSignature signature : signed.behind()) {
          if (signature.getKeyID() == announced.getKeyID() && fits(announced, signature, signed.content())) {
            return;
          }
        }
      }
    }
    throw new RefusedFileException(known ? Rule.WRONG_SIGNATURE : Rule.WRONG_SIGNER);
  }

  private boolean fits(PGPOnePassSignature announced, PGPSignature signature, byte[] content) throws PGPException {
    PGPPublicKey key = from.signingKey(announced.getKeyIdentifier(), signature.getCreationTime(), now);
    if (key == null || !STRONG_HASHES.contains(signature.getHashAlgorithm())) {
      return false;
    }
    announced.init(new BcPGPContentVerifierBuilderProvider(), key);
    announced.update(content);
    return announced.verify(signature);
  }
}
