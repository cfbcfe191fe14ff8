package io.remit.process.contract;

import io.remit.cases.Stage;
import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code stage-by-aging} is a ladder that an aging case only climbs. */
final class AgingRules implements FileRules {

  private static final String FILE = CaseModel.STAGE_DECISION + ".dmn";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final Pattern CELL =
      Pattern.compile("|(>=?|<=?)?\\s*-?\\d+|[\\[\\](]-?\\d+\\s*\\.\\.\\s*-?\\d+[\\[\\])]");
  /** What the code asks the table at most. */
  private static final int YOUNGEST = -400;
  private static final int OLDEST = 4000;

  @Override
  public void check(ReadModel read, Findings found) {
    read.decision().filter(model -> read.name().equals(FILE)
        && model.getModelElementById(CaseModel.STAGE_DECISION) != null).ifPresent(model -> {
      DecisionTableModel table = DecisionTableModel.of(model);
      checkCells(table, found);
      if (read.isSound()) {
        checkLadder(table, new DecisionAnswers(CaseModel.STAGE_DECISION, model), found);
      }
    });
  }

  private static void checkLadder(DecisionTableModel table, DecisionAnswers answers, Findings found) {
    Set<Stage> reached = EnumSet.noneOf(Stage.class);
    Rung before = null;
    for (int age : turningPoints(table)) {
      Rung rung;
      try {
        rung = Rung.of(answers.to(Map.of("daysPastDue", age)));
      } catch (RuntimeException e) {
        report("at " + age + " days it gives no usable answer: " + e.getMessage(), found);
        return;
      }
      if (before != null && rung.isBelow(before)) {
        report("from " + before + " it falls back to " + rung + " at " + age + " days", found);
        return;
      }
      reached.add(rung.stage());
      before = rung;
    }
    if (reached.size() != Stage.values().length) {
      report("it reaches only " + reached, found);
    }
  }

  /** With such cells the answer changes only at the numbers that they name. */
  private static void checkCells(DecisionTableModel table, Findings found) {
    for (DecisionTableModel.Row row : table.rows()) {
      String cell = row.when().getOrDefault("daysPastDue", "");
      if (!CELL.matcher(cell).matches()) {
        report("row " + row.id() + " says " + cell + "; it takes a comparison with a whole number", found);
      }
    }
    if (table.rows().isEmpty()) {
      report("it has no rows", found);
      return;
    }
    DecisionTableModel.Row last = table.rows().get(table.rows().size() - 1);
    if (!last.when().values().stream().allMatch(String::isEmpty)) {
      report("its last row " + last.id() + " does not catch all that is left", found);
    }
  }

  private static SortedSet<Integer> turningPoints(DecisionTableModel table) {
    SortedSet<Integer> ages = new TreeSet<>(Set.of(YOUNGEST, OLDEST));
    table.rows().stream().flatMap(row -> NUMBER.matcher(row.when().getOrDefault("daysPastDue", "")).results())
        .map(number -> Integer.valueOf(number.group())).forEach(age -> ages.addAll(Set.of(age - 1, age, age + 1)));
    return ages.subSet(YOUNGEST, OLDEST + 1);
  }

  private static void report(String detail, Findings found) {
    found.add(FILE, CaseModel.STAGE_DECISION, ModelRule.AGING_IS_A_LADDER, detail);
  }

  private record Rung(Stage stage, boolean works) {

    static Rung of(List<Map<String, Object>> rows) {
      if (rows.size() != 1) {
        throw new IllegalStateException(rows.size() + " rows");
      }
      Object works = rows.get(0).get("contact");
      if (!(works instanceof Boolean contact)) {
        throw new IllegalStateException("contact is " + works);
      }
      String stage = String.valueOf(rows.get(0).get("stage"));
      return new Rung(Stream.of(Stage.values()).filter(each -> each.name().equals(stage)).findFirst()
          .orElseThrow(() -> new IllegalStateException("there is no stage " + stage)), contact);
    }

    boolean isBelow(Rung other) {
      return stage.compareTo(other.stage) < 0 || stage == other.stage && other.works && !works;
    }
  }
}
