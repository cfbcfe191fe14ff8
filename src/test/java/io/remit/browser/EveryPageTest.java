package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Camunda's own pages, each opened with each of its tabs: they show what they should, and none asks for what it may not
 * have (see {@link WebApp#close}).
 */
@SharedDemoTest
@Order(2)
class EveryPageTest extends DemoSite {

  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;

  @Test
  void anOperatorOpensEveryPageOfCockpit() {
    try (Cockpit cockpit = cockpit()) {
      enter(cockpit, "operator");
      open(cockpit, "#/dashboard", "Right Now");
      open(cockpit, "#/processes", "Collection case");
      open(cockpit, "#/process-definition/" + processId() + "/runtime", "collection-case");
      openTabs(cockpit);
      open(cockpit, "#/process-instance/" + instanceId() + "/runtime", instanceId());
      openTabs(cockpit);
      open(cockpit, "#/tasks", "Human Tasks");
      open(cockpit, "#/batch", "Batch");
      openModels(cockpit);
    }
  }

  @Test
  void aProcessOwnerOpensThePagesOfModelsAndFindsNoCaseThere() {
    try (Cockpit cockpit = cockpit()) {
      enter(cockpit, "owner1");
      open(cockpit, "#/dashboard", "Right Now");
      open(cockpit, "#/processes", "Collection case");
      open(cockpit, "#/process-definition/" + processId() + "/runtime", "collection-case");
      assertThat(cockpit.find("body")).not().containsText(instanceId());
      openModels(cockpit);
    }
  }

  @Test
  void anAdministratorOpensEveryPageOfAdmin() {
    try (Cockpit admin = admin()) {
      enter(admin, "admin");
      open(admin, "#/users", "collector1", "supervisor1");
      for (String tab : List.of("profile", "account", "groups", "tenants")) {
        open(admin, "#/users/collector1?tab=" + tab, "Collector One");
      }
      open(admin, "#/user-create", "User ID");
      open(admin, "#/groups", "collectors");
      for (String tab : List.of("groupInformation", "groupUsers", "groupTenants")) {
        open(admin, "#/groups/collectors?tab=" + tab, "Collectors");
      }
      open(admin, "#/group-create", "Group ID");
      open(admin, "#/authorization?resource=1", "Authorizations");
      open(admin, "#/tenants", "Tenants");
      for (String section : List.of("settings-general", "settings-metrics", "settings-diagnostics")) {
        open(admin, "#/system?section=system-" + section, "System");
      }
    }
  }

  private void openModels(Cockpit cockpit) {
    open(cockpit, "#/decisions", "Rules of contact");
    String decision = repository.createDecisionDefinitionQuery().decisionDefinitionKey("stage-by-aging").latestVersion()
        .singleResult().getId();
    open(cockpit, "#/decision-definition/" + decision, "stage-by-aging");
    openTabs(cockpit);
    open(cockpit, "#/repository", "collection-case.bpmn");
  }

  private String processId() {
    return repository.createProcessDefinitionQuery().processDefinitionKey("collection-case").latestVersion()
        .singleResult().getId();
  }

  private String instanceId() {
    return runtime.createProcessInstanceQuery().processDefinitionKey("collection-case").orderByProcessInstanceId().asc()
        .listPage(0, 1).get(0).getId();
  }

  private static void enter(Cockpit app, String user) {
    app.login(user);
    assertThat(app.find("input[type=password]")).hasCount(0);
  }

  private static void open(Cockpit app, String address, String... words) {
    app.open(address);
    for (String each : words) {
      assertThat(app.find("body")).containsText(each);
    }
    app.page().waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static void openTabs(Cockpit app) {
    for (Locator tab : app.find("ul.nav-tabs a").all()) {
      if (tab.isVisible()) {
        tab.click();
        app.page().waitForLoadState(LoadState.NETWORKIDLE);
      }
    }
  }
}
