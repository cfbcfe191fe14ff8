package io.remit.gate;

import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.MatterKey;
import io.remit.person.Persons;
import io.remit.person.PersonsJoined;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which of our people do not contact a debtor, who complained about them; and which partners, by the ids of their
 * groups.
 */
@Repository
public class ContactBars {

  private final JdbcClient jdbc;
  private final Persons persons;
  private final BusinessCalendar calendar;

  ContactBars(JdbcClient jdbc, Persons persons, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.persons = persons;
    this.calendar = calendar;
  }

  /**
   * Somebody contacts a debtor no more, in any of the debtor's cases, under whatever id.
   *
   * @param userId a user, or the group of a partner: nobody of it then
   * @param because the complaint; as long as one is left the bar stays
   */
  public void bar(String debtorId, String userId, MatterKey because) {
    persons.idsOf(debtorId).forEach(id -> jdbc
        .sql("insert into contact_bar (debtor_id, user_id, source, since) values (:debtor, :user, :source, :since)")
        .param("debtor", id).param("user", userId).param("source", because.toString())
        .param("since", utc(calendar.now())).update());
  }

  /** Whoever does not contact one of the ids of a person contacts none of them. */
  @EventListener
  void joined(PersonsJoined joined) {
    jdbc.sql("""
        insert into contact_bar (debtor_id, user_id, source, since)
        select d.debtor_id, b.user_id, b.source, min(b.since)
          from debtor d cross join contact_bar b
         where d.debtor_id in (:ids) and b.debtor_id in (:ids)
           and not exists (select 1 from contact_bar o
                            where o.debtor_id = d.debtor_id and o.user_id = b.user_id and o.source = b.source)
         group by d.debtor_id, b.user_id, b.source
        """).param("ids", joined.debtorIds()).update();
  }

  /** A complaint does not stand in the way any more. */
  public void lift(MatterKey because) {
    jdbc.sql("delete from contact_bar where source = :source").param("source", because.toString()).update();
  }

  /** Nothing stands in the way of somebody any more, under whatever id of the debtor. */
  public void lift(String debtorId, String userId) {
    jdbc.sql("delete from contact_bar where debtor_id in (:debtors) and user_id = :user")
        .param("debtors", persons.idsOf(debtorId)).param("user", userId).update();
  }

  /** Whether somebody may not contact a debtor. */
  public boolean isBarred(String debtorId, String userId) {
    return isBarred(debtorId, Set.of(userId));
  }

  /**
   * Whether one of these may not contact a debtor.
   *
   * @param who ids of users, or of the groups of partners; at least one
   */
  boolean isBarred(String debtorId, Set<String> who) {
    return jdbc.sql("select count(*) from contact_bar where debtor_id = :debtor and user_id in (:who)")
        .param("debtor", debtorId).param("who", who).query(Long.class).single() > 0;
  }
}
