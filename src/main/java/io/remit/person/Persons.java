package io.remit.person;

import io.remit.cases.News;
import io.remit.sql.Question;
import io.remit.sql.RowsOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which debtor ids are one person: by a supervisor's decision, never by guess. */
@Repository
public class Persons {

  private static final RowsOf ITS_ROWS = RowsOf.debtors("debtor_person");
  private static final String SELECT = """
      select d.debtor_id as asked, o.debtor_id from debtor_person d join debtor_person o on o.person_id = d.person_id
       where d.debtor_id in (:debtors) order by o.debtor_id
      """;

  private final JdbcClient jdbc;
  private final Question<String, List<String>> idsOf;
  private final News news;
  private final ApplicationEventPublisher events;

  Persons(JdbcClient jdbc, News news, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.idsOf = Question.ofDebtors(SELECT, List.of(), this::idsOf);
    this.news = news;
    this.events = events;
  }

  /** All debtor ids of the person to whom one belongs, itself among them; it alone for most. */
  public List<String> idsOf(String debtorId) {
    List<String> ids = ITS_ROWS.none(debtorId) ? List.of() : idsOf.about(debtorId);
    return ids.isEmpty() ? List.of(debtorId) : ids;
  }

  private Map<String, List<String>> idsOf(Collection<String> debtorIds) {
    Map<String, List<String>> ids = new HashMap<>();
    jdbc.sql(SELECT).param("debtors", debtorIds).query((RowCallbackHandler) row ->
        ids.computeIfAbsent(row.getString("asked"), first -> new ArrayList<>()).add(row.getString("debtor_id")));
    ids.replaceAll((asked, all) -> List.copyOf(all));
    return ids;
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
