package io.remit.model.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which places of two lists belong together. */
final class Alignment {

  /** Above this many comparisons what lies between the equal beginning and the equal end counts as new. */
  private static final long MOST_COMPARISONS = 4_000_000;

  /** Two places that belong together. */
  record Pair(int before, int after) {
  }

  private Alignment() {
  }

  /** The longest list of equal entries that stand in the same order in both. */
  static List<Pair> common(List<?> before, List<?> after) {
    int begin = 0;
    int shorter = Math.min(before.size(), after.size());
    while (begin < shorter && before.get(begin).equals(after.get(begin))) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < begin; i++) {
      pairs.add(new Pair(i, i));
    }
    pairs.addAll(between(before.subList(begin, before.size() - end), after.subList(begin, after.size() - end), begin));
    for (int i = end; i > 0; i--) {
      pairs.add(new Pair(before.size() - i, after.size() - i));
    }
    return pairs;
  }

  private static List<Pair> between(List<?> before, List<?> after, int begin) {
    if ((long) before.size() * after.size() > MOST_COMPARISONS) {
      return new ArrayList<>();
    }
    int[][] longest = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        longest[i][j] = before.get(i).equals(after.get(j)) ? longest[i + 1][j + 1] + 1
            : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        pairs.add(new Pair(begin + i++, begin + j++));
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }

  /** Those of different numbers that have to move so that all stand in rising order: as few as can be. */
  static List<Integer> moved(List<Integer> places) {
    int[] length = new int[places.size()];
    int[] previous = new int[places.size()];
    Arrays.fill(previous, -1);
    int last = -1;
    for (int i = 0; i < places.size(); i++) {
      length[i] = 1;
      for (int j = 0; j < i; j++) {
        if (places.get(j) < places.get(i) && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      if (last < 0 || length[i] > length[last]) {
        last = i;
      }
    }
    List<Integer> moved = new ArrayList<>(places);
    for (int i = last; i >= 0; i = previous[i]) {
      moved.remove(places.get(i));
    }
    return moved;
  }
}
