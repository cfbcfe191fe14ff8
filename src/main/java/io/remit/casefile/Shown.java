package io.remit.casefile;

import java.math.BigDecimal;
import java.util.Locale;

/** How forms show what has no words of its own. */
final class Shown {

  private Shown() {
  }

  /** A constant's name as words. */
  static String words(Enum<?> constant) {
    return words(constant.name());
  }

  /** The name of a constant as words. */
  static String words(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String money(String currency, BigDecimal amount) {
    return currency + " " + amount.toPlainString();
  }
}
