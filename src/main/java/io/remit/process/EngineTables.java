package io.remit.process;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a large portfolio needs of the engine's own tables beyond what the engine makes. */
@Component
class EngineTables implements SmartLifecycle {

  private final JdbcTemplate jdbc;
  private final boolean postgres;
  private boolean prepared;

  EngineTables(DataSource dataSource) throws SQLException {
    this.jdbc = new JdbcTemplate(dataSource);
    try (Connection connection = dataSource.getConnection()) {
      this.postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
  }

  /**
   * Without the first index the job executor scans all waiting timers each time it looks for due ones; without the second
   * PostgreSQL scans all processes for those beside a case, whose keys begin with its number; without the third it scans
   * years of history for what has not ended, whenever a manager looks at a heat map.
   */
  @Override
  public void start() {
    jdbc.execute("create index if not exists remit_job_due on act_ru_job (duedate_)");
    if (postgres) {
      jdbc.execute("create index if not exists remit_matter on act_ru_execution (business_key_ varchar_pattern_ops)");
      jdbc.execute("create index if not exists remit_lasting on act_hi_actinst (proc_def_key_, act_id_, start_time_) "
          + "where end_time_ is null");
    }
    prepared = true;
  }

  /** After a bulk load: PostgreSQL has no statistics of the new rows yet, and would scan for each of them. */
  void analyze() {
    if (postgres) {
      for (String table : new String[] {"act_ru_execution", "act_ru_job", "act_ru_event_subscr", "act_ru_variable",
          "act_ru_task", "collection_case", "account", "debtor", "ledger_entry"}) {
        jdbc.execute("analyze " + table);
      }
    }
  }

  @Override
  public void stop() {
    prepared = false;
  }

  @Override
  public boolean isRunning() {
    return prepared;
  }

  /** Before the job executor starts. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }
}
