package io.remit.division;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The open cases of one debtor, which one collector is to work.
 *
 * @param barred user ids of those about whom the debtor complained: none of them works these cases
 */
record DebtorWork(String debtorId, List<CaseWork> cases, Set<String> barred) {

  /**
   * One case.
   *
   * @param collector user id of who works it now, or null
   * @param minutes of work expected in a week
   */
  record CaseWork(String caseNumber, @Nullable String collector, int minutes, Demand demand) {
  }

  /** Minutes of work expected in a week. */
  long minutes() {
    return cases.stream().mapToLong(CaseWork::minutes).sum();
  }
}
