package io.remit.person;

import io.remit.cases.News;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which debtor ids are one person: by a supervisor's decision, never by guess. */
@Repository
public class Persons {

  private final JdbcClient jdbc;
  private final News news;
  private final ApplicationEventPublisher events;

  Persons(JdbcClient jdbc, News news, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.news = news;
    this.events = events;
  }

  /** All debtor ids of the person to whom one belongs, itself among them; it alone for most. */
  public List<String> idsOf(String debtorId) {
    List<String> ids = jdbc.sql("""
        select o.debtor_id from debtor_person d join debtor_person o on o.person_id = d.person_id
         where d.debtor_id = :debtor order by o.debtor_id
        """).param("debtor", debtorId).query(String.class).list();
    return ids.isEmpty() ? List.of(debtorId) : ids;
  }

  /** Keeps others who ask for the same person waiting until the transaction ends; nobody waits for who is alone. */
  public void lock(List<String> ids) {
    if (ids.size() > 1) {
      jdbc.sql("select debtor_id from debtor_person where debtor_id in (:ids) order by debtor_id for update")
          .param("ids", ids).query(String.class).list();
    }
  }

  /** From now on these are one person, with all those who were one with them before. */
  void join(Collection<String> debtorIds) {
    TreeSet<String> all = new TreeSet<>();
    debtorIds.forEach(debtorId -> all.addAll(idsOf(debtorId)));
    jdbc.sql("delete from debtor_person where debtor_id in (:ids)").param("ids", all).update();
    all.forEach(debtorId -> jdbc.sql("insert into debtor_person (debtor_id, person_id) values (:debtor, :person)")
        .param("debtor", debtorId).param("person", all.first()).update());
    news.ofDebtor(all.first());
    events.publishEvent(new PersonsJoined(List.copyOf(all)));
  }
}
