package io.remit.outsourcing;

import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.outsourcing.PlacementBatch.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The batches in which cases are handed over. */
@Repository
class PlacementBatchRepository {

  private static final String SELECT = """
      select batch_id, partner_id, business_day, number_of_day, key_fingerprint, term_ends, delivered_at
        from placement_batch
      """;

  private final JdbcClient jdbc;

  PlacementBatchRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The partner's next batch of a day, with its lines; it is not delivered yet. */
  PlacementBatch insert(String partnerId, LocalDate day, String keyFingerprint, LocalDate termEnds, Instant at,
      List<Line> lines) {
    int number = jdbc.sql("""
        select coalesce(max(number_of_day), 0) + 1 from placement_batch
         where partner_id = :partner and business_day = :day
        """).param("partner", partnerId).param("day", day).query(Integer.class).single();
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into placement_batch (partner_id, business_day, number_of_day, status, key_fingerprint, term_ends,
          composed_at)
        values (:partner, :day, :number, 'COMPOSED', :key, :term, :at)
        """).param("partner", partnerId).param("day", day).param("number", number).param("key", keyFingerprint)
        .param("term", termEnds).param("at", utc(at)).update(key, "batch_id");
    long batchId = Objects.requireNonNull(key.getKey()).longValue();
    lines.forEach(line -> insert(batchId, line));
    return new PlacementBatch(batchId, partnerId, day, number, keyFingerprint, termEnds, null);
  }

  private void insert(long batchId, Line line) {
    jdbc.sql("""
        insert into placement_batch_case (batch_id, placement_id, currency, outstanding_amount, overdue_amount,
          days_past_due, commission_percent)
        values (:batch, :placement, :currency, :outstanding, :overdue, :days, :percent)
        """).param("batch", batchId).param("placement", line.placementId()).param("currency", line.terms().currency())
        .param("outstanding", line.terms().outstanding()).param("overdue", line.terms().overdue())
        .param("days", line.terms().daysPastDue()).param("percent", line.terms().commissionPercent()).update();
  }

  /** The partner's batch that was put together and did not arrive yet. */
  Optional<PlacementBatch> undelivered(String partnerId) {
    return jdbc.sql(SELECT + " where partner_id = :partner and status = 'COMPOSED' order by batch_id")
        .param("partner", partnerId).query(PlacementBatchRepository::read).list().stream().findFirst();
  }

  /** All that arrived at a partner, the newest first. */
  List<PlacementBatch> delivered(String partnerId) {
    return jdbc.sql(SELECT + " where partner_id = :partner and status = 'DELIVERED' order by batch_id desc")
        .param("partner", partnerId).query(PlacementBatchRepository::read).list();
  }

  Optional<PlacementBatch> find(long batchId) {
    return jdbc.sql(SELECT + " where batch_id = :batch").param("batch", batchId)
        .query(PlacementBatchRepository::read).optional();
  }

  /** The partner said which of its cases it took. */
  void acknowledged(long batchId, Instant at) {
    jdbc.sql("update placement_batch set acknowledged_at = :at where batch_id = :batch").param("at", utc(at))
        .param("batch", batchId).update();
  }

  /** Its cases, in the order of their numbers. */
  List<Line> linesOf(long batchId) {
    return jdbc.sql("""
        select line.placement_id, placement.case_number, line.currency, line.outstanding_amount, line.overdue_amount,
               line.days_past_due, line.commission_percent
          from placement_batch_case line join placement on placement.placement_id = line.placement_id
         where line.batch_id = :batch order by placement.case_number
        """).param("batch", batchId).query((row, number) -> new Line(row.getLong("placement_id"),
            new CaseTerms(row.getString("case_number"), row.getString("currency"),
                row.getBigDecimal("outstanding_amount"), row.getBigDecimal("overdue_amount"),
                row.getLong("days_past_due"), row.getBigDecimal("commission_percent")))).list();
  }

  void delivered(long batchId, Instant at) {
    jdbc.sql("update placement_batch set status = 'DELIVERED', delivered_at = :at where batch_id = :batch")
        .param("at", utc(at)).param("batch", batchId).update();
  }

  /** It is not delivered: what is still right of it goes with another. */
  void drop(long batchId) {
    jdbc.sql("update placement_batch set status = 'DROPPED' where batch_id = :batch").param("batch", batchId).update();
  }

  private static PlacementBatch read(ResultSet row, int number) throws SQLException {
    return new PlacementBatch(row.getLong("batch_id"), row.getString("partner_id"),
        row.getObject("business_day", LocalDate.class), row.getInt("number_of_day"), row.getString("key_fingerprint"),
        row.getObject("term_ends", LocalDate.class), instantOrNull(row, "delivered_at"));
  }
}
