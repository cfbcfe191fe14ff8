package io.remit.kill;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Debtors with a case, an overdue account and a planned text message each, put straight into a PostgreSQL. */
public final class ManyDebtors {

  /** A time at which all of them may be contacted: a Monday afternoon in Berlin. */
  public static final Instant MONDAY_NOON = Instant.parse("2007-09-03T12:00:00Z");

  private ManyDebtors() {
  }

  /**
   * The last two digits of their numbers are 0, which asks nothing special of the message centre in
   * {@code src/test/smsc}.
   */
  public static void add(JdbcClient database, int count, String template) {
    database.sql("""
        insert into debtor (debtor_id, debtor_type, name, phone, country, time_zone, language, owns_property)
        select 'D' || n, 'PERSON', 'Xu Diaz', '+4930' || 100000 + n || '00', 'DE', 'Europe/Berlin', 'en', false
          from generate_series(1, :count) n
        """).param("count", count).update();
    database.sql("""
        insert into collection_case (case_number, debtor_id, currency, status, stage, base_due_date, opened_at)
        select 'C' || n, 'D' || n, 'EUR', 'OPEN', 'MESSAGE', date '2007-08-20', :at from generate_series(1, :count) n
        """).param("count", count).param("at", MONDAY_NOON.atOffset(ZoneOffset.UTC)).update();
    database.sql("""
        insert into account (account_number, debtor_id, case_number, product, currency, snapshot_outstanding,
          snapshot_overdue, snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date,
          seen_in_run, match_number)
        select 'A' || n, 'D' || n, 'C' || n, 'LOAN', 'EUR', 100, 100, date '2007-08-20', 0, 100, 100, date '2007-08-20',
        1,
          'A' || n
          from generate_series(1, :count) n
        """).param("count", count).update();
    database.sql("""
        insert into contact_attempt (case_number, debtor_id, stage, channel, person, status, template, actor,
        planned_at, allowed)
        select case_number, debtor_id, stage, 'SMS', 'DEBTOR', 'PLANNED', :template, 'remit', :at, false
          from collection_case order by case_number
        """).param("template", template).param("at", MONDAY_NOON.atOffset(ZoneOffset.UTC)).update();
    database.sql("analyze").update();
  }
}
