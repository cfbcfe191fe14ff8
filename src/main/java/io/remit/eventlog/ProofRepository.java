package io.remit.eventlog;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.eventlog.CaseNotRight.Status;
import io.remit.eventlog.Finding.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The nightly checks, and the cases that were not right. */
@Repository
class ProofRepository {

  private static final int LONGEST_DETAIL = 500;

  private final JdbcClient jdbc;

  ProofRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The check of one day.
   *
   * @param finishedAt null while it is made
   */
  record Run(LocalDate businessDate, Instant startedAt, @Nullable Instant finishedAt, long cases, long notRight) {
  }

  /**
   * Begins the check of a day, or makes one anew that was begun and left.
   *
   * @return false if it was made to its end
   */
  boolean begin(LocalDate day, Instant now) {
    return jdbc.sql("update proof_run set started_at = :now where business_date = :day and finished_at is null")
        .param("now", utc(now)).param("day", day).update() == 1
        || jdbc.sql("""
            insert into proof_run (business_date, started_at)
            select cast(:day as date), cast(:now as timestamp with time zone)
             where not exists (select 1 from proof_run where business_date = :day)
            """).param("day", day).param("now", utc(now)).update() == 1;
  }

  void finish(LocalDate day, Instant now, long cases, long notRight) {
    jdbc.sql("""
        update proof_run set finished_at = :now, cases = :cases, not_right = :notRight where business_date = :day
        """).param("now", utc(now)).param("cases", cases).param("notRight", notRight).param("day", day).update();
  }

  /** The last check that came to its end. */
  Optional<Run> lastRun() {
    return jdbc.sql("""
        select business_date, started_at, finished_at, cases, not_right from proof_run
         where finished_at is not null order by business_date desc limit 1
        """).query((row, number) -> new Run(row.getObject("business_date", LocalDate.class),
            instant(row, "started_at"), instantOrNull(row, "finished_at"), row.getLong("cases"),
            row.getLong("not_right"))).optional();
  }

  long insert(String caseNumber, Instant now, List<Finding> findings) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into case_proof (case_number, status, found_at) values (:case, 'OPEN', :now)")
        .param("case", caseNumber).param("now", utc(now)).update(key, "proof_id");
    long proofId = Objects.requireNonNull(key.getKey()).longValue();
    keep(proofId, findings);
    return proofId;
  }

  /** Writes down what is wrong now in place of what was. */
  void replace(long proofId, List<Finding> findings) {
    jdbc.sql("delete from case_finding where proof_id = :proof").param("proof", proofId).update();
    keep(proofId, findings);
  }

  private void keep(long proofId, List<Finding> findings) {
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      jdbc.sql("""
          insert into case_finding (proof_id, position, rule, element_id, element_name, detail)
          values (:proof, :position, :rule, :element, :name, :detail)
          """).param("proof", proofId).param("position", i).param("rule", finding.rule().name())
          .param("element", finding.elementId()).param("name", finding.elementName())
          .param("detail", shortened(finding.detail())).update();
    }
  }

  private static @Nullable String shortened(@Nullable String detail) {
    return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
  }

  void end(long proofId, Status status, Instant now, @Nullable String by, @Nullable String note) {
    jdbc.sql("""
        update case_proof set status = :status, ended_at = :now, ended_by = :by, note = :note where proof_id = :proof
        """).param("status", status.name()).param("now", utc(now)).param("by", by).param("note", note)
        .param("proof", proofId).update();
  }

  /** @throws EmptyResultDataAccessException if there is none */
  CaseNotRight lock(long proofId) {
    jdbc.sql("select proof_id from case_proof where proof_id = :proof for update").param("proof", proofId)
        .query(Long.class).single();
    return get(proofId);
  }

  /** @throws EmptyResultDataAccessException if there is none */
  CaseNotRight get(long proofId) {
    return read("where p.proof_id = :proof", Map.of("proof", proofId)).stream().findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /** Those of some cases that are not right still, as far as is known. */
  List<CaseNotRight> notRight(Collection<String> caseNumbers) {
    return caseNumbers.isEmpty() ? List.of()
        : read("where p.case_number in (:cases) and p.status <> 'RIGHT'", Map.of("cases", caseNumbers));
  }

  /** The first of those that are not right still, by their age. */
  List<CaseNotRight> notRight(int most) {
    return read("where p.proof_id in (select proof_id from case_proof where status <> 'RIGHT'"
        + " order by proof_id limit :most)", Map.of("most", most));
  }

  private List<CaseNotRight> read(String where, Map<String, ?> parameters) {
    Map<Long, List<Finding>> findings = jdbc.sql("""
        select p.proof_id, p.case_number, f.rule, f.element_id, f.element_name, f.detail
          from case_proof p join case_finding f on f.proof_id = p.proof_id
        """ + where + " order by p.proof_id, f.position").params(parameters).query((row, number) ->
            Map.entry(row.getLong("proof_id"), new Finding(row.getString("case_number"),
                Rule.valueOf(row.getString("rule")), row.getString("element_id"), row.getString("element_name"),
                row.getString("detail")))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return jdbc.sql("""
        select p.proof_id, p.case_number, p.status, p.found_at, p.ended_at, p.ended_by, p.note from case_proof p
        """ + where + " order by p.proof_id").params(parameters).query((row, number) -> new CaseNotRight(
            row.getLong("proof_id"), row.getString("case_number"), Status.valueOf(row.getString("status")),
            instant(row, "found_at"), instantOrNull(row, "ended_at"), row.getString("ended_by"),
            row.getString("note"), findings.getOrDefault(row.getLong("proof_id"), List.of()))).list();
  }
}
