package io.remit.casefile;

import io.remit.cases.Bucket;
import io.remit.cases.CaseFigures;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases as the REST interface shows them. */
@Component
class CaseFiles {

  private final CaseSearch search;
  private final WholeCases cases;
  private final AccountsPart accounts;
  private final HoldsPart holds;
  private final PromisesPart promises;
  private final TermsPart terms;

  CaseFiles(CaseSearch search, WholeCases cases, AccountsPart accounts, HoldsPart holds, PromisesPart promises,
      TermsPart terms) {
    this.search = search;
    this.cases = cases;
    this.accounts = accounts;
    this.holds = holds;
    this.promises = promises;
    this.terms = terms;
  }

  /** One case; amounts in its currency, {@code bucket} by its age today. */
  record CaseFile(String caseNumber, String debtorId, Status status, Stage stage, long daysPastDue, String bucket,
      BigDecimal overdueAmount, BigDecimal outstandingAmount, String currency, @Nullable String collector,
      @Nullable CloseReason closeReason, List<AccountsPart.AccountLine> accounts, List<HoldsPart.HoldLine> holds,
      List<PromisesPart.PromiseLine> promises, List<TermsPart.PlanFile> plans, List<TermsPart.OfferFile> offers) {
  }

  /** One page of what was asked for. */
  record Page(List<CaseFile> items, int page, int size, long total) {
  }

  Page find(CaseSearch.Criteria criteria, int page, int size) {
    return new Page(cases.all(search.find(criteria, page, size)).stream().map(this::file).toList(), page, size,
        search.count(criteria));
  }

  Optional<CaseFile> find(String caseNumber) {
    return cases.find(caseNumber).map(this::file);
  }

  private CaseFile file(WholeCase found) {
    CollectionCase its = found.its();
    CaseFigures.Figures amounts = found.figures();
    return new CaseFile(its.caseNumber(), its.debtorId(), its.status(), its.stage(), amounts.daysPastDue(),
        Bucket.of(amounts.daysPastDue()).label(), amounts.overdue(), amounts.outstanding(), its.currency(),
        its.collector(), its.closeReason(), accounts.lines(found), holds.lines(its.caseNumber()),
        promises.lines(its.caseNumber()), terms.plans(its.caseNumber()), terms.offers(its.caseNumber()));
  }
}
