package io.remit.contact;

import io.remit.contact.ContactAttempt.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every contact attempt; rows are never deleted. */
@Repository
public class ContactLedger {

  private static final String SELECT = """
      select attempt_id, case_number, debtor_id, stage, channel, status, template, template_version, outcome, actor,
             planned_at, sent_at, allowed, rule, next_allowed_at
        from contact_attempt
      """;

  private final JdbcClient jdbc;

  ContactLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which attempts to list; each criterion may be null.
   *
   * @param from first moment of planning, inclusive
   * @param to last moment of planning, exclusive
   */
  public record Criteria(String debtorId, Status status, Instant from, Instant to) {
  }

  /**
   * Adds an attempt.
   *
   * @param note what a person wrote about it, or null
   */
  void add(ContactAttempt attempt, String note) {
    jdbc.sql("""
        insert into contact_attempt (case_number, debtor_id, stage, channel, status, template, template_version,
          outcome, actor, planned_at, sent_at, allowed, rule, next_allowed_at, note)
        values (:case, :debtor, :stage, :channel, :status, :template, :version, :outcome, :actor, :plannedAt,
          :sentAt, :allowed, :rule, :nextAllowedAt, :note)
        """).param("case", attempt.caseNumber()).param("debtor", attempt.debtorId())
        .param("stage", attempt.stage()).param("channel", attempt.channel().name())
        .param("status", attempt.status().name()).param("template", attempt.template())
        .param("version", attempt.templateVersion()).param("outcome", attempt.outcome())
        .param("actor", attempt.actor()).param("plannedAt", utc(attempt.plannedAt()))
        .param("sentAt", utc(attempt.sentAt())).param("allowed", attempt.decision().allowed())
        .param("rule", attempt.decision().rule()).param("nextAllowedAt", utc(attempt.decision().nextAllowedAt()))
        .param("note", note).update();
  }

  /** The message of a case that waits to be sent. */
  Optional<ContactAttempt> planned(String caseNumber) {
    return jdbc.sql(SELECT + " where case_number = :case and status = 'PLANNED' order by attempt_id desc limit 1")
        .param("case", caseNumber).query(ContactLedger::read).optional();
  }

  void sent(long attemptId, RenderedText text, DeliveryReceipt receipt) {
    jdbc.sql("""
        update contact_attempt
           set status = 'SENT', sent_at = :at, template_version = :version, gateway_reference = :reference,
               allowed = true, rule = 'allowed', next_allowed_at = null
         where attempt_id = :attempt
        """).param("at", utc(receipt.acceptedAt())).param("version", text.language() + " " + text.version())
        .param("reference", receipt.gatewayReference()).param("attempt", attemptId).update();
  }

  void denied(long attemptId, GateDecision decision) {
    jdbc.sql("""
        update contact_attempt set status = 'DENIED', allowed = false, rule = :rule, next_allowed_at = :next
         where attempt_id = :attempt
        """).param("rule", decision.rule()).param("next", utc(decision.nextAllowedAt())).param("attempt", attemptId)
        .update();
  }

  void cancelPlanned(String caseNumber) {
    jdbc.sql("update contact_attempt set status = 'CANCELLED' where case_number = :case and status = 'PLANNED'")
        .param("case", caseNumber).update();
  }

  /**
   * Writes down how the delivery of a message ended.
   *
   * @return false if no message is known by the report's reference
   */
  boolean reported(DeliveryReport report) {
    return jdbc.sql("""
        update contact_attempt set status = :result, finished_at = :at, reason = :reason
         where gateway = :gateway and gateway_reference = :reference and status in ('SENT', 'DELIVERED', 'FAILED')
        """).param("result", report.result().name()).param("at", utc(report.at())).param("reason", report.reason())
        .param("gateway", report.gateway()).param("reference", report.gatewayReference()).update() > 0;
  }

  /** Keeps a report until its message is known. */
  void park(DeliveryReport report) {
    jdbc.sql("""
        insert into parked_report (gateway, gateway_reference, result, address_invalid, reason, at, received_at)
        values (:gateway, :reference, :result, :invalid, :reason, :at, current_timestamp)
        """).param("gateway", report.gateway()).param("reference", report.gatewayReference())
        .param("result", report.result().name()).param("invalid", report.addressInvalid())
        .param("reason", report.reason()).param("at", utc(report.at())).update();
  }

  /**
   * Writes down how a robot's call ended.
   *
   * @return false if no call that was placed and has not ended is known by the result's reference
   */
  boolean robotCallEnded(RobotCallResult result) {
    long attemptId = Long.parseLong(result.reference().substring(result.reference().lastIndexOf('-') + 1));
    boolean answered = result.answeredBy() == RobotCallResult.AnsweredBy.DEBTOR
        || result.answeredBy() == RobotCallResult.AnsweredBy.THIRD_PARTY;
    return jdbc.sql("""
        update contact_attempt
           set status = :status, finished_at = :at, outcome = :outcome, answered = :answered, right_party = :debtor
         where attempt_id = :attempt and gateway = :gateway and status in ('CLAIMED', 'SENT', 'UNKNOWN')
        """).param("status", answered ? "DELIVERED" : "FAILED").param("at", utc(result.at()))
        .param("outcome", result.outcome().name()).param("answered", answered)
        .param("debtor", result.answeredBy() == RobotCallResult.AnsweredBy.DEBTOR).param("attempt", attemptId)
        .param("gateway", result.gateway()).update() > 0;
  }

  /** How many messages went to a debtor since a moment, over all cases. */
  long messagesSince(String debtorId, Instant since) {
    return jdbc.sql("""
        select count(*) from contact_attempt
         where debtor_id = :debtor and status in ('SENT', 'DELIVERED') and channel in ('SMS', 'EMAIL', 'LETTER')
           and sent_at >= :since
        """).param("debtor", debtorId).param("since", utc(since)).query(Long.class).single();
  }

  /** What the last conversation of a case brought, in any stage. */
  Optional<String> lastOutcome(String caseNumber) {
    return jdbc.sql("""
        select outcome from contact_attempt where case_number = :case and outcome is not null
         order by attempt_id desc limit 1
        """).param("case", caseNumber).query(String.class).optional();
  }

  /** The note of a case's last conversation. */
  Optional<String> lastNote(String caseNumber) {
    return jdbc.sql("""
        select note from contact_attempt where case_number = :case and outcome is not null and note is not null
         order by attempt_id desc limit 1
        """).param("case", caseNumber).query(String.class).optional();
  }

  /** The attempts of a case, newest first. */
  public List<ContactAttempt> ofCase(String caseNumber) {
    return jdbc.sql(SELECT + " where case_number = :case order by attempt_id desc").param("case", caseNumber)
        .query(ContactLedger::read).list();
  }

  /** One page of attempts, newest first. */
  public List<ContactAttempt> find(Criteria criteria, int page, int size) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(criteria, parameters);
    return jdbc.sql(SELECT + where + " order by attempt_id desc limit :size offset :offset").params(parameters)
        .param("size", size).param("offset", (long) page * size).query(ContactLedger::read).list();
  }

  public long count(Criteria criteria) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(criteria, parameters);
    return jdbc.sql("select count(*) from contact_attempt" + where).params(parameters).query(Long.class).single();
  }

  private static String where(Criteria criteria, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (criteria.debtorId() != null) {
      where.append(" and debtor_id = :debtor");
      parameters.put("debtor", criteria.debtorId());
    }
    if (criteria.status() != null) {
      where.append(" and status = :status");
      parameters.put("status", criteria.status().name());
    }
    if (criteria.from() != null) {
      where.append(" and planned_at >= :from");
      parameters.put("from", utc(criteria.from()));
    }
    if (criteria.to() != null) {
      where.append(" and planned_at < :to");
      parameters.put("to", utc(criteria.to()));
    }
    return where.toString();
  }

  private static ContactAttempt read(ResultSet row, int number) throws SQLException {
    return new ContactAttempt(row.getLong("attempt_id"), row.getString("case_number"), row.getString("debtor_id"),
        row.getString("stage"), Channel.valueOf(row.getString("channel")), Status.valueOf(row.getString("status")),
        row.getString("template"), row.getString("template_version"), row.getString("outcome"),
        row.getString("actor"), instant(row, "planned_at"), instant(row, "sent_at"),
        new GateDecision(row.getBoolean("allowed"), row.getString("rule"), instant(row, "next_allowed_at")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
