package io.remit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchedFiguresTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<Reading> answer = new ArrayList<>();
  private long now;
  private boolean databaseAway;
  private int asked;
  private final WatchedFigures figures = new WatchedFigures(List.of(new WatchedQuery("cases", this::ask)), registry,
      () -> now);

  private List<Reading> ask() {
    asked++;
    if (databaseAway) {
      throw new IllegalStateException("away");
    }
    return List.copyOf(answer);
  }

  @Test
  void whoScrapesSeesTheLastAnswerWithoutAskingTheDatabase() {
    answer.add(Reading.of("remit.cases", 3, "stage", "VISIT"));
    figures.refresh();
    answer.set(0, Reading.of("remit.cases", 4, "stage", "VISIT"));

    assertThat(cases("VISIT")).isEqualTo(3);
    assertThat(cases("VISIT")).isEqualTo(3);
    assertThat(asked).isEqualTo(1);
    figures.refresh();
    assertThat(cases("VISIT")).isEqualTo(4);
  }

  @Test
  void whatIsNoMoreIsNotShownAnyMore() {
    answer.add(Reading.of("remit.cases", 3, "stage", "VISIT"));
    figures.refresh();
    answer.set(0, Reading.of("remit.cases", 1, "stage", "LEGAL"));
    figures.refresh();

    assertThat(registry.find("remit.cases").tag("stage", "VISIT").gauge()).isNull();
    assertThat(cases("LEGAL")).isEqualTo(1);
    answer.clear();
    figures.refresh();
    assertThat(registry.find("remit.cases").gauges()).isEmpty();
  }

  @Test
  void aQueryThatFailsLeavesItsLastAnswerWhichShowsItsAgeAndIsCounted() {
    assertThat(age()).isNaN();
    answer.add(Reading.of("remit.cases", 3, "stage", "VISIT"));
    figures.refresh();
    databaseAway = true;
    now += TimeUnit.SECONDS.toNanos(90);
    figures.refresh();
    figures.refresh();

    assertThat(cases("VISIT")).isEqualTo(3);
    assertThat(age()).isEqualTo(90);
    assertThat(registry.get("remit.figures.failures").tag("query", "cases").counter().count()).isEqualTo(2);
    databaseAway = false;
    figures.refresh();
    assertThat(age()).isZero();
  }

  private double cases(String stage) {
    return registry.get("remit.cases").tag("stage", stage).gauge().value();
  }

  private double age() {
    return registry.get("remit.figures.age").tag("query", "cases").gauge().value();
  }
}
