package io.remit.model.table;

import io.remit.model.table.Cell.Fit;
import io.remit.model.table.Table.Column;
import io.remit.model.table.Table.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of an input, in as few pieces as its cells make differences: a piece is one value or all numbers between
 * two, and each cell fits all values of a piece or none. So one example stands for a piece.
 */
final class Domain {

  /** Stands for each text that is nowhere named. */
  private static final String ANY_OTHER = "\0";
  private static final int MOST_TOLD = 3;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Pieces that fit a cell for certain, and those that may. */
  record Fitting(BitSet certain, BitSet possible) {
  }

  private final Column column;
  private final Cell told;
  private final List<@Nullable Object> examples = new ArrayList<>();
  private final BitSet asked = new BitSet();
  private final Map<String, Fitting> known = new HashMap<>();

  /** @param cells of that column */
  Domain(Column column, List<Cell> cells) {
    this.column = column;
    this.told = Cell.of(column.values(), column.kind());
    List<Cell> all = new ArrayList<>(cells);
    all.add(told);
    switch (column.kind()) {
      case WHOLE_NUMBER, NUMBER -> addNumbers(all);
      case TEXT -> addTexts(all);
      case TRUTH -> examples.addAll(List.of(true, false));
      case OTHER -> examples.add(ANY_OTHER);
    }
    for (int i = 0; i < examples.size(); i++) {
      asked.set(i, told.fits(examples.get(i)) != Fit.NO);
    }
    examples.add(null);
    asked.set(examples.size() - 1, column.mayBeMissing() || all.stream().anyMatch(Cell::asksForMissing));
  }

  private void addTexts(List<Cell> cells) {
    TreeSet<String> named = new TreeSet<>();
    examples.addAll(told.texts().stream().distinct().toList());
    cells.forEach(cell -> named.addAll(cell.texts()));
    named.removeIf(examples::contains);
    examples.addAll(named);
    examples.add(ANY_OTHER);
  }

  private void addNumbers(List<Cell> cells) {
    TreeSet<BigDecimal> ends = new TreeSet<>();
    cells.forEach(cell -> cell.numbers().forEach(ends::add));
    if (ends.isEmpty()) {
      examples.add(BigDecimal.ZERO);
      return;
    }
    boolean whole = column.kind() == Kind.WHOLE_NUMBER;
    BigDecimal first = ends.first().setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    examples.add(first);
    for (BigDecimal end : ends) {
      if (!whole || isWhole(end)) {
        examples.add(end);
      }
      BigDecimal next = end.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
      BigDecimal higher = ends.higher(end);
      if (higher == null || next.compareTo(higher) < 0) {
        examples.add(next);
      } else if (!whole) {
        examples.add(end.add(higher).divide(TWO));
      }
    }
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** How many pieces there are. */
  int size() {
    return examples.size();
  }

  /** What belongs to the piece at a place; null for a fact that is missing. */
  @Nullable Object example(int piece) {
    return examples.get(piece);
  }

  /** Those that the table is asked for. */
  BitSet asked() {
    return (BitSet) asked.clone();
  }

  /** What fits a cell. */
  Fitting fitting(Cell cell) {
    return known.computeIfAbsent(cell.text(), text -> {
      BitSet certain = new BitSet();
      BitSet possible = new BitSet();
      for (int i = 0; i < examples.size(); i++) {
        Fit fit = cell.fits(examples.get(i));
        certain.set(i, fit == Fit.YES);
        possible.set(i, fit != Fit.NO);
      }
      return new Fitting(certain, possible);
    });
  }

  /** A text of a cell that is none of those which are listed for the column; null if there is none. */
  @Nullable String strange(Cell cell) {
    return column.kind() != Kind.TEXT || told.isEmpty() || told.isOpaque() ? null
        : cell.texts().stream().filter(text -> told.fits(text) == Fit.NO).findFirst().orElse(null);
  }

  /** A fact in words, such as {@code Days past due is 31}; where there are several ranges, with a number of each. */
  String words(BitSet pieces) {
    List<String> told = new ArrayList<>();
    for (int i = pieces.nextSetBit(0); i >= 0 && told.size() < MOST_TOLD; i = pieces.nextSetBit(i + 1)) {
      Object example = examples.get(i);
      if (example instanceof BigDecimal number && (i == 0 || !pieces.get(i - 1))) {
        told.add(plain(number));
      } else if (example instanceof String text && !text.equals(ANY_OTHER)) {
        told.add("\"" + text + "\"");
      } else if (example instanceof Boolean) {
        told.add(String.valueOf(example));
      }
    }
    if (told.isEmpty()) {
      told.add(pieces.nextSetBit(0) == examples.size() - 1 ? "not known" : "something that no row names");
    }
    return column.label() + " is " + String.join(" or ", told);
  }

  private static String plain(BigDecimal number) {
    return (isWhole(number) ? number.setScale(0, RoundingMode.UNNECESSARY) : number.stripTrailingZeros())
        .toPlainString();
  }
}
