package io.remit.ledger;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.sql.CollectedRows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The ledger: entries are added and read, never changed. From which day on the creditor's books show what only Remit
 * knew is kept beside it.
 */
@Repository
public class LedgerRepository {

  private static final String SELECT = """
      select entry_id, account_number, type, reference, reverses, amount, overdue_amount, currency, value_date,
             booked_at, file_id, line, actor, reason, booking_date, booking_date_told, in_books_from,
             contradicted_on
        from ledger_entry left join own_booking on own_reference = reference
      """;

  private static final String NOT_REJECTED = """
       and not exists (
         select 1 from waiting_order w where w.entry_id = ledger_entry.entry_id and w.rejected_at is not null)
      """;

  /** What stands between the reference of a payment and the number of a part of it, from the second part on. */
  public static final String PART = "/";

  private static final String INSERT = """
      insert into ledger_entry (account_number, type, reference, reverses, amount, overdue_amount, currency,
        value_date, booked_at, file_id, line, actor, reason, booking_date, booking_date_told)
      values (:account, :type, :reference, :reverses, :amount, :overdue, :currency, :valueDate, :bookedAt, :file,
        :line, :actor, :reason, :bookingDate, :bookingDateTold)
      """;

  private final JdbcClient jdbc;
  private final CollectedRows<Map<String, Object>> statements;

  LedgerRepository(JdbcClient jdbc, NamedParameterJdbcTemplate rows) {
    this.jdbc = jdbc;
    this.statements = CollectedRows.of("ledger_entry",
        entries -> rows.batchUpdate(INSERT, SqlParameterSourceUtils.createBatch(entries)));
  }

  /** @return the new entry's id */
  long append(LedgerEntry entry) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(INSERT).params(values(entry)).update(key, "entry_id");
    if (entry.type().isOwn()) {
      jdbc.sql("""
          insert into own_booking (own_reference, booked_on) values (:reference, :day)
          """).param("reference", entry.reference()).param("day", entry.storedBookingDay().day()).update();
    }
    return key.getKey().longValue();
  }

  /** Adds what a creditor's statement says, to which nothing refers. */
  void appendStatement(LedgerEntry snapshot) {
    statements.add(values(snapshot));
  }

  private static Map<String, Object> values(LedgerEntry entry) {
    BookingDay booked = entry.storedBookingDay();
    Map<String, Object> values = new HashMap<>();
    values.put("account", entry.accountNumber());
    values.put("type", entry.type().name());
    values.put("reference", entry.reference());
    values.put("reverses", entry.reverses());
    values.put("amount", entry.amount());
    values.put("overdue", entry.overdueAmount());
    values.put("currency", entry.currency());
    values.put("valueDate", entry.valueDate());
    values.put("bookedAt", utc(entry.bookedAt()));
    values.put("file", entry.fileId());
    values.put("line", entry.line());
    values.put("actor", entry.actor());
    values.put("reason", entry.reason());
    values.put("bookingDate", booked.day());
    values.put("bookingDateTold", booked.told());
    return values;
  }

  /**
   * The ledger of one account in the order of booking, with what waits for the account under its number, and without
   * what a person rejected.
   */
  public List<LedgerEntry> ofAccount(String accountNumber) {
    return jdbc.sql(SELECT + " where account_number = :account" + NOT_REJECTED + " order by entry_id")
        .param("account", accountNumber).query(LedgerRepository::read).list();
  }

  /** The same of some accounts, by their numbers; those of which nothing was booked are not in the answer. */
  Map<String, List<LedgerEntry>> ofAccounts(Collection<String> accountNumbers) {
    if (accountNumbers.isEmpty()) {
      return Map.of();
    }
    return jdbc.sql(SELECT + " where account_number in (:accounts)" + NOT_REJECTED + " order by entry_id")
        .param("accounts", accountNumbers).query(LedgerRepository::read).stream()
        .collect(Collectors.groupingBy(LedgerEntry::accountNumber));
  }

  /** Everything but the snapshots of these accounts, in the order of booking. */
  public List<LedgerEntry> movementsOf(Collection<String> accountNumbers) {
    if (accountNumbers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + """
         where account_number in (:accounts) and type <> 'SNAPSHOT'
        """ + NOT_REJECTED + " order by entry_id").param("accounts", accountNumbers).query(LedgerRepository::read)
        .list();
  }

  Optional<LedgerEntry> findByReference(String reference) {
    return jdbc.sql(SELECT + " where reference = :reference").param("reference", reference)
        .query(LedgerRepository::read).optional();
  }

  /** The same, unless a person rejected it. */
  Optional<LedgerEntry> findCounting(String reference) {
    return jdbc.sql(SELECT + " where reference = :reference" + NOT_REJECTED).param("reference", reference)
        .query(LedgerRepository::read).optional();
  }

  /** The payments of this reference and of the parts into which one was divided, in the order of booking. */
  public List<LedgerEntry> paymentsOf(String reference) {
    return jdbc.sql(SELECT + """
         where type = 'PAYMENT' and (reference = :reference or reference like :parts escape '!') order by entry_id
        """).param("reference", reference).param("parts", literally(reference) + PART + "%")
        .query(LedgerRepository::read).list();
  }

  /** As a pattern that only it fits: references hold what banks and creditors like. */
  private static String literally(String reference) {
    return reference.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** Whether something in the ledger takes this payment back. */
  public boolean isUndone(LedgerEntry payment) {
    return reversalsOf(payment.ownReference()).stream()
        .anyMatch(undoing -> undoing.amount().compareTo(payment.amount()) == 0);
  }

  List<LedgerEntry> reversalsOf(String reference) {
    return jdbc.sql(SELECT + " where reverses = :reference" + NOT_REJECTED).param("reference", reference)
        .query(LedgerRepository::read).list();
  }

  long newestEntryId() {
    return jdbc.sql("select coalesce(max(entry_id), 0) from ledger_entry").query(Long.class).single();
  }

  private static LedgerEntry read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    BigDecimal overdue = row.getBigDecimal("overdue_amount");
    Instant bookedAt = instant(row, "booked_at");
    return new LedgerEntry(row.getLong("entry_id"), row.getString("account_number"),
        LedgerEntry.Type.valueOf(row.getString("type")), row.getString("reference"), row.getString("reverses"),
        Money.inScaleOf(currency, row.getBigDecimal("amount")),
        overdue == null ? null : Money.inScaleOf(currency, overdue), currency,
        row.getObject("value_date", LocalDate.class), bookedAt, row.getObject("file_id", Long.class),
        row.getObject("line", Long.class), row.getString("actor"), row.getString("reason"),
        new BookingDay(row.getObject("booking_date", LocalDate.class), row.getBoolean("booking_date_told")),
        new InBooks(row.getObject("in_books_from", LocalDate.class),
            row.getObject("contradicted_on", LocalDate.class)));
  }
}
