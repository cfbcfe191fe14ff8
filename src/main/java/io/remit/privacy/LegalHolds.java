package io.remit.privacy;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.DebtorRepository;
import io.remit.cases.EnteredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which debtors' data has to stay, and by whose word. */
@Repository
public class LegalHolds {

  private final JdbcClient jdbc;
  private final DebtorRepository debtors;
  private final BusinessCalendar calendar;

  LegalHolds(JdbcClient jdbc, DebtorRepository debtors, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.debtors = debtors;
    this.calendar = calendar;
  }

  /** The holds of a debtor, the newest first. */
  public List<LegalHold> of(String debtorId) {
    return jdbc.sql("""
        select legal_hold_id, reason, set_by, set_at, lift_reason, lifted_by, lifted_at
          from legal_hold where debtor_id = :debtor order by legal_hold_id desc
        """).param("debtor", debtorId).query(LegalHolds::read).list();
  }

  /** Whether one is on. */
  boolean isOn(String debtorId) {
    return of(debtorId).stream().anyMatch(LegalHold::isOn);
  }

  /**
   * Keeps a debtor's data from being erased. It waits for an erasure that is under way.
   *
   * @param by user id
   * @return its number
   * @throws io.remit.cases.InvalidInputException if there is no reason
   */
  @Transactional
  public long set(String debtorId, @Nullable String reason, String by) {
    String why = EnteredText.reason(reason);
    debtors.lock(debtorId);
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into legal_hold (debtor_id, reason, set_by, set_at) values (:debtor, :reason, :by, :at)")
        .param("debtor", debtorId).param("reason", why).param("by", by).param("at", utc(calendar.now()))
        .update(key, "legal_hold_id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /**
   * Lifts a hold.
   *
   * @param by user id
   * @return false if the debtor has no such hold that is on
   * @throws io.remit.cases.InvalidInputException if there is no reason
   */
  @Transactional
  public boolean lift(String debtorId, long legalHoldId, @Nullable String reason, String by) {
    return jdbc.sql("""
        update legal_hold set lift_reason = :reason, lifted_by = :by, lifted_at = :at
         where legal_hold_id = :hold and debtor_id = :debtor and lifted_at is null
        """).param("reason", EnteredText.reason(reason)).param("by", by).param("at", utc(calendar.now()))
        .param("hold", legalHoldId).param("debtor", debtorId).update() > 0;
  }

  private static LegalHold read(ResultSet row, int number) throws SQLException {
    String liftedBy = row.getString("lifted_by");
    return new LegalHold(row.getLong("legal_hold_id"), row.getString("reason"), row.getString("set_by"),
        instant(row, "set_at"), liftedBy == null ? null
            : new LegalHold.Lifted(row.getString("lift_reason"), liftedBy, instant(row, "lifted_at")));
  }
}
