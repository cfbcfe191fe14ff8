package io.remit.cases;

import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Brings open cases to the stage that their age asks for when stages begin at another age than before, and gives their
 * timers the new dates.
 */
@Component
class AgedAnew implements NewsListener {

  private final AgingPolicy aging;
  private final CaseRepository cases;
  private final CaseLifecycle lifecycle;

  AgedAnew(AgingPolicy aging, CaseRepository cases, CaseLifecycle lifecycle) {
    this.aging = aging;
    this.cases = cases;
    this.lifecycle = lifecycle;
  }

  @Override
  public Set<News.Kind> kinds() {
    return Set.of(News.Kind.AGING);
  }

  @Override
  public void heard(News.Kind kind, String debtorId) {
    // this node may remember the table of before
    aging.lookAgain();
    cases.openOf(debtorId).stream().map(cases::get).map(CollectionCase::currency).distinct()
        .forEach(currency -> lifecycle.lookAnew(debtorId, currency));
  }
}
