package io.remit.process;

import io.remit.division.Divisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A collector's absence has begun: others work his cases. */
@Component
class DivideCasesAnew implements JavaDelegate {

  private final Divisions divisions;

  DivideCasesAnew(Divisions divisions) {
    this.divisions = divisions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    divisions.absenceBegins(AbsenceKey.of(execution));
  }
}
