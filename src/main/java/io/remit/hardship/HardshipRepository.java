package io.remit.hardship;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.ledger.Money;
import io.remit.sql.RowsOf;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for help, and what was granted. */
@Repository
class HardshipRepository {

  private static final String RELIEF = """
      select r.relief_id, r.hold_id, r.case_number, r.kind, r.until_on, r.account_number, r.amount, c.currency,
             r.granted_at, r.granted_by, r.ended_at
        from relief r join collection_case c on c.case_number = r.case_number
      """;

  private static final RowsOf RELIEFS = RowsOf.cases("relief");

  private final JdbcClient jdbc;

  HardshipRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(HardshipRequest request) {
    jdbc.sql("""
        insert into hardship_request (hold_id, requested_by, kind, since_on, household, recorded_at, recorded_by)
        values (:hold, :requestedBy, :kind, :since, :household, :at, :by)
        """).param("hold", request.holdId()).param("requestedBy", request.requestedBy())
        .param("kind", request.kind().name()).param("since", request.since()).param("household", request.household())
        .param("at", utc(request.recordedAt())).param("by", request.recordedBy()).update();
  }

  /** The newest request that belongs to a hold. */
  Optional<HardshipRequest> newestRequest(long holdId) {
    return jdbc.sql("""
        select hold_id, requested_by, kind, since_on, household, recorded_at, recorded_by
          from hardship_request where hold_id = :hold order by request_id desc limit 1
        """).param("hold", holdId).query(HardshipRepository::readRequest).optional();
  }

  void insert(Relief relief) {
    jdbc.sql("""
        insert into relief (hold_id, case_number, kind, until_on, account_number, amount, granted_at, granted_by)
        values (:hold, :case, :kind, :until, :account, :amount, :at, :by)
        """).param("hold", relief.holdId()).param("case", relief.caseNumber()).param("kind", relief.kind().name())
        .param("until", relief.until()).param("account", relief.accountNumber()).param("amount", relief.amount())
        .param("at", utc(relief.grantedAt())).param("by", relief.grantedBy()).update();
  }

  /** The relief that was granted last with a hold. */
  Optional<Relief> reliefOf(long holdId) {
    return jdbc.sql(RELIEF + "where r.hold_id = :hold order by r.relief_id desc limit 1").param("hold", holdId)
        .query(HardshipRepository::readRelief).optional();
  }

  /** What was ever granted in a case, oldest first. */
  List<Relief> reliefsOf(String caseNumber) {
    return RELIEFS.none(caseNumber) ? List.of()
        : jdbc.sql(RELIEF + "where r.case_number = :case order by r.relief_id").param("case", caseNumber)
            .query(HardshipRepository::readRelief).list();
  }

  void prolong(long reliefId, LocalDate until) {
    jdbc.sql("update relief set until_on = :until where relief_id = :relief").param("until", until)
        .param("relief", reliefId).update();
  }

  void end(long reliefId, Instant at, String by) {
    jdbc.sql("update relief set ended_at = :at, ended_by = :by where relief_id = :relief and ended_at is null")
        .param("at", utc(at)).param("by", by).param("relief", reliefId).update();
  }

  private static HardshipRequest readRequest(ResultSet row, int number) throws SQLException {
    return new HardshipRequest(row.getLong("hold_id"), row.getString("requested_by"),
        HardshipRequest.Kind.valueOf(row.getString("kind")), row.getObject("since_on", LocalDate.class),
        row.getString("household"), instant(row, "recorded_at"), row.getString("recorded_by"));
  }

  private static Relief readRelief(ResultSet row, int number) throws SQLException {
    BigDecimal amount = row.getBigDecimal("amount");
    return new Relief(row.getLong("relief_id"), row.getLong("hold_id"), row.getString("case_number"),
        Relief.Kind.valueOf(row.getString("kind")), row.getObject("until_on", LocalDate.class),
        row.getString("account_number"), amount == null ? null : Money.inScaleOf(row.getString("currency"), amount),
        instant(row, "granted_at"), row.getString("granted_by"), instantOrNull(row, "ended_at"));
  }
}
