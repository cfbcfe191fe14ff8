package io.remit.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells which stage comes next on the ladder, and when. */
@Component
public class NextSteps {

  private final AgingPolicy policy;
  private final BusinessCalendar calendar;

  NextSteps(AgingPolicy policy, BusinessCalendar calendar) {
    this.policy = policy;
    this.calendar = calendar;
  }

  /**
   * The first stage above this one that the ladder really has: a stage whose threshold is none, or is another's too, is
   * passed over. A promise that runs or a court that has yet to decide can make it later, never earlier.
   *
   * @param current the stage in which the case is
   * @param baseDueDate the oldest unpaid due date of the case
   * @param shift by how many days the case counts as younger for its stage
   * @return empty if the case is in the last stage
   */
  public Optional<NextStep> after(Stage current, LocalDate baseDueDate, AgeShift shift) {
    return Arrays.stream(Stage.values())
        .filter(stage -> stage.compareTo(current) > 0)
        .filter(stage -> policy.stageAt(policy.startOf(stage)) == stage)
        .findFirst()
        .map(stage -> new NextStep(stage,
            calendar.dayOf(calendar.reachesAge(baseDueDate, policy.startOf(stage) + shift.days()))));
  }
}
