package io.remit.batch;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.batch.BatchOrder.Action;
import io.remit.batch.CaseBatch.Item;
import io.remit.batch.CaseBatch.Outcome;
import io.remit.batch.CaseBatch.Progress;
import io.remit.cases.Stage;
import io.remit.hold.Hold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The batches, and what became of each of their cases. */
@Repository
class CaseBatchRepository {

  private static final String SELECT = """
      select batch_id, action, hold_reason, until_on, to_stage, to_collector, selection, reason, ordered_by, ordered_at,
             engine_batch_id
        from case_batch
      """;
  private static final int ROWS_AT_ONCE = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;

  CaseBatchRepository(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.rows = new JdbcTemplate(dataSource);
  }

  /** @return the batch's number */
  long insert(CaseBatch batch, List<String> caseNumbers) {
    KeyHolder key = new GeneratedKeyHolder();
    BatchOrder order = batch.order();
    jdbc.sql("""
        insert into case_batch (action, hold_reason, until_on, to_stage, to_collector, selection, reason, ordered_by,
          ordered_at)
        values (:action, :hold, :until, :stage, :collector, :selection, :reason, :by, :at)
        """).param("action", order.action().name()).param("hold", order.hold() == null ? null : order.hold().name())
        .param("until", order.until()).param("stage", order.toStage() == null ? null : order.toStage().name())
        .param("collector", order.toCollector()).param("selection", batch.selection()).param("reason", batch.reason())
        .param("by", batch.orderedBy()).param("at", utc(batch.orderedAt())).update(key, "batch_id");
    long batchId = key.getKey().longValue();
    rows.batchUpdate("insert into case_batch_item (batch_id, case_number) values (?, ?)", caseNumbers, ROWS_AT_ONCE,
        (row, caseNumber) -> {
          row.setLong(1, batchId);
          row.setString(2, caseNumber);
        });
    return batchId;
  }

  void carriedOutBy(long batchId, String engineBatchId) {
    jdbc.sql("update case_batch set engine_batch_id = :engineBatch where batch_id = :batch")
        .param("engineBatch", engineBatchId).param("batch", batchId).update();
  }

  Optional<CaseBatch> find(long batchId) {
    return jdbc.sql(SELECT + "where batch_id = :batch").param("batch", batchId).query(CaseBatchRepository::read)
        .optional();
  }

  /** The newest first. */
  List<CaseBatch> newest(int page, int size) {
    return jdbc.sql(SELECT + "order by batch_id desc limit :size offset :offset").param("size", size)
        .param("offset", (long) page * size).query(CaseBatchRepository::read).list();
  }

  long count() {
    return jdbc.sql("select count(*) from case_batch").query(Long.class).single();
  }

  Progress progress(long batchId) {
    return jdbc.sql("""
        select count(*) as total, count(case when outcome = 'DONE' then 1 end) as done,
               count(case when outcome = 'REFUSED' then 1 end) as refused,
               count(case when outcome = 'FAILED' then 1 end) as failed, max(settled_at) as last
          from case_batch_item where batch_id = :batch
        """).param("batch", batchId).query((row, number) -> new Progress(row.getLong("total"), row.getLong("done"),
            row.getLong("refused"), row.getLong("failed"), instantOrNull(row, "last"))).single();
  }

  /**
   * Those of these cases that the batch has neither done nor refused yet; kept from another run of the same job until
   * the transaction ends.
   */
  List<String> claim(long batchId, Collection<String> caseNumbers) {
    return jdbc.sql("""
        select case_number from case_batch_item
         where batch_id = :batch and case_number in (:cases) and (outcome is null or outcome = 'FAILED')
         order by case_number for update
        """).param("batch", batchId).param("cases", caseNumbers).query(String.class).list();
  }

  /** Notes what became of a case, if it belongs to the batch. */
  void finish(long batchId, Item item) {
    jdbc.sql("""
        update case_batch_item set outcome = :outcome, code = :code, why = :why, settled_at = :at
         where batch_id = :batch and case_number = :case
        """).param("outcome", Objects.requireNonNull(item.outcome()).name()).param("code", item.code())
        .param("why", item.why()).param("at", utc(Objects.requireNonNull(item.settledAt())))
        .param("batch", batchId).param("case", item.caseNumber()).update();
  }

  /** @param outcome null for all */
  List<Item> items(long batchId, @Nullable Outcome outcome, int page, int size) {
    return jdbc.sql("""
        select case_number, outcome, code, why, settled_at from case_batch_item
         where batch_id = :batch and (outcome = :outcome or cast(:outcome as varchar(10)) is null)
         order by case_number limit :size offset :offset
        """).param("batch", batchId).param("outcome", name(outcome)).param("size", size)
        .param("offset", (long) page * size).query((row, number) -> new Item(row.getString("case_number"),
            row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")),
            row.getString("code"), row.getString("why"), instantOrNull(row, "settled_at"))).list();
  }

  long count(long batchId, @Nullable Outcome outcome) {
    return jdbc.sql("""
        select count(*) from case_batch_item
         where batch_id = :batch and (outcome = :outcome or cast(:outcome as varchar(10)) is null)
        """).param("batch", batchId).param("outcome", name(outcome)).query(Long.class).single();
  }

  private static CaseBatch read(ResultSet row, int number) throws SQLException {
    String hold = row.getString("hold_reason");
    String stage = row.getString("to_stage");
    BatchOrder order = new BatchOrder(Action.valueOf(row.getString("action")),
        hold == null ? null : Hold.Reason.valueOf(hold),
        row.getObject("until_on", LocalDate.class), stage == null ? null : Stage.valueOf(stage),
        row.getString("to_collector"));
    return new CaseBatch(row.getLong("batch_id"), order, row.getString("selection"), row.getString("reason"),
        row.getString("ordered_by"), instant(row, "ordered_at"), row.getString("engine_batch_id"));
  }

  private static @Nullable String name(@Nullable Outcome outcome) {
    return outcome == null ? null : outcome.name();
  }
}
