package io.remit.outsourcing.recall;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ends of mandates: proposed, approved and rejected. */
@Repository
class MandateEndRepository {

  private final JdbcClient jdbc;

  MandateEndRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(MandateEnd end) {
    jdbc.sql("""
        insert into mandate_end (partner_id, case_number, reason, proposed_by, proposed_at, suspended, status)
        values (:partner, :case, :reason, :by, :at, :suspended, 'PROPOSED')
        """).param("partner", end.partnerId()).param("case", end.caseNumber()).param("reason", end.reason())
        .param("by", end.proposedBy()).param("at", utc(end.proposedAt())).param("suspended", end.suspended()).update();
  }

  /** The one of the partner on which nobody has decided. */
  Optional<MandateEnd> waiting(String partnerId) {
    return jdbc.sql("""
        select mandate_end_id, partner_id, case_number, reason, proposed_by, proposed_at, suspended
          from mandate_end where partner_id = :partner and status = 'PROPOSED'
        """).param("partner", partnerId)
        .query((row, number) -> new MandateEnd(row.getLong("mandate_end_id"), row.getString("partner_id"),
            row.getString("case_number"), row.getString("reason"), row.getString("proposed_by"),
            instant(row, "proposed_at"), row.getBoolean("suspended"))).optional();
  }

  /** @param status APPROVED or REJECTED */
  void decide(long mandateEndId, String status, String by, Instant at, @Nullable String note) {
    jdbc.sql("""
        update mandate_end set status = :status, decided_by = :by, decided_at = :at, note = :note
         where mandate_end_id = :id
        """).param("status", status).param("by", by).param("at", utc(at)).param("note", note)
        .param("id", mandateEndId).update();
  }

  /** Why the partner's mandate ended last; empty if it never did. */
  Optional<String> approvedReason(String partnerId) {
    return jdbc.sql("""
        select reason from mandate_end where partner_id = :partner and status = 'APPROVED'
         order by mandate_end_id desc limit 1
        """).param("partner", partnerId).query(String.class).optional();
  }

  /** Whether the partner's mandate ended by what was proposed at a moment or later. */
  boolean endedSince(String partnerId, Instant since) {
    return jdbc.sql("""
        select count(*) from mandate_end
         where partner_id = :partner and status = 'APPROVED' and proposed_at >= :since
        """).param("partner", partnerId).param("since", utc(since)).query(Long.class).single() > 0;
  }
}
