package io.remit.ledger;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.ledger.WaitingOrder.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders that do not count yet, and those that never will since a person rejected them. */
@Repository
public class WaitingOrderRepository {

  private static final String UNDOING = "e.type in ('REVERSAL', 'CHARGEBACK')";
  private static final String WHY = """
      case when a.account_number is null then 'UNKNOWN_ACCOUNT'
           when a.currency <> e.currency then 'OTHER_CURRENCY'
           when %s and p.entry_id is null then 'UNKNOWN_PAYMENT'
           when %s and (p.type <> 'PAYMENT' or p.account_number <> e.account_number or p.amount <> e.amount
             or p.currency <> e.currency) then 'OTHER_PAYMENT' end""".formatted(UNDOING, UNDOING);
  private static final String FROM = """
        from waiting_order w
        join ledger_entry e on e.entry_id = w.entry_id
        left join account a on a.account_number = e.account_number
        left join ledger_entry p on p.reference = e.reverses
       where w.rejected_at is null
      """;

  private final JdbcClient jdbc;

  WaitingOrderRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An order was booked and does not count yet. */
  void add(long entryId) {
    jdbc.sql("insert into waiting_order (entry_id) values (:entry)").param("entry", entryId).update();
  }

  /** Those that wait, the oldest first. */
  public List<WaitingOrder> waiting(int limit) {
    return select("", limit).query(WaitingOrderRepository::read).list();
  }

  /** How many wait. */
  public long count() {
    return jdbc.sql("select count(*) from (select %s as why %s) waiting where why is not null".formatted(WHY, FROM))
        .query(Long.class).single();
  }

  /** One of those that wait. */
  public Optional<WaitingOrder> find(long entryId) {
    return select("and w.entry_id = :entry", 1).param("entry", entryId).query(WaitingOrderRepository::read).optional();
  }

  private JdbcClient.StatementSpec select(String condition, int limit) {
    return jdbc.sql("""
        select * from (
          select e.entry_id, e.reference, e.account_number, e.type, e.amount, e.currency, e.value_date, e.reverses,
                 e.booked_at, e.file_id, e.line, f.delivered_by, %s as why
            from waiting_order w
            join ledger_entry e on e.entry_id = w.entry_id
            left join account a on a.account_number = e.account_number
            left join ledger_entry p on p.reference = e.reverses
            left join intake_file f on f.file_id = e.file_id
           where w.rejected_at is null %s) waiting
         where why is not null order by entry_id limit :limit
        """.formatted(WHY, condition)).param("limit", limit);
  }

  /** Forgets those that count by now. */
  public void forgetCounting() {
    jdbc.sql("""
        delete from waiting_order where entry_id in (select entry_id from (select w.entry_id, %s as why %s) waiting
         where why is null)
        """.formatted(WHY, FROM)).update();
  }

  /** Rejects one that waits: it never counts, whatever comes. */
  public void reject(long entryId, String by, String note, Instant at) {
    jdbc.sql("""
        update waiting_order set rejected_at = :at, rejected_by = :by, note = :note where entry_id = :entry
        """).param("at", utc(at)).param("by", by).param("note", note).param("entry", entryId)
        .update();
  }

  private static WaitingOrder read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new WaitingOrder(row.getLong("entry_id"), row.getString("reference"), row.getString("account_number"),
        LedgerEntry.Type.valueOf(row.getString("type")), Money.inScaleOf(currency, row.getBigDecimal("amount")),
        currency, row.getObject("value_date", LocalDate.class), row.getString("reverses"),
        Why.valueOf(row.getString("why")), instant(row, "booked_at"),
        row.getObject("file_id", Long.class), row.getObject("line", Long.class), row.getString("delivered_by"));
  }
}
