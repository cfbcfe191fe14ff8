package io.remit.gate;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.MatterKey;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of our people do not contact a debtor, since he complained about them. */
@Repository
public class ContactBars {

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;

  ContactBars(JdbcClient jdbc, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /**
   * A person contacts a debtor no more, in any of his cases.
   *
   * @param because the complaint; as long as one is left the bar stays
   */
  public void bar(String debtorId, String userId, MatterKey because) {
    jdbc.sql("insert into contact_bar (debtor_id, user_id, source, since) values (:debtor, :user, :source, :since)")
        .param("debtor", debtorId).param("user", userId).param("source", because.toString())
        .param("since", calendar.now().atOffset(ZoneOffset.UTC)).update();
  }

  /** A complaint does not stand in the way any more. */
  public void lift(MatterKey because) {
    jdbc.sql("delete from contact_bar where source = :source").param("source", because.toString()).update();
  }

  /** Whether a person may not contact a debtor. */
  public boolean isBarred(String debtorId, String userId) {
    return jdbc.sql("select count(*) from contact_bar where debtor_id = :debtor and user_id = :user")
        .param("debtor", debtorId).param("user", userId).query(Long.class).single() > 0;
  }
}
