package io.remit.casefile;

import io.remit.cases.BusinessCalendar;
import io.remit.ledger.Account;
import io.remit.limitation.Limitations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts of a case. */
@Component
class AccountsPart implements CaseFilePart {

  private final Limitations limitations;
  private final BusinessCalendar calendar;

  AccountsPart(Limitations limitations, BusinessCalendar calendar) {
    this.limitations = limitations;
    this.calendar = calendar;
  }

  private record Accounts(List<AccountRow> accounts, List<BarredRow> barred, List<Option> accountChoices) {
  }

  private record AccountRow(String number, String product, LocalDate dueDate, String overdue, String outstanding) {
  }

  /** An account that is too old to be sued for. */
  private record BarredRow(String number, LocalDate since) {
  }

  /** @param barredFrom the first day on which it cannot be sued for any more; null if that is not known */
  record AccountLine(String accountNumber, String product, BigDecimal outstandingAmount, BigDecimal overdueAmount,
      LocalDate oldestDueDate, @Nullable LocalDate barredFrom) {
  }

  @Override
  public Accounts of(OpenedForm form) {
    List<Account> owed = form.about().accounts();
    LocalDate today = calendar.today();
    return new Accounts(
        owed.stream().map(account -> new AccountRow(account.accountNumber(), account.product(),
            account.oldestDueDate(), FormWords.money(form.currency(), account.overdueOn(today)),
            FormWords.money(form.currency(), account.outstandingAmount()))).toList(),
        limitations.barred(owed, form.about().debtor()).entrySet().stream()
            .map(each -> new BarredRow(each.getKey(), each.getValue())).toList(),
        owed.stream().map(account -> new Option(account.accountNumber() + ", owes "
            + FormWords.money(form.currency(), account.outstandingAmount()), account.accountNumber())).toList());
  }

  /** The same as values. */
  List<AccountLine> lines(WholeCase about) {
    LocalDate today = calendar.today();
    return about.accounts().stream().map(account -> new AccountLine(account.accountNumber(), account.product(),
        account.outstandingAmount(), account.overdueOn(today), account.oldestDueDate(),
        limitations.barredFrom(account, about.debtor()).orElse(null))).toList();
  }
}
