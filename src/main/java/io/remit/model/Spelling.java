package io.remit.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a person likely meant. */
public final class Spelling {

  private static final int MOST_SLIPS = 3;

  private Spelling() {
  }

  /** The one of some words that is nearest to a word; empty if none is near. */
  public static Optional<String> nearest(String word, Collection<String> words) {
    return words.stream().filter(each -> Math.abs(each.length() - word.length()) <= MOST_SLIPS)
        .min(Comparator.comparingInt((String each) -> distance(each, word))
        .thenComparing(Comparator.naturalOrder())).filter(each -> distance(each, word) <= MOST_SLIPS);
  }

  /** How many letters must be added, taken or replaced to make one word of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
