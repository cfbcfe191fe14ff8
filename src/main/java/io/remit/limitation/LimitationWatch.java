package io.remit.limitation;

import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseEnteredStage;
import io.remit.cases.DebtorRepository;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.node.DailyWork;
import io.remit.node.DailyWork.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case, once for each account, that a debt has become too old to be sued for. */
@Component
public class LimitationWatch {

  /** No debt is barred sooner anywhere. */
  private static final int SHORTEST_YEARS = 1;
  private static final int AT_ONCE = 1000;
  private static final String UNTOLD = """
      select a.account_number, a.case_number from account a join collection_case c on c.case_number = a.case_number
       where c.status <> 'CLOSED' and a.outstanding_amount > 0 and a.oldest_due_date < :oldest
         and not exists (select 1 from limitation_note n where n.account_number = a.account_number)
      """;

  private final Limitations limitations;
  private final AccountRepository accounts;
  private final DebtorRepository debtors;
  private final Timeline timeline;
  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;
  private final DailyWork daily;

  LimitationWatch(Limitations limitations, AccountRepository accounts, DebtorRepository debtors, Timeline timeline,
      JdbcClient jdbc, BusinessCalendar calendar, DailyWork daily) {
    this.limitations = limitations;
    this.accounts = accounts;
    this.debtors = debtors;
    this.timeline = timeline;
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.daily = daily;
  }

  private record Untold(String accountNumber, String caseNumber) {
  }

  @EventListener
  void entered(CaseEnteredStage entered) {
    LocalDate youngest = youngest();
    if (accounts.ofCase(entered.caseNumber()).stream().anyMatch(account -> mayBeBarred(account, youngest))) {
      jdbc.sql(UNTOLD + " and a.case_number = :case").param("oldest", youngest).param("case", entered.caseNumber())
          .query(LimitationWatch::read).list().forEach(this::tellIfBarred);
    }
  }

  private static boolean mayBeBarred(Account account, LocalDate youngest) {
    return account.outstandingAmount().signum() > 0 && account.oldestDueDate().isBefore(youngest);
  }

  /** Looks through all open cases, unless some node has done so on this day. */
  @Scheduled(cron = "${remit.limitation.check}")
  public void look() {
    daily.once(Work.LIMITATIONS, calendar.today(), last -> lookThroughAll());
  }

  private void lookThroughAll() {
    String after = "";
    List<Untold> some;
    do {
      some = jdbc.sql(UNTOLD + " and a.account_number > :after order by a.account_number limit " + AT_ONCE)
          .param("oldest", youngest()).param("after", after).query(LimitationWatch::read).list();
      some.forEach(this::tellIfBarred);
      after = some.isEmpty() ? after : some.get(some.size() - 1).accountNumber();
    } while (some.size() == AT_ONCE);
  }

  private void tellIfBarred(Untold untold) {
    accounts.find(untold.accountNumber()).flatMap(account ->
        limitations.barredFrom(account, debtors.get(account.debtorId())).filter(day -> !day.isAfter(calendar.today())))
        .filter(day -> note(untold.accountNumber(), day)).ifPresent(day -> timeline.add(untold.caseNumber(),
            EntryKind.LIMITATION, Timeline.SYSTEM,
            "Too old to be sued for: no text speaks of court and nothing is filed",
            untold.accountNumber() + " since " + day));
  }

  /** @return false if somebody else told of it meanwhile */
  private boolean note(String accountNumber, LocalDate day) {
    return jdbc.sql("""
        insert into limitation_note (account_number, barred_from, noted_at)
        select account_number, cast(:day as date), cast(:at as timestamp with time zone) from account
         where account_number = :account
           and not exists (select 1 from limitation_note n where n.account_number = :account)
        """).param("account", accountNumber).param("day", day).param("at", utc(calendar.now()))
        .update() > 0;
  }

  private LocalDate youngest() {
    return calendar.today().minusYears(SHORTEST_YEARS);
  }

  private static Untold read(ResultSet row, int number) throws SQLException {
    return new Untold(row.getString("account_number"), row.getString("case_number"));
  }
}
