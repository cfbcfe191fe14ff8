package io.remit.privacy;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What erasures were asked for, and what became of them. */
@Repository
class ErasureRepository {

  private final JdbcClient jdbc;

  ErasureRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String debtorId, ErasureOrder.Status status, @Nullable String reason, String by, Instant at) {
    jdbc.sql("""
        insert into erasure (debtor_id, status, reason, asked_by, asked_at)
        values (:debtor, :status, :reason, :by, :at)
        """).param("debtor", debtorId).param("status", status.name()).param("reason", reason).param("by", by)
        .param("at", utc(at)).update();
  }

  /** What was asked for last; a debtor who was erased has another id. */
  Optional<ErasureOrder> newest(String debtorId) {
    return jdbc.sql("""
        select erasure_id, status, reason, asked_by, asked_at from erasure
         where debtor_id = :debtor order by erasure_id desc limit 1
        """).param("debtor", debtorId).query(ErasureRepository::read).optional();
  }

  void decide(long erasureId, ErasureOrder.Status status, String by, Instant at) {
    jdbc.sql("""
        update erasure set status = :status, decided_by = :by, decided_at = :at where erasure_id = :erasure
        """).param("status", status.name()).param("by", by).param("at", utc(at)).param("erasure", erasureId).update();
  }

  private static ErasureOrder read(ResultSet row, int number) throws SQLException {
    return new ErasureOrder(row.getLong("erasure_id"), ErasureOrder.Status.valueOf(row.getString("status")),
        row.getString("reason"), row.getString("asked_by"), instant(row, "asked_at"));
  }
}
