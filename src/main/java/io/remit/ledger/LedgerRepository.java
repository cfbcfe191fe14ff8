package io.remit.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger: entries are added and read, never changed. */
@Repository
public class LedgerRepository {

  private static final String SELECT = """
      select entry_id, account_number, type, reference, reverses, amount, overdue_amount, currency, value_date,
             booked_at, file_id, line, actor, reason
        from ledger_entry
      """;

  private final JdbcClient jdbc;

  LedgerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void append(LedgerEntry entry) {
    jdbc.sql("""
        insert into ledger_entry (account_number, type, reference, reverses, amount, overdue_amount, currency,
          value_date, booked_at, file_id, line, actor, reason)
        values (:account, :type, :reference, :reverses, :amount, :overdue, :currency, :valueDate, :bookedAt, :file,
          :line, :actor, :reason)
        """).param("account", entry.accountNumber()).param("type", entry.type().name())
        .param("reference", entry.reference()).param("reverses", entry.reverses()).param("amount", entry.amount())
        .param("overdue", entry.overdueAmount()).param("currency", entry.currency())
        .param("valueDate", entry.valueDate()).param("bookedAt", entry.bookedAt().atOffset(ZoneOffset.UTC))
        .param("file", entry.fileId()).param("line", entry.line()).param("actor", entry.actor())
        .param("reason", entry.reason()).update();
  }

  /** The ledger of one account in the order of booking, with what waits for the account under its number. */
  public List<LedgerEntry> ofAccount(String accountNumber) {
    return jdbc.sql(SELECT + " where account_number = :account order by entry_id").param("account", accountNumber)
        .query(LedgerRepository::read).list();
  }

  /** Everything but the snapshots of these accounts, in the order of booking. */
  public List<LedgerEntry> movementsOf(Collection<String> accountNumbers) {
    if (accountNumbers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + """
         where account_number in (:accounts) and type <> 'SNAPSHOT' order by entry_id
        """).param("accounts", accountNumbers).query(LedgerRepository::read).list();
  }

  Optional<LedgerEntry> findByReference(String reference) {
    return jdbc.sql(SELECT + " where reference = :reference").param("reference", reference)
        .query(LedgerRepository::read).optional();
  }

  List<LedgerEntry> reversalsOf(String reference) {
    return jdbc.sql(SELECT + " where reverses = :reference").param("reference", reference)
        .query(LedgerRepository::read).list();
  }

  long newestEntryId() {
    return jdbc.sql("select coalesce(max(entry_id), 0) from ledger_entry").query(Long.class).single();
  }

  private static LedgerEntry read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    BigDecimal overdue = row.getBigDecimal("overdue_amount");
    Instant bookedAt = row.getObject("booked_at", OffsetDateTime.class).toInstant();
    return new LedgerEntry(row.getLong("entry_id"), row.getString("account_number"),
        LedgerEntry.Type.valueOf(row.getString("type")), row.getString("reference"), row.getString("reverses"),
        Money.inScaleOf(currency, row.getBigDecimal("amount")),
        overdue == null ? null : Money.inScaleOf(currency, overdue), currency,
        row.getObject("value_date", LocalDate.class), bookedAt, row.getObject("file_id", Long.class),
        row.getObject("line", Long.class), row.getString("actor"), row.getString("reason"));
  }
}
