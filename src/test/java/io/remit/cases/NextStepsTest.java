package io.remit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextStepsTest {

  private static final LocalDate DUE = LocalDate.parse("2026-01-31");
  private final Map<Stage, Integer> thresholds = new EnumMap<>(Map.of(Stage.REMINDER, -3, Stage.MESSAGE, 7,
      Stage.TELEPHONE, 30, Stage.VISIT, 90, Stage.LEGAL, 180, Stage.OUTSOURCING, 365));

  @Test
  void theNextStageComesOnTheDayOnWhichTheDebtReachesItsAge() {
    assertThat(after(Stage.REMINDER)).isEqualTo(new NextStep(Stage.MESSAGE, LocalDate.parse("2026-02-07")));
    assertThat(after(Stage.VISIT)).isEqualTo(new NextStep(Stage.LEGAL, LocalDate.parse("2026-07-30")));
  }

  @Test
  void nothingComesAfterTheLastStage() {
    assertThat(steps().after(Stage.OUTSOURCING, DUE, new AgeShift(0, 0))).isEmpty();
  }

  @Test
  void aStageThatTheLadderDoesNotHaveIsNotAnnounced() {
    thresholds.remove(Stage.LEGAL);
    assertThat(after(Stage.VISIT)).isEqualTo(new NextStep(Stage.OUTSOURCING, LocalDate.parse("2027-01-31")));

    thresholds.remove(Stage.OUTSOURCING);
    assertThat(steps().after(Stage.VISIT, DUE, new AgeShift(0, 0))).isEmpty();
  }

  private NextStep after(Stage stage) {
    return steps().after(stage, DUE, new AgeShift(0, 0)).orElseThrow();
  }

  private NextSteps steps() {
    return new NextSteps(new Ladder(thresholds),
        new BusinessCalendar(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"), "06:00"));
  }

  /** As the decision table answers: a stage without a row begins where the next one does, or never. */
  private record Ladder(Map<Stage, Integer> thresholds) implements AgingPolicy {

    @Override
    public Stage stageAt(long daysPastDue) {
      return thresholds.entrySet().stream().filter(entry -> entry.getValue() <= daysPastDue).map(Map.Entry::getKey)
          .max(Stage::compareTo).orElse(Stage.REMINDER);
    }

    @Override
    public long startOf(Stage stage) {
      return thresholds.entrySet().stream().filter(entry -> entry.getKey().compareTo(stage) >= 0)
          .mapToLong(Map.Entry::getValue).min().orElse(4000);
    }
  }
}
