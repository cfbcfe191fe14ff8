package io.remit.contact;

import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;
import static io.remit.sql.Moments.utcOrNull;

import io.remit.cases.MatterKey;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.gate.Channel;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.hold.Hold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Every contact attempt; rows are never deleted. */
@Repository
public class ContactLedger {

  /** What goes out through a gateway, and not by a person. */
  public static final String BY_GATEWAY = "channel in ('SMS', 'EMAIL', 'LETTER', 'ROBOT_CALL')";

  private static final String SELECT = """
      select attempt_id, case_number, debtor_id, stage, channel, person, status, template, template_version, outcome,
             actor, recipient, planned_at, contacted_at, sent_at, finished_at, gateway, gateway_reference,
             superseded_by, reason, answer, overdue_reason, promise_id, matter, allowed, rule, counters, next_allowed_at
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
   * An attempt that is to be made.
   *
   * @param template what to say; null for a conversation
   * @param recipient the number that it must go to; null if the gate is to choose
   * @param actor who makes it: a user id, or Remit itself
   */
  public record Plan(String caseNumber, String debtorId, String stage, Channel channel, Person person, String template,
      String recipient, String actor) {
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
  public record Finding(String outcome, boolean answered, boolean rightParty, String note,
      OverdueReason overdueReason) {
  }

  /** Adds a planned attempt and returns its id. */
  public long plan(Plan plan, Instant at) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into contact_attempt (case_number, debtor_id, stage, channel, person, status, template,
          recipient, actor, planned_at, allowed)
        values (:case, :debtor, :stage, :channel, :person, 'PLANNED', :template, :recipient, :actor, :at, false)
        """).param("case", plan.caseNumber()).param("debtor", plan.debtorId()).param("stage", plan.stage())
        .param("channel", plan.channel().name()).param("person", plan.person().name())
        .param("template", plan.template()).param("recipient", plan.recipient())
        .param("actor", plan.actor()).param("at", utc(at)).update(key, "attempt_id");
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
   * Adds a planned message about a promise.
   *
   * @param notBefore it waits until then
   */
  public void planAboutPromise(Plan plan, long promiseId, Instant at, Instant notBefore) {
    long attemptId = plan(plan, at);
    jdbc.sql("update contact_attempt set promise_id = :promise, not_before = :notBefore where attempt_id = :attempt")
        .param("promise", promiseId).param("notBefore", utcOrNull(notBefore))
        .param("attempt", attemptId).update();
  }

  /**
   * Adds a planned message about a plan or an offer.
   *
   * @param notBefore it waits until then
   */
  public void planAboutTerms(Plan plan, MatterKey matter, Instant at, Instant notBefore) {
    long attemptId = plan(plan, at);
    jdbc.sql("update contact_attempt set matter = :matter, not_before = :notBefore where attempt_id = :attempt")
        .param("matter", matter.toString()).param("notBefore", utcOrNull(notBefore))
        .param("attempt", attemptId).update();
  }

  /** Whether a message of one of these templates was ever planned for a promise. */
  public boolean wasPlannedFor(long promiseId, Collection<String> templates) {
    return jdbc.sql("select count(*) from contact_attempt where promise_id = :promise and template in (:templates)")
        .param("promise", promiseId).param("templates", templates).query(Long.class).single() > 0;
  }

  public ContactAttempt get(long attemptId) {
    return jdbc.sql(SELECT + " where attempt_id = :attempt").param("attempt", attemptId).query(ContactLedger::read)
        .single();
  }

  /** These attempts, oldest first. */
  public List<ContactAttempt> all(List<Long> attemptIds) {
    return attemptIds.isEmpty() ? List.of() : jdbc.sql(SELECT + " where attempt_id in (:attempts) order by attempt_id")
        .param("attempts", attemptIds).query(ContactLedger::read).list();
  }

  /** Whether no other attempt was added to the case after this one. */
  public boolean isNewest(ContactAttempt attempt) {
    return jdbc.sql("select max(attempt_id) from contact_attempt where case_number = :case")
        .param("case", attempt.caseNumber()).query(Long.class).single() == attempt.attemptId();
  }

  /** The messages of a debtor that wait to be sent, oldest first. */
  public List<ContactAttempt> plannedFor(String debtorId) {
    return jdbc.sql(SELECT + " where debtor_id = :debtor and status = 'PLANNED' and " + BY_GATEWAY
        + " order by attempt_id").param("debtor", debtorId).query(ContactLedger::read).list();
  }

  /**
   * Another case of a debtor that was put off until a time that has come, and that has written to him less lately than
   * this one, or never.
   *
   * @param since a case whose time came before that has let it pass
   */
  public Optional<String> comesFirst(String debtorId, String caseNumber, Instant since, Instant now) {
    return jdbc.sql("""
        select put_off.case_number from contact_attempt put_off
          join collection_case other on other.case_number = put_off.case_number
         where put_off.debtor_id = :debtor and put_off.case_number <> :case and other.status = 'OPEN'
           and put_off.stage = other.stage and put_off.status = 'DENIED' and put_off.next_allowed_at > :since
           and put_off.next_allowed_at <= :now and put_off.channel in ('SMS', 'EMAIL', 'LETTER')
           and put_off.promise_id is null and put_off.matter is null and not put_off.answer
           and put_off.attempt_id = (select max(attempt_id) from contact_attempt newest
                                      where newest.case_number = put_off.case_number)
           and exists (select 1 from contact_attempt mine
                        where mine.case_number = :case and mine.channel in ('SMS', 'EMAIL', 'LETTER')
                          and mine.sent_at is not null
                          and not exists (select 1 from contact_attempt its
                                           where its.case_number = put_off.case_number and its.sent_at >= mine.sent_at
                                             and its.channel in ('SMS', 'EMAIL', 'LETTER')))
         order by put_off.attempt_id limit 1
        """).param("debtor", debtorId).param("case", caseNumber).param("since", utcOrNull(since))
        .param("now", utc(now))
        .query(String.class).optional();
  }

  /** A planned attempt is not made, since another is made in its place. */
  public void supersede(long attemptId, long by) {
    jdbc.sql("""
        update contact_attempt set status = 'CANCELLED', superseded_by = :by, reason = 'superseded'
         where attempt_id = :attempt and status = 'PLANNED'
        """).param("by", by).param("attempt", attemptId).update();
  }

  /** Writes down that a gateway took a message; what is known of its arrival already stays. */
  public void sent(long attemptId, RenderedText text, String gateway, DeliveryReceipt receipt) {
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
  public void end(long attemptId, Status status, String reason, Instant at) {
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

  /** Calls that robots were given before a moment and of which they have told nothing. */
  public List<ContactAttempt> robotCallsSentBefore(Instant moment) {
    return jdbc.sql(SELECT
        + " where channel = 'ROBOT_CALL' and status = 'SENT' and sent_at < :moment order by attempt_id")
        .param("moment", utcOrNull(moment)).query(ContactLedger::read).list();
  }

  /** When the first of the robots' calls was given to it of which it has told nothing. */
  public Optional<Instant> firstRobotCallWithoutResult() {
    return jdbc.sql("select min(sent_at) from contact_attempt where channel = 'ROBOT_CALL' and status = 'SENT'")
        .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
  }

  /** A person's attempt through a channel in a case that was allowed and has no result yet. */
  public Optional<ContactAttempt> openConversation(String caseNumber, Channel channel, Person person) {
    return jdbc.sql(SELECT + """
         where case_number = :case and channel = :channel and person = :person and status = 'CLAIMED'
         order by attempt_id desc limit 1
        """).param("case", caseNumber).param("channel", channel.name()).param("person", person.name())
        .query(ContactLedger::read).optional();
  }

  /** The last attempt of a case through a channel. */
  public Optional<ContactAttempt> last(String caseNumber, Channel channel, Person person) {
    return jdbc.sql(SELECT + """
         where case_number = :case and channel = :channel and person = :person order by attempt_id desc limit 1
        """).param("case", caseNumber).param("channel", channel.name()).param("person", person.name())
        .query(ContactLedger::read).optional();
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

  /** Who is to be asked in the debtor's place, as the newest conversation of a case brought it. */
  public Optional<Hold.Contact> askedInstead(String caseNumber) {
    return jdbc.sql("""
        select instead_name, instead_phone from contact_attempt where case_number = :case and outcome is not null
         order by finished_at desc, attempt_id desc limit 1
        """).param("case", caseNumber).query((row, number) -> new Hold.Contact(row.getString("instead_name"),
            row.getString("instead_phone"))).optional().filter(contact -> contact.name() != null);
  }

  /** The newest conversation of a case. */
  public Optional<ContactAttempt> lastConversation(String caseNumber) {
    return jdbc.sql(SELECT + """
         where case_number = :case and outcome is not null order by finished_at desc, attempt_id desc limit 1
        """).param("case", caseNumber).query(ContactLedger::read).optional();
  }

  /** The newest conversation of a case that ended in this way. */
  public Optional<ContactAttempt> newestWith(String caseNumber, ConversationOutcome outcome) {
    return jdbc.sql(SELECT + """
         where case_number = :case and outcome = :outcome order by finished_at desc, attempt_id desc limit 1
        """).param("case", caseNumber).param("outcome", outcome.name()).query(ContactLedger::read).optional();
  }

  /** Ends what waits in a case, but for what was agreed with the debtor: that does not depend on the stage. */
  public void cancelPlanned(String caseNumber) {
    jdbc.sql("""
        update contact_attempt set status = 'CANCELLED', reason = 'stage-left'
         where case_number = :case and promise_id is null and matter is null and not answer and (status = 'PLANNED'
           or status = 'CLAIMED' and (handed_over_at is null or channel in ('CALL', 'VISIT')))
        """).param("case", caseNumber).update();
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
        .query(ContactLedger::read).optional();
    found.ifPresent(attempt -> end(attempt.attemptId(), Status.valueOf(report.result().name()), report.reason(),
        report.at()));
    return found;
  }

  /**
   * The attempt that a gateway knows by this reference, kept from others until the transaction ends.
   *
   * @param reference as in {@link OutgoingMessage#reference()}
   */
  public Optional<ContactAttempt> lockForResult(String gateway, String reference) {
    int dash = reference.lastIndexOf('-');
    return jdbc.sql(SELECT + """
         where attempt_id = :attempt and case_number = :case and gateway = :gateway for update
        """).param("attempt", attemptId(reference, dash)).param("case", reference.substring(0, Math.max(0, dash)))
        .param("gateway", gateway).query(ContactLedger::read).optional();
  }

  private static long attemptId(String reference, int dash) {
    try {
      return Long.parseLong(reference.substring(dash + 1));
    } catch (NumberFormatException notOurs) {
      return -1;
    }
  }

  /** What the last conversation of a case brought, in any stage. */
  public Optional<String> lastOutcome(String caseNumber) {
    return jdbc.sql("""
        select outcome from contact_attempt where case_number = :case and outcome is not null
         order by attempt_id desc limit 1
        """).param("case", caseNumber).query(String.class).optional();
  }

  /** How far the last message of a case has come in its stage since a moment. */
  public Optional<Status> lastMessageStatus(String caseNumber, String stage, Instant since) {
    return jdbc.sql("select status from contact_attempt where case_number = :case and stage = :stage"
        + " and planned_at >= :since and promise_id is null and matter is null and not answer and " + BY_GATEWAY
        + " order by attempt_id desc limit 1").param("case", caseNumber).param("stage", stage)
        .param("since", utcOrNull(since))
        .query(String.class).optional().map(Status::valueOf);
  }

  /** Why the debtor is overdue, as he said in the last conversation, as long as nothing was tried since. */
  public Optional<OverdueReason> newestOverdueReason(String caseNumber) {
    return jdbc.sql("""
        select overdue_reason from contact_attempt
         where case_number = :case and promise_id is null and matter is null and status not in ('DENIED', 'CANCELLED')
         order by attempt_id desc limit 1
        """).param("case", caseNumber).query((row, number) -> Optional.ofNullable(row.getString("overdue_reason")))
        .list().stream().flatMap(Optional::stream).map(OverdueReason::valueOf).findFirst();
  }

  /** The note of a case's last conversation. */
  public Optional<String> lastNote(String caseNumber) {
    return jdbc.sql("""
        select note from contact_attempt where case_number = :case and outcome is not null
         order by finished_at desc, attempt_id desc limit 1
        """).param("case", caseNumber).query((row, number) -> Optional.ofNullable(row.getString("note"))).optional()
        .flatMap(note -> note);
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
        row.getString("stage"), Channel.valueOf(row.getString("channel")), Person.valueOf(row.getString("person")),
        Status.valueOf(row.getString("status")), row.getString("template"), row.getString("template_version"),
        row.getString("outcome"), overdueReason(row), row.getString("actor"), row.getString("recipient"),
        instantOrNull(row, "planned_at"), instantOrNull(row, "contacted_at"), instantOrNull(row, "sent_at"),
        instantOrNull(row, "finished_at"),
        row.getString("gateway"), row.getString("gateway_reference"), row.getObject("superseded_by", Long.class),
        row.getString("reason"), row.getBoolean("answer"), row.getObject("promise_id", Long.class),
        matter(row.getString("matter")), decision(row));
  }

  private static OverdueReason overdueReason(ResultSet row) throws SQLException {
    String reason = row.getString("overdue_reason");
    return reason == null ? null : OverdueReason.valueOf(reason);
  }

  private static MatterKey matter(String stored) {
    return stored == null ? null : MatterKey.of(stored);
  }

  private static GateDecision decision(ResultSet row) throws SQLException {
    String rule = row.getString("rule");
    return rule == null ? GateDecision.notAskedYet() : new GateDecision(row.getBoolean("allowed"), rule,
        row.getString("counters"), instantOrNull(row, "next_allowed_at"));
  }
}
