package io.remit.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What words before a number tell of it, as {@code remittance/labels.txt} lists them. */
final class NumberLabels {

  private static final String FILE = "/remittance/labels.txt";
  private static final NumberLabels SHIPPED = read();

  private final Map<Says, Set<String>> words = new EnumMap<>(Says.class);
  private final Map<Says, List<String>> beginnings = new EnumMap<>(Says.class);
  private final Map<Says, List<String>> ends = new EnumMap<>(Says.class);

  /** What a word tells of the number behind it. */
  enum Says {
    /** It is the number of an account, an invoice, a contract or a customer. */
    OURS,
    /** It is a reference with check digits. */
    REFERENCE,
    /** It is the number of something else. */
    OTHERS,
    /** Nothing. */
    BETWEEN,
    /** The word is in no list. */
    UNKNOWN
  }

  private NumberLabels() {
  }

  private static NumberLabels read() {
    NumberLabels labels = new NumberLabels();
    Says section = Says.UNKNOWN;
    try (var file = NumberLabels.class.getResourceAsStream(FILE)) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("[")) {
          section = Says.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
        } else if (!line.startsWith("#") && !line.isBlank()) {
          for (String word : line.strip().split(" +")) {
            labels.add(section, word);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return labels;
  }

  private void add(Says says, String word) {
    if (word.endsWith("*")) {
      beginnings.computeIfAbsent(says, each -> new ArrayList<>()).add(word.substring(0, word.length() - 1));
    } else if (word.startsWith("*")) {
      ends.computeIfAbsent(says, each -> new ArrayList<>()).add(word.substring(1));
    } else {
      words.computeIfAbsent(says, each -> new HashSet<>()).add(word);
    }
  }

  /** @param word letters in capitals */
  static Says of(String word) {
    for (Says each : Says.values()) {
      if (SHIPPED.words.getOrDefault(each, Set.of()).contains(word)) {
        return each;
      }
    }
    for (Says each : List.of(Says.REFERENCE, Says.OTHERS, Says.OURS)) {
      if (SHIPPED.beginnings.getOrDefault(each, List.of()).stream().anyMatch(word::startsWith)) {
        return each;
      }
    }
    if (SHIPPED.ends.getOrDefault(Says.REFERENCE, List.of()).stream().anyMatch(word::endsWith)) {
      return Says.REFERENCE;
    }
    return SHIPPED.ends.getOrDefault(Says.OURS, List.of()).stream().anyMatch(word::endsWith) ? Says.OURS
        : Says.UNKNOWN;
  }
}
