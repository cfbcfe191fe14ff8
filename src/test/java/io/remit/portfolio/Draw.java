package io.remit.portfolio;

import java.util.List;
import java.util.SplittableRandom;

/** Draws that come out the same each time for the same names: a debtor's life does not depend on who else is drawn. */
final class Draw {

  private final SplittableRandom random;

  private Draw(long state) {
    this.random = new SplittableRandom(state);
  }

  /** @param names what is drawn for, such as a debtor's number and a day */
  static Draw of(long seed, long... names) {
    long state = seed;
    for (long name : names) {
      state = (state ^ name) * 0x9E3779B97F4A7C15L;
      state ^= state >>> 29;
    }
    return new Draw(state);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** A number from the first to the last, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
