package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.model.HostileChange;
import io.remit.model.Marker;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.Mutations;
import io.remit.process.story.ProcessTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The second lock: the running engine refuses hostile models whatever way they come, with the first one left out. */
@ProcessTest
class ModelLockTest {

  private static final List<String> ODD_NAMES = List.of("run.js", "run.groovy", "run.bpmn20.xml", "run.dmn11.xml",
      "run.cmmn", "run.cmmn11.xml", "run.html", "run.txt", "../run.bpmn", "a/run.bpmn", "run.BPMN");

  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private IdentityService identity;

  @AfterEach
  void logOut() {
    identity.clearAuthentication();
  }

  @Test
  void hostileModelsAreNotDeployedAndNotRun() throws Exception {
    ModelFolder shipped = ModelFolder.in(Path.of("bpmn"));
    List<ModelFile> hostile = new ArrayList<>(
        HostileChange.all().stream().map(change -> change.madeFrom(shipped)).filter(ModelFile::isDeployed).toList());
    assertThat(hostile).hasSizeGreaterThan(160);
    List<ModelFile> mutated = new Mutations(2026, shipped).next(200);
    List<ModelFile> odd = ODD_NAMES.stream().map(name -> new ModelFile(name, contentOf(shipped))).toList();
    int made = Marker.made();
    long before = models();

    List<ModelFile> taken = Stream.of(hostile, mutated, odd).flatMap(List::stream).filter(this::takes).toList();

    assertThat(taken).as("of %d hostile, %d mutated and %d oddly named models, those that were deployed",
        hostile.size(), mutated.size(), odd.size()).isEmpty();
    assertThat(models()).as("deployments and definitions").isEqualTo(before);
    assertThat(Marker.made()).as("times that code of a model ran").isEqualTo(made);
  }

  @Test
  void oneHostileModelAmongOthersKeepsAllOut() throws Exception {
    ModelFolder shipped = ModelFolder.in(Path.of("bpmn"));
    long before = models();

    assertThat(takes(new ModelFile("a-good-one.bpmn", contentOf(shipped)),
        new ModelFile("run.js", "run()".getBytes(StandardCharsets.UTF_8)))).isFalse();
    assertThat(models()).isEqualTo(before);
  }

  /** With all rights that there are. */
  @ParameterizedTest
  @ValueSource(strings = {"camunda-admin", "operators", "managers", "supervisors", "collectors", "processOwners"})
  void nobodyWhoIsLoggedInDeploysRemovesOrStartsAModel(String group) throws Exception {
    ModelFolder shipped = ModelFolder.in(Path.of("bpmn"));
    ProcessDefinition definition =
        repository.createProcessDefinitionQuery().processDefinitionKey("settle-message").latestVersion().singleResult();
    long before = models();
    long running = runtime.createProcessInstanceQuery().count();
    identity.setAuthentication("somebody", List.of(group));

    assertRefused(() -> repository.createDeployment().name("remit").source("remit")
        .addInputStream("call-debtor.bpmn", new ByteArrayInputStream(contentOf(shipped))).deploy());
    assertRefused(() -> repository.createDeployment().addDeploymentResources(definition.getDeploymentId()).deploy());
    assertRefused(() -> repository.deleteDeployment(definition.getDeploymentId()));
    assertRefused(() -> repository.deleteDeployment(definition.getDeploymentId(), true, true, true));
    assertRefused(() -> repository.deleteProcessDefinition(definition.getId(), true));
    assertRefused(() -> repository.deleteProcessDefinitions().byKey("settle-message").cascade().delete());
    assertRefused(() -> runtime.startProcessInstanceById(definition.getId()));
    assertRefused(() -> runtime.startProcessInstanceByKey("settle-message", "C1"));
    assertRefused(() -> runtime.createProcessInstanceByKey("settle-message").startBeforeActivity("task_settle_message")
        .execute());
    assertRefused(() -> runtime.createMigrationPlan(definition.getId(), definition.getId()).mapEqualActivities()
        .build());

    identity.clearAuthentication();
    assertThat(models()).isEqualTo(before);
    assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(running);
  }

  private static void assertRefused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt).isInstanceOf(AuthorizationException.class);
  }

  private boolean takes(ModelFile... files) {
    DeploymentBuilder deployment = repository.createDeployment();
    for (ModelFile file : files) {
      deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content()));
    }
    try {
      deployment.deploy();
      return true;
    } catch (ProcessEngineException refused) {
      return false;
    }
  }

  private long models() {
    return repository.createDeploymentQuery().count() + repository.createProcessDefinitionQuery().count()
        + repository.createDecisionDefinitionQuery().count();
  }

  private static byte[] contentOf(ModelFolder shipped) {
    return shipped.files().stream().filter(file -> file.name().equals("call-debtor.bpmn")).findFirst().orElseThrow()
        .content();
  }
}
