package io.remit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.database.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program on tables that a newer one has changed: it goes on, unless the newer one says that it cannot. */
@Tag("long")
class MigrationsAtStartTest {

  private static final String FIRST = "V1__first.sql";
  private static final String ADDED = "V2__added.sql";
  private static final String CONTRACTED = "V3__needs_2_drop_what_V1_read.sql";

  @TempDir
  private Path folder;
  private PostgresDatabase postgres;

  /** Where the tables are. */
  enum Database { H2, POSTGRESQL }

  @AfterEach
  void drop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  private DataSource make(Database database) {
    if (database == Database.POSTGRESQL) {
      postgres = PostgresDatabase.create();
      return postgres.dataSource();
    }
    JdbcDataSource memory = new JdbcDataSource();
    memory.setURL("jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
    return memory;
  }

  /** A program that has these migrations is started. */
  private boolean start(DataSource database, String... migrations) {
    try {
      Path its = Files.createTempDirectory(folder, "program");
      for (String name : migrations) {
        Files.writeString(its.resolve(name), switch (name) {
          case FIRST -> "create table thing (thing_id integer primary key, old integer, older integer);";
          case ADDED -> "alter table thing add column young integer;";
          default -> "alter table thing drop column old;";
        });
      }
      Flyway flyway = Flyway.configure().dataSource(database).validateOnMigrate(false)
          .locations("filesystem:" + its).load();
      new MigrationsAtStart().migrate(flyway);
      return MigrationsAtStart.isNewer(flyway);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOlderProgramGoesOnWhereANewerOneOnlyAdded(Database kind) {
    DataSource database = make(kind);
    assertThat(start(database, FIRST)).isFalse();
    assertThat(start(database, FIRST, ADDED)).isFalse();
    assertThat(start(database, FIRST)).as("knows that the tables are newer").isTrue();
    assertThat(JdbcClient.create(database).sql("select count(young) from thing").query(Long.class).single()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aProgramThatDoesNotKnowWhatAMigrationNeedsIsRefused(Database kind) {
    DataSource database = make(kind);
    start(database, FIRST);
    start(database, FIRST, ADDED, CONTRACTED);
    String[] before = history(database);
    assertThatThrownBy(() -> start(database, FIRST)).isInstanceOf(NewerDatabaseException.class).hasMessage(
        "A newer version of Remit has changed the tables of this database (V3, needs 2 drop what V1 read). A program"
            + " has to know V2 to run with them; this one ends at V1. Start the newer version here (docs/nodes.md, a"
            + " rolling restart).");
    assertThat(history(database)).as("a refusal changes nothing").isEqualTo(before);
    assertThatCode(() -> start(database, FIRST, ADDED)).as("knows what it needs").doesNotThrowAnyException();
    assertThatCode(() -> start(database, FIRST, ADDED, CONTRACTED)).doesNotThrowAnyException();
  }

  private static String[] history(DataSource database) {
    return Arrays.stream(Flyway.configure().dataSource(database).load().info().applied())
        .map(applied -> applied.getVersion() + " " + applied.getDescription()).toArray(String[]::new);
  }
}
