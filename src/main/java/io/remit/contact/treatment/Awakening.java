package io.remit.contact.treatment;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.News;
import io.remit.cases.NewsListener;
import io.remit.person.Persons;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Something new is known of a debtor: what nobody may do any more is taken back, what waited because something was not
 * known goes on, and all that has a date gets it anew.
 */
@Component
class Awakening implements NewsListener {

  private final CaseRepository cases;
  private final Persons persons;
  private final DebtorSearch search;
  private final CaseSteps steps;
  private final CaseWaking waking;

  Awakening(CaseRepository cases, Persons persons, DebtorSearch search, CaseSteps steps, CaseWaking waking) {
    this.cases = cases;
    this.persons = persons;
    this.search = search;
    this.steps = steps;
    this.waking = waking;
  }

  @Override
  public Set<News.Kind> kinds() {
    return Set.of(News.Kind.DEBTOR, News.Kind.WAY_TO_DEBTOR);
  }

  @Override
  public void heard(News.Kind kind, String debtorId) {
    // what is told of one id is true of the person, and of all that is owed under others
    for (String caseNumber : cases.openOf(persons.idsOf(debtorId))) {
      CollectionCase current = cases.lock(caseNumber);
      search.note(current);
      // A case on hold decides anew when the hold ends.
      if (current.status() == CollectionCase.Status.OPEN) {
        if (steps.isBarred(caseNumber)) {
          throw new IllegalStateException("case " + caseNumber + " hears nothing now");
        }
        waking.wake(current, kind);
      }
    }
  }
}
