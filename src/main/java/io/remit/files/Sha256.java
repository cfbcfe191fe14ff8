package io.remit.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file, in lower case hexadecimal digits: as {@code sha256sum} prints it. */
public final class Sha256 {

  private static final int PART = 1 << 16;

  private Sha256() {
  }

  /** Of these bytes. */
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  /** Of all that comes. */
  public static String of(InputStream content) throws IOException {
    MessageDigest digest = digest();
    byte[] part = new byte[PART];
    for (int read = content.read(part); read >= 0; read = content.read(part)) {
      digest.update(part, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
