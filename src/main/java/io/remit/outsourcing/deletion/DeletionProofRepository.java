package io.remit.outsourcing.deletion;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.outsourcing.deletion.DeletionProof.Status;
import io.remit.outsourcing.deletion.DeletionProof.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The proofs of deletion that were asked for. */
@Repository
class DeletionProofRepository {

  private static final String SELECT = """
      select placement_id, partner_id, case_number, asked_at, due_on, status, told_by, deleted_on, recorded_by
        from deletion_proof
      """;

  private final JdbcClient jdbc;

  DeletionProofRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(DeletionProof proof) {
    jdbc.sql("""
        insert into deletion_proof (placement_id, partner_id, case_number, asked_at, due_on, status)
        values (:placement, :partner, :case, :at, :due, 'MISSING')
        """).param("placement", proof.placementId()).param("partner", proof.partnerId())
        .param("case", proof.caseNumber()).param("at", utc(proof.askedAt())).param("due", proof.dueOn()).update();
  }

  Optional<DeletionProof> find(long placementId) {
    return jdbc.sql(SELECT + " where placement_id = :placement").param("placement", placementId)
        .query(DeletionProofRepository::read).optional();
  }

  /** What was asked of a partner about a case, the newest first. */
  List<DeletionProof> of(String partnerId, String caseNumber) {
    return jdbc.sql(SELECT + " where partner_id = :partner and case_number = :case order by placement_id desc")
        .param("partner", partnerId).param("case", caseNumber).query(DeletionProofRepository::read).list();
  }

  /** What is missing, the oldest first. */
  List<DeletionProof> missing(String partnerId, int most) {
    return jdbc.sql(SELECT + " where partner_id = :partner and status = 'MISSING' order by due_on, placement_id"
        + " limit :most").param("partner", partnerId).param("most", most)
        .query(DeletionProofRepository::read).list();
  }

  /**
   * The proof came, or is not needed any more.
   *
   * @return false if it was not missing
   */
  boolean settle(long placementId, Status status, @Nullable Confirmed confirmed, Instant at) {
    return jdbc.sql("""
        update deletion_proof set status = :status, told_by = :way, deleted_on = :deleted, recorded_by = :by,
               recorded_at = :at, note = :note
         where placement_id = :placement and status = 'MISSING'
        """).param("status", status.name()).param("way", confirmed == null ? null : confirmed.way().name())
        .param("deleted", confirmed == null ? null : confirmed.deletedOn())
        .param("by", confirmed == null ? null : confirmed.by()).param("at", utc(at))
        .param("note", confirmed == null ? null : confirmed.note()).param("placement", placementId).update() > 0;
  }

  /**
   * That a partner deleted what it had.
   *
   * @param by user id, or the partner's group for a file
   * @param note null if there is none
   */
  record Confirmed(Way way, LocalDate deletedOn, String by, @Nullable String note) {
  }

  private static DeletionProof read(ResultSet row, int number) throws SQLException {
    String way = row.getString("told_by");
    return new DeletionProof(row.getLong("placement_id"), row.getString("partner_id"), row.getString("case_number"),
        instant(row, "asked_at"), row.getObject("due_on", LocalDate.class), Status.valueOf(row.getString("status")),
        way == null ? null : Way.valueOf(way), row.getObject("deleted_on", LocalDate.class),
        row.getString("recorded_by"));
  }
}
