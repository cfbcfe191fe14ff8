package io.remit.person;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which debtor ids are one person: by a supervisor's decision, never by guess. */
@Repository
public class Persons {

  private final JdbcClient jdbc;

  Persons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All debtor ids of the person to whom one belongs, itself among them; it alone for most. */
  public List<String> idsOf(String debtorId) {
    List<String> ids = jdbc.sql("""
        select o.debtor_id from debtor_person d join debtor_person o on o.person_id = d.person_id
         where d.debtor_id = :debtor order by o.debtor_id
        """).param("debtor", debtorId).query(String.class).list();
    return ids.isEmpty() ? List.of(debtorId) : ids;
  }

  /** Whether a hold about the whole person is on a case of another id of his, and stops all contact there. */
  public boolean isHeldElsewhere(String debtorId) {
    return jdbc.sql("""
        select count(*) from debtor_person d
          join debtor_person o on o.person_id = d.person_id and o.debtor_id <> d.debtor_id
          join collection_case c on c.debtor_id = o.debtor_id and c.status = 'HELD'
          join hold h on h.case_number = c.case_number and h.released_at is null and h.whole_debtor and h.stops = 'ALL'
         where d.debtor_id = :debtor
        """).param("debtor", debtorId).query(Long.class).single() > 0;
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
  }
}
