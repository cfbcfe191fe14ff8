package io.remit.outsourcing.answer;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.outsourcing.answer.PartnerFile.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The files that partners sent, and each thing that they told. */
@Repository
class PartnerFileRepository {

  private final JdbcClient jdbc;

  PartnerFileRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String partnerId, String name, String sha256, Status status, int appliedLines, Instant at,
      List<Fault> faults) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into partner_file (partner_id, file_name, sha256, status, applied_lines, taken_at)
        values (:partner, :name, :sha256, :status, :applied, :at)
        """).param("partner", partnerId).param("name", name).param("sha256", sha256).param("status", status.name())
        .param("applied", appliedLines).param("at", utc(at)).update(key, "file_id");
    long fileId = Objects.requireNonNull(key.getKey()).longValue();
    faults.forEach(fault -> jdbc.sql("""
        insert into partner_file_fault (file_id, line_number, column_name, rule, message)
        values (:file, :line, :column, :rule, :message)
        """).param("file", fileId).param("line", fault.line()).param("column", fault.column())
        .param("rule", fault.rule()).param("message", fault.message()).update());
  }

  boolean isApplied(String partnerId, String sha256) {
    return jdbc.sql("""
        select count(*) from partner_file where partner_id = :partner and sha256 = :sha256 and status = 'APPLIED'
        """).param("partner", partnerId).param("sha256", sha256).query(Long.class).single() > 0;
  }

  /** The newest first. */
  List<PartnerFile> of(String partnerId, int most) {
    return jdbc.sql("""
        select file_id, file_name, sha256, status, applied_lines, taken_at from partner_file
         where partner_id = :partner order by file_id desc limit :most
        """).param("partner", partnerId).param("most", most)
        .query((row, number) -> new PartnerFile(row.getLong("file_id"), row.getString("file_name"),
            row.getString("sha256"), Status.valueOf(row.getString("status")), row.getInt("applied_lines"),
            instant(row, "taken_at"), faultsOf(row.getLong("file_id")))).list();
  }

  private List<Fault> faultsOf(long fileId) {
    return jdbc.sql("""
        select line_number, column_name, rule, message from partner_file_fault where file_id = :file order by fault_id
        """).param("file", fileId).query((row, number) -> new Fault(row.getInt("line_number"),
            row.getString("column_name"), row.getString("rule"), row.getString("message"))).list();
  }

  boolean isTold(String partnerId, String activityId) {
    return jdbc.sql("select count(*) from partner_activity where partner_id = :partner and activity_id = :id")
        .param("partner", partnerId).param("id", activityId).query(Long.class).single() > 0;
  }

  /** @throws DuplicateKeyException if it was told before */
  void addTold(String partnerId, String activityId, String caseNumber, Instant at) {
    jdbc.sql("""
        insert into partner_activity (partner_id, activity_id, case_number, applied_at)
        values (:partner, :id, :case, :at)
        """).param("partner", partnerId).param("id", activityId).param("case", caseNumber).param("at", utc(at))
        .update();
  }
}
