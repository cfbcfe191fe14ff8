package io.remit.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.database.PostgresDatabase;
import io.remit.database.RemitTables;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Tag("long")
class RunningDatabaseTest {

  @TempDir
  Path folder;

  @Test
  void aDemoThatRunsIsSaidToHaveItsFileForItself() throws SQLException, IOException {
    String url = "jdbc:h2:file:" + folder.resolve("remit") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    try (Connection demo = DriverManager.getConnection(url, "sa", ""); Statement statement = demo.createStatement()) {
      statement.execute("create table movable_clock (offset_millis bigint)");
    }
    try (FileChannel file = FileChannel.open(folder.resolve("remit.mv.db"), StandardOpenOption.WRITE);
        FileLock ofTheDemo = file.lock()) {
      assertThat(ofTheDemo.isValid()).isTrue();
      assertThatIllegalStateException().isThrownBy(() -> RunningDatabase.open(node(url)))
          .withMessageContaining("end it, try the models, and start it again");
    }
    try (Connection ended = RunningDatabase.open(node(url)); Statement statement = ended.createStatement()) {
      assertThatThrownBy(() -> statement.execute("insert into movable_clock values (1)"))
          .hasMessageContaining("read only");
    }
  }

  /** On PostgreSQL two schemas of another database are made, filled and dropped; the running one may not be it. */
  @Test
  void copiesAreMadeInAnotherDatabaseAndDroppedAgain() throws SQLException, IOException {
    try (PostgresDatabase running = PostgresDatabase.create(); PostgresDatabase scratch = PostgresDatabase.create();
        Connection read = RunningDatabase.open(node(running.url()))) {
      RemitTables.makeIn(running.dataSource());
      JdbcClient.create(running.dataSource()).sql("""
          insert into debtor (debtor_id, debtor_type, name, phone, city, country, time_zone, language, owns_property)
          values ('D1', 'PERSON', 'Xu Diaz', '+493012345678', 'Berlin', 'DE', 'Europe/Berlin', 'en', false)
          """).update();

      assertThatIllegalStateException().isThrownBy(() ->
          RunningDatabase.scratchBeside(read, running.url().replace("localhost", "127.0.0.1"), running.user(), ""))
          .withMessageContaining("is the running database itself");
      try (ScratchDatabase copy = RunningDatabase.scratchBeside(read, scratch.url(), scratch.user(), "");
          Connection copied = copy.open()) {
        Flyway.configure().dataSource(copy.url(), copy.user(), copy.password()).defaultSchema(copy.schema()).load()
            .migrate();
        new DatabaseCopy(read, List.of(copy), Draw.ALL).copy();

        Map<String, Object> debtor = JdbcClient.create(new SingleConnectionDataSource(copied, true))
            .sql("select * from debtor").query().singleRow();
        assertThat(debtor.get("phone").toString()).startsWith("+4930123").isNotEqualTo("+493012345678");
        assertThat(debtor).containsEntry("city", "Berlin").containsEntry("country", "DE");
        assertThat(debtor.values().toString()).doesNotContain("Xu", "D1");
        assertThat(schemas(scratch)).hasSize(1);
      }
      assertThat(schemas(scratch)).isEmpty();
    }
  }

  private static List<String> schemas(PostgresDatabase database) {
    return JdbcClient.create(database.dataSource())
        .sql("select schema_name from information_schema.schemata where schema_name like 'remit_trial%'")
        .query(String.class).list();
  }

  private static RunningNode node(String url) {
    return new RunningNode(url, url.contains("postgresql") ? "postgres" : "sa", "", false, Map.of());
  }
}
