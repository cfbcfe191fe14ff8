package io.remit.audit.seal;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What verifications of the trail found. */
@Repository
class VerificationRepository {

  private final JdbcClient jdbc;
  private final Clock clock;

  VerificationRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One verification.
   *
   * @param head number and hash of the last seal then
   * @param firstFinding for people; null if everything is as it was sealed
   */
  record Verified(Instant at, long seals, long sealedRows, long unsealedRows, long erasedRows, String head,
      long findings, @Nullable String firstFinding) {
  }

  void add(TrailReport report) {
    jdbc.sql("""
        insert into trail_verification (verified_at, seals, sealed_rows, unsealed_rows, erased_rows, head, findings,
          first_finding)
        values (:at, :seals, :sealed, :unsealed, :erased, :head, :findings, :first)
        """).param("at", utc(clock.instant())).param("seals", report.seals()).param("sealed", report.sealedRows())
        .param("unsealed", report.unsealedRows()).param("erased", report.erasedRows()).param("head", report.head())
        .param("findings", report.allFindings())
        .param("first", report.findings().stream().map(Finding::toString).findFirst().orElse(null)).update();
  }

  /** The last one, if there was any. */
  Optional<Verified> last() {
    return jdbc.sql("""
        select verified_at, seals, sealed_rows, unsealed_rows, erased_rows, head, findings, first_finding
          from trail_verification order by verification_id desc limit 1
        """).query((row, number) -> new Verified(instant(row, "verified_at"), row.getLong("seals"),
            row.getLong("sealed_rows"), row.getLong("unsealed_rows"), row.getLong("erased_rows"),
            row.getString("head"), row.getLong("findings"), row.getString("first_finding"))).optional();
  }
}
