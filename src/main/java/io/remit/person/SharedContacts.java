package io.remit.person;

import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.files.Sha256;
import io.remit.node.DailyWork;
import io.remit.node.DailyWork.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees once a day which phone numbers and e-mail addresses stand under more than one debtor id with an open case, and
 * has a supervisor decide whether that is one person. Each number is asked about once. One that more than
 * {@link #MOST_IDS} ids share is a family's, an office's or a placeholder, and nobody is asked; nor are more than
 * {@link #MOST_ASKED} a day.
 */
@Component
public class SharedContacts {

  static final int MOST_IDS = 4;
  static final int MOST_ASKED = 20;

  /** With a number that was found out; without one that turned out to be somebody else's. */
  private static final String KNOWN = """
      (select k.debtor_id, k.contact from (%s) k
        where not exists (select 1 from address_mark m
                           where m.debtor_id = k.debtor_id and lower(m.address) = k.contact and m.mark = 'WRONG')) d
      """;
  private static final String SHARED = """
      select d.contact from %s
       where exists (select 1 from collection_case c where c.debtor_id = d.debtor_id and c.status <> 'CLOSED')
       group by d.contact having count(*) between 2 and :most order by d.contact
      """;

  private final Persons persons;
  private final SharedContactTasks tasks;
  private final Timeline timeline;
  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;
  private final TransactionTemplate transaction;
  private final DailyWork daily;

  SharedContacts(Persons persons, SharedContactTasks tasks, Timeline timeline, JdbcClient jdbc,
      BusinessCalendar calendar, TransactionTemplate transaction, DailyWork daily) {
    this.persons = persons;
    this.tasks = tasks;
    this.timeline = timeline;
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.transaction = transaction;
    this.daily = daily;
  }

  /** What debtors can have in common. */
  public enum Kind {
    PHONE("select debtor_id, phone as contact from debtor where phone is not null"
        + " union select debtor_id, number from known_number"),
    EMAIL("select debtor_id, lower(email) as contact from debtor where email is not null");

    private final String known;

    Kind(String contacts) {
      this.known = KNOWN.formatted(contacts);
    }
  }

  /** Whether debtor ids are one person, as the form sends it. */
  public record Decided(Decision outcome, String note) {
  }

  /** What a supervisor can decide. */
  public enum Decision {
    SAME_PERSON, DIFFERENT_PEOPLE
  }

  /** Another debtor id with the same number or address. */
  public record Sharing(String debtorId, Kind kind, String caseNumber) {
  }

  /** Looks, unless some node has done so on this day. */
  @Scheduled(cron = "${remit.person.check}")
  public void look() {
    daily.once(Work.SHARED_CONTACTS, calendar.today(), last -> askAboutAll());
  }

  private void askAboutAll() {
    int asked = 0;
    for (Kind kind : Kind.values()) {
      for (String contact : jdbc.sql(SHARED.formatted(kind.known)).param("most", MOST_IDS).query(String.class).list()) {
        asked += asked < MOST_ASKED && Boolean.TRUE.equals(transaction.execute(each -> ask(kind, contact))) ? 1 : 0;
      }
    }
  }

  /** @return whether a supervisor is asked now */
  private boolean ask(Kind kind, String contact) {
    List<String> ids = jdbc.sql("select d.debtor_id from " + kind.known
        + " where d.contact = :contact order by d.debtor_id")
        .param("contact", contact).query(String.class).list();
    boolean oneAlready = ids.size() > MOST_IDS || persons.idsOf(ids.get(0)).containsAll(ids);
    String hash = hash(kind, contact, ids);
    if (oneAlready || jdbc.sql("select count(*) from shared_contact where contact_hash = :hash").param("hash", hash)
        .query(Long.class).single() > 0) {
      return false;
    }
    jdbc.sql("""
        insert into shared_contact (kind, contact_hash, status, found_at) values (:kind, :hash, 'OPEN', :at)
        """).param("kind", kind.name()).param("hash", hash).param("at", utc(calendar.now())).update();
    ids.forEach(debtorId -> jdbc.sql("""
        insert into shared_contact_debtor (shared_id, debtor_id)
        select shared_id, :debtor from shared_contact where contact_hash = :hash
        """).param("debtor", debtorId).param("hash", hash).update());
    jdbc.sql("""
        select min(case_number) from collection_case where status <> 'CLOSED' and debtor_id in (:ids)
        """).param("ids", ids).query(String.class).optional().ifPresent(tasks::askSupervisor);
    return true;
  }

  private static String hash(Kind kind, String contact, List<String> ids) {
    return Sha256.of((kind + contact + ids).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * For a copy of the database in which debtors' ids, numbers and addresses have other words, the same for the same:
   * what somebody was asked about before is known by its new words too, and nobody is asked again.
   */
  public void knowByOtherWords() {
    jdbc.sql("select shared_id, kind from shared_contact").query((row, number) ->
        Map.entry(row.getLong("shared_id"), Kind.valueOf(row.getString("kind")))).list()
        .forEach(asked -> knowByOtherWords(asked.getKey(), asked.getValue()));
  }

  private void knowByOtherWords(long sharedId, Kind kind) {
    List<String> ids = jdbc.sql("select debtor_id from shared_contact_debtor where shared_id = :shared"
        + " order by debtor_id").param("shared", sharedId).query(String.class).list();
    if (!ids.isEmpty()) {
      jdbc.sql("select d.contact from " + kind.known + " where d.debtor_id in (:ids) group by d.contact"
          + " having count(*) = :all").param("ids", ids).param("all", ids.size()).query(String.class).list()
          .forEach(contact -> jdbc.sql("update shared_contact set contact_hash = :hash where shared_id = :shared")
              .param("hash", hash(kind, contact, ids)).param("shared", sharedId).update());
    }
  }

  /** With whom a case's debtor shares a number or an address, as far as nobody has decided on it. */
  public List<Sharing> undecided(String caseNumber) {
    return jdbc.sql("""
        select o.debtor_id, s.kind, (select max(x.case_number) from collection_case x
                                      where x.debtor_id = o.debtor_id and x.status <> 'CLOSED') as its_case
          from collection_case c
          join shared_contact_debtor d on d.debtor_id = c.debtor_id
          join shared_contact s on s.shared_id = d.shared_id and s.status = 'OPEN'
          join shared_contact_debtor o on o.shared_id = s.shared_id and o.debtor_id <> c.debtor_id
         where c.case_number = :case order by o.debtor_id, s.kind
        """).param("case", caseNumber).query((row, number) -> new Sharing(row.getString("debtor_id"),
            Kind.valueOf(row.getString("kind")), row.getString("its_case"))).list();
  }

  /**
   * Takes a supervisor's decision on all that a case's debtor shares with others.
   *
   * @throws io.remit.cases.InvalidInputException if a field cannot be accepted
   */
  public void decide(String caseNumber, Decided decided, String actor) {
    Decision decision = decided.outcome();
    String remark = EnteredText.note(decided.note());
    TreeSet<String> together = new TreeSet<>();
    undecided(caseNumber).forEach(sharing -> together.add(sharing.debtorId()));
    String itsDebtor = jdbc.sql("select debtor_id from collection_case where case_number = :case")
        .param("case", caseNumber).query(String.class).single();
    together.add(itsDebtor);
    jdbc.sql("""
        update shared_contact set status = :decision, decided_at = :at, decided_by = :by, note = :note
         where status = 'OPEN' and shared_id in (select shared_id from shared_contact_debtor where debtor_id = :debtor)
        """).param("decision", decision == Decision.SAME_PERSON ? "JOINED" : "SEPARATE")
        .param("at", utc(calendar.now())).param("by", actor).param("note", remark)
        .param("debtor", itsDebtor).update();
    if (decision == Decision.SAME_PERSON && together.size() > 1) {
      persons.join(together);
    }
    together.forEach(debtorId -> timeline.addToOpenCases(debtorId, EntryKind.PERSON, actor,
        decision == Decision.SAME_PERSON ? "One person with another debtor id: what he wants holds for both"
            : "Not one person with who has the same number or address", String.join(", ", together)));
  }
}
