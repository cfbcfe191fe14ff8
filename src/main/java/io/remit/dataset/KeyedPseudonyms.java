package io.remit.dataset;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Names in place of the numbers by which rows belong together: HMAC-SHA-256 by a key, cut to 24 hexadecimal digits. The
 * same number has the same name as long as the key is the same; without the key nobody finds the way back, nor tries
 * numbers out. Not for several threads.
 */
final class KeyedPseudonyms {

  /** Where the key comes from. */
  static final String VARIABLE = "REMIT_FIGURES_KEY";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int NAME_BYTES = 12;
  private static final HexFormat HEX = HexFormat.of();

  private final Mac mac;

  private KeyedPseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whose numbers they are: the same number of two kinds has two names. */
  enum Kind {
    ACCOUNT, CASE, DEBTOR, PARTNER, BOOKING
  }

  /**
   * Those of a key.
   *
   * @param key in Base64
   * @throws ExportRefusedException if it is none
   */
  static KeyedPseudonyms of(@Nullable String key) {
    byte[] read;
    try {
      read = Base64.getDecoder().decode(key == null ? "" : key.strip());
    } catch (IllegalArgumentException noBase64) {
      read = new byte[0];
    }
    if (read.length != KEY_BYTES) {
      throw new ExportRefusedException("Set " + VARIABLE + " to the Base64 of 32 bytes, as openssl rand -base64 32 "
          + "makes, and keep it: with another one the names of accounts and cases change.");
    }
    return new KeyedPseudonyms(read);
  }

  /** The name; null where there is no number. */
  @Nullable String nameOf(Kind kind, @Nullable String number) {
    return number == null ? null : name(kind.name().toLowerCase(Locale.ROOT), number);
  }

  /** By which the key is told from another one, and not found. */
  String keyName() {
    return name("key", "");
  }

  private String name(String use, String clear) {
    mac.update(use.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return HEX.formatHex(mac.doFinal(clear.getBytes(StandardCharsets.UTF_8)), 0, NAME_BYTES);
  }
}
