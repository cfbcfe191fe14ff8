package io.remit.division;

import io.remit.division.DebtorWork.CaseWork;
import io.remit.division.WorkRepository.Load;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans how open cases go to the collectors who are there. */
@Component
class DivisionPlanner {

  private final WorkRepository work;
  private final WorkEstimates estimates;
  private final Roster roster;
  private final CollectorRepository collectors;

  DivisionPlanner(WorkRepository work, WorkEstimates estimates, Roster roster, CollectorRepository collectors) {
    this.work = work;
    this.estimates = estimates;
    this.roster = roster;
    this.collectors = collectors;
  }

  /** @param absent user id of a collector whose cases are divided anew, who gets none; null for all cases */
  DivisionPlan plan(@Nullable String absent) {
    List<DebtorWork> debtors = estimates.of(absent == null ? work.all() : work.ofDebtorsOf(absent));
    Map<String, Load> before = work.loads();
    Map<String, Long> divided = debtors.stream().flatMap(debtor -> debtor.cases().stream())
        .filter(each -> each.collector() != null)
        .collect(Collectors.groupingBy(CaseWork::collector, Collectors.summingLong(CaseWork::minutes)));
    List<AvailableCollector> there = roster.available().stream().filter(available -> !available.userId().equals(absent))
        .map(available -> new AvailableCollector(available.collector(),
            before.getOrDefault(available.userId(), Load.NONE).minutes()
                - divided.getOrDefault(available.userId(), 0L))).toList();
    return DivisionPlan.of(Division.divide(debtors, there), before, collectors.all());
  }
}
