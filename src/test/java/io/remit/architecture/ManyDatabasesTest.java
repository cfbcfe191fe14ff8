package io.remit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing in the schema or in what is asked keeps Remit on one PostgreSQL: see {@code docs/past-one-database.md}. */
class ManyDatabasesTest {

  private static final Set<Path> MIGRATIONS = SourceTree.below(Path.of("src", "main", "resources", "db"));
  private static final Set<Path> CODE = SourceTree.below(Path.of("src", "main", "java"));

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "(?i)pg_(try_)?advisory ; locks that belong to no row, which are not copied to another cell",
      "(?i)create (or replace )?(trigger|rule|procedure)\\b ; what runs in the database",
      "(?i)create sequence|(?<!count\\(|setval\\(number, )nextval *\\( ; numbers that are taken by hand, not left out",
      "(?i)\\bserial\\b ; a sequence that nobody names",
      "(?i)\\block table\\b ; a whole table, on all shards",
      "(?i)\\b(pg_notify|listen) *\\( ; word of mouth within one database",
      "(?i)create (temp|temporary|unlogged) table ; tables of one connection or one machine",
      "(?i)\\bdeferrable\\b ; keys that are looked at in the end",
      "(?i)exclude using ; ranges that may not overlap, across shards"})
  void thisIsNotThere(String found, String why) {
    Pattern pattern = Pattern.compile(found);

    assertThat(Stream.concat(MIGRATIONS.stream(), CODE.stream())
        .filter(file -> pattern.matcher(SourceTree.text(file)).find())).as(why).isEmpty();
  }

  /** Whoever moves a debtor or spreads debtors asks for it by this column, or by the case that has it. */
  @Test
  void whatIsOfADebtorSaysSo() {
    String tables = SourceTree.text(Path.of("src", "main", "resources", "privacy", "held-tables.csv"));
    List<String> ofDebtors = tables.lines().skip(1).filter(line -> line.split(",")[1].matches("GO|STAY")).toList();

    assertThat(ofDebtors).hasSizeGreaterThan(50).allSatisfy(line -> assertThat(line.split(",")[2])
        .as("how rows of the table are found for a debtor").isNotBlank());
  }
}
