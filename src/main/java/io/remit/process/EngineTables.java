package io.remit.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a large portfolio needs of the engine's own tables beyond what the engine makes. */
@Component
public class EngineTables implements SmartLifecycle {

  private static final long STARTS_BETWEEN_STATISTICS = 1000;

  private final JdbcTemplate jdbc;
  private final boolean postgres;
  private final AtomicLong started = new AtomicLong();
  private boolean prepared;

  EngineTables(OwnersDatabase owner) throws SQLException {
    this.jdbc = new JdbcTemplate(owner.dataSource());
    try (Connection connection = owner.dataSource().getConnection()) {
      this.postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
  }

  /** Without these the engine, or PostgreSQL for it, reads whole tables again and again. */
  @Override
  public void start() {
    // the job executor, each time it looks for timers that are due
    index("remit_job_due", "act_ru_job (duedate_)");
    // the first page of a list, by due date and as Next asks for it: it is read in that order, not sorted
    index("remit_task_due", "act_ru_task (due_date_)");
    index("remit_task_best", "act_ru_task (priority_ desc, due_date_)");
    // a page of the tasks of one element
    index("remit_task_kind_due", "act_ru_task (task_def_key_, due_date_, id_)");
    // the number of tasks in a list: all that it asks for is in the index
    index("remit_task_count", "act_ru_task (proc_def_id_, assignee_, suspension_state_, tenant_id_, id_)");
    // the few tasks with a mark, such as call-backs, instead of a look at the variables of each task
    index("remit_task_mark", "act_ru_variable (name_, type_, long_, task_id_)");
    // the subtasks of a task, which are looked for whenever one is completed
    index("remit_task_parent", "act_ru_task (parent_task_id_)");
    // the few suspended processes, which are looked for whenever a case is told of its accounts
    index("remit_suspended", "act_ru_execution (suspension_state_, business_key_)");
    if (postgres) {
      // that a mark is always a boolean and true: else PostgreSQL expects next to no task with it, and plans badly
      if (isMissing("remit_task_mark_values", "pg_statistic_ext where stxnamespace = current_schema()::regnamespace"
          + " and stxname")) {
        jdbc.execute("create statistics remit_task_mark_values (mcv) on name_, type_, long_ from act_ru_variable");
      }
      // the best of the tasks of one element that are nobody's, past all that are somebody's
      index("remit_task_free",
          "act_ru_task (task_def_key_, priority_ desc, due_date_, id_) where assignee_ is null");
      // how many cases there are, for Cockpit: all that it asks for is in the index
      index("remit_instance", "act_ru_execution (proc_def_id_, id_, tenant_id_) where parent_id_ is null");
      // the processes beside a case, whose keys begin with its number
      index("remit_matter", "act_ru_execution (business_key_ varchar_pattern_ops)");
      // what has not ended of an element's years of history, for a heat map
      index("remit_lasting", "act_hi_actinst (proc_def_key_, act_id_, start_time_) where end_time_ is null");
    }
    prepared = true;
  }

  private void index(String name, String columns) {
    // only the owner of a table may ask for an index that is there
    if (!postgres || isMissing(name, "pg_class where relnamespace = current_schema()::regnamespace and relname")) {
      jdbc.execute("create index if not exists " + name + " on " + columns);
    }
  }

  private boolean isMissing(String name, String catalogue) {
    return Objects.equals(0L, jdbc.queryForObject("select count(*) from " + catalogue + " = ?", Long.class, name));
  }

  /** In a bulk load PostgreSQL has no statistics of the new rows yet, and would scan for each of them. */
  void caseStarts() {
    if (started.incrementAndGet() % STARTS_BETWEEN_STATISTICS == 0 && postgres) {
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
