package io.remit.cases;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.cases.FollowUp.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The debtors whose cases are behind their accounts. */
@Repository
public class FollowUpRepository {

  private static final String SELECT =
      "select debtor_id, currency, why, since, tried_at, tries from case_follow_up ";

  private final JdbcClient jdbc;

  FollowUpRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that wait longest first. */
  public List<FollowUp> waiting(int limit) {
    return jdbc.sql(SELECT + "order by since, debtor_id, currency limit :limit").param("limit", limit)
        .query(FollowUpRepository::read).list();
  }

  /** Those behind one of them, or from the first on: for a walk through all. */
  List<FollowUp> behind(Optional<FollowUp> last, int limit) {
    return jdbc.sql(SELECT + """
        where debtor_id > :debtor or debtor_id = :debtor and currency > :currency
        order by debtor_id, currency limit :limit
        """).param("debtor", last.map(FollowUp::debtorId).orElse(""))
        .param("currency", last.map(FollowUp::currency).orElse("")).param("limit", limit)
        .query(FollowUpRepository::read).list();
  }

  Optional<FollowUp> find(String debtorId, String currency) {
    return jdbc.sql(SELECT + "where debtor_id = :debtor and currency = :currency").param("debtor", debtorId)
        .param("currency", currency).query(FollowUpRepository::read).optional();
  }

  void insert(String debtorId, String currency, Why why, Instant since) {
    jdbc.sql("""
        insert into case_follow_up (debtor_id, currency, why, since, tries)
        values (:debtor, :currency, :why, :since, 0)
        """).param("debtor", debtorId).param("currency", currency).param("why", why.name()).param("since", utc(since))
        .update();
  }

  void tried(String debtorId, String currency, Why why, Instant at) {
    jdbc.sql("""
        update case_follow_up set why = :why, tried_at = :at, tries = tries + 1
         where debtor_id = :debtor and currency = :currency
        """).param("why", why.name()).param("at", utc(at)).param("debtor", debtorId)
        .param("currency", currency).update();
  }

  void setWhy(String debtorId, String currency, Why why) {
    jdbc.sql("update case_follow_up set why = :why where debtor_id = :debtor and currency = :currency")
        .param("why", why.name()).param("debtor", debtorId).param("currency", currency).update();
  }

  void delete(String debtorId, String currency) {
    jdbc.sql("delete from case_follow_up where debtor_id = :debtor and currency = :currency")
        .param("debtor", debtorId).param("currency", currency).update();
  }

  private static FollowUp read(ResultSet row, int number) throws SQLException {
    return new FollowUp(row.getString("debtor_id"), row.getString("currency"), Why.valueOf(row.getString("why")),
        instant(row, "since"), instantOrNull(row, "tried_at"),
        row.getInt("tries"));
  }
}
