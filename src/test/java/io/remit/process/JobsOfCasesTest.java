package io.remit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.cases.CaseLifecycle;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.DebtorRepository;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Timers of several cases in one transaction: all of them, or none. */
@ProcessTest
class JobsOfCasesTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private JobsOfCases jobs;
  @Autowired
  private CaseLifecycle lifecycle;
  @Autowired
  private DebtorRepository debtors;
  @Autowired
  private TransactionTemplate transaction;

  private List<Job> jobsOf(TestedCase about) {
    return world.engine.getManagementService().createJobQuery().processInstanceId(about.process().getId())
        .orderByJobDuedate().asc().list();
  }

  private String firstOf(TestedCase about) {
    return jobsOf(about).get(0).getId();
  }

  @Test
  void oneOfEachCaseIsRunAndWhatIsNoJobOfACaseIsLeft() {
    TestedCase one = world.open(world.account(10));
    TestedCase other = world.open(world.account(11));
    List<String> asked = new ArrayList<>(List.of(firstOf(one), firstOf(other), "gone"));
    jobsOf(one).stream().skip(1).map(Job::getId).forEach(asked::add);

    Set<String> done = jobs.runTogether(asked);

    assertThat(done).containsExactlyInAnyOrder(asked.get(0), asked.get(1));
    assertThat(Stream.of(one, other).flatMap(about -> jobsOf(about).stream()).map(Job::getId))
        .doesNotContainAnyElementsOf(done);
    assertThat(world.contacts.ofCase(one.number())).hasSameSizeAs(world.contacts.ofCase(other.number())).isNotEmpty();
  }

  @Test
  void aJobByItselfIsLeftToItsOwnTransaction() {
    String alone = firstOf(world.open(world.account(10)));

    assertThat(jobs.runTogether(List.of(alone))).isEmpty();
    assertThat(world.engine.getManagementService().createJobQuery().jobId(alone).count()).isOne();
  }

  @Test
  void aJobWaitsForWhoWorksOnItsCaseAndIsNotRunIfThatEndsTheCase() {
    TestedCase its = world.open(world.account(10));
    String timer = firstOf(its);

    CompletableFuture<Void> run = transaction.execute(status -> {
      lifecycle.withdraw(its.number(), "supervisor1", "sold");
      CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> jobs.runAlone(timer));
      await().until(() -> begun.isDone() || somebodyWaits());
      // who waits has nothing that is needed here
      debtors.lock(its.facts().debtorId());
      return begun;
    });

    assertThat(run).succeedsWithin(Duration.ofSeconds(20));
    assertThat(its.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
    assertThat(world.contacts.ofCase(its.number())).isEmpty();
  }

  private boolean somebodyWaits() {
    return world.database.sql("select count(*) from information_schema.sessions where blocker_id is not null")
        .query(Integer.class).single() > 0;
  }

  @Test
  void ifOneFailsNoneIsDoneAndNoTryIsUsedUp() {
    List<TestedCase> cases = List.of(world.open(world.account(10)), world.open(world.account(11)));
    List<String> asked = cases.stream().map(this::firstOf).toList();
    world.database.sql("alter table contact_attempt add constraint poison check (case_number <> :case)"
        .replace(":case", "'" + cases.get(1).number() + "'")).update();
    try {
      assertThat(jobs.runTogether(asked)).isEmpty();
    } finally {
      world.database.sql("alter table contact_attempt drop constraint poison").update();
    }

    assertThat(cases).allSatisfy(about -> {
      assertThat(world.contacts.ofCase(about.number())).isEmpty();
      assertThat(jobsOf(about).get(0).getRetries()).isEqualTo(3);
      assertThat(jobsOf(about).get(0).getExceptionMessage()).isNull();
    });
    assertThat(jobs.runTogether(asked)).hasSize(2);
  }
}
