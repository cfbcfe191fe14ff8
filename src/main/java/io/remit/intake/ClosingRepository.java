package io.remit.intake;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.intake.Closing.LeftOut;
import io.remit.intake.Closing.Status;
import io.remit.ledger.BookingDay;
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

/** Complete files that left out too much, and what people decided on them. */
@Repository
class ClosingRepository {

  private static final String SELECT =
      "select closing_id, file_id, run, books_day, books_day_told, status, proposed_at, delivered_by "
          + "from missing_closing ";

  private final JdbcClient jdbc;

  ClosingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return the closing's id; that of the record is not looked at */
  long insert(Closing closing) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into missing_closing (file_id, run, books_day, books_day_told, status, proposed_at, delivered_by)
        values (:file, :run, :day, :told, :status, :at, :by)
        """).param("file", closing.fileId()).param("run", closing.run()).param("day", closing.file().day())
        .param("told", closing.file().told()).param("status", closing.status().name())
        .param("at", utc(closing.proposedAt())).param("by", closing.deliveredBy()).update(key, "closing_id");
    long closingId = key.getKey().longValue();
    closing.products().forEach(product -> jdbc.sql("""
        insert into missing_closing_product (closing_id, product, open_accounts, left_out)
        values (:closing, :product, :open, :leftOut)
        """).param("closing", closingId).param("product", product.product()).param("open", product.openAccounts())
        .param("leftOut", product.leftOut()).update());
    return closingId;
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such closing */
  Closing get(long closingId) {
    return jdbc.sql(SELECT + "where closing_id = :closing").param("closing", closingId).query(this::read).single();
  }

  /** The same, kept from others until the transaction ends. */
  Closing lock(long closingId) {
    return jdbc.sql(SELECT + "where closing_id = :closing for update").param("closing", closingId).query(this::read)
        .single();
  }

  /** Those on which nobody has decided. */
  List<Closing> waiting() {
    return jdbc.sql(SELECT + "where status = 'PROPOSED' order by closing_id").query(this::read).list();
  }

  void decide(long closingId, Status status, String by, @Nullable String note, Instant at) {
    jdbc.sql("""
        update missing_closing set status = :status, decided_by = :by, note = :note, decided_at = :at
         where closing_id = :closing
        """).param("status", status.name()).param("by", by).param("note", note).param("at", utc(at))
        .param("closing", closingId).update();
  }

  private Closing read(ResultSet row, int number) throws SQLException {
    long closingId = row.getLong("closing_id");
    List<LeftOut> products = jdbc.sql("""
        select product, open_accounts, left_out from missing_closing_product
         where closing_id = :closing order by product
        """).param("closing", closingId).query((each, index) -> new LeftOut(each.getString("product"),
            each.getLong("open_accounts"), each.getLong("left_out"))).list();
    return new Closing(closingId, row.getLong("file_id"), row.getLong("run"),
        new BookingDay(row.getObject("books_day", LocalDate.class), row.getBoolean("books_day_told")),
        Status.valueOf(row.getString("status")), instant(row, "proposed_at"), row.getString("delivered_by"),
        products);
  }
}
