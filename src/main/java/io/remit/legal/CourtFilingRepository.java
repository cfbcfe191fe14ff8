package io.remit.legal;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.legal.CourtFiling.Result;
import io.remit.legal.CourtFiling.Status;
import io.remit.sql.RowsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What legal officers and courts decided. */
@Repository
class CourtFilingRepository {

  private static final String PENDING = "('APPROVED', 'FILED', 'ENFORCING')";

  private static final RowsOf ITS_ROWS = RowsOf.cases("court_filing");

  private final JdbcClient jdbc;

  CourtFilingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A suit that is pending, its dossier written.
   *
   * @param stayedUntil while it is stayed: the day on which somebody looks again; else null
   */
  record Filed(long filingId, String caseNumber, Instant filedAt, @Nullable LocalDate stayedUntil) {
  }

  void insert(String caseNumber, Status status, String decidedBy, Instant at, @Nullable String note) {
    jdbc.sql("""
        insert into court_filing (case_number, status, decided_by, decided_at, note)
        values (:case, :status, :by, :at, :note)
        """).param("case", caseNumber).param("status", status.name()).param("by", decidedBy)
        .param("at", utc(at)).param("note", note).update();
  }

  /** @return the filing; empty if none is approved */
  Optional<Long> filed(String caseNumber, String dossier, Instant at) {
    Optional<Long> approved = jdbc.sql("""
        select filing_id from court_filing where case_number = :case and status = 'APPROVED' order by filing_id desc
        """).param("case", caseNumber).query(Long.class).list().stream().findFirst();
    approved.ifPresent(filing -> jdbc.sql("""
        update court_filing set status = 'FILED', dossier = :dossier, filed_at = :at where filing_id = :filing
        """).param("dossier", dossier).param("at", utc(at)).param("filing", filing).update());
    return approved;
  }

  /** Whether a filing is approved and the court has not decided yet. */
  boolean isPending(String caseNumber) {
    return !ITS_ROWS.none(caseNumber) && jdbc.sql("select count(*) from court_filing where case_number = :case"
        + " and status in " + PENDING).param("case", caseNumber).query(Long.class).single() > 0;
  }

  /** Whether a court gave judgment in the pending suit, which is being enforced. */
  boolean isEnforcing(String caseNumber) {
    return !ITS_ROWS.none(caseNumber)
        && jdbc.sql("select count(*) from court_filing where case_number = :case and status = 'ENFORCING'")
            .param("case", caseNumber).query(Long.class).single() > 0;
  }

  /** The suit of a case that is pending with its dossier written. */
  Optional<Filed> pending(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? Optional.empty() : jdbc.sql("""
        select filing_id, case_number, filed_at, stayed_until from court_filing
         where case_number = :case and status in ('FILED', 'ENFORCING') order by filing_id desc
        """).param("case", caseNumber).query((row, number) -> new Filed(row.getLong("filing_id"),
            row.getString("case_number"), instant(row, "filed_at"), row.getObject("stayed_until", LocalDate.class)))
        .list().stream().findFirst();
  }

  /** @param until the day on which somebody looks again, or null if it is not stayed any more */
  void stay(long filingId, @Nullable LocalDate until) {
    jdbc.sql("update court_filing set stayed_until = :until where filing_id = :filing")
        .param("until", until).param("filing", filingId).update();
  }

  Optional<LocalDate> stayedUntil(String caseNumber) {
    return pending(caseNumber).map(Filed::stayedUntil);
  }

  /** @return how many filings were pending */
  int endPending(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? 0
        : jdbc.sql("update court_filing set status = 'ENDED' where case_number = :case and status in " + PENDING)
            .param("case", caseNumber).update();
  }

  /** The suit that a case had last, whatever became of it. */
  Optional<Long> newest(String caseNumber) {
    return jdbc.sql("""
        select filing_id from court_filing where case_number = :case and filed_at is not null order by filing_id desc
        """).param("case", caseNumber).query(Long.class).list().stream().findFirst();
  }

  /** What was awarded has been paid, or is not enforced any more. */
  void enforced(String caseNumber) {
    jdbc.sql("update court_filing set status = 'DECIDED' where case_number = :case and status = 'ENFORCING'")
        .param("case", caseNumber).update();
  }

  /** The suit is over, but for the enforcement of a judgment. */
  void decided(String caseNumber, Result result, Instant at) {
    jdbc.sql("""
        update court_filing set status = :status, result = :result, result_at = :at
         where case_number = :case and status = 'FILED'
        """).param("status", result == Result.JUDGMENT ? "ENFORCING" : "DECIDED").param("result", result.name())
        .param("at", utc(at)).param("case", caseNumber).update();
  }
}
