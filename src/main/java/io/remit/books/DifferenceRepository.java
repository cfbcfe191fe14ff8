package io.remit.books;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.ledger.DifferingBooking.Kind;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Differences between the creditor's statements and what is known of bookings; kept for good. */
@Repository
class DifferenceRepository {

  private static final String SELECT = """
      select difference_id, reference, account_number, case_number, kind, as_of, currency, stated, expected, found_at,
             outcome, decided_by, decided_at, note
        from statement_difference
      """;

  private final JdbcClient jdbc;

  DifferenceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(Difference found) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into statement_difference (reference, account_number, case_number, kind, as_of, currency, stated,
          expected, found_at)
        values (:reference, :account, :case, :kind, :asOf, :currency, :stated, :expected, :at)
        """).param("reference", found.reference()).param("account", found.accountNumber())
        .param("case", found.caseNumber()).param("kind", found.kind().name()).param("asOf", found.asOf())
        .param("currency", found.currency()).param("stated", found.stated()).param("expected", found.expected())
        .param("at", utc(found.foundAt())).update(key, "difference_id");
    return key.getKey().longValue();
  }

  boolean isOpenFor(String reference) {
    return jdbc.sql("select count(*) from statement_difference where reference = :reference and outcome is null")
        .param("reference", reference).query(Long.class).single() > 0;
  }

  /** Those on which nobody has decided, the oldest first. */
  List<Difference> open() {
    return jdbc.sql(SELECT + " where outcome is null order by difference_id").query(DifferenceRepository::read).list();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such difference */
  Difference get(long differenceId) {
    return jdbc.sql(SELECT + " where difference_id = :id").param("id", differenceId)
        .query(DifferenceRepository::read).single();
  }

  /** @return whether nobody had decided before */
  boolean decide(long differenceId, Difference.Outcome outcome, String actor, Instant now, String note) {
    return jdbc.sql("""
        update statement_difference set outcome = :outcome, decided_by = :actor, decided_at = :now, note = :note
         where difference_id = :id and outcome is null
        """).param("outcome", outcome.name()).param("actor", actor).param("now", utc(now))
        .param("note", note).param("id", differenceId).update() == 1;
  }

  private static Difference read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    String outcome = row.getString("outcome");
    return new Difference(row.getLong("difference_id"), row.getString("reference"), row.getString("account_number"),
        row.getString("case_number"), Kind.valueOf(row.getString("kind")), row.getObject("as_of", LocalDate.class),
        currency, amount(row, "stated", currency), amount(row, "expected", currency),
        instant(row, "found_at"),
        outcome == null ? null : Difference.Outcome.valueOf(outcome), row.getString("decided_by"),
        instantOrNull(row, "decided_at"), row.getString("note"));
  }

  private static BigDecimal amount(ResultSet row, String column, String currency) throws SQLException {
    return Money.inScaleOf(currency, row.getBigDecimal(column));
  }
}
