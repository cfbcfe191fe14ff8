package io.remit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.database.RemitTables;
import io.remit.privacy.HeldColumn.Content;
import io.remit.privacy.HeldColumn.OnErasure;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is held is written down: each table and column of the database, and nothing that is not there. */
@Tag("long")
class InventoryTest {

  private static final String FLYWAY = "flyway_schema_history";

  private final Inventory inventory = new Inventory();

  @Test
  void eachColumnOfTheDatabaseIsInTheInventoryAndNoOther() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    RemitTables.makeIn(database);
    List<String> found = JdbcClient.create(database).sql("""
        select lower(table_name) || '.' || lower(column_name) from information_schema.columns
         where table_schema = 'PUBLIC' and lower(table_name) <> :flyway
           and table_name not in (select v.table_name from information_schema.views v) order by 1
        """).param("flyway", FLYWAY).query(String.class).list();

    assertThat(inventory.tables().stream().flatMap(table -> table.columns().stream()
        .map(column -> table.name() + "." + column.name()))).containsExactlyInAnyOrderElementsOf(found);
    JdbcClient.create(database).sql("shutdown").update();
  }

  @Test
  void whoseRowsCanBeADebtorsAreFoundAndSaidInWords() {
    HeldRows rows = new HeldRows(inventory);

    assertThat(inventory.tablesAboutDebtors()).hasSizeGreaterThan(60).allSatisfy(table -> {
      assertThat(rows.condition(table)).as(table.name()).isNotEmpty();
      assertThat(table.heading()).as(table.name()).isNotEmpty();
      assertThat(table.chineseHeading()).as(table.name()).isNotEmpty();
    });
  }

  /** A table that has the key of a debtor, a case or an account has rows of debtors. */
  @Test
  void noTableWithAKeyOfADebtorIsLeftOut() {
    Set<String> keys = Set.of("debtor_id", "case_number", "account_number", "matter");

    assertThat(inventory.tables()).filteredOn(table -> !table.isAboutDebtors())
        .noneMatch(table -> table.columns().stream().anyMatch(column -> keys.contains(column.name())));
  }

  /** In rows that stay no text, number or name does. */
  @Test
  void whatTellsWhoItWasDoesNotStay() {
    Set<Content> telling = Set.of(Content.WAY, Content.IDENTITY, Content.THIRD_PERSON, Content.TEXT);

    assertThat(inventory.tablesAboutDebtors().stream().filter(HeldTable::rowsStay).flatMap(table -> table.columns()
        .stream().filter(column -> telling.contains(column.content()) && column.onErasure() == OnErasure.KEEP)
        .map(column -> table.name() + "." + column.name()))).isEmpty();
  }

  @Test
  void eachLabelHasItsChinese() {
    Set<String> labels = inventory.tables().stream().flatMap(table -> table.columns().stream())
        .filter(HeldColumn::isTold).map(HeldColumn::label).collect(Collectors.toCollection(TreeSet::new));

    assertThat(inventory.chineseLabels().keySet()).containsAll(labels);
    assertThat(Stream.concat(inventory.chineseLabels().values().stream(),
        inventory.tablesAboutDebtors().stream().map(HeldTable::chineseHeading)))
        .allMatch(chinese -> chinese.codePoints().anyMatch(Character::isIdeographic));
  }
}
