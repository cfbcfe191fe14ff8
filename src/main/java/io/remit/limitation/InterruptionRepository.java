package io.remit.limitation;

import static io.remit.sql.Moments.instantOrNull;

import io.remit.cases.BusinessCalendar;
import io.remit.limitation.Interruption.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to an account that may interrupt its limitation. */
@Repository
class InterruptionRepository {

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;

  InterruptionRepository(JdbcClient jdbc, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /** @param caseNumber the case that the account is in, or null */
  List<Interruption> of(String accountNumber, @Nullable String caseNumber) {
    return jdbc.sql("""
        select 'PAYMENT' as kind, e.value_date as on_day, cast(null as timestamp with time zone) as at_moment
          from ledger_entry e
         where e.account_number = :account and e.type = 'PAYMENT'
           and not exists (select 1 from ledger_entry r where r.reverses = e.reference)
        union all select 'ACKNOWLEDGEMENT', p.accepted_on, cast(null as timestamp with time zone)
                    from plan p
                   where p.case_number = :case and p.accepted_on is not null
        union all select 'DEMAND', cast(null as date), c.sent_at from contact_attempt c
                   where c.case_number = :case and c.channel = 'LETTER' and c.person = 'DEBTOR'
                     and c.status in ('SENT', 'DELIVERED') and c.sent_at is not null
        union all select 'SUIT', cast(null as date), f.filed_at from court_filing f
                   where f.case_number = :case and f.filed_at is not null
                     and (f.status = 'FILED' or f.result in ('JUDGMENT', 'SETTLED'))
        """).param("account", accountNumber).param("case", caseNumber).query((row, number) -> {
          Instant moment = instantOrNull(row, "at_moment");
          LocalDate day = row.getObject("on_day", LocalDate.class);
          return new Interruption(Kind.valueOf(row.getString("kind")),
              moment == null ? day : calendar.dayOf(moment));
        }).list();
  }
}
