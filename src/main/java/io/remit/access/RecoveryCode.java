package io.remit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A code for when the phone is lost: 128 random bits, so that its hash can be kept without salt and slowness. */
record RecoveryCode(String text) {

  private static final int CODES = 10;
  private static final int BYTES = 16;
  private static final String GROUP_OF_FOUR = "(.{4})(?!$)";

  static List<RecoveryCode> some() {
    SecureRandom random = new SecureRandom();
    return Stream.generate(() -> {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      return new RecoveryCode(Base32.of(bytes).replaceAll(GROUP_OF_FOUR, "$1-"));
    }).limit(CODES).toList();
  }

  /** The same however it was typed: in small letters, with spaces or without hyphens. */
  String hash() {
    String plain = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    try {
      return HexFormat.of().formatHex(
          MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /** Nothing that could be used. */
  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
