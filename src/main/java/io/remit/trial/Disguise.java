package io.remit.trial;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Other words for what tells who somebody is: the same word always has the same other word, two never have one, and
 * nobody finds the way back, since the key is made up anew for each trial and kept nowhere. Of a phone number all but
 * the last five digits stay, by which the gate knows where it is; of a mail address whether it can be one.
 */
final class Disguise {

  private static final Pattern PHONE = Pattern.compile("(\\+?[0-9 ()/.-]{0,40}?)([0-9]{5})");
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final int TOKEN = 20;
  private static final int FIVE_DIGITS = 100_000;
  private static final int RADIX = 36;

  private final SecretKeySpec key;

  Disguise() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, "HmacSHA256");
  }

  /** For a name or a number of somebody: twenty letters and digits. */
  String key(String clear) {
    String all = number("key", clear).toString(RADIX);
    return "x" + all.substring(0, TOKEN - 1);
  }

  /** For a number or an address at which somebody is reached, whatever it is. */
  String way(String clear) {
    if (clear.isBlank()) {
      return clear;
    }
    Matcher phone = PHONE.matcher(clear);
    if (phone.matches()) {
      return phone.group(1) + last(phone.group(1), Integer.parseInt(phone.group(2)));
    }
    return MAIL.matcher(clear).matches() ? key(clear.toLowerCase(Locale.ROOT)) + "@example.invalid" : key(clear);
  }

  /** Other last digits, as they are turned and shifted for all numbers that begin alike. */
  private String last(String begin, int digits) {
    BigInteger secret = number("phone", begin);
    long turn = secret.mod(BigInteger.valueOf(FIVE_DIGITS / 10)).longValue() * 10 + 3;
    long shift = secret.shiftRight(64).mod(BigInteger.valueOf(FIVE_DIGITS)).longValue();
    return String.format(Locale.ROOT, "%05d", (digits * turn + shift) % FIVE_DIGITS);
  }

  private BigInteger number(String use, String clear) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      mac.update(use.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return new BigInteger(1, mac.doFinal(clear.getBytes(StandardCharsets.UTF_8))).setBit(255);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
