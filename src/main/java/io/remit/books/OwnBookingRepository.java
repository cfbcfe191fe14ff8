package io.remit.books;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.ledger.LedgerEntry;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** What Remit booked itself, with which file the creditor was told, and from which day the creditor's books show it. */
@Repository
class OwnBookingRepository {

  private static final String SELECT = """
      select e.reference, e.account_number, e.type, e.amount, e.currency, e.value_date, o.booked_on, o.in_books_from
        from own_booking o join ledger_entry e on e.reference = o.own_reference
      """;

  private final JdbcClient jdbc;

  OwnBookingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of a new export, of which nothing is known yet. */
  long beginExport(Instant now) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into books_export (file_name, sha256, bookings, written_at) values ('', '', 0, :now)")
        .param("now", utc(now)).update(key, "export_id");
    return key.getKey().longValue();
  }

  /** Gives what was booked before a day and was in no export to this one; of two nodes one gets it. */
  void claim(long exportNumber, LocalDate before) {
    jdbc.sql("""
        update own_booking set export_id = :export
         where export_id is null and in_books_from is null and booked_on < :before
        """).param("export", exportNumber).param("before", before).update();
  }

  void finishExport(long exportNumber, String fileName, String sha256, int bookings) {
    jdbc.sql("""
        update books_export set file_name = :file, sha256 = :sha256, bookings = :bookings where export_id = :export
        """)
        .param("file", fileName).param("sha256", sha256).param("bookings", bookings).param("export", exportNumber)
        .update();
  }

  void forgetExport(long exportNumber) {
    jdbc.sql("delete from books_export where export_id = :export").param("export", exportNumber).update();
  }

  /** All exports, the newest first. */
  List<BooksExport> exports() {
    return jdbc.sql("""
        select x.export_id, x.file_name, x.sha256, x.bookings, x.written_at,
               (select count(*) from own_booking o
                 where o.export_id = x.export_id and o.in_books_from is not null) as told
          from books_export x order by x.export_id desc
        """).query((row, number) -> new BooksExport(row.getLong("export_id"), row.getString("file_name"),
            row.getString("sha256"), row.getLong("bookings"), row.getLong("told"),
            instant(row, "written_at"))).list();
  }

  /** What an export told, in the order of its file. */
  List<OwnBooking> ofExport(long exportNumber) {
    return jdbc.sql(SELECT + " where o.export_id = :export order by e.account_number, e.entry_id")
        .param("export", exportNumber).query(OwnBookingRepository::read).list();
  }

  OwnBooking get(String reference) {
    return jdbc.sql(SELECT + " where o.own_reference = :reference").param("reference", reference)
        .query(OwnBookingRepository::read).single();
  }

  /** The creditor's books show it from a day on. */
  void acknowledge(String reference, LocalDate from, String actor, Instant now) {
    jdbc.sql("""
        update own_booking set in_books_from = :from, acknowledged_by = :actor, acknowledged_at = :now
         where own_reference = :reference
        """).param("from", from).param("actor", actor).param("now", utc(now))
        .param("reference", reference).update();
  }

  /** The creditor's books do not show it, whatever was acknowledged: it is to be told once more. */
  void tellAgain(String reference) {
    jdbc.sql("""
        update own_booking set in_books_from = null, acknowledged_by = null, acknowledged_at = null, export_id = null
         where own_reference = :reference
        """).param("reference", reference).update();
  }

  /** @param day when a statement contradicted what is known of it; null once somebody has decided on that */
  void setContradicted(String reference, @Nullable LocalDate day) {
    jdbc.sql("update own_booking set contradicted_on = :day where own_reference = :reference")
        .param("day", day).param("reference", reference).update();
  }

  private static OwnBooking read(ResultSet row, int number) throws SQLException {
    LedgerEntry.Type type = LedgerEntry.Type.valueOf(row.getString("type"));
    String currency = row.getString("currency");
    BigDecimal amount = Money.inScaleOf(currency, row.getBigDecimal("amount"));
    return new OwnBooking(row.getString("reference"), row.getString("account_number"), type,
        type.effectOf(amount), currency, row.getObject("value_date", LocalDate.class),
        row.getObject("booked_on", LocalDate.class), row.getObject("in_books_from", LocalDate.class));
  }
}
