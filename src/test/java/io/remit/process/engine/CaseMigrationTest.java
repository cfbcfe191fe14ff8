package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.CollectionCase.Status;
import io.remit.hold.Hold;
import io.remit.process.story.ArrearsRow;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that were opened before each hold had a process of its own go on with the models of today. */
@ProcessTest
class CaseMigrationTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private CaseMigration migration;

  private final List<String> deployments = new ArrayList<>();

  @AfterEach
  void forgetTheOtherVersions() {
    deployments.forEach(deployment -> world.engine.getRepositoryService().deleteDeployment(deployment, true));
  }

  @Test
  void aCaseKeepsItsPlaceItsTaskAndItsTimersAndOneOnHoldStaysOnHold() throws IOException {
    deploy("collection-case.bpmn", text("collection-case-version-one.xml"));
    // Today's dates do not know a hold that has no number: the old process is given one day for all.
    deploy("hold-review.bpmn", text("hold-review-version-one.xml")
        .replace("${aging.holdReviewDue(execution)}", "${aging.inDays(execution, 7)}"));
    ArrearsRow called = world.account(60);
    TestedCase inStage = world.open(called);
    TestedCase held = world.open(world.account(60));
    TestedCase promised = world.open(world.account(60));
    world.moveTo("2007-09-03T09:00:00Z");
    held.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-20");
    // Then a hold had no process of its own.
    world.engine.getRuntimeService().deleteProcessInstance(held.matter("hold-review").getId(), "version one");
    promised.submitPromise(Worker.COLLECTOR, "460.00", "2007-09-10");
    world.engine.getRuntimeService().deleteProcessInstance(promised.matter("promise").getId(), "version one");
    String task = inStage.task().getId();
    Map<String, Instant> dueDates = inStage.dueDates();
    deploy("collection-case.bpmn", shipped("collection-case.bpmn"));
    deploy("hold-review.bpmn", shipped("hold-review.bpmn"));

    migration.moveToNewest();
    migration.moveToNewest();

    assertThat(versionOf(inStage)).startsWith("2.").isEqualTo(versionOf(held));
    assertThat(inStage.task().getId()).isEqualTo(task);
    assertThat(inStage.dueDates()).isEqualTo(dueDates);
    assertThat(held.facts().status()).isEqualTo(Status.HELD);
    assertThat(held.openTask()).isEqualTo("task_review_hold 2007-09-20T06:00:00Z");

    assertThat(promised.dueDates(promised.matter("promise"))).containsKey("promise_due");

    held.submit(Worker.SUPERVISOR, "RESUME");
    assertThat(held.facts().status()).isEqualTo(Status.OPEN);
    assertThat(held.dueDates()).containsEntry("timer_visit_due", Instant.parse("2007-10-03T06:00:00Z"));
    inStage.submit(Worker.COLLECTOR, "DISPUTED");
    assertThat(inStage.facts().status()).isEqualTo(Status.HELD);
    world.pay(called, "460.00");
    assertThat(inStage.facts().status()).isEqualTo(Status.CLOSED);
  }

  private String versionOf(TestedCase of) {
    String definition = world.engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceId(world.cases.processOf(of.number())).singleResult().getProcessDefinitionId();
    ProcessDefinition found = world.engine.getRepositoryService().getProcessDefinition(definition);
    return found.getVersionTag();
  }

  private void deploy(String name, String model) {
    deployments.add(0,
        world.engine.getRepositoryService().createDeployment().addString(name, model).deploy().getId());
  }

  private String text(String resource) throws IOException {
    try (InputStream content = getClass().getResourceAsStream(resource)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String shipped(String model) throws IOException {
    return text("/bpmn/" + model);
  }
}
