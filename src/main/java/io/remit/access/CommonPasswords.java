package io.remit.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/**
 * Passwords that are guessed first: those of the list {@code access/common-passwords.txt}, and what people make of them
 * to reach a length: one or two of them with digits and signs around.
 */
final class CommonPasswords {

  private static final ClassPathResource LIST =
      new ClassPathResource("/access/common-passwords.txt", CommonPasswords.class);
  private static final int FEWEST_CHARACTERS = 5;
  /** Whatever stands between two words; looked at letter by letter, which takes its time with a long text. */
  private static final int LONGEST_OF_TWO = 200;
  private static final Pattern NUMBER = Pattern.compile("[\\d\\s./+-]*");
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]++|(?<=\\p{L})[^\\p{L}]++$");

  private final Set<String> list;

  CommonPasswords() {
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(LIST.getInputStream(), StandardCharsets.UTF_8))) {
      list = lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether a password would be among the first guesses: also a long number, or few characters again and again. */
  boolean contains(String password) {
    String typed = password.toLowerCase(Locale.ROOT);
    return NUMBER.matcher(typed).matches() || typed.codePoints().distinct().count() < FEWEST_CHARACTERS
        || isOneOrTwo(typed) || isOneOrTwo(bare(typed));
  }

  private boolean isOneOrTwo(String words) {
    return list.contains(words) || words.length() <= LONGEST_OF_TWO && IntStream.range(1, words.length())
        .anyMatch(middle -> list.contains(bare(words.substring(0, middle)))
            && list.contains(bare(words.substring(middle))));
  }

  /** Without the digits and signs around it. */
  private static String bare(String typed) {
    return AROUND.matcher(typed).replaceAll("");
  }
}
