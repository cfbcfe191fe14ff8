package io.remit.plan;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.ledger.Money;
import io.remit.plan.Plan.Acceptance;
import io.remit.plan.Plan.Status;
import io.remit.plan.Plan.Terms;
import io.remit.sql.RowsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The plans and their instalments. */
@Repository
class PlanRepository {

  private static final String SELECT = """
      select plan_id, case_number, currency, interval_name, needs_approval, tolerance_days, tolerance_share, valid_days,
             since_entry_id, status, proposed_at, proposed_by, offered_until, document, accepted_on, accepted_how,
             hold_id, ended_at
        from plan
      """;

  private static final RowsOf ITS_ROWS = RowsOf.cases("plan");

  private final JdbcClient jdbc;

  PlanRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return the plan's id */
  long insert(Plan plan) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into plan (case_number, currency, interval_name, needs_approval, tolerance_days, tolerance_share,
          valid_days, since_entry_id, status, proposed_at, proposed_by)
        values (:case, :currency, :interval, :approval, :days, :share, :validDays, :since, :status, :at, :by)
        """).param("case", plan.caseNumber()).param("currency", plan.currency())
        .param("interval", plan.interval().name()).param("approval", plan.terms().approval())
        .param("days", plan.terms().tolerance().days()).param("share", plan.terms().tolerance().share())
        .param("validDays", plan.terms().validDays()).param("since", plan.sinceEntryId())
        .param("status", plan.status().name()).param("at", utc(plan.proposedAt())).param("by", plan.proposedBy())
        .update(key, "plan_id");
    long planId = key.getKey().longValue();
    plan.schedule().instalments().forEach(instalment -> jdbc.sql("""
        insert into plan_instalment (plan_id, number, due_on, amount) values (:plan, :number, :dueOn, :amount)
        """).param("plan", planId).param("number", instalment.number()).param("dueOn", instalment.dueOn())
        .param("amount", instalment.amount()).update());
    return planId;
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such plan */
  Plan get(long planId) {
    return jdbc.sql(SELECT + "where plan_id = :plan").param("plan", planId).query(this::read).single();
  }

  /** The plans of a case, the newest last. */
  List<Plan> ofCase(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? List.of() : jdbc.sql(SELECT + "where case_number = :case order by plan_id")
        .param("case", caseNumber).query(this::read).list();
  }

  void decide(long planId, String by, @Nullable String note, Instant at) {
    jdbc.sql("""
        update plan set decided_by = :by, decision_note = :note, decided_at = :at where plan_id = :plan
        """).param("by", by).param("note", note).param("at", utc(at)).param("plan", planId).update();
  }

  void printed(long planId, String document) {
    jdbc.sql("update plan set document = :document where plan_id = :plan").param("document", document)
        .param("plan", planId).update();
  }

  void offer(long planId, LocalDate until) {
    jdbc.sql("update plan set status = 'OFFERED', offered_until = :until where plan_id = :plan")
        .param("until", until).param("plan", planId).update();
  }

  void accept(long planId, LocalDate on, Acceptance how, String recordedBy) {
    jdbc.sql("""
        update plan set status = 'IN_FORCE', accepted_on = :on, accepted_how = :how, answer_recorded_by = :by
         where plan_id = :plan
        """).param("on", on).param("how", how.name()).param("by", recordedBy).param("plan", planId).update();
  }

  void refuse(long planId, String recordedBy, Instant at) {
    jdbc.sql("update plan set answer_recorded_by = :by where plan_id = :plan").param("by", recordedBy)
        .param("plan", planId).update();
    end(planId, Status.REFUSED, at);
  }

  void rememberHold(long planId, long holdId) {
    jdbc.sql("update plan set hold_id = :hold where plan_id = :plan").param("hold", holdId).param("plan", planId)
        .update();
  }

  void end(long planId, Status status, Instant at) {
    jdbc.sql("update plan set status = :status, ended_at = :at where plan_id = :plan").param("status", status.name())
        .param("at", utc(at)).param("plan", planId).update();
  }

  /** A plan was in force until the creditor's files, and no payment, ended it. */
  void markEndedUnpaid(long planId) {
    jdbc.sql("update plan set ended_unpaid = true where plan_id = :plan").param("plan", planId).update();
  }

  /** The plan of a case that was in force until the creditor's files ended it. */
  Optional<Plan> endedUnpaid(String caseNumber) {
    return jdbc.sql(SELECT + "where case_number = :case and ended_unpaid order by plan_id desc limit 1")
        .param("case", caseNumber).query(this::read).optional();
  }

  /** The same plan in another case, in force. */
  Plan copyInForce(Plan ended, String caseNumber) {
    long planId = insert(new Plan(0, caseNumber, ended.currency(), ended.schedule(), ended.interval(), ended.terms(),
        ended.sinceEntryId(), Status.IN_FORCE, ended.proposedAt(), ended.proposedBy(), null, null, null, null, null,
        null));
    jdbc.sql("""
        update plan
           set (offered_until, document, accepted_on, accepted_how, decided_by, decision_note, decided_at,
                answer_recorded_by)
             = (select offered_until, document, accepted_on, accepted_how, decided_by, decision_note, decided_at,
                       answer_recorded_by from plan ended where ended.plan_id = :ended)
         where plan_id = :plan
        """).param("ended", ended.planId()).param("plan", planId).update();
    return get(planId);
  }

  private Schedule scheduleOf(long planId, String currency) {
    return new Schedule(jdbc.sql("""
        select number, due_on, amount from plan_instalment where plan_id = :plan order by number
        """).param("plan", planId).query((row, number) -> new Instalment(row.getInt("number"),
            row.getObject("due_on", LocalDate.class), Money.inScaleOf(currency, row.getBigDecimal("amount")))).list());
  }

  private Plan read(ResultSet row, int number) throws SQLException {
    long planId = row.getLong("plan_id");
    String currency = row.getString("currency");
    String acceptedHow = row.getString("accepted_how");
    return new Plan(planId, row.getString("case_number"), currency, scheduleOf(planId, currency),
        Interval.valueOf(row.getString("interval_name")),
        new Terms(row.getBoolean("needs_approval"),
            new Tolerance(row.getInt("tolerance_days"), row.getInt("tolerance_share")), row.getInt("valid_days")),
        row.getLong("since_entry_id"), Status.valueOf(row.getString("status")),
        instant(row, "proposed_at"), row.getString("proposed_by"),
        row.getObject("offered_until", LocalDate.class), row.getString("document"),
        row.getObject("accepted_on", LocalDate.class), acceptedHow == null ? null : Acceptance.valueOf(acceptedHow),
        row.getObject("hold_id", Long.class), instantOrNull(row, "ended_at"));
  }
}
