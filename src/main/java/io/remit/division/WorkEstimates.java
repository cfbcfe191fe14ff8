package io.remit.division;

import io.remit.division.DebtorWork.CaseWork;
import io.remit.division.Requirement.Must;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the rules how much work each case is and whom it needs. */
@Component
class WorkEstimates {

  private final DivisionRules rules;
  private final WorkRepository work;

  WorkEstimates(DivisionRules rules, WorkRepository work) {
    this.rules = rules;
    this.work = work;
  }

  /** The cases that need a collector, by debtor; what was expected of each is remembered. */
  List<DebtorWork> of(List<CaseToDivide> facts) {
    Map<String, List<CaseWork>> byDebtor = new TreeMap<>();
    Map<String, Set<String>> barred = new HashMap<>();
    for (CaseToDivide each : facts) {
      int minutes = rules.minutesFor(each);
      if (minutes != each.knownMinutes()) {
        work.expect(each.caseNumber(), minutes);
      }
      if (minutes > 0) {
        byDebtor.computeIfAbsent(each.debtorId(), debtor -> new ArrayList<>())
            .add(new CaseWork(each.caseNumber(), each.collector(), minutes, demandOf(each)));
        barred.put(each.debtorId(), each.barred());
      }
    }
    return byDebtor.entrySet().stream().map(entry -> new DebtorWork(entry.getKey(), entry.getValue(),
        barred.getOrDefault(entry.getKey(), Set.of()))).toList();
  }

  private Demand demandOf(CaseToDivide facts) {
    List<Requirement> requirements = rules.requirementsFor(facts);
    Set<Must> musts = requirements.stream().map(Requirement::must).collect(Collectors.toSet());
    boolean place = musts.contains(Must.PLACE);
    return new Demand(musts.contains(Must.LANGUAGE) ? facts.language() : null, place ? facts.country() : null,
        place ? facts.region() : null, musts.contains(Must.PRODUCT) ? facts.products() : Set.of(),
        requirements.stream().filter(requirement -> requirement.must() == Must.SKILL).map(Requirement::skill)
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
