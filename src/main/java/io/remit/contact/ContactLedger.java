package io.remit.contact;

import static io.remit.contact.AttemptRows.SELECT;
import static io.remit.sql.Moments.utc;
import static io.remit.sql.Moments.utcOrNull;

import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterKey.Kind;
import io.remit.contact.ContactAttempt.Status;
import io.remit.gate.Person;
import io.remit.gate.RenderedText;
import io.remit.hold.Hold;
import io.remit.sql.CommonFacts;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** An attempt's life, written down: planned, handed over, sent, ended. Rows are never deleted. */
@Repository
public class ContactLedger {

  /** What goes out through a gateway, and not by a person. */
  public static final String BY_GATEWAY = "channel in ('SMS', 'EMAIL', 'LETTER', 'ROBOT_CALL')";

  private final JdbcClient jdbc;

  ContactLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An attempt that is to be made.
   *
   * @param template what to say; null for a conversation
   * @param recipient the number that it must go to; null if the gate is to choose
   * @param actor who makes it: a user id, or Remit itself
   */
  public record Plan(String caseNumber, String debtorId, String stage, Channel channel, Person person,
      @Nullable String template, @Nullable String recipient, String actor) {
  }

  /**
   * How a conversation went.
   *
   * @param outcome what it brought
   * @param answered whether anybody took the call or opened the door
   * @param rightParty whether that was the debtor
   * @param note what a person wrote about it, or null
   * @param overdueReason why the debtor is overdue, or null if that was not told
   */
  public record Finding(String outcome, boolean answered, boolean rightParty, @Nullable String note,
      @Nullable OverdueReason overdueReason) {
  }

  /** Adds a planned attempt and returns its id. */
  public long plan(Plan plan, Instant at) {
    KeyHolder key = new GeneratedKeyHolder();
    CommonFacts.writesOnlyToCase(plan.caseNumber(), () -> jdbc.sql("""
        insert into contact_attempt (case_number, debtor_id, stage, channel, person, status, template,
          recipient, actor, planned_at, allowed)
        values (:case, :debtor, :stage, :channel, :person, 'PLANNED', :template, :recipient, :actor, :at, false)
        """).param("case", plan.caseNumber()).param("debtor", plan.debtorId()).param("stage", plan.stage())
        .param("channel", plan.channel().name()).param("person", plan.person().name())
        .param("template", plan.template()).param("recipient", plan.recipient())
        .param("actor", plan.actor()).param("at", utc(at)).update(key, "attempt_id"));
    return key.getKey().longValue();
  }

  /** The same for an answer to the debtor. */
  public long planAnswer(Plan plan, Instant at) {
    long attemptId = plan(plan, at);
    jdbc.sql("update contact_attempt set answer = true where attempt_id = :attempt").param("attempt", attemptId)
        .update();
    return attemptId;
  }

  /**
   * Adds a planned message about a promise, a plan or an offer.
   *
   * @param notBefore it waits until then
   */
  public void planAbout(MatterKey matter, Plan plan, Instant at, Instant notBefore) {
    long attemptId = plan(plan, at);
    jdbc.sql("update contact_attempt set " + columnOf(matter) + " = :about, not_before = :notBefore"
        + " where attempt_id = :attempt").param("about", stored(matter)).param("notBefore", utcOrNull(notBefore))
        .param("attempt", attemptId).update();
  }

  /** Promises have a column of their own. */
  static String columnOf(MatterKey matter) {
    return matter.kind() == Kind.PROMISE ? "promise_id" : "matter";
  }

  static Object stored(MatterKey matter) {
    return matter.kind() == Kind.PROMISE ? (Object) matter.number() : matter.toString();
  }

  /** A planned attempt is not made, since another is made in its place. */
  public void supersede(long attemptId, long by) {
    jdbc.sql("""
        update contact_attempt set status = 'CANCELLED', superseded_by = :by, reason = 'superseded'
         where attempt_id = :attempt and status = 'PLANNED'
        """).param("by", by).param("attempt", attemptId).update();
  }

  /** Writes down that a gateway took a message; what is known of its arrival already stays. */
  public void sent(long attemptId, @Nullable RenderedText text, String gateway, DeliveryReceipt receipt) {
    jdbc.sql("""
        update contact_attempt
           set status = case when status in ('CLAIMED', 'UNKNOWN') then 'SENT' else status end, sent_at = :at,
               template_version = coalesce(:version, template_version), gateway = :gateway,
               gateway_reference = :reference, claimed_by = null
         where attempt_id = :attempt
        """).param("at", utcOrNull(receipt.acceptedAt()))
        .param("version", text == null ? null : text.language() + " " + text.version()).param("gateway", gateway)
        .param("reference", receipt.gatewayReference()).param("attempt", attemptId).update();
  }

  /**
   * Remembers which text a message is about to be sent in, and by which gateway.
   *
   * @throws IllegalStateException if the node that sends it has not claimed it any more: one that stood still for
   *     longer than its lease counts as dead, and what it had claimed is another's
   */
  public void handingOver(long attemptId, String node, RenderedText text, String gateway) {
    int claimed = jdbc.sql("""
        update contact_attempt set template_version = :version, gateway = :gateway
         where attempt_id = :attempt and claimed_by = :node
        """).param("version", text.language() + " " + text.version()).param("gateway", gateway)
        .param("attempt", attemptId).param("node", node).update();
    if (claimed == 0) {
      throw new IllegalStateException("attempt " + attemptId + " was taken over by another node");
    }
  }

  /** Ends an attempt that is neither made nor denied: FAILED, UNKNOWN or CANCELLED. */
  public void end(long attemptId, Status status, @Nullable String reason, Instant at) {
    jdbc.sql("""
        update contact_attempt set status = :status, reason = :reason, finished_at = :at, claimed_by = null
         where attempt_id = :attempt
        """).param("status", status.name()).param("reason", reason).param("at", utc(at)).param("attempt", attemptId)
        .update();
  }

  /**
   * What a person made of an attempt.
   *
   * @param actor who reports it
   */
  public void concluded(long attemptId, Finding finding, String actor, Instant at) {
    jdbc.sql("""
        update contact_attempt
           set status = :status, outcome = :outcome, answered = :answered, right_party = :rightParty, note = :note,
               overdue_reason = :overdueReason, actor = :actor, sent_at = coalesce(sent_at, :at), finished_at = :at,
               claimed_by = null
         where attempt_id = :attempt
        """).param("status", finding.rightParty() ? "DELIVERED" : "FAILED").param("outcome", finding.outcome())
        .param("answered", finding.answered()).param("rightParty", finding.rightParty())
        .param("note", finding.note())
        .param("overdueReason", finding.overdueReason() == null ? null : finding.overdueReason().name())
        .param("actor", actor).param("at", utc(at)).param("attempt", attemptId)
        .update();
  }

  /** Adds a conversation that the debtor began, and returns its id. */
  public long addIncoming(Plan plan, Finding finding, Instant at) {
    long attemptId = plan(plan, at);
    jdbc.sql("""
        update contact_attempt set allowed = true, rule = 'debtor-called', contacted_at = :at
          where attempt_id = :attempt
        """).param("at", utc(at)).param("attempt", attemptId).update();
    concluded(attemptId, finding, plan.actor(), at);
    return attemptId;
  }

  /** Keeps who is to be asked in the debtor's place, as a conversation brought it. */
  public void askedInstead(long attemptId, Hold.Contact contact) {
    jdbc.sql("update contact_attempt set instead_name = :name, instead_phone = :phone where attempt_id = :attempt")
        .param("name", contact.name()).param("phone", contact.phone()).param("attempt", attemptId).update();
  }

  /** Ends what waits in a case, but for what was agreed with the debtor: that does not depend on the stage. */
  public void cancelPlanned(String caseNumber) {
    CommonFacts.writesOnlyToCase(caseNumber, () -> jdbc.sql("""
        update contact_attempt set status = 'CANCELLED', reason = 'stage-left'
         where case_number = :case and promise_id is null and matter is null and not answer and (status = 'PLANNED'
           or status = 'CLAIMED' and (handed_over_at is null or channel in ('CALL', 'VISIT')))
        """).param("case", caseNumber).update());
  }

  /**
   * Writes down how the delivery of a message ended.
   *
   * @return the attempt; empty if none is known by the report's reference
   */
  public Optional<ContactAttempt> reported(DeliveryReport report) {
    Optional<ContactAttempt> found = jdbc.sql(SELECT + """
         where gateway = :gateway and gateway_reference = :reference
           and status in ('SENT', 'DELIVERED', 'FAILED', 'UNKNOWN')
        """).param("gateway", report.gateway()).param("reference", report.gatewayReference())
        .query(AttemptRows::read).optional();
    found.ifPresent(attempt -> end(attempt.attemptId(), Status.valueOf(report.result().name()), report.reason(),
        report.at()));
    return found;
  }

  /**
   * The attempt that a gateway knows by this reference, kept from others until the transaction ends.
   *
   * @param reference under which the message was handed over: case number and attempt
   */
  public Optional<ContactAttempt> lockForResult(String gateway, String reference) {
    int dash = reference.lastIndexOf('-');
    return jdbc.sql(SELECT + """
         where attempt_id = :attempt and case_number = :case and gateway = :gateway for update
        """).param("attempt", attemptId(reference, dash)).param("case", reference.substring(0, Math.max(0, dash)))
        .param("gateway", gateway).query(AttemptRows::read).optional();
  }

  private static long attemptId(String reference, int dash) {
    try {
      return Long.parseLong(reference.substring(dash + 1));
    } catch (NumberFormatException notOurs) {
      return -1;
    }
  }
}
