package io.remit.division;

import java.util.List;

/** The open cases of one debtor, which one collector is to work. */
record DebtorWork(String debtorId, List<CaseWork> cases) {

  /**
   * One case.
   *
   * @param collector user id of who works it now, or null
   * @param minutes of work expected in a week
   */
  record CaseWork(String caseNumber, String collector, int minutes, Demand demand) {
  }

  /** Minutes of work expected in a week. */
  long minutes() {
    return cases.stream().mapToLong(CaseWork::minutes).sum();
  }
}
