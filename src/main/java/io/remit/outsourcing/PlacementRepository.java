package io.remit.outsourcing;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The placements of cases with partners. */
@Repository
class PlacementRepository {

  private final JdbcClient jdbc;

  PlacementRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String caseNumber, boolean approved, @Nullable String partnerId, String decidedBy, Instant at,
      @Nullable String note) {
    jdbc.sql("""
        insert into placement (case_number, status, partner_id, decided_by, decided_at, note)
        values (:case, :status, :partner, :by, :at, :note)
        """).param("case", caseNumber).param("status", approved ? "APPROVED" : "DECLINED")
        .param("partner", partnerId).param("by", decidedBy).param("at", utc(at))
        .param("note", note).update();
  }

  /** The partner of a placement that is approved or running. */
  Optional<String> currentPartner(String caseNumber) {
    return jdbc.sql("""
        select partner_id from placement where case_number = :case and status in ('APPROVED', 'PLACED')
         order by placement_id desc limit 1
        """).param("case", caseNumber).query(String.class).optional();
  }

  /** The partners of those of these cases whose placement is approved or running, by case number. */
  Map<String, String> currentPartners(Collection<String> caseNumbers) {
    Map<String, String> partners = new HashMap<>();
    if (!caseNumbers.isEmpty()) {
      jdbc.sql("""
          select case_number, partner_id from placement
           where case_number in (:cases) and status in ('APPROVED', 'PLACED') order by placement_id
          """).param("cases", caseNumbers)
          .query(row -> {
            partners.put(row.getString("case_number"), row.getString("partner_id"));
          });
    }
    return partners;
  }

  /** How many cases each partner has, or is about to get; a partner without one is not named. */
  Map<String, Integer> openByPartner() {
    Map<String, Integer> open = new HashMap<>();
    jdbc.sql("""
        select partner_id, count(*) as cases from placement where status in ('APPROVED', 'PLACED') group by partner_id
        """).query((RowCallbackHandler) row -> open.put(row.getString("partner_id"), row.getInt("cases")));
    return open;
  }

  void placed(String caseNumber, String fileName, Instant at) {
    jdbc.sql("""
        update placement set status = 'PLACED', file_name = :file, placed_at = :at
         where case_number = :case and status in ('APPROVED', 'PLACED')
        """).param("file", fileName).param("at", utc(at)).param("case", caseNumber).update();
  }

  /** Whether a partner was given the case and it has not come back. */
  boolean isPlaced(String caseNumber) {
    return jdbc.sql("select count(*) from placement where case_number = :case and status = 'PLACED'")
        .param("case", caseNumber).query(Long.class).single() > 0;
  }

  /** The partner that was given the case, if it has not come back. */
  Optional<String> partnerThatHas(String caseNumber) {
    return jdbc.sql("select partner_id from placement where case_number = :case and status = 'PLACED'")
        .param("case", caseNumber).query(String.class).list().stream().findFirst();
  }

  /** Since when the partner that has the case has it; empty if none has. */
  Optional<Instant> placedSince(String caseNumber) {
    return jdbc.sql("select placed_at from placement where case_number = :case and status = 'PLACED'")
        .param("case", caseNumber).query((row, number) -> instant(row, "placed_at")).list().stream().findFirst();
  }

  /** The cases that each of these partners has. */
  List<String> casesWith(Collection<String> partnerIds) {
    return partnerIds.isEmpty() ? List.of() : jdbc.sql(
        "select case_number from placement where status = 'PLACED' and partner_id in (:partners) order by case_number")
        .param("partners", partnerIds).query(String.class).list();
  }

  /** @return how many placements were running or approved */
  int end(String caseNumber, String reason, Instant at) {
    return jdbc.sql("""
        update placement set status = 'ENDED', end_reason = :reason, ended_at = :at
         where case_number = :case and status in ('APPROVED', 'PLACED')
        """).param("reason", reason).param("at", utc(at)).param("case", caseNumber).update();
  }
}
