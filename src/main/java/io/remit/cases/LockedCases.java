package io.remit.cases;

import io.remit.sql.CommonFacts;
import io.remit.sql.CommonWork;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cases on which a transaction works together: what many of them ask of the database is asked once for all. */
@Component
public class LockedCases {

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final CommonWork commonWork;

  LockedCases(CaseRepository cases, DebtorRepository debtors, CommonWork commonWork) {
    this.cases = cases;
    this.debtors = debtors;
    this.commonWork = commonWork;
  }

  /** Works on several cases in the transaction that runs, whose debtors nobody else works on until it ends. */
  public void together(Collection<String> caseNumbers, Runnable work) {
    commonWork.together(() -> {
      lock(cases.debtorsOf(caseNumbers));
      work.run();
      return caseNumbers;
    });
  }

  /** Keeps the debtor of a case, if there is such a case, and his open cases from others until the transaction ends. */
  public void lock(String caseNumber) {
    List<String> its = cases.debtorsOf(List.of(caseNumber));
    if (!its.isEmpty()) {
      lock(its);
    }
  }

  /** Keeps debtors and their open cases from others until the transaction ends, in one order. */
  void lock(Collection<String> debtorIds) {
    debtors.lock(debtorIds);
    CommonFacts.begin(debtorIds, cases.lockOpen(debtorIds));
  }
}
