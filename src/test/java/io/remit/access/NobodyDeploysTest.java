package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.HostileChange;
import io.remit.model.Marker;
import io.remit.model.ModelFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Asks the running application as each group to deploy, remove or start a model: nobody can. */
@OnBothDatabases
class NobodyDeploysTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final Set<DemoUser> IN_COCKPIT = EnumSet.of(DemoUser.MANAGER_1, DemoUser.OPERATOR, DemoUser.OWNER_1);
  private static final String MODEL = "call-debtor.bpmn";

  @LocalServerPort
  private int port;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;

  @ParameterizedTest
  @EnumSource
  void nobodyDeploysOverTheWebApps(DemoUser user) throws Exception {
    HttpUser browser = HttpUser.loggedIn(port, user, IN_COCKPIT.contains(user) ? "cockpit" : "tasklist");
    ProcessDefinition settle =
        repository.createProcessDefinitionQuery().processDefinitionKey("settle-message").latestVersion().singleResult();
    String deployment = settle.getDeploymentId();
    long models = models();
    long running = runtime.createProcessInstanceQuery().count();
    int made = Marker.made();
    String harmless = Files.readString(Path.of("bpmn", MODEL));
    ModelFolder shipped = ModelFolder.in(Path.of("bpmn"));

    for (String create : List.of("/deployment/create", "/deployment/create/", "//deployment/create",
        "/deployment;a=b/create", "/%64eployment/create")) {
      assertRefused(create, browser.upload(ENGINE + create, MODEL, harmless).statusCode());
    }
    HostileChange.all().stream().filter(change -> change.file().equals(MODEL)).limit(10).forEach(change ->
        assertRefused(change.name(), browser.upload(ENGINE + "/deployment/create", MODEL,
            new String(change.madeFrom(shipped).content(), StandardCharsets.UTF_8)).statusCode()));
    assertRefused("redeploy", browser.post(ENGINE + "/deployment/" + deployment + "/redeploy", "{}").statusCode());
    for (String remove : List.of("/deployment/" + deployment, "/deployment/" + deployment + "?cascade=true",
        "/process-definition/" + settle.getId(), "/process-definition/key/settle-message/delete?cascade=true",
        "/process-definition/key/settle-message?cascade=true")) {
      assertRefused(remove, browser.call("DELETE", ENGINE + remove).statusCode());
    }
    for (String start : List.of("/process-definition/key/settle-message/start",
        "/process-definition/key/settle-message/start/", "/process-definition/" + settle.getId() + "/start",
        "/process-definition/key/settle-message/submit-form",
        "/process-definition/" + settle.getId() + "/submit-form")) {
      assertRefused(start, browser.post(ENGINE + start, "{\"businessKey\": \"C1\"}").statusCode());
    }

    assertThat(models()).as("deployments and definitions").isEqualTo(models);
    assertThat(runtime.createProcessInstanceQuery().count()).as("running processes").isEqualTo(running);
    assertThat(Marker.made()).as("times that code of a model ran").isEqualTo(made);
  }

  private static void assertRefused(String what, int status) {
    assertThat(status).as(what).isBetween(400, 499);
  }

  private long models() {
    return repository.createDeploymentQuery().count() + repository.createProcessDefinitionQuery().count()
        + repository.createDecisionDefinitionQuery().count();
  }
}
