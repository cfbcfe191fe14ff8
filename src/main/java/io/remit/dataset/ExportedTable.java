package io.remit.dataset;

import static io.remit.dataset.ColumnType.DATE;
import static io.remit.dataset.ColumnType.FLAG;
import static io.remit.dataset.ColumnType.MOMENT;
import static io.remit.dataset.ColumnType.MONEY;
import static io.remit.dataset.ColumnType.TEXT;
import static io.remit.dataset.ExportedColumn.bucket;
import static io.remit.dataset.ExportedColumn.plain;
import static io.remit.dataset.ExportedColumn.pseudonym;

import io.remit.dataset.KeyedPseudonyms.Kind;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * What is exported: a folder each. Nothing of it tells who somebody is: numbers by which rows belong together are
 * pseudonyms, and names, addresses, what people wrote and who of the staff it was are not there. Each column is
 * described in {@code docs/figures-export.md}.
 */
enum ExportedTable {

  /** What each account in collection was like at the end of each day. */
  SNAPSHOTS("""
      select business_day, case_number, account_number, stage, status, bucket, product, region, currency, overdue,
             outstanding, partner
        from account_day
       where business_day between :from and :to
       order by business_day, case_number, account_number
      """, plain("business_day", DATE), pseudonym("account_id", Kind.ACCOUNT, "account_number"),
      pseudonym("case_id", Kind.CASE, "case_number"), plain("stage", TEXT), plain("status", TEXT), bucket(),
      plain("product", TEXT), plain("region", TEXT).orNull(), plain("currency", TEXT), plain("overdue", MONEY),
      plain("outstanding", MONEY), pseudonym("partner_id", Kind.PARTNER, "partner").orNull()),

  /** What was booked, in the month in which it was written down. */
  LEDGER("""
      select booked_at, account_number, type, reference, reverses, amount, overdue_amount, currency, value_date,
             booking_date, booking_date_told,
             case when actor is null then 'file' when actor = 'remit' then 'remit' else 'staff' end as booked_by
        from ledger_entry
       where booked_at >= :begins and booked_at < :ends
       order by booked_at, entry_id
      """, plain("booked_at", MOMENT), pseudonym("account_id", Kind.ACCOUNT, "account_number"),
      pseudonym("booking_id", Kind.BOOKING, "reference").orNull(),
      pseudonym("undone_booking_id", Kind.BOOKING, "reverses").orNull(), plain("type", TEXT), plain("currency", TEXT),
      plain("amount", MONEY), plain("overdue_amount", MONEY).orNull(), plain("value_date", DATE),
      plain("booking_date", DATE), plain("booking_date_told", FLAG), plain("booked_by", TEXT)),

  /** Attempts to reach somebody, and what the gate decided of each, in the month in which they were planned. */
  CONTACTS("""
      select planned_at, case_number, debtor_id, stage, channel, person, answer, template, template_version, status,
             outcome, allowed, rule, policy_version, next_allowed_at, contacted_at, sent_at, finished_at, answered,
             right_party, case when actor = 'remit' then 'remit' else 'staff' end as made_by
        from contact_attempt
       where planned_at >= :begins and planned_at < :ends
       order by planned_at, attempt_id
      """, plain("planned_at", MOMENT), pseudonym("case_id", Kind.CASE, "case_number"),
      pseudonym("debtor_id", Kind.DEBTOR, "debtor_id"), plain("stage", TEXT), plain("channel", TEXT),
      plain("person", TEXT), plain("made_by", TEXT), plain("answer", FLAG), plain("template", TEXT).orNull(),
      plain("template_version", TEXT).orNull(), plain("status", TEXT), plain("outcome", TEXT).orNull(),
      plain("allowed", FLAG), plain("rule", TEXT).orNull(), plain("policy_version", TEXT).orNull(),
      plain("next_allowed_at", MOMENT).orNull(), plain("contacted_at", MOMENT).orNull(),
      plain("sent_at", MOMENT).orNull(), plain("finished_at", MOMENT).orNull(), plain("answered", FLAG).orNull(),
      plain("right_party", FLAG).orNull());

  private final String sql;
  private final List<ExportedColumn> columns;

  ExportedTable(String sql, ExportedColumn... columns) {
    this.sql = sql;
    this.columns = List.of(columns);
  }

  /** The name of its folder. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Gives its rows of some days, from {@code :from} to {@code :to}, which begin and end at the moments given. */
  String sql() {
    return sql;
  }

  List<ExportedColumn> columns() {
    return columns;
  }

  /** How the files declare it. */
  MessageType schema() {
    return new MessageType(folder(),
        columns.stream().<Type>map(column -> column.type().declared(column.name(), column.required())).toList());
  }
}
