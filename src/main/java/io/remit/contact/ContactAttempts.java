package io.remit.contact;

import static io.remit.contact.AttemptRows.SELECT;
import static io.remit.contact.ContactLedger.BY_GATEWAY;
import static io.remit.sql.Moments.utc;

import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import io.remit.contact.ContactAttempt.Status;
import io.remit.gate.Person;
import io.remit.hold.Hold;
import io.remit.sql.Question;
import io.remit.sql.RowsOf;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked about the attempts that {@link ContactLedger} keeps. */
@Repository
public class ContactAttempts {

  private static final RowsOf ITS_ROWS = RowsOf.cases("contact_attempt");
  private static final String OF_CASES = SELECT + " where case_number in (:cases) order by attempt_id desc";

  private final JdbcClient jdbc;
  private final Question<String, List<ContactAttempt>> ofCase;

  ContactAttempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.ofCase = Question.ofCases(OF_CASES, List.of(), cases -> jdbc.sql(OF_CASES).param("cases", cases)
        .query(AttemptRows::read).list().stream()
        .collect(Collectors.groupingBy(ContactAttempt::caseNumber, Collectors.toUnmodifiableList())));
  }

  /**
   * Which attempts to list; each criterion may be null.
   *
   * @param from first moment of planning, inclusive
   * @param to last moment of planning, exclusive
   */
  public record Criteria(@Nullable String debtorId, @Nullable Status status, @Nullable Instant from,
      @Nullable Instant to) {
  }

  /** Whether a message of one of these templates was ever planned about a matter. */
  public boolean wasPlannedAbout(MatterKey matter, Collection<String> templates) {
    return jdbc.sql("select count(*) from contact_attempt where " + ContactLedger.columnOf(matter) + " = :about"
        + " and template in (:templates)").param("about", ContactLedger.stored(matter)).param("templates", templates)
        .query(Long.class).single() > 0;
  }

  public ContactAttempt get(long attemptId) {
    return jdbc.sql(SELECT + " where attempt_id = :attempt").param("attempt", attemptId).query(AttemptRows::read)
        .single();
  }

  /** These attempts, oldest first. */
  public List<ContactAttempt> all(List<Long> attemptIds) {
    return attemptIds.isEmpty() ? List.of() : jdbc.sql(SELECT + " where attempt_id in (:attempts) order by attempt_id")
        .param("attempts", attemptIds).query(AttemptRows::read).list();
  }

  /** Whether no other attempt was added to the case after this one. */
  public boolean isNewest(ContactAttempt attempt) {
    return jdbc.sql("select max(attempt_id) from contact_attempt where case_number = :case")
        .param("case", attempt.caseNumber()).query(Long.class).single() == attempt.attemptId();
  }

  /** The messages of a debtor that wait to be sent, oldest first. */
  public List<ContactAttempt> plannedFor(String debtorId) {
    return jdbc.sql(SELECT + " where debtor_id = :debtor and status = 'PLANNED' and " + BY_GATEWAY
        + " order by attempt_id").param("debtor", debtorId).query(AttemptRows::read).list();
  }

  /**
   * Another case of a debtor that was put off until a time that has come, and that has written less lately than
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
        """).param("debtor", debtorId).param("case", caseNumber).param("since", utc(since)).param("now", utc(now))
        .query(String.class).optional();
  }

  /** Calls that robots were given before a moment and of which they have told nothing. */
  public List<ContactAttempt> robotCallsSentBefore(Instant moment) {
    return jdbc.sql(SELECT
        + " where channel = 'ROBOT_CALL' and status = 'SENT' and sent_at < :moment order by attempt_id")
        .param("moment", utc(moment)).query(AttemptRows::read).list();
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
        .query(AttemptRows::read).optional();
  }

  /** The last attempt of a case through a channel. */
  public Optional<ContactAttempt> last(String caseNumber, Channel channel, Person person) {
    return jdbc.sql(SELECT + """
         where case_number = :case and channel = :channel and person = :person order by attempt_id desc limit 1
        """).param("case", caseNumber).param("channel", channel.name()).param("person", person.name())
        .query(AttemptRows::read).optional();
  }

  /** The newest conversation of a case. */
  public Optional<ContactAttempt> lastConversation(String caseNumber) {
    return ofCase(caseNumber).stream().filter(attempt -> attempt.outcome() != null)
        .max(Comparator.comparing(ContactAttempt::finishedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ContactAttempt::attemptId));
  }

  /** The newest conversation of a case that ended in this way. */
  public Optional<ContactAttempt> newestWith(String caseNumber, ConversationOutcome outcome) {
    return jdbc.sql(SELECT + """
         where case_number = :case and outcome = :outcome order by finished_at desc, attempt_id desc limit 1
        """).param("case", caseNumber).param("outcome", outcome.name()).query(AttemptRows::read).optional();
  }

  /** What the last conversation of a case brought, in any stage. */
  public Optional<String> lastOutcome(String caseNumber) {
    return ofCase(caseNumber).stream().map(ContactAttempt::outcome).filter(Objects::nonNull).findFirst();
  }

  /** How far the last message of a case has come in its stage since a moment. */
  public Optional<Status> lastMessageStatus(String caseNumber, String stage, Instant since) {
    return ofCase(caseNumber).stream().filter(attempt -> attempt.stage().equals(stage) && attempt.isTreatment()
        && attempt.channel().isByGateway() && !attempt.plannedAt().isBefore(since)).findFirst()
        .map(ContactAttempt::status);
  }

  /** Why the debtor is overdue, as was said in the last conversation, as long as nothing was tried since. */
  public Optional<OverdueReason> newestOverdueReason(String caseNumber) {
    return ofCase(caseNumber).stream().filter(attempt -> attempt.matter() == null && attempt.status() != Status.DENIED
        && attempt.status() != Status.CANCELLED).findFirst().map(ContactAttempt::overdueReason);
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
    return ITS_ROWS.none(caseNumber) ? List.of() : ofCase.about(caseNumber);
  }

  /** One page of attempts, newest first. */
  public List<ContactAttempt> find(Criteria criteria, int page, int size) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(criteria, parameters);
    return jdbc.sql(SELECT + where + " order by attempt_id desc limit :size offset :offset").params(parameters)
        .param("size", size).param("offset", (long) page * size).query(AttemptRows::read).list();
  }

  public long count(Criteria criteria) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(criteria, parameters);
    return jdbc.sql("select count(*) from contact_attempt" + where).params(parameters).query(Long.class).single();
  }

  /** Who is to be asked in the debtor's place, as the newest conversation of a case brought it. */
  public Optional<Hold.Contact> contactInstead(String caseNumber) {
    return jdbc.sql("""
        select instead_name, instead_phone from contact_attempt where case_number = :case and outcome is not null
         order by finished_at desc, attempt_id desc limit 1
        """).param("case", caseNumber).query((row, number) -> new Hold.Contact(row.getString("instead_name"),
            row.getString("instead_phone"))).optional().filter(contact -> contact.name() != null);
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
}
