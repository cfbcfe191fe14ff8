package io.remit.casefile;

import io.remit.cases.Bucket;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.cases.Stage;
import io.remit.hold.Hold;
import io.remit.hold.Holds;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.limitation.Limitations;
import io.remit.promise.Promises;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Cases as the REST interface shows them. */
@Component
class CaseFiles {

  private final CaseSearch search;
  private final CaseRepository cases;
  private final AccountRepository accounts;
  private final CaseFigures figures;
  private final BusinessCalendar calendar;
  private final Holds holds;
  private final Promises promises;
  private final TermsFiles terms;
  private final DebtorRepository debtors;
  private final Limitations limitations;

  CaseFiles(CaseSearch search, CaseRepository cases, AccountRepository accounts, CaseFigures figures,
      BusinessCalendar calendar, Holds holds, Promises promises, TermsFiles terms, DebtorRepository debtors,
      Limitations limitations) {
    this.search = search;
    this.cases = cases;
    this.accounts = accounts;
    this.figures = figures;
    this.calendar = calendar;
    this.holds = holds;
    this.promises = promises;
    this.terms = terms;
    this.debtors = debtors;
    this.limitations = limitations;
  }

  /** One case; amounts in its currency, {@code bucket} by its age today. */
  record CaseFile(String caseNumber, String debtorId, Status status, Stage stage, long daysPastDue, String bucket,
      BigDecimal overdueAmount, BigDecimal outstandingAmount, String currency, String collector,
      CloseReason closeReason, List<AccountLine> accounts, List<HoldLine> holds, List<PromiseLine> promises,
      List<TermsFiles.PlanFile> plans, List<TermsFiles.OfferFile> offers) {
  }

  /** @param barredFrom the first day on which it cannot be sued for any more; null if that is not known */
  record AccountLine(String accountNumber, String product, BigDecimal outstandingAmount, BigDecimal overdueAmount,
      LocalDate oldestDueDate, LocalDate barredFrom) {
  }

  record HoldLine(long holdId, Hold.Reason reason, Instant raisedAt, String raisedBy, LocalDate from,
      LocalDate reviewOn, LocalDate until, String stops, Instant releasedAt, String decision) {
  }

  record PromiseLine(BigDecimal amount, String currency, LocalDate promisedFor, String method, Instant takenAt,
      String takenBy, String status, BigDecimal paid) {
  }

  /** One page of what was asked for. */
  record Page(List<CaseFile> items, int page, int size, long total) {
  }

  Page find(CaseSearch.Criteria criteria, int page, int size) {
    List<String> numbers = search.find(criteria, page, size);
    Map<String, List<Account>> owed =
        accounts.ofCases(numbers).stream().collect(Collectors.groupingBy(Account::caseNumber));
    List<CaseFile> items = numbers.stream().map(cases::get)
        .map(found -> file(found, owed.getOrDefault(found.caseNumber(), List.of()))).toList();
    return new Page(items, page, size, search.count(criteria));
  }

  Optional<CaseFile> find(String caseNumber) {
    return cases.find(caseNumber).map(found -> file(found, accounts.ofCase(caseNumber)));
  }

  private CaseFile file(CollectionCase found, List<Account> owed) {
    CaseFigures.Figures amounts = figures.of(found, owed);
    LocalDate today = calendar.today();
    DebtorDetails debtor = debtors.get(found.debtorId());
    return new CaseFile(found.caseNumber(), found.debtorId(), found.status(), found.stage(), amounts.daysPastDue(),
        Bucket.of(amounts.daysPastDue()).label(), amounts.overdue(), amounts.outstanding(), found.currency(),
        found.collector(), found.closeReason(),
        owed.stream().map(account -> new AccountLine(account.accountNumber(), account.product(),
            account.outstandingAmount(), account.overdueOn(today), account.oldestDueDate(),
            limitations.barredFrom(account, debtor).orElse(null))).toList(),
        holds.ofCase(found.caseNumber()).stream().map(hold -> new HoldLine(hold.holdId(), hold.reason(),
            hold.raisedAt(), hold.raisedBy(), hold.from(), hold.reviewOn(), hold.until(),
            hold.rule().stops(), hold.releasedAt(), hold.decision())).toList(),
        promises.ofCase(found.caseNumber()).stream().map(promise -> new PromiseLine(promise.amount(),
            promise.currency(), promise.promisedFor(), promise.given().method().name(), promise.takenAt(),
            promise.takenBy(), promise.status().name(), promise.paid())).toList(),
        terms.plans(found.caseNumber()), terms.offers(found.caseNumber()));
  }
}
