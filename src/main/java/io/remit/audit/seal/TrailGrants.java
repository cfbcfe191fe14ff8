package io.remit.audit.seal;

import io.remit.node.MigrationsAtStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the tables of a PostgreSQL database belong to another role than the one by which Remit runs, gives the latter
 * what it needs and no more: it adds to the trail, and can change or remove nothing of it. The owner does this behind
 * the migrations of each start, unless a newer version of Remit has done so for tables of which this one knows nothing.
 * What rules remove, erase or rename, functions of the owner do.
 */
@Component
class TrailGrants implements Callback {

  private static final Logger LOG = LoggerFactory.getLogger(TrailGrants.class);

  /** As {@code Pseudonyms} of the privacy makes them. */
  private static final String PSEUDONYM = "^erased-[0-9a-f]{24}$";

  private final DataSource running;
  private final Duration keep;

  TrailGrants(DataSource running, @Value("${remit.audit.keep}") Duration keep) {
    this.running = running;
    this.keep = keep;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "grants on the trail";
  }

  @Override
  public void handle(Event event, Context context) {
    if (!SettledRows.isPostgres(running) || MigrationsAtStart.isNewer(new Flyway(context.getConfiguration()))) {
      return;
    }
    JdbcClient asRunning = JdbcClient.create(running);
    String role = asRunning.sql("select current_user").query(String.class).single();
    try {
      Connection owner = context.getConnection();
      if (!role.equals(textOf(owner, "select current_user"))) {
        String schema = quoted(textOf(owner, "select current_schema"));
        execute(owner, grants(schema, quoted(role)));
      }
      if (textOf(owner, "select has_table_privilege('" + role.replace("'", "''") + "', 'case_event', 'delete')")
          .equals("t")) {
        LOG.warn("The role {} by which Remit runs may change the trail: docs/trail.md tells how it may not", role);
      }
    } catch (SQLException failed) {
      throw new FlywayException("The rights of the role " + role + " could not be set", failed);
    }
  }

  private List<String> grants(String schema, String role) {
    List<String> statements = new ArrayList<>(List.of(
        "grant usage on schema " + schema + " to " + role,
        "grant select, insert, update, delete on all tables in schema " + schema + " to " + role,
        "grant usage, select on all sequences in schema " + schema + " to " + role,
        "alter default privileges in schema " + schema + " grant select, insert, update, delete on tables to " + role,
        "alter default privileges in schema " + schema + " grant usage, select on sequences to " + role,
        "revoke insert, update, delete on flyway_schema_history from " + role));
    for (TrailTable table : TrailTable.values()) {
      statements.add(addingAlone(table.tableName(), role));
      if (!table.unsealedColumns().isEmpty()) {
        statements.add("grant update (" + String.join(", ", table.unsealedColumns()) + ") on " + table.tableName()
            + " to " + role);
      }
    }
    statements.add(addingAlone("trail_seal", role));
    statements.add(addingAlone("trail_verification", role));
    statements.add(function(schema, "trail_remove(table_name text, first_id bigint, last_id bigint)", removing()));
    statements.add(function(schema, "trail_erase(table_name text, row_id bigint)", erasing()));
    statements.add(function(schema, "trail_rename(table_name text, column_name text, old_name text, new_name text)",
        renaming()));
    for (String signature : List.of("trail_remove(text, bigint, bigint)", "trail_erase(text, bigint)",
        "trail_rename(text, text, text, text)")) {
      statements.add("revoke all on function " + signature + " from public");
      statements.add("grant execute on function " + signature + " to " + role);
    }
    return statements;
  }

  private static String addingAlone(String table, String role) {
    return "revoke update, delete, truncate, references, trigger on " + table + " from " + role;
  }

  /** It knows itself what is too old, whatever it is asked. */
  private String removing() {
    return Arrays.stream(RetentionRule.values()).map(rule -> "if $1 = '" + rule.table().tableName() + "' then "
        + rule.delete().replace(":first", "$2").replace(":last", "$3")
            .replace(":before", "now() - interval '" + keep.toSeconds() + " seconds'")
        + "; get diagnostics done = row_count; return done; end if;").collect(Collectors.joining("\n"));
  }

  private static String erasing() {
    return Arrays.stream(TrailTable.values()).filter(table -> table.erasing().isPresent())
        .map(table -> "if $1 = '" + table.tableName() + "' then update " + table.tableName() + " set "
            + table.erasing().orElseThrow() + " where " + table.idColumn()
            + " = $2; get diagnostics done = row_count; return done; end if;").collect(Collectors.joining("\n"));
  }

  /** To nothing but a pseudonym: nobody can write another debtor's name there. */
  private static String renaming() {
    return Arrays.stream(TrailTable.values()).flatMap(table -> table.namingColumns().stream()
        .map(column -> "if $1 = '" + table.tableName() + "' and $2 = '" + column + "' and $4 ~ '" + PSEUDONYM
            + "' then update " + table.tableName() + " set " + column + " = $4 where " + column
            + " = $3; get diagnostics done = row_count; return done; end if;")).collect(Collectors.joining("\n"));
  }

  private static String function(String schema, String signature, String body) {
    return "create or replace function " + signature + " returns bigint language plpgsql security definer"
        + " set search_path = " + schema + ", pg_temp as $trail$ declare done bigint; begin\n" + body
        + "\nraise exception 'not for this table'; end $trail$";
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String textOf(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement(); var answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
