package io.remit.legal;

import static io.remit.sql.Moments.instant;

import io.remit.cases.BusinessCalendar;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters before court that debtors were sent. */
@Repository
class LettersBeforeCourt {

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;

  LettersBeforeCourt(JdbcClient jdbc, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /** Days since the newest of a case went out, by letter or e-mail; -1 if none did. */
  int daysSince(String caseNumber) {
    return jdbc.sql("""
        select sent_at from contact_attempt
         where case_number = :case and template like 'before-court-%' and status in ('SENT', 'DELIVERED')
           and sent_at is not null order by sent_at desc limit 1
        """).param("case", caseNumber).query((row, number) -> instant(row, "sent_at")).list().stream().findFirst()
        .map(sent -> Math.toIntExact(ChronoUnit.DAYS.between(calendar.dayOf(sent), calendar.today()))).orElse(-1);
  }
}
