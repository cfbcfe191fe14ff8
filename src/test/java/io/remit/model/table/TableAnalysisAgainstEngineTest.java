package io.remit.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.table.Table.Column;
import io.remit.model.table.Table.HitPolicy;
import io.remit.model.table.Table.Kind;
import io.remit.model.table.Table.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/**
 * Small tables that chance makes, asked everything that can make a difference: the engine says which rows fit. What the
 * analysis says of the table must be so, and whatever is so it must say.
 */
@Tag("long")
class TableAnalysisAgainstEngineTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  /** What the engine answered to a cell and a value. */
  private static final Map<List<Object>, Boolean> ANSWERED = new HashMap<>();
  private static final Pattern FACT =
      Pattern.compile("(\\w) is (not known|something that no row names|\"?[\\w.-]+\"?)");

  private record Kinds(Column column, List<String> cells, List<Object> values) {
  }

  private static final List<Kinds> COLUMNS = List.of(
      new Kinds(new Column("a", "x", Kind.WHOLE_NUMBER, "", false),
          List.of("", "-", "< 1", "<= 1", ">1", ">= 2", "3", "[1..2]", "(1..4)", "]1..4]", "[2..4[", "1,3", "not(2)",
              "not([1..2],4)", "not(< 2)", "< 1, > 3", "[4..2]", "-1", "null", "modulo(?, 2) = 0"),
          Arrays.asList(-2, -1, 0, 1, 2, 3, 4, 5, null)),
      new Kinds(new Column("b", "x", Kind.NUMBER, "[0..10]", true),
          List.of("", "< 1.5", "<= 1.5", "> 1.5", ">= 3", "]1.5..3[", "[0..1.5]", "0.5, [3..10]", "not(> 3)",
              "not(1.5)"),
          Arrays.asList(-1d, 0d, 0.25, 0.5, 1d, 1.5, 2d, 3d, 4d, 5d, 10d, 11d, null)),
      new Kinds(new Column("c", "x", Kind.TEXT, "\"A\",\"B\",\"C\"", false),
          List.of("", "\"A\"", "\"B\"", "\"C\"", "\"A\",\"B\"", "not(\"A\")", "not(\"B\", \"C\")",
              "\"A\", \"B\", \"C\""),
          Arrays.asList("A", "B", "C", "Z", null)),
      new Kinds(new Column("d", "x", Kind.TEXT, "", false),
          List.of("", "\"A\"", "\"B\"", "not(\"A\")", "not(\"A\",\"B\")", "\"A\",null", "not(null)", "null"),
          Arrays.asList("A", "B", "Z", null)),
      new Kinds(new Column("e", "x", Kind.TRUTH, "", false),
          List.of("", "true", "false", "null", "not(null)"), Arrays.asList(true, false, null)));

  /** What the columns that list their values are not asked. */
  private static final Map<String, List<Object>> OUTSIDE = Map.of("b", List.of(-1d, 11d), "c", List.of("Z"));

  /** A table, and for each question the rows that fit it. */
  private record Asked(Table table, List<List<Object>> questions, List<List<Integer>> fitting) {
  }

  @Property(tries = 150)
  void whatIsSaidOfGapsIsSo(@ForAll("tables") Table table) {
    Asked asked = asked(table);
    List<Fault> gaps = faults(table, Fault.Kind.GAP);

    boolean open = IntStream.range(0, asked.questions().size()).anyMatch(
        i -> isAsked(table, asked.questions().get(i)) && asked.fitting().get(i).isEmpty());
    if (faults(table, Fault.Kind.PERHAPS_A_GAP).isEmpty()) {
      assertThat(!gaps.isEmpty()).as(() -> table + " " + gaps).isEqualTo(open);
    }
    gaps.forEach(gap -> assertThat(IntStream.range(0, asked.questions().size())
        .filter(i -> isAsked(table, asked.questions().get(i)) && isExample(gap, table, asked.questions().get(i)))
        .mapToObj(asked.fitting()::get).toList()).as(gap::words).isNotEmpty().allMatch(List::isEmpty));
  }

  @Property(tries = 150)
  void whatIsSaidOfRowsThatAreNeverReachedIsSo(@ForAll("tables") Table table) {
    Asked asked = asked(table);
    List<String> told = rows(table, Fault.Kind.SHADOWED);
    told.addAll(rows(table, Fault.Kind.NEVER));

    for (int row = 0; row < table.rows().size(); row++) {
      int number = row;
      boolean reached = asked.fitting().stream().anyMatch(rows -> !rows.isEmpty() && rows.get(0) == number);
      if (told.contains("r" + row) || isExact(table)) {
        assertThat(told.contains("r" + row)).as(table + " " + told + " " + row).isEqualTo(!reached);
      }
    }
  }

  @Property(tries = 150)
  void whatIsSaidOfRowsThatFitTogetherIsSo(@ForAll("tables") Table first) {
    Table table = new Table(HitPolicy.UNIQUE, false, first.inputs(), first.rows());
    Asked asked = asked(table);
    List<String> told = rows(table, Fault.Kind.OVERLAP);

    for (int row = 0; row < table.rows().size(); row++) {
      int number = row;
      boolean together = IntStream.range(0, asked.questions().size()).anyMatch(
          i -> isAsked(table, asked.questions().get(i)) && asked.fitting().get(i).indexOf(number) > 0);
      if (told.contains("r" + row) || isExact(table)) {
        assertThat(told.contains("r" + row)).as(table + " " + told + " " + row).isEqualTo(together);
      }
    }
    faults(table, Fault.Kind.OVERLAP).forEach(overlap -> assertThat(IntStream.range(0, asked.questions().size())
        .filter(i -> isAsked(table, asked.questions().get(i)) && isExample(overlap, table, asked.questions().get(i)))
        .mapToObj(asked.fitting()::get).toList()).as(overlap::words).isNotEmpty()
        .allMatch(rows -> rows.indexOf(Integer.valueOf(overlap.row().substring(1))) > 0));
  }

  /** Tables of one to three inputs and up to six rows, each of which answers its own number. */
  @Provide
  Arbitrary<Table> tables() {
    return Arbitraries.of(COLUMNS).set().ofMinSize(1).ofMaxSize(3).flatMap(chosen -> {
      List<Kinds> columns = List.copyOf(chosen);
      Arbitrary<List<String>> when = Combinators.combine(columns.stream()
          .map(column -> Arbitraries.oneOf(Arbitraries.just(""), Arbitraries.of(column.cells()))).toList())
          .as(cells -> cells);
      return when.list().ofMaxSize(6).map(rows -> new Table(HitPolicy.FIRST, true,
          columns.stream().map(Kinds::column).toList(), IntStream.range(0, rows.size())
              .mapToObj(i -> new Row("r" + i, rows.get(i), List.of(String.valueOf(i)))).toList()));
    });
  }

  private static Asked asked(Table table) {
    List<List<Object>> questions = new ArrayList<>(List.of(List.of()));
    for (Column column : table.inputs()) {
      questions = questions.stream().flatMap(known -> kinds(column).values().stream().map(value -> {
        List<Object> more = new ArrayList<>(known);
        more.add(value);
        return more;
      })).collect(Collectors.toList());
    }
    List<List<Integer>> fitting = questions.stream().map(question -> IntStream.range(0, table.rows().size())
        .filter(row -> IntStream.range(0, table.inputs().size()).allMatch(
            i -> fits(table.inputs().get(i), table.rows().get(row).when().get(i), question.get(i))))
        .boxed().toList()).toList();
    return new Asked(table, questions, fitting);
  }

  private static Kinds kinds(Column column) {
    return COLUMNS.stream().filter(kinds -> kinds.column().equals(column)).findFirst().orElseThrow();
  }

  /** Whether the table is asked that: a missing fact only where it may be missing, and what is listed. */
  private static boolean isAsked(Table table, List<Object> question) {
    return IntStream.range(0, question.size()).allMatch(i -> {
      Column column = table.inputs().get(i);
      boolean namesNothing = table.rows().stream().anyMatch(row -> row.when().get(i).contains("null"));
      return question.get(i) == null ? column.mayBeMissing() || namesNothing
          : !OUTSIDE.getOrDefault(column.label(), List.of()).contains(question.get(i));
    });
  }

  /** Whether nothing in the table is of the kind that the analysis does not count on. */
  private static boolean isExact(Table table) {
    return table.rows().stream().flatMap(row -> row.when().stream()).noneMatch(cell -> cell.contains("modulo")
        || cell.equals("< 1, > 3") || cell.contains("],4") || cell.startsWith("0.5,"));
  }

  private static boolean isExample(Fault fault, Table table, List<Object> question) {
    Matcher fact = FACT.matcher(fault.words().substring(Math.max(0, fault.words().indexOf("for example, "))));
    while (fact.find()) {
      for (int i = 0; i < question.size(); i++) {
        if (table.inputs().get(i).label().equals(fact.group(1)) && !isSame(fact.group(2), question.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSame(String words, Object value) {
    return switch (words) {
      case "not known" -> value == null;
      case "something that no row names" -> "Z".equals(value);
      default -> value instanceof Number number ? Double.parseDouble(words) == number.doubleValue()
          : value instanceof String text ? words.equals("\"" + text + "\"") : words.equals(String.valueOf(value));
    };
  }

  private static List<Fault> faults(Table table, Fault.Kind kind) {
    return TableAnalysis.faults(table).stream().filter(fault -> fault.kind() == kind).toList();
  }

  private static List<String> rows(Table table, Fault.Kind kind) {
    return faults(table, kind).stream().map(Fault::row).collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean fits(Column column, String cell, Object value) {
    return ANSWERED.computeIfAbsent(Arrays.asList(column.label(), cell, value), asked -> {
      String type = switch (column.kind()) {
        case WHOLE_NUMBER -> "integer";
        case NUMBER -> "double";
        case TEXT -> "string";
        default -> "boolean";
      };
      String model = """
          <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
            <decision id="cell" name="cell"><decisionTable id="t">
              <input id="i"><inputExpression id="e" typeRef="%s"><text>x</text></inputExpression></input>
              <output id="o" name="o" typeRef="boolean" />
              <rule id="r"><inputEntry id="c"><text>%s</text></inputEntry>
                <outputEntry id="a"><text>true</text></outputEntry></rule>
            </decisionTable></decision>
          </definitions>""".formatted(type, cell.replace("<", "&lt;"));
      Map<String, Object> facts = new HashMap<>();
      facts.put("x", value);
      return !ENGINE.evaluateDecisionTable(
          ENGINE.parseDecision("cell", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8))), facts)
          .isEmpty();
    });
  }
}
