package io.remit.evidence;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.cases.MatterKey;
import io.remit.evidence.EvidenceItem.Kind;
import io.remit.evidence.EvidenceItem.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The evidence of matters; rows are never deleted. */
@Repository
class EvidenceRepository {

  private static final String SELECT = """
      select evidence_id, matter, kind, issuer, document_number, kept_at, received_on, added_at, added_by, verdict,
             checked_at, checked_by
        from evidence
      """;

  private final JdbcClient jdbc;

  EvidenceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return the item's id */
  long insert(EvidenceItem item) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into evidence (matter, kind, issuer, document_number, kept_at, received_on, added_at, added_by)
        values (:matter, :kind, :issuer, :number, :keptAt, :receivedOn, :addedAt, :addedBy)
        """).param("matter", item.matter()).param("kind", item.kind().name()).param("issuer", item.issuer())
        .param("number", item.documentNumber()).param("keptAt", item.keptAt())
        .param("receivedOn", item.receivedOn()).param("addedAt", utc(item.addedAt()))
        .param("addedBy", item.addedBy()).update(key, "evidence_id");
    return key.getKey().longValue();
  }

  /** One item of a matter, kept from others until the transaction ends. */
  Optional<EvidenceItem> lock(MatterKey matter, long evidenceId) {
    return jdbc.sql(SELECT + "where evidence_id = :evidence and matter = :matter for update")
        .param("evidence", evidenceId).param("matter", matter.toString()).query(EvidenceRepository::read).optional();
  }

  List<EvidenceItem> of(MatterKey matter) {
    return jdbc.sql(SELECT + "where matter = :matter order by evidence_id").param("matter", matter.toString())
        .query(EvidenceRepository::read).list();
  }

  List<EvidenceItem> ofCase(String caseNumber) {
    return jdbc.sql(SELECT + "where matter like :ofCase order by evidence_id").param("ofCase", caseNumber + "-%")
        .query(EvidenceRepository::read).list();
  }

  void judge(long evidenceId, Verdict verdict, String by, Instant at) {
    jdbc.sql("""
        update evidence set verdict = :verdict, checked_by = :by, checked_at = :at where evidence_id = :evidence
        """).param("verdict", verdict.name()).param("by", by).param("at", utc(at))
        .param("evidence", evidenceId).update();
  }

  private static EvidenceItem read(ResultSet row, int number) throws SQLException {
    String verdict = row.getString("verdict");
    return new EvidenceItem(row.getLong("evidence_id"), row.getString("matter"), Kind.valueOf(row.getString("kind")),
        row.getString("issuer"), row.getString("document_number"), row.getString("kept_at"),
        row.getObject("received_on", LocalDate.class), instant(row, "added_at"),
        row.getString("added_by"), verdict == null ? null : Verdict.valueOf(verdict),
        instantOrNull(row, "checked_at"), row.getString("checked_by"));
  }
}
