package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager reads on the pages of processes: where cases wait for how long, and why one is where it is. */
@SharedDemoTest
@Order(3)
class CockpitDiagramTest extends DemoSite {

  @Autowired
  private JdbcClient database;

  @Test
  void aManagerSeesOnTheDiagramAndInATableWhatTheInterfaceTells() throws IOException {
    try (Cockpit cockpit = cockpit()) {
      cockpit.login("manager1");
      cockpit.openProcess("Collection case");
      List<String> faults = cockpit.faults();
      Locator numbers = cockpit.find(".remit-heat-number");
      assertThat(cockpit.find(".remit-heat-choice")).isVisible();
      assertThat(numbers).hasCount(0);
      JsonNode heat = get("/api/processes/collection-case/heat");
      assertThat(shape(cockpit, "stage_telephone").locator(".instance-count"))
          .hasText(element(heat, "stage_telephone").get("waiting").asText());

      cockpit.find(".remit-heat-choice").selectOption("waiting");
      assertThat(numbers.first()).isVisible();
      int seen = 0;
      for (JsonNode each : heat.get("elements")) {
        boolean frame = each.get("id").asText().equals("in_collection");
        Locator number = numberAt(cockpit, each);
        if (each.get("waiting").asLong() > 0 && !frame) {
          assertThat(number).hasText(each.get("waiting").asText());
          seen++;
        } else {
          assertThat(number).hasCount(0);
        }
      }
      assertThat(seen).isGreaterThan(5);
      screenshot(cockpit, "heat-map");
      assertThat(numberAt(cockpit, element(heat, "stage_telephone"))).isVisible();
      assertThat(numberAt(cockpit, element(heat, "telephone_treatment_due"))).isHidden();
      shape(cockpit, "stage_telephone").locator(".bjs-drilldown").click();
      assertThat(numberAt(cockpit, element(heat, "telephone_treatment_due"))).isVisible();
      assertThat(numberAt(cockpit, element(heat, "stage_telephone"))).isHidden();
      screenshot(cockpit, "heat-map-of-a-stage");

      openTab(cockpit, "Heat map");
      Locator row = cockpit.find("tr[data-element=telephone_treatment_due]");
      JsonNode element = element(heat, "telephone_treatment_due");
      assertThat(row.locator("td.within")).hasText("TELEPHONE");
      assertThat(row.locator("td.cases")).hasText(element.get("cases").asText());
      assertThat(row.locator("td.passages")).hasText(element.get("passages").asText());
      assertThat(row.locator("td.waiting")).hasText(element.get("waiting").asText());
      cockpit.find("th.waiting button").click();
      assertThat(cockpit.find("th.waiting")).hasAttribute("aria-sort", "descending");
      assertThat(cockpit.find("tr[data-element] td.name").first()).hasText("In collection");
      Download csv = cockpit.page().waitForDownload(() -> cockpit.find(".remit-heat .remit-csv").click());
      assertThat(Files.readString(csv.path())).contains("telephone_treatment_due,Next contact allowed,TELEPHONE,"
          + "intermediateCatchEvent," + element.get("cases").asText() + "," + element.get("passages").asText() + ",");
      screenshot(cockpit, "heat-table");

      cockpit.find(".remit-heat-choice").selectOption("");
      assertThat(numbers).hasCount(0);

      openTab(cockpit, "Process Instances");
      cockpit.find(".bjs-breadcrumbs a").first().click();
      shape(cockpit, "stage_telephone").locator(".instance-count").click();
      assertThat(cockpit.find("body")).containsText("telephone_treatment_due");
      assertThat(shape(cockpit, "telephone_treatment_due").locator(".instance-count")).isVisible();
      assertThat(cockpit.find("td.instance-id").first()).isVisible();
      screenshot(cockpit, "cases-of-a-stage");
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void aManagerReadsOnAnInstanceWhyItsCaseIsThereAndIsWrittenDown() {
    String called = caseAt("task_call_debtor", "TELEPHONE");
    try (Cockpit cockpit = cockpit()) {
      cockpit.login("manager1");
      List<String> faults = cockpit.faults();
      cockpit.openInstance(processOf(called));
      openTab(cockpit, "Case");

      assertThat(cockpit.find(".remit-case-head")).containsText(called + " · open · TELEPHONE");
      Locator why = cockpit.find(".remit-case-why");
      assertThat(why).containsText("stage-by-aging asks for TELEPHONE from 30 days");
      assertThat(why).containsText("Call the debtor (" + called + ") since");
      assertThat(why).containsText("A task of collector");
      assertThat(why).containsText("Stage VISIT, not before");
      JsonNode timeline = get("/api/cases/" + called + "/timeline");
      assertThat(cockpit.find(".remit-timeline tbody tr").first())
          .containsText(timeline.get(timeline.size() - 1).get("text").asText());
      assertThat(cockpit.find(".remit-timeline tbody tr")).hasCount(timeline.size());
      screenshot(cockpit, "case");
      assertThat(faults).isEmpty();
    }
    assertThat(get("/api/audit?user=manager1&kind=VIEW&caseNumber=" + called).path("items").findValuesAsText("detail"))
        .contains("GET /api/cases/{caseNumber}/standing", "GET /api/cases/{caseNumber}/timeline");
  }

  @Test
  void theProcessOfAMatterLeadsToItsCase() {
    String held = caseAt("task_visit_debtor", "VISIT");
    post("supervisor1", "/api/cases/" + held + "/holds", Map.of("reason", "INSOLVENCY", "reviewOn", "2026-04-01"));
    Map<String, Object> review = database.sql("""
        select proc_inst_id_, business_key_ from act_ru_execution where business_key_ like :matters
        """).param("matters", held + "-H%").query().singleRow();
    try (Cockpit cockpit = cockpit(
        new NewContextOptions().setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setViewportSize(1920, 1080))) {
      cockpit.login("manager1");
      List<String> faults = cockpit.faults();
      cockpit.openInstance(review.get("PROC_INST_ID_").toString());
      openTab(cockpit, "案件");

      assertThat(cockpit.find(".remit-case")).containsText(review.get("BUSINESS_KEY_") + " 与案件 " + held + " 并行");
      Locator why = cockpit.find(".remit-case-why");
      assertThat(why).containsText("暂停：破产");
      assertThat(why).containsText("最迟 2026-04-01 复核");
      assertThat(why).containsText("决定暂停（" + held + "-H");
      assertThat(why).containsText("适用组：主管");
      assertThat(cockpit.find(".remit-timeline")).containsText("催收已暂停");
      screenshot(cockpit, "matter-in-chinese");
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void whoDoesNotManageSeesNeitherTheHeatMapNorWhy() {
    try (Cockpit cockpit = cockpit()) {
      cockpit.login("operator");
      cockpit.openProcess("Collection case");
      List<String> faults = cockpit.faults();
      openTab(cockpit, "Heat map");
      assertThat(cockpit.find(".remit-heat")).containsText("Managers see here");
      assertThat(cockpit.find(".remit-heat-switch")).hasCount(0);

      cockpit.openInstance(processOf(caseAt("task_call_debtor", "TELEPHONE")));
      openTab(cockpit, "Case");
      assertThat(cockpit.find(".remit-timeline")).isVisible();
      assertThat(cockpit.find(".remit-case-why")).hasCount(0);
      assertThat(faults).isEmpty();
    }
  }

  private static Locator numberAt(Cockpit cockpit, JsonNode element) {
    return shape(cockpit, element.get("id").asText()).locator(".remit-heat-number");
  }

  /** What lies on a shape of the diagram. */
  private static Locator shape(Cockpit cockpit, String id) {
    return cockpit.find(".djs-overlays[data-container-id='" + id + "']");
  }

  private static JsonNode element(JsonNode heat, String id) {
    for (JsonNode each : heat.get("elements")) {
      if (each.get("id").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError(id);
  }

  /** The first case in a stage that waits for this task. */
  private String caseAt(String task, String stage) {
    return database.sql("""
        select min(c.case_number) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
          join collection_case c on c.case_number = e.business_key_
         where t.task_def_key_ = :task and c.stage = :stage
        """).param("task", task).param("stage", stage).query(String.class).single();
  }

  private String processOf(String caseNumber) {
    return database.sql("select process_instance_id from collection_case where case_number = :case")
        .param("case", caseNumber).query(String.class).single();
  }

  private static void openTab(Cockpit cockpit, String name) {
    cockpit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  private static void screenshot(Cockpit cockpit, String name) {
    cockpit.page().screenshot(new Page.ScreenshotOptions()
        .setPath(Path.of("target", "cockpit-diagram", name + ".png")));
    assertThat(cockpit.inFontsOfTheMachine()).as(name).isEmpty();
  }
}
