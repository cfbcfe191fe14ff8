package io.remit.legal;

import static io.remit.sql.Moments.utc;

import io.remit.legal.CourtFiling.Result;
import io.remit.legal.CourtFiling.Status;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What legal officers and courts decided. */
@Repository
class CourtFilingRepository {

  private final JdbcClient jdbc;

  CourtFilingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String caseNumber, Status status, String decidedBy, Instant at, String note) {
    jdbc.sql("""
        insert into court_filing (case_number, status, decided_by, decided_at, note)
        values (:case, :status, :by, :at, :note)
        """).param("case", caseNumber).param("status", status.name()).param("by", decidedBy)
        .param("at", utc(at)).param("note", note).update();
  }

  void filed(String caseNumber, String dossier, Instant at) {
    jdbc.sql("""
        update court_filing set status = 'FILED', dossier = :dossier, filed_at = :at
         where case_number = :case and status = 'APPROVED'
        """).param("dossier", dossier).param("at", utc(at)).param("case", caseNumber).update();
  }

  /** Whether a filing is approved and the court has not decided yet. */
  boolean isPending(String caseNumber) {
    return jdbc.sql("select count(*) from court_filing where case_number = :case and status in ('APPROVED', 'FILED')")
        .param("case", caseNumber).query(Long.class).single() > 0;
  }

  /** @return how many filings were pending */
  int endPending(String caseNumber) {
    return jdbc.sql("""
        update court_filing set status = 'ENDED' where case_number = :case and status in ('APPROVED', 'FILED')
        """).param("case", caseNumber).update();
  }

  void decided(String caseNumber, Result result, Instant at) {
    jdbc.sql("""
        update court_filing set status = 'DECIDED', result = :result, result_at = :at
         where case_number = :case and status = 'FILED'
        """).param("result", result.name()).param("at", utc(at)).param("case", caseNumber)
        .update();
  }
}
