package io.remit.model.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Questions to a table: for each input some pieces of its {@link Domain}. A row fits a box of them. */
final class Box {

  private final List<BitSet> sides;
  /** The sides on which it has not everything. */
  private final int[] bound;

  /** @param sizes how many pieces each input has */
  Box(List<BitSet> sides, int... sizes) {
    this.sides = List.copyOf(sides);
    this.bound = IntStream.range(0, sizes.length).filter(i -> sides.get(i).cardinality() < sizes[i]).toArray();
  }

  private Box(List<BitSet> sides, List<BitSet> within) {
    this.sides = List.copyOf(sides);
    this.bound = IntStream.range(0, sides.size()).filter(i -> !sides.get(i).equals(within.get(i))).toArray();
  }

  BitSet side(int input) {
    return sides.get(input);
  }

  int inputs() {
    return sides.size();
  }

  /** How many sides are to be looked at. */
  int effort() {
    return 1 + bound.length;
  }

  /** Whether there is something in both; the other one is not empty. */
  boolean meets(Box other) {
    for (int i : bound) {
      if (!sides.get(i).intersects(other.sides.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The sides on which the other one has what this one has not. */
  List<Integer> missing(Box other) {
    List<Integer> missing = new ArrayList<>();
    for (int i : bound) {
      if (!isWithin(other.sides.get(i), sides.get(i))) {
        missing.add(i);
      }
    }
    return missing;
  }

  /** What is in both; empty if there is nothing. */
  Optional<Box> and(Box other) {
    List<BitSet> common = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      BitSet side = (BitSet) sides.get(i).clone();
      side.and(other.sides.get(i));
      if (side.isEmpty()) {
        return Optional.empty();
      }
      common.add(side);
    }
    return Optional.of(new Box(common, other.sides));
  }

  /** This box with another side, as one to be cut. */
  Box with(int input, BitSet pieces) {
    List<BitSet> changed = new ArrayList<>(sides);
    changed.set(input, pieces);
    return new Box(changed);
  }

  /** This box as one that is taken out of others within a box. */
  Box boundedBy(Box within) {
    return new Box(sides, within.sides);
  }

  private static boolean isWithin(BitSet part, BitSet all) {
    for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
      if (!all.get(i)) {
        return false;
      }
    }
    return true;
  }
}
