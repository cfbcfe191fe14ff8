package io.remit.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.table.Table.Column;
import io.remit.model.table.Table.HitPolicy;
import io.remit.model.table.Table.Kind;
import io.remit.model.table.Table.Row;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a process owner reads of a table with a hole in it, or with a row for nothing. */
class TableAnalysisTest {

  private static final Column STAGE =
      new Column("Stage", "stage", Kind.TEXT, "\"MESSAGE\",\"VISIT\",\"LEGAL\"", false);
  private static final Column DAYS = new Column("Days past due", "daysPastDue", Kind.WHOLE_NUMBER, "", false);
  private static final Column SHARE = new Column("Share in percent", "share", Kind.WHOLE_NUMBER, "[0..100]", false);
  private static final Column AMOUNT =
      new Column("Overdue amount, in the reference currency", "overdueAmount", Kind.NUMBER, "", true);
  private static final Column COUNTRY = new Column("Country", "country", Kind.TEXT, "", false);
  private static final Column HELD = new Column("On hold", "onHold", Kind.TRUTH, "", false);

  @Test
  void whatNoRowAnswersIsToldWithAnExample() {
    assertThat(words(HitPolicy.FIRST, List.of(STAGE, DAYS),
        "\"VISIT\"", "< 30",
        "\"MESSAGE\",\"LEGAL\"", "-",
        "\"VISIT\"", "> 30")).containsExactly(
        "GAP: no row answers when, for example, Stage is \"VISIT\" and Days past due is 30; add a row for it,"
            + " or widen one");
  }

  @Test
  void theValuesThatAColumnListsAreAllThatItIsAskedFor() {
    assertThat(words(HitPolicy.FIRST, List.of(STAGE), "\"VISIT\",\"LEGAL\"", "not(\"VISIT\")")).isEmpty();
    assertThat(words(HitPolicy.FIRST, List.of(SHARE), "< 50", "[50..100]")).isEmpty();
    assertThat(words(HitPolicy.FIRST, List.of(DAYS), "< 50", "[50..100]")).singleElement().asString()
        .contains("Days past due is 101");
    assertThat(words(HitPolicy.FIRST, List.of(COUNTRY), "\"DE\"", "\"FR\"")).singleElement().asString()
        .contains("Country is something that no row names");
  }

  @Test
  void anAmountThatNobodyCanCompareNeedsARowToo() {
    assertThat(words(HitPolicy.FIRST, List.of(AMOUNT), "< 50", ">= 50")).singleElement().asString()
        .contains("Overdue amount, in the reference currency is not known");
    assertThat(words(HitPolicy.FIRST, List.of(AMOUNT), "< 50", "")).isEmpty();
  }

  @Test
  void betweenTwoWholeNumbersThereIsNothing() {
    assertThat(words(HitPolicy.UNIQUE, List.of(DAYS), "<= 30", ">= 31")).isEmpty();
    assertThat(words(HitPolicy.UNIQUE, List.of(new Column("Rate", "rate", Kind.NUMBER, "", false)), "<= 30", ">= 31"))
        .singleElement().asString().contains("Rate is 30.5");
  }

  @Test
  void severalHolesAreToldEachOnce() {
    assertThat(words(HitPolicy.UNIQUE, List.of(DAYS, HELD), "< 5", "true", "[10..20]", "-")).containsExactly(
        "GAP: no row answers when, for example, Days past due is 5 or 21; add a row for it, or widen one",
        "GAP: no row answers when, for example, Days past due is 4 and On hold is false; add a row for it, or"
            + " widen one");
    assertThat(words(HitPolicy.UNIQUE, List.of(DAYS))).containsExactly(
        "GAP: no row answers; add a row for it, or widen one");
  }

  @Test
  void aTableThatNeedNotAnswerHasNoHoles() {
    assertThat(faults(new Table(HitPolicy.UNIQUE, false, List.of(COUNTRY), rows(1, "\"DE\"")))).isEmpty();
  }

  @Test
  void rowsThatFitTogetherAreToldWhereOnlyOneMay() {
    assertThat(words(HitPolicy.UNIQUE, List.of(STAGE, DAYS),
        "\"VISIT\"", "<= 30",
        "\"VISIT\",\"LEGAL\"", ">= 30",
        "\"LEGAL\"", "< 30",
        "\"MESSAGE\"", "")).containsExactly(
        "OVERLAP r2: row 2 (r2): it fits together with row 1 (r1) when, for example, Stage is \"VISIT\" and Days"
            + " past due"
            + " is 30, and only one row may fit; part them, or take one out");
  }

  @Test
  void rowsThatSayTheSameMayFitTogether() {
    List<Row> rows = List.of(new Row("r1", List.of("< 10"), List.of("1")), new Row("r2", List.of("<= 20"),
        List.of("1")),
        new Row("r3", List.of(">= 20"), List.of("2")));

    assertThat(faults(new Table(HitPolicy.ANY, true, List.of(DAYS), rows))).singleElement().satisfies(fault -> {
      assertThat(fault.row()).isEqualTo("r3");
      assertThat(fault.words()).contains("row 2 (r2)", "Days past due is 20", "they answer different things");
    });
  }

  @Test
  void aRowThatIsNeverReachedIsToldWithWhatStandsInItsWay() {
    assertThat(words(HitPolicy.FIRST, List.of(DAYS), ">= 30", ">= 365", "")).containsExactly(
        "SHADOWED r2: row 2 (r2): it is never reached: whatever fits it fits row 1 (r1) before it; move it up,"
            + " or take it out");
    assertThat(words(HitPolicy.FIRST, List.of(DAYS), "< 10", "> 5", "[0..20]", "")).singleElement().asString()
        .startsWith("SHADOWED r3: row 3 (r3)").contains("fits one of row 1 (r1), row 2 (r2) before it");
  }

  @Test
  void aLastRowForWhatNobodyExpectsIsNotForNothing() {
    assertThat(words(HitPolicy.FIRST, List.of(STAGE), "\"MESSAGE\"", "\"VISIT\"", "\"LEGAL\"", "")).isEmpty();
    assertThat(words(HitPolicy.FIRST, List.of(HELD), "true", "false", "")).isEmpty();
  }

  @Test
  void aRowThatStandsTwiceCountsTwice() {
    List<Row> rows = List.of(new Row("r1", List.of("\"DE\",\"FR\""), List.of("\"a\"")),
        new Row("r2", List.of("\"DE\""), List.of("\"a\"")), new Row("r3", List.of("\"FR\", \"DE\""), List.of("\"a\"")));

    assertThat(faults(new Table(HitPolicy.COLLECT, false, List.of(COUNTRY), rows))).singleElement()
        .satisfies(fault -> assertThat(fault.words()).isEqualTo(
            "row 3 (r3): it is the same as row 1 (r1), and counts twice; take one out"));
  }

  @Test
  void aConditionThatNothingFitsIsTold() {
    assertThat(words(HitPolicy.FIRST, List.of(DAYS, STAGE),
        "[5..3]", "",
        "]3..4[", "",
        "\"7\"", "",
        "", "\"VISITS\"",
        "", "visit",
        "", "")).containsExactly(
        "NEVER r1: row 1 (r1): nothing fits [5..3] under Days past due; turn the range round, or write a value of"
            + " its kind",
        "NEVER r2: row 2 (r2): nothing fits ]3..4[ under Days past due; turn the range round, or write a value of"
            + " its kind",
        "NEVER r3: row 3 (r3): nothing fits \"7\" under Days past due; turn the range round, or write a value of"
            + " its kind",
        "NEVER r4: row 4 (r4): Stage is never \"VISITS\"; write one of its values: \"MESSAGE\",\"VISIT\",\"LEGAL\"",
        "NEVER r5: row 5 (r5): visit under Stage is no text; write \"VISIT\" with its quotation marks");
  }

  @Test
  void whatTheEngineCannotReadIsTold() {
    assertThat(words(HitPolicy.FIRST, List.of(DAYS), "!= 5", "= 6", "1,,2", "7,", "-,5", "")).containsExactly(
        "UNREADABLE r1: row 1 (r1): != 5 under Days past due is not understood as it looks: write not(5)",
        "UNREADABLE r2: row 2 (r2): = 6 under Days past due is not understood as it looks: write 6 alone",
        "UNREADABLE r3: row 3 (r3): 1,,2 under Days past due is not understood as it looks: something is missing"
            + " beside a comma",
        "UNREADABLE r4: row 4 (r4): 7, under Days past due is not understood as it looks: something is missing"
            + " beside a comma",
        "UNREADABLE r5: row 5 (r5): -,5 under Days past due is not understood as it looks: something is missing"
            + " beside a comma");
  }

  @Test
  void whatTheEngineTakesForSomethingElseIsTold() {
    assertThat(words(HitPolicy.FIRST, List.of(HELD), "not(true)", "not( false )", "true,false", "")).containsExactly(
        "UNREADABLE r1: row 1 (r1): not(true) under On hold is not understood as it looks: write false",
        "UNREADABLE r2: row 2 (r2): not( false ) under On hold is not understood as it looks: write true",
        "UNREADABLE r3: row 3 (r3): true,false under On hold is not understood as it looks: leave it empty");
  }

  @Test
  void aFunctionIsNotCountedOnAndAccusesNobody() {
    assertThat(words(HitPolicy.FIRST, List.of(DAYS), "modulo(?, 2) = 0", "modulo(?, 2) = 1")).containsExactly(
        "PERHAPS_A_GAP: it is not sure that a row answers: row 1 (r1), row 2 (r2) may, but their conditions are"
            + " more than"
            + " values, comparisons and ranges; add a row for it");
    assertThat(words(HitPolicy.UNIQUE, List.of(DAYS), "modulo(?, 2) = 0", "? > 3 and ? < 5")).noneMatch(
        fault -> fault.startsWith("OVERLAP"));
    assertThat(words(HitPolicy.FIRST, List.of(DAYS), "modulo(?, 2) = 0", "< 5", "")).isEmpty();
    assertThat(words(HitPolicy.FIRST, List.of(DAYS), "", "modulo(?, 2) = 0")).singleElement().asString()
        .startsWith("SHADOWED r2");
  }

  @Test
  void aTableWithoutInputsAnswersByItsFirstRow() {
    assertThat(faults(new Table(HitPolicy.FIRST, true, List.of(), List.of()))).singleElement()
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.GAP));
    assertThat(faults(new Table(HitPolicy.FIRST, true, List.of(),
        List.of(new Row("r1", List.of(), List.of()), new Row("r2", List.of(), List.of()))))).singleElement()
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.SHADOWED));
  }

  @Test
  void cellsThatAreMissingOrTooManyDoNotStopIt() {
    assertThat(faults(new Table(HitPolicy.FIRST, true, List.of(DAYS, STAGE),
        List.of(new Row("r1", List.of("< 5"), List.of()), new Row("r2", List.of("", "", "", ""),
            List.of()))))).isEmpty();
  }

  @Test
  void twoHundredRowsOfEightInputsTakeLessThanASecond() {
    Table parts = partition(200, 8);
    int left = parts.rows().size();
    List<Row> holed = new ArrayList<>(parts.rows());
    holed.remove(left / 2);

    assertThat(left).isEqualTo(200);
    assertThat(timed(parts)).isEmpty();
    assertThat(timed(new Table(HitPolicy.UNIQUE, true, parts.inputs(), holed))).extracting(Fault::kind)
        .containsExactly(Fault.Kind.GAP);
    assertThat(timed(new Table(HitPolicy.FIRST, true, parts.inputs(), parts.rows()))).isEmpty();
  }

  @Test
  void aTableThatIsTooHardIsGivenUpAndSaidToBe() {
    Random chance = new Random(18);
    List<Column> inputs = IntStream.range(0, 150).mapToObj(i -> new Column("i" + i, "i" + i, Kind.TRUTH, "", false))
        .toList();
    List<Row> rows = IntStream.range(0, 630).mapToObj(row -> {
      String[] when = new String[150];
      Arrays.fill(when, "");
      chance.ints(0, 150).distinct().limit(3).forEach(i -> when[i] = String.valueOf(chance.nextBoolean()));
      return new Row("r" + row, List.of(when), List.of("1"));
    }).toList();

    List<Fault> found = timed(new Table(HitPolicy.FIRST, true, inputs, rows));

    assertThat(found).extracting(Fault::kind).containsAnyOf(Fault.Kind.PERHAPS_A_GAP, Fault.Kind.PERHAPS_SHADOWED);
    assertThat(found).extracting(Fault::words).anyMatch(words -> words.contains("too large to be sure"));
  }

  /** Of the processor's time, since others work beside. */
  private static List<Fault> timed(Table table) {
    faults(table);
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    long before = processor.getCurrentThreadCpuTime();
    List<Fault> found = faults(table);
    assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
    return found;
  }

  /** Cuts the space of numbers again and again, so that each question has one row. */
  private static Table partition(int rows, int inputs) {
    Random chance = new Random(7);
    List<int[][]> boxes = new ArrayList<>();
    int[][] all = new int[inputs][];
    Arrays.setAll(all, i -> new int[] {0, 1_000});
    boxes.add(all);
    while (boxes.size() < rows) {
      int[][] box = boxes.remove(chance.nextInt(boxes.size()));
      int side = chance.nextInt(inputs);
      if (box[side][0] < box[side][1]) {
        int cut = chance.nextInt(box[side][0], box[side][1]);
        boxes.add(with(box, side, box[side][0], cut));
        boxes.add(with(box, side, cut + 1, box[side][1]));
      } else {
        boxes.add(box);
      }
    }
    List<Column> columns = IntStream.range(0, inputs)
        .mapToObj(i -> new Column("i" + i, "i" + i, Kind.WHOLE_NUMBER, "[0..1000]", false)).toList();
    return new Table(HitPolicy.UNIQUE, true, columns, boxes.stream().map(box -> new Row("r",
        Arrays.stream(box).map(side -> side[0] == 0 && side[1] == 1_000 ? "" : "[" + side[0] + ".." + side[1] + "]")
            .toList(), List.of("1"))).toList());
  }

  private static int[][] with(int[][] box, int side, int from, int to) {
    int[][] changed = box.clone();
    changed[side] = new int[] {from, to};
    return changed;
  }

  private static List<String> words(HitPolicy policy, List<Column> inputs, String... cells) {
    return faults(new Table(policy, true, inputs, rows(inputs.size(), cells))).stream()
        .map(fault -> fault.kind() + (fault.row().isEmpty() ? "" : " " + fault.row()) + ": " + fault.words()).toList();
  }

  private static List<Row> rows(int inputs, String... cells) {
    return IntStream.range(0, cells.length / inputs).mapToObj(row -> new Row("r" + (row + 1),
        List.of(cells).subList(row * inputs, (row + 1) * inputs), List.of(String.valueOf(row)))).toList();
  }

  private static List<Fault> faults(Table table) {
    return TableAnalysis.faults(table);
  }
}
