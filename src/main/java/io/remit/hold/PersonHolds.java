package io.remit.hold;

import io.remit.cases.CaseRepository;
import io.remit.person.Persons;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is about a debtor as a person: under whatever debtor id, on whatever case. */
@Component
class PersonHolds {

  private final HoldRepository holds;
  private final CaseRepository cases;
  private final Persons persons;

  PersonHolds(HoldRepository holds, CaseRepository cases, Persons persons) {
    this.holds = holds;
    this.cases = cases;
    this.persons = persons;
  }

  /** Every hold that ever was on a case of the person to whom a debtor id belongs, the newest last. */
  List<Hold> holds(String debtorId) {
    return holds.ofPerson(persons.idsOf(debtorId));
  }

  /** The numbers of the person's open cases. */
  Stream<String> openCases(String debtorId) {
    return cases.openOf(persons.idsOf(debtorId)).stream();
  }

  /** A hold, and those for the same reason on the debtor's other cases if it is about the debtor. */
  Stream<Hold> onAllCases(Hold hold) {
    if (!hold.rule().wholeDebtor()) {
      return Stream.of(hold);
    }
    return Stream.concat(Stream.of(hold), openCases(cases.get(hold.caseNumber()).debtorId())
        .filter(other -> !other.equals(hold.caseNumber())).flatMap(other -> holds.inForce(other).stream())
        .filter(other -> other.reason() == hold.reason()));
  }
}
