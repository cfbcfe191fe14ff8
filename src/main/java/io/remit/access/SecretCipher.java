package io.remit.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM: what was changed, or was encrypted for something else or with another key, is not read.
 */
final class SecretCipher {

  static final int KEY_BYTES = 32;

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int TAG_BITS = 128;
  private static final int NONCE_BYTES = 12;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /** @param key of {@link #KEY_BYTES} */
  SecretCipher(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** With a key that this process makes and nobody else knows. */
  static SecretCipher ofThisProcess() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new SecretCipher(key);
  }

  /** @param purpose what it is encrypted for, which is not secret */
  byte[] encrypt(byte[] plain, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + CIPHER, impossible);
    }
  }

  /** Nothing, if it was not encrypted with this key for this purpose. */
  Optional<byte[]> decrypt(byte[] encrypted, String purpose) {
    if (encrypted.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(encrypted, NONCE_BYTES), purpose)
          .doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES));
    } catch (GeneralSecurityException forged) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
