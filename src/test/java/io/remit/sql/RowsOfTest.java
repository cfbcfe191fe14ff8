package io.remit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.database.RemitTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What is taken to be about a debtor or a case cannot be there before the debtor or the case: keys see to it. */
class RowsOfTest {

  private static final Pattern USE = Pattern.compile("RowsOf\\.(debtors|cases)\\(([^)]*)\\)");
  private static final Pattern TABLE = Pattern.compile("\"(\\w+)\"");

  @Test
  void eachTableRefersToItsSubject() throws IOException, SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID());
    try (Connection kept = database.getConnection()) {
      RemitTables.makeIn(database);
      List<MatchResult> uses = uses();
      assertThat(uses).hasSizeGreaterThan(5);
      for (MatchResult use : uses) {
        Subject subject = use.group(1).equals("cases") ? Subject.CASE : Subject.DEBTOR;
        for (String table : TABLE.matcher(use.group(2)).results().map(found -> found.group(1)).toList()) {
          assertThat(refers(kept.getMetaData(), table, subject)).as("%s refers to %s", table, subject).isTrue();
        }
      }
    }
  }

  private static List<MatchResult> uses() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).flatMap(file ->
          USE.matcher(text(file)).results()).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** By a key of its own that is never null, of a debtor also by way of a case. */
  private static boolean refers(DatabaseMetaData schema, String table, Subject subject) throws SQLException {
    return keys(schema, table, subject).contains(subject.table())
        || subject == Subject.DEBTOR && keys(schema, table, Subject.CASE).contains(Subject.CASE.table());
  }

  private static Set<String> keys(DatabaseMetaData schema, String table, Subject subject) throws SQLException {
    Set<String> tables = new HashSet<>();
    try (ResultSet keys = schema.getImportedKeys(null, "PUBLIC", table.toUpperCase(Locale.ROOT))) {
      while (keys.next()) {
        if (keys.getString("FKCOLUMN_NAME").equalsIgnoreCase(subject.key())) {
          tables.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
        }
      }
    }
    return tables;
  }
}
