package io.remit.outsourcing.proposal;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.outsourcing.proposal.ProposedBatch.Line;
import io.remit.outsourcing.proposal.ProposedBatch.Result;
import io.remit.outsourcing.proposal.ProposedBatches.Outcome;
import io.remit.outsourcing.selection.Choice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The batches in which proposed cases came before an officer. */
@Repository
class ProposedBatchRepository {

  private static final int LONGEST_WHY = 300;
  private static final String BATCH = """
      select proposed_batch_id, partner_id, begun_at, composed_at, outcome, decided_by from proposed_batch
       where partner_id = :partner""";
  private static final String PROPOSED_ANEW = """
       from partner_choice p join collection_case c on c.case_number = p.case_number
      where p.partner_id = :partner and c.status = 'OPEN' and c.stage = 'OUTSOURCING'
        and not exists (select 1 from proposed_batch_case t
                          join proposed_batch b on b.proposed_batch_id = t.proposed_batch_id
                         where t.case_number = p.case_number and b.partner_id = p.partner_id
                           and b.composed_at >= p.chosen_at)""";

  private final JdbcClient jdbc;

  ProposedBatchRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether cases are proposed for a partner that came into no batch since. */
  boolean isProposedAnew(String partnerId) {
    return jdbc.sql("select exists (select 1" + PROPOSED_ANEW + ")").param("partner", partnerId)
        .query(Boolean.class).single();
  }

  void begin(String partnerId, Instant at) {
    jdbc.sql("insert into proposed_batch (partner_id, begun_at) values (:partner, :at)")
        .param("partner", partnerId).param("at", utc(at)).update();
  }

  /** Forgets one that was never put together. */
  void drop(long batchId) {
    jdbc.sql("delete from proposed_batch where proposed_batch_id = :batch and composed_at is null")
        .param("batch", batchId).update();
  }

  /** Fixes which cases are in it: those that came into no batch since they are proposed. */
  void compose(ProposedBatch batch, Instant at) {
    jdbc.sql("insert into proposed_batch_case (proposed_batch_id, case_number) select :batch, p.case_number"
        + PROPOSED_ANEW).param("batch", batch.batchId()).param("partner", batch.partnerId()).update();
    jdbc.sql("update proposed_batch set composed_at = :at where proposed_batch_id = :batch")
        .param("at", utc(at)).param("batch", batch.batchId()).update();
  }

  /** The batch about which an officer is asked, or will be. */
  Optional<ProposedBatch> undecided(String partnerId) {
    return jdbc.sql(BATCH + " and outcome is null order by proposed_batch_id desc limit 1")
        .param("partner", partnerId).query(ProposedBatchRepository::batch).optional();
  }

  /** Those that were approved, and of which some cases still wait. */
  List<ProposedBatch> approved(String partnerId) {
    return jdbc.sql(BATCH + """
         and outcome = 'APPROVED'
         and exists (select 1 from proposed_batch_case t
                      where t.proposed_batch_id = proposed_batch.proposed_batch_id and t.outcome is null)
         order by proposed_batch_id
        """).param("partner", partnerId).query(ProposedBatchRepository::batch).list();
  }

  Optional<ProposedBatch> newest(String partnerId) {
    return jdbc.sql(BATCH + " order by proposed_batch_id desc limit 1").param("partner", partnerId)
        .query(ProposedBatchRepository::batch).optional();
  }

  /** The cases of a batch that still are proposed for its partner and wait, in the order of their numbers. */
  List<Choice> waiting(ProposedBatch batch) {
    return jdbc.sql("""
        select t.case_number, p.partner_id, p.why from proposed_batch_case t
          join partner_choice p on p.case_number = t.case_number and p.partner_id = :partner
          join collection_case c on c.case_number = t.case_number
         where t.proposed_batch_id = :batch and t.outcome is null and c.status = 'OPEN' and c.stage = 'OUTSOURCING'
         order by t.case_number
        """).param("partner", batch.partnerId()).param("batch", batch.batchId()).query(Choice.class).list();
  }

  /** In the order of the cases' numbers. */
  List<Line> linesOf(long batchId) {
    return jdbc.sql("""
        select case_number, outcome, why from proposed_batch_case where proposed_batch_id = :batch order by case_number
        """).param("batch", batchId).query((row, number) -> {
          String result = row.getString("outcome");
          return new Line(row.getString("case_number"), result == null ? null : Result.valueOf(result),
              row.getString("why"));
        }).list();
  }

  /** @param by null if all its cases were decided by themselves */
  void decide(long batchId, Outcome outcome, @Nullable String by, Instant at, @Nullable String note) {
    jdbc.sql("""
        update proposed_batch set outcome = :outcome, decided_by = :by, decided_at = :at, note = :note
         where proposed_batch_id = :batch
        """).param("outcome", outcome.name()).param("by", by).param("at", utc(at)).param("note", note)
        .param("batch", batchId).update();
  }

  void settle(long batchId, String caseNumber, Result result, @Nullable String why) {
    jdbc.sql("""
        update proposed_batch_case set outcome = :outcome, why = :why
         where proposed_batch_id = :batch and case_number = :case
        """).param("outcome", result.name())
        .param("why", why == null || why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY))
        .param("batch", batchId).param("case", caseNumber).update();
  }

  private static ProposedBatch batch(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    return new ProposedBatch(row.getLong("proposed_batch_id"), row.getString("partner_id"),
        instant(row, "begun_at"), instantOrNull(row, "composed_at"), outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("decided_by"));
  }
}
