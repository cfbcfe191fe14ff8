package io.remit.cockpit;

import io.remit.cases.AgingPolicy;
import io.remit.cases.CaseFigures;
import io.remit.cases.CollectionCase;
import io.remit.cases.NextStep;
import io.remit.cases.NextSteps;
import io.remit.cases.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which stage a case is, why, and which comes next. */
@Component
class StagePlaces {

  private final CaseFigures figures;
  private final AgingPolicy aging;
  private final NextSteps nextSteps;

  StagePlaces(CaseFigures figures, AgingPolicy aging, NextSteps nextSteps) {
    this.figures = figures;
    this.aging = aging;
    this.nextSteps = nextSteps;
  }

  /**
   * The stage, and the rule that put the case there: {@code stage-by-aging}.
   *
   * @param since null if the case has not entered it
   * @param daysPastDue today, or when the case was closed; negative before the due date
   * @param pausedDays days that do not count for the stage
   * @param movedDays by how many days somebody moved the case: above zero back, below zero ahead
   * @param fromDays the age from which the rule asks for this stage
   * @param ofAge the stage that the rule asks for at its age now
   */
  record Place(Stage stage, @Nullable Instant since, LocalDate oldestDueDate, long daysPastDue, int pausedDays,
      int movedDays, long fromDays, Stage ofAge) {
  }

  Place of(CollectionCase current) {
    long daysPastDue = figures.of(current.caseNumber()).daysPastDue();
    return new Place(current.stage(), current.stageEnteredAt(), current.baseDueDate(), daysPastDue,
        current.ageShift().pausedDays(), current.ageShift().movedDays(), aging.startOf(current.stage()),
        aging.stageAt(daysPastDue - current.ageShift().days()));
  }

  /** The stage that a case grows into; empty if there is none. */
  Optional<NextStep> next(CollectionCase current) {
    return nextSteps.after(current.stage(), current.baseDueDate(), current.ageShift());
  }
}
