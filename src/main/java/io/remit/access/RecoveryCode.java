package io.remit.access;

import io.remit.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
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
    return Sha256.of(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing that could be used. */
  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
