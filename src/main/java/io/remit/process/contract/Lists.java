package io.remit.process.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads lists that Remit brings along: a line is words with blanks between them, one that begins with # is none. */
final class Lists {

  private Lists() {
  }

  /** The words of each line by its first. */
  static Map<String, Set<String>> of(String resource) {
    Map<String, Set<String>> lists = new TreeMap<>();
    lines(Lists.class, resource).forEach(words ->
        lists.put(words.get(0), new LinkedHashSet<>(words.subList(1, words.size()))));
    return lists;
  }

  /** The words of each line of a resource beside a class. */
  static List<List<String>> lines(Class<?> beside, String resource) {
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(beside.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.asList(line.split(" "))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
