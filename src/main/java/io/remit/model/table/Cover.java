package io.remit.model.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds what boxes leave open of another one, by cutting from it what each of them covers. That may take very long for
 * a few tables among many, so it stops at a bound.
 */
final class Cover {

  /** It was given up: the table is too large to be sure. */
  static final class TooLarge extends Exception {

    private static final long serialVersionUID = 1L;

    TooLarge() {
      super(null, null, false, false);
    }
  }

  private long left;

  /** @param most how many sides of boxes may be looked at */
  Cover(long most) {
    this.left = most;
  }

  /** Counts work that is done elsewhere. */
  void spend(long sides) throws TooLarge {
    left -= sides;
    if (left < 0) {
      throw new TooLarge();
    }
  }

  /** A part of a box that is in none of the others; empty if they cover it. */
  Optional<Box> open(Box box, List<Box> others) throws TooLarge {
    List<Box> near = new ArrayList<>();
    List<Integer> cuts = List.of();
    Box knife = box;
    for (Box other : others) {
      spend(other.effort());
      if (other.meets(box)) {
        List<Integer> missing = other.missing(box);
        if (missing.isEmpty()) {
          return Optional.empty();
        }
        if (near.isEmpty() || missing.size() < cuts.size()) {
          knife = other;
          cuts = missing;
        }
        near.add(other);
      }
    }
    if (near.isEmpty()) {
      return Optional.of(box);
    }
    Box rest = box;
    for (int side : cuts) {
      BitSet outside = (BitSet) rest.side(side).clone();
      outside.andNot(knife.side(side));
      Optional<Box> open = open(rest.with(side, outside), near);
      if (open.isPresent()) {
        return open;
      }
      BitSet inside = (BitSet) rest.side(side).clone();
      inside.and(knife.side(side));
      rest = rest.with(side, inside);
    }
    return Optional.empty();
  }

  /** The same part as large as it may be within a box, side by side, without touching one of the others. */
  static Box widened(Box part, Box within, List<Box> others) {
    Box wide = part;
    for (int side = 0; side < part.inputs(); side++) {
      BitSet free = (BitSet) within.side(side).clone();
      Box row = wide.with(side, free);
      for (Box other : others) {
        if (other.meets(row)) {
          free.andNot(other.side(side));
        }
      }
      wide = row;
    }
    return wide.boundedBy(within);
  }
}
