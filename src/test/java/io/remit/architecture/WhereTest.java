package io.remit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of {@code docs/where.md} tells where a rule is set, held and tested, and all of that is there. */
class WhereTest {

  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private final SourceTree tree = new SourceTree();
  private final List<Row> rows = SourceTree.text(Path.of("docs", "where.md")).lines()
      .filter(line -> line.startsWith("| ") && !line.startsWith("| rule |")).map(Row::of).toList();

  /** A line of the page's tables. */
  private record Row(String rule, List<String> sources, List<String> classes, List<String> tests) {

    static Row of(String line) {
      String[] cells = line.split("\\|");
      assertThat(cells).as(line).hasSize(5);
      return new Row(cells[1].strip(), names(cells[2]), names(cells[3]), names(cells[4]));
    }

    private static List<String> names(String cell) {
      return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }
  }

  @Test
  void eachRuleNamesWhereItIsSetAndTheClassAndTheTestThatHoldIt() {
    assertThat(rows).hasSizeGreaterThan(80).allSatisfy(row -> {
      assertThat(row.sources()).as(row.rule()).isNotEmpty();
      assertThat(row.classes()).as(row.rule()).isNotEmpty();
      assertThat(row.tests()).as(row.rule()).isNotEmpty();
    });
    assertThat(rows).extracting(Row::rule).doesNotHaveDuplicates();
  }

  @Test
  void allOfThemAreThere() {
    assertThat(missing(row -> row.sources().stream(), name -> tree.hasFile(name) || tree.hasTable(name)))
        .as("neither a file nor a table of the database").isEmpty();
    assertThat(missing(row -> row.classes().stream(), tree::hasType)).as("no class").isEmpty();
    assertThat(missing(row -> row.tests().stream(), this::isTest)).as("no test").isEmpty();
  }

  private List<String> missing(Function<Row, Stream<String>> part, Predicate<String> known) {
    return rows.stream().flatMap(row -> part.apply(row).filter(known.negate()).map(name -> row.rule() + ": " + name))
        .toList();
  }

  private boolean isTest(String name) {
    List<String> parts = Arrays.asList(name.split("[.#]", 2));
    return parts.get(0).endsWith("Test") && tree.hasType(parts.get(0))
        && (parts.size() == 1 || tree.hasMethod(parts.get(0), parts.get(1)));
  }
}
