package io.remit.payment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether a bank's name of a payer and ours of a debtor may be the same person's. */
final class PayerName {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> SAY_NOTHING = Set.of("mr", "mrs", "ms", "dr", "herr", "frau", "and", "und", "de");

  private PayerName() {
  }

  /** Whether all words of the shorter name are in the longer one, whatever their order, case and accents. */
  static boolean mayBe(String payer, String debtor) {
    Set<String> one = words(payer);
    Set<String> other = words(debtor);
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    boolean firstIsShorter = one.size() <= other.size();
    Set<String> shorter = firstIsShorter ? one : other;
    Set<String> longer = firstIsShorter ? other : one;
    boolean saysEnough = shorter.size() > 1 || longer.size() == 1;
    return saysEnough && longer.containsAll(shorter);
  }

  private static Set<String> words(String name) {
    if (name == null) {
      return Set.of();
    }
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("")
        .toLowerCase(Locale.ROOT);
    return Arrays.stream(NO_LETTERS.split(plain)).filter(word -> !word.isEmpty() && !SAY_NOTHING.contains(word))
        .collect(Collectors.toSet());
  }
}
