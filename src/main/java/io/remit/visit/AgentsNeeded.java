package io.remit.visit;

import io.remit.cases.CaseFigures;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.person.Persons;
import io.remit.safety.SafetyNotes;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells how many field agents go to the debtor of a case together. */
@Component
public class AgentsNeeded {

  private static final String NONE = "NONE";

  private final VisitAgents policy;
  private final SafetyNotes safety;
  private final VisitReports visits;
  private final Persons persons;
  private final DebtorRepository debtors;
  private final CaseFigures figures;

  AgentsNeeded(VisitAgents policy, SafetyNotes safety, VisitReports visits, Persons persons, DebtorRepository debtors,
      CaseFigures figures) {
    this.policy = policy;
    this.safety = safety;
    this.visits = visits;
    this.persons = persons;
    this.debtors = debtors;
    this.figures = figures;
  }

  /** @param at when the visit is made; its hour where the debtor lives counts */
  public int forVisit(CollectionCase current, Instant at) {
    String debtorId = current.debtorId();
    return policy.neededFor(new VisitAgents.Question(
        safety.levelFor(debtorId).map(Enum::name).orElse(NONE), figures.of(current.caseNumber()).overdueAmount(),
        at.atZone(debtors.get(debtorId).timeZone()).getHour(), visits.anyUnsafe(persons.idsOf(debtorId))));
  }
}
