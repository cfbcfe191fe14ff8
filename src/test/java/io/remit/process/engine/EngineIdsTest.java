package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine makes is numbered in the order in which it was made. */
@ProcessTest
class EngineIdsTest {

  @Autowired
  private CaseWorld world;

  @Test
  void casesAndTheirTimersStandInTheOrderOfTheirOpening() {
    List<TestedCase> opened =
        Stream.generate(() -> world.open(world.account(3).with("debtor_name", "In Order"))).limit(5).toList();
    List<String> processes = opened.stream().map(each -> each.process().getId()).toList();
    List<String> timers = opened.stream().map(each -> each.jobs().get(0)).map(Job::getId).toList();

    assertThat(processes).isSorted();
    assertThat(timers).isSorted();
    assertThat(Stream.concat(processes.stream(), timers.stream())).allMatch(id -> UUID.fromString(id).version() == 6);
  }
}
