package io.remit.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words by which banks and payers tell in a text what a movement is. The words are lists beside this class. */
enum BankWords {
  RETURNS("words-of-returns.txt"),
  CHARGES("words-of-charges.txt");

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  /**
   * Why a payment went back: codes of ISO 20022's external code set that banks write into texts. Those of two letters
   * and two digits that might be something else, such as a house's number, are left out.
   */
  private static final Pattern REASON = Pattern.compile(
      "(?<![A-Z0-9])(AC0[1-6]|AC13|AG0[1-3]|AM0[1-59]|BE0[1-7]|FF0[1-5]|MD0[1-7]|MS0[2-3]|RC01|RR0[1-4]|SL0[1-9]"
          + "|SL1[1-4]|CNOR|DNOR|FOCR|DUPL|TECH|FRAD|CUST)(?![A-Z0-9])");

  private static final Pattern AMOUNT =
      Pattern.compile("(?<![0-9,.])([0-9]{1,6})[,.]([0-9]{2})(?![0-9]|[,.][0-9])");

  private final Pattern anyOf;

  BankWords(String list) {
    anyOf = Pattern.compile("(?<![a-z])(?:" + words(list).stream().map(BankWords::pattern)
        .collect(Collectors.joining("|")) + ")");
  }

  boolean isIn(String text) {
    return anyOf.matcher(plain(text)).find();
  }

  /** A code in a text that tells why a payment went back. */
  static Optional<String> reasonIn(String text) {
    Matcher reason = REASON.matcher(text);
    return reason.find() ? Optional.of(reason.group(1)) : Optional.empty();
  }

  /**
   * What a return cost, where a text tells it in words: {@code RUECKLASTSCHRIFT 50,00 ENTGELT 3,00}. Certain only if it
   * tells the rest of what was taken, too.
   */
  @SuppressWarnings("ReferenceEquality") // another of the same amount counts
  static Optional<BigDecimal> chargeIn(String text, BigDecimal taken) {
    String plain = plain(text);
    List<BigDecimal> amounts = new ArrayList<>();
    List<BigDecimal> charges = new ArrayList<>();
    Matcher amount = AMOUNT.matcher(plain);
    int before = 0;
    while (amount.find()) {
      BigDecimal value = new BigDecimal(amount.group(1) + "." + amount.group(2));
      amounts.add(value);
      if (CHARGES.anyOf.matcher(plain.substring(before, amount.start())).find()) {
        charges.add(value);
      }
      before = amount.end();
    }
    return charges.stream().filter(charge -> amounts.stream()
        .anyMatch(other -> other != charge && other.add(charge).compareTo(taken) == 0)).findFirst();
  }

  private static String plain(String text) {
    return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT)
        .replace('\u00f8', 'o').replace('\u0142', 'l').replace("\u00e6", "ae").replace("\u00df", "ss");
  }

  private static String pattern(String word) {
    boolean whole = word.endsWith("$");
    String letters = whole ? word.substring(0, word.length() - 1) : word;
    return Pattern.quote(letters).replace(" ", "\\E\\s+\\Q") + (whole ? "(?![a-z])" : "");
  }

  private static List<String> words(String list) {
    try (InputStream content = BankWords.class.getResourceAsStream(list)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
