package io.remit.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many open tasks on PostgreSQL, made from a few. Cases that were really opened, with their processes, timers,
 * variables and history, are copied row by row under new ids, so that each copy can be worked like its original. Then
 * the calls are given to collectors, and due dates, priorities and marks are spread as a day's work has them.
 */
final class ManyTasks {

  private static final List<String> ENGINE = List.of("act_ru_execution", "act_ru_task", "act_ru_variable",
      "act_ru_identitylink", "act_ru_event_subscr", "act_ru_job", "act_hi_procinst", "act_hi_actinst",
      "act_hi_taskinst");
  private static final List<String> REMIT =
      List.of("debtor", "collection_case", "account", "ledger_entry", "case_event", "contact_attempt");
  /** Columns that name a row of a process, in whichever table. */
  private static final Set<String> ENGINE_IDS = Set.of("id_", "root_proc_inst_id_", "proc_inst_id_",
      "process_instance_id_", "parent_id_", "super_exec_", "execution_id_", "task_id_", "var_scope_", "act_inst_id_",
      "parent_act_inst_id_", "super_process_instance_id_", "call_proc_inst_id_", "process_instance_id");
  private static final Set<String> NUMBERS_OF_THEIR_OWN = Set.of("entry_id", "event_id", "attempt_id");

  private final JdbcClient database;

  ManyTasks(JdbcClient database) {
    this.database = database;
  }

  /** Copies all cases there are until about so many tasks are open. */
  void copyUntil(long tasks) {
    long copies = tasks / openTasks() - 1;
    database.sql("create table copy_number as select n from generate_series(1, :copies) n").param("copies", copies)
        .update();
    List<String> tables = Stream.of(REMIT, ENGINE).flatMap(List::stream).toList();
    List<String> indexes = dropIndexes(tables);
    tables.forEach(this::copy);
    indexes.forEach(definition -> database.sql(definition).update());
    database.sql("drop table copy_number").update();
  }

  /** Those that hold no rule: to make them anew at the end takes a part of the time that keeping them takes. */
  private List<String> dropIndexes(List<String> tables) {
    List<String> definitions = database.sql("""
        select pg_get_indexdef(i.indexrelid) from pg_index i
         where i.indrelid in (select c.oid from pg_class c
                               where c.relnamespace = current_schema()::regnamespace and c.relname in (:tables))
           and not i.indisunique
        """).param("tables", tables).query(String.class).list();
    definitions.forEach(definition -> database.sql("drop index " + definition.split(" ")[2]).update());
    return definitions;
  }

  private void copy(String table) {
    List<String> columns = database.sql("""
        select column_name from information_schema.columns
         where table_name = :table and table_schema = current_schema() order by ordinal_position
        """).param("table", table).query(String.class).list().stream()
        .filter(column -> !NUMBERS_OF_THEIR_OWN.contains(column)).toList();
    // what refers to another row refers to a copy of it, in whichever order they come
    database.sql("alter table " + table + " disable trigger all").update();
    database.sql("insert into %s (%s) select %s from %s cross join copy_number".formatted(table,
        String.join(", ", columns),
        columns.stream().map(ManyTasks::copied).collect(Collectors.joining(", ")), table)).update();
    database.sql("alter table " + table + " enable trigger all").update();
  }

  private static String copied(String column) {
    if (ENGINE_IDS.contains(column)) {
      return "md5(" + column + " || '-' || n)";
    }
    return switch (column) {
      // C100017 becomes C100017000001, C100017000002, ...
      case "case_number", "business_key_" -> column + " || lpad(cast(n as varchar), 6, '0')";
      case "debtor_id", "account_number", "match_number" -> column + " || 'X' || n";
      case "reference" -> column + " || '-' || n";
      default -> column;
    };
  }

  /**
   * All tasks fall due from five days before until three days after their originals. Three of five calls belong to one
   * of the collectors, and so do their cases; the others are nobody's yet. Of the calls each twentieth is to a debtor
   * who broke a promise, and each fiftieth came back because the debtor asked for it.
   *
   * @param collectors their user ids
   */
  void spread(List<String> collectors) {
    database.sql("create table worker as select * from unnest(cast(:users as varchar[])) with ordinality as w(id, n)")
        .param("users", collectors.toArray(String[]::new)).update();
    database.sql("""
        create table spread as
        select t.id_, e.business_key_ as case_number, row_number() over (order by md5(t.id_)) as n
          from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
         where t.task_def_key_ = 'task_call_debtor'
        """).update();
    database.sql("create index on spread (id_)").update();
    database.sql("""
        update act_ru_task t set due_date_ = t.due_date_ + (o.n % 193 - 120) * interval '1 hour'
          from (select id_, row_number() over (order by md5(id_)) as n from act_ru_task
                 where task_def_key_ <> 'task_call_debtor') o
         where o.id_ = t.id_
        """).update();
    database.sql("""
        update act_ru_task t
           set assignee_ = case when s.n % 5 < 3 then (select id from worker where worker.n = 1 + s.n % :workers) end,
               due_date_ = t.due_date_ + (s.n % 193 - 120) * interval '1 hour',
               create_time_ = t.create_time_ - s.n % 7 * interval '1 day',
               priority_ = case when s.n % 20 = 0 then 75 else 50 end
          from spread s where s.id_ = t.id_
        """).param("workers", collectors.size()).update();
    database.sql("""
        update collection_case c set collector = t.assignee_
          from spread s join act_ru_task t on t.id_ = s.id_ where s.case_number = c.case_number
        """).update();
    database.sql("""
        insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, proc_def_id_, task_id_,
          long_, text_, var_scope_, sequence_counter_, is_concurrent_local_)
        select md5('callBack' || t.id_), 1, 'boolean', 'callBack', t.execution_id_, t.proc_inst_id_, t.proc_def_id_,
               t.id_, 1, null, t.id_, 1, false
          from spread s join act_ru_task t on t.id_ = s.id_ where s.n % 50 = 0
        """).update();
    database.sql("drop table spread").update();
    database.sql("drop table worker").update();
  }

  /** How many there are at each element, such as {@code task_call_debtor 70000}, by number. */
  String byKind() {
    return database.sql("""
        select string_agg(kind, ', ') from (
          select task_def_key_ || ' ' || count(*) as kind from act_ru_task
           group by task_def_key_ order by count(*) desc) k
        """).query(String.class).single();
  }

  long openTasks() {
    return database.sql("select count(*) from act_ru_task").query(Long.class).single();
  }
}
