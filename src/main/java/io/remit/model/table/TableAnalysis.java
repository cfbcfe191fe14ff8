package io.remit.model.table;

import io.remit.model.table.Fault.Kind;
import io.remit.model.table.Table.Column;
import io.remit.model.table.Table.HitPolicy;
import io.remit.model.table.Table.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a table for its hit policy: questions without an answer, and rows that contradict others or stand
 * there for nothing. It is exact but for conditions that are {@link Cell#isOpaque opaque}: those are not counted on for
 * an answer, and nobody is told that they contradict. Work is bounded, whatever the table; the same table has the same
 * faults.
 */
public final class TableAnalysis {

  /** The bounds of the work, in cells that are looked at: less than a second together. */
  private static final long MOST_FOR_GAPS = 2_000_000;
  private static final long MOST_FOR_ROWS = 4_000_000;
  private static final long MOST_FOR_DOMAINS = 4_000_000;
  private static final int MOST_GAPS = 5;
  private static final int MOST_NAMED = 4;

  private final Table table;
  private final List<List<Cell>> cells;
  private final List<Domain> domains = new ArrayList<>();
  /** For each row what fits it for certain, and what may. */
  private final List<Box> certain = new ArrayList<>();
  private final List<Box> possible = new ArrayList<>();
  private final List<Fault> found = new ArrayList<>();

  private TableAnalysis(Table table) {
    this.table = table;
    this.cells = table.rows().stream().map(row -> IntStream.range(0, table.inputs().size())
        .mapToObj(i -> Cell.of(i < row.when().size() ? row.when().get(i) : "", table.inputs().get(i).kind()))
        .toList()).toList();
  }

  /** What is wrong with a table: gaps first, then rows from the top. */
  public static List<Fault> faults(Table table) {
    TableAnalysis analysis = new TableAnalysis(table);
    try {
      analysis.measure();
      analysis.findGaps();
      analysis.findUselessRows();
    } catch (Cover.TooLarge e) {
      analysis.found.add(new Fault(Kind.PERHAPS_SHADOWED, "",
          "the table is too large to be sure that its rows get along; what was found is told"));
    }
    return List.copyOf(analysis.found);
  }

  private void measure() throws Cover.TooLarge {
    Cover work = new Cover(MOST_FOR_DOMAINS);
    for (int i = 0; i < table.inputs().size(); i++) {
      int column = i;
      List<Cell> ofColumn = cells.stream().map(row -> row.get(column)).toList();
      Domain domain = new Domain(table.inputs().get(i), ofColumn);
      work.spend((long) domain.size() * ofColumn.size());
      domains.add(domain);
    }
    int[] sizes = domains.stream().mapToInt(Domain::size).toArray();
    for (List<Cell> row : cells) {
      List<Domain.Fitting> fitting = IntStream.range(0, row.size()).mapToObj(i -> domains.get(i).fitting(row.get(i)))
          .toList();
      certain.add(new Box(fitting.stream().map(Domain.Fitting::certain).toList(), sizes));
      possible.add(new Box(fitting.stream().map(Domain.Fitting::possible).toList(), sizes));
    }
  }

  /** What the table is asked: all other boxes are compared with it. */
  private Box asked() {
    return new Box(domains.stream().map(Domain::asked).toList());
  }

  private void findGaps() {
    if (!table.mustAnswer()) {
      return;
    }
    Box asked = asked();
    List<Box> answered = new ArrayList<>(certain);
    Cover work = new Cover(MOST_FOR_GAPS);
    try {
      for (int gaps = 0; gaps < MOST_GAPS; gaps++) {
        Optional<Box> open = work.open(asked, answered);
        if (open.isEmpty()) {
          return;
        }
        Box gap = Cover.widened(open.get(), asked, answered);
        found.add(gap(gap, asked));
        answered.add(gap);
      }
    } catch (Cover.TooLarge e) {
      found.add(new Fault(Kind.PERHAPS_A_GAP, "", "the table is too large to be sure that a row answers whatever is"
          + " asked; let the first row that fits count, and end it with a row without conditions"));
    }
  }

  private Fault gap(Box gap, Box asked) {
    List<String> opaque = named(cells.size(), row -> possible.get(row).meets(gap));
    return opaque.isEmpty()
        ? new Fault(Kind.GAP, "", "no row answers" + when(gap, asked) + "; add a row for it, or widen one")
        : new Fault(Kind.PERHAPS_A_GAP, "", "it is not sure that a row answers" + when(gap, asked) + ": "
            + listed(opaque) + " may, but " + (opaque.size() == 1 ? "its" : "their") + " conditions are more than"
            + " values, comparisons and ranges; add a row for it");
  }

  private void findUselessRows() throws Cover.TooLarge {
    Cover work = new Cover(MOST_FOR_ROWS);
    for (int row = 0; row < cells.size(); row++) {
      if (!findOddCells(row)) {
        switch (table.hitPolicy()) {
          case FIRST -> findShadow(row, work);
          case UNIQUE, ANY -> findOverlap(row, work);
          case COLLECT -> findDuplicate(row, work);
        }
      }
    }
  }

  /** Looks for cells that no value fits, or that are none. */
  private boolean findOddCells(int row) {
    int before = found.size();
    for (int i = 0; i < domains.size(); i++) {
      Cell cell = cells.get(row).get(i);
      String mended = cell.unreadable();
      String strange = domains.get(i).strange(cell);
      if (mended != null) {
        add(Kind.UNREADABLE, row, cell.text() + " under " + label(i) + " is not understood as it looks: " + mended);
      } else if (strange != null) {
        add(Kind.NEVER, row, label(i) + " is never \"" + strange + "\"; write one of its values: "
            + table.inputs().get(i).values().strip());
      } else if (possible.get(row).side(i).isEmpty()) {
        add(Kind.NEVER, row, "nothing fits " + cell.text() + " under " + label(i)
            + "; turn the range round, or write a value of its kind");
      } else {
        String unquoted = unquoted(cell, i);
        if (unquoted != null) {
          add(Kind.NEVER, row, cell.text() + " under " + label(i) + " is no text; write \"" + unquoted
              + "\" with its quotation marks");
        }
      }
    }
    return found.size() > before;
  }

  /** A text of the column that was written without its quotation marks; null if that is not it. */
  private @Nullable String unquoted(Cell cell, int column) {
    Column input = table.inputs().get(column);
    if (!cell.isOpaque() || input.kind() != Table.Kind.TEXT || cell.text().equals(input.fact())) {
      return null;
    }
    return IntStream.range(0, domains.get(column).size()).mapToObj(domains.get(column)::example)
        .filter(String.class::isInstance).map(String.class::cast).filter(cell.text()::equalsIgnoreCase).findFirst()
        .orElse(null);
  }

  private void findShadow(int row, Cover work) throws Cover.TooLarge {
    Box own = possible.get(row);
    List<Box> before = certain.subList(0, row);
    if (work.open(own, before).isPresent()) {
      return;
    }
    Optional<String> one = named(row, other -> certain.get(other).missing(own).isEmpty()).stream().findFirst();
    List<String> all = named(row, other -> certain.get(other).meets(own));
    add(Kind.SHADOWED, row, "it is never reached: whatever fits it fits "
        + one.orElseGet(() -> "one of " + listed(all)) + " before it; move it up, or take it out");
  }

  private void findOverlap(int row, Cover work) throws Cover.TooLarge {
    work.spend((long) row * domains.size());
    Box asked = asked();
    for (int other = 0; other < row; other++) {
      boolean agree = table.hitPolicy() == HitPolicy.ANY
          && answers(row).equals(answers(other));
      Optional<Box> both = agree ? Optional.empty() : certain.get(row).and(certain.get(other)).flatMap(asked::and);
      if (both.isPresent()) {
        add(Kind.OVERLAP, row, "it fits together with " + named(other) + when(both.get(), asked) + ", and "
            + (table.hitPolicy() == HitPolicy.ANY ? "they answer different things" : "only one row may fit")
            + "; part them, or take one out");
        return;
      }
    }
  }

  private void findDuplicate(int row, Cover work) throws Cover.TooLarge {
    work.spend((long) row * domains.size());
    for (int other = 0; other < row; other++) {
      if (answers(row).equals(answers(other)) && isSameCondition(row, other)) {
        add(Kind.DUPLICATE, row, "it is the same as " + named(other) + ", and counts twice; take one out");
        return;
      }
    }
  }

  private boolean isSameCondition(int row, int other) {
    return IntStream.range(0, domains.size()).allMatch(i -> {
      Cell one = cells.get(row).get(i);
      Cell two = cells.get(other).get(i);
      return one.isOpaque() || two.isOpaque() ? one.text().equals(two.text())
          : certain.get(row).side(i).equals(certain.get(other).side(i));
    });
  }

  private List<String> answers(int row) {
    return table.rows().get(row).then().stream().map(String::strip).toList();
  }

  private void add(Kind kind, int row, String words) {
    found.add(new Fault(kind, table.rows().get(row).id(), named(row) + ": " + words));
  }

  /** A row as Modeler numbers it, with its id. */
  private String named(int row) {
    Row written = table.rows().get(row);
    return "row " + (row + 1) + (written.id().isEmpty() ? "" : " (" + written.id() + ")");
  }

  /** Those above a row that are of a kind. */
  private List<String> named(int before, IntPredicate kind) {
    return IntStream.range(0, before).filter(kind).mapToObj(this::named).toList();
  }

  private String label(int input) {
    return table.inputs().get(input).label();
  }

  private static String listed(List<String> rows) {
    return rows.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (rows.size() > MOST_NAMED ? " and others" : "");
  }

  /** An example out of a box; what may be anything is not told. */
  private String when(Box box, Box everything) {
    String told = IntStream.range(0, domains.size()).mapToObj(i -> {
      BitSet side = box.side(i);
      return side.equals(everything.side(i)) ? null : domains.get(i).words(side);
    }).filter(Objects::nonNull).collect(Collectors.joining(" and "));
    return told.isEmpty() ? "" : " when, for example, " + told;
  }
}
