package io.remit.promise;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.Timeline;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes promises to pay and finds out whether they were kept. While one runs, the debtor is left in peace. */
@Component
public class Promises {

  private final PromiseRepository promises;
  private final AccountRepository accounts;
  private final LedgerRepository ledger;
  private final CaseProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Promises(PromiseRepository promises, AccountRepository accounts, LedgerRepository ledger, CaseProcess process,
      BusinessCalendar calendar, Timeline timeline) {
    this.promises = promises;
    this.accounts = accounts;
    this.ledger = ledger;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Records a promise; its amount is above zero and its day not in the past. Until that day no stage comes either. */
  public void take(String caseNumber, BigDecimal amount, String currency, LocalDate promisedFor, String channel,
      String takenBy) {
    promises.insert(new Promise(0, caseNumber, amount, currency, promisedFor, calendar.now(), takenBy, channel,
        Promise.Status.OPEN));
    timeline.add(caseNumber, "PROMISE", channel, takenBy,
        "Promise to pay " + currency + " " + amount.toPlainString() + " by " + promisedFor, null);
    process.redate(caseNumber);
  }

  public List<Promise> ofCase(String caseNumber) {
    return promises.ofCase(caseNumber);
  }

  /** Until when the case rests for a promise: the start of business on the day after its last day. */
  public Optional<Instant> restsUntil(String caseNumber) {
    return Optional.ofNullable(promises.lastOpenDate(caseNumber))
        .map(day -> calendar.startOfBusiness(day.plusDays(1)));
  }

  /**
   * Decides the promises of a case whose day is over by what was paid since they were made.
   *
   * @return whether the newest promise of the case was not kept in full
   */
  public boolean review(String caseNumber) {
    List<Promise> all = promises.ofCase(caseNumber);
    for (Promise promise : all) {
      if (promise.status() == Promise.Status.OPEN && promise.promisedFor().isBefore(calendar.today())) {
        settle(promise, Promise.outcome(promise.amount(), paidSince(promise)));
      }
    }
    List<Promise> reviewed = promises.ofCase(caseNumber);
    return !reviewed.isEmpty() && isBroken(reviewed.get(reviewed.size() - 1).status());
  }

  /** Everything that a case asked for is paid: so its debtor kept the promises that ran. */
  public void kept(String caseNumber) {
    promises.ofCase(caseNumber).stream().filter(promise -> promise.status() == Promise.Status.OPEN)
        .forEach(promise -> settle(promise, Promise.Status.KEPT));
  }

  private void settle(Promise promise, Promise.Status outcome) {
    promises.settle(promise.promiseId(), outcome, calendar.now());
    timeline.add(promise.caseNumber(), "PROMISE", null, Timeline.SYSTEM, "Promise " + text(outcome), null);
  }

  private BigDecimal paidSince(Promise promise) {
    List<String> numbers =
        accounts.ofCase(promise.caseNumber()).stream().map(Account::accountNumber).toList();
    return ledger.movementsOf(numbers).stream()
        .filter(entry -> !entry.bookedAt().isBefore(promise.takenAt()))
        .filter(entry -> entry.type() == LedgerEntry.Type.PAYMENT || entry.type().undoesPayment())
        .map(entry -> entry.effect().negate())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isBroken(Promise.Status status) {
    return status == Promise.Status.BROKEN || status == Promise.Status.PARTLY_KEPT;
  }

  private static String text(Promise.Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
