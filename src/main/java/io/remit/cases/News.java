package io.remit.cases;

import static io.remit.sql.Moments.utc;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * That something new is known which may wake cases, or take from them what they do: of a debtor, such as a number, a
 * wish or home; of one of our people, who left; or of the ages at which stages begin. It is written down in the
 * transaction of the change itself, and {@link NewsRound} brings it to the cases right after it.
 */
@Component
public class News {

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;

  News(JdbcClient jdbc, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /** Of whom something is known. */
  public enum Kind {
    /** The subject is that person's id. */
    DEBTOR,
    /** The same, and it is a number or address that was not known. */
    WAY_TO_DEBTOR,
    /** The subject is the user id. */
    USER,
    /** The ages from which stages begin are others; the subject is the id of a debtor with an open case. */
    AGING
  }

  record Item(Kind kind, String subject) {
  }

  /** Something that bears on how a debtor can be reached is known anew. */
  public void ofDebtor(String debtorId) {
    write(Kind.DEBTOR, debtorId);
  }

  /** A number or address of a debtor is known that was not. */
  public void ofWayTo(String debtorId) {
    write(Kind.WAY_TO_DEBTOR, debtorId);
  }

  /** A user was deleted, or may do less than before. */
  public void ofUser(String userId) {
    write(Kind.USER, userId);
  }

  /** Stages begin at another age than before: each open case is looked at anew. */
  public void ofAging() {
    jdbc.sql("""
        insert into news (kind, subject, since, tries)
        select distinct 'AGING', c.debtor_id, cast(:since as timestamp with time zone), 0 from collection_case c
         where c.status <> 'CLOSED'
           and not exists (select 1 from news n where n.kind = 'AGING' and n.subject = c.debtor_id)
        """).param("since", utc(calendar.now())).update();
  }

  private void write(Kind kind, String subject) {
    jdbc.sql("""
        insert into news (kind, subject, since, tries)
        select :kind, :subject, cast(:since as timestamp with time zone), 0
         where not exists (select 1 from news where kind = :kind and subject = :subject)
        """).param("kind", kind.name()).param("subject", subject)
        .param("since", utc(calendar.now())).update();
  }

  /** Some that nobody has heard yet, those that failed least often first. */
  List<Item> waiting(int limit) {
    return jdbc.sql("select kind, subject from news order by tries, since, kind, subject limit :limit")
        .param("limit", limit)
        .query((row, number) -> new Item(Kind.valueOf(row.getString("kind")), row.getString("subject"))).list();
  }

  /** @return false if somebody else has heard it */
  boolean take(Item item) {
    return jdbc.sql("delete from news where kind = :kind and subject = :subject").param("kind", item.kind().name())
        .param("subject", item.subject()).update() > 0;
  }

  void failed(Item item) {
    jdbc.sql("update news set tries = tries + 1 where kind = :kind and subject = :subject")
        .param("kind", item.kind().name()).param("subject", item.subject()).update();
  }
}
