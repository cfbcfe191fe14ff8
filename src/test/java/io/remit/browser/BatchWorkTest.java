package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.remit.browser.WebApp.having;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager orders work on many cases in Cockpit, sees how far it is and what became of each case. */
@SharedDemoTest
@Order(5)
class BatchWorkTest extends DemoSite {

  private static final Path SCREENSHOTS = Path.of("target/batch-work");

  @Autowired
  private JdbcClient database;

  @Test
  void aManagerPausesCasesOfAStageAndSavesTheReport() throws IOException {
    try (Cockpit cockpit = cockpit(new NewContextOptions().setViewportSize(1366, 768))) {
      cockpit.login("manager1");
      assertThat(cockpit.text("Right Now")).isVisible();
      List<String> faults = cockpit.faults();
      cockpit.find("header a, nav a, .Header a").filter(having("Batch work")).click();
      assertThat(cockpit.find(".remit-batch-form")).isVisible();
      assertThat(cockpit.onEachScreen(() -> cockpit.find(".remit-batch-form")
          .evaluate("form => form.scrollHeight <= form.clientHeight")))
          .as("nobody has to scroll to order").containsOnly(true);

      cockpit.find("#remit-stage").selectOption("MESSAGE");
      cockpit.find("#remit-preview").click();
      String told = cockpit.find(".remit-batch-count").innerText();
      JsonNode preview = post("manager1", "/api/batches/preview", Map.of("action", "HOLD", "hold",
          "CREDITOR_REQUEST", "select", Map.of("stage", "MESSAGE")));
      int accepted = preview.path("accepted").asInt();
      assertThat(accepted).isPositive();
      assertThat(told).startsWith(accepted + " of " + preview.path("total").asInt() + " cases");
      shoot(cockpit, "preview");

      cockpit.find("#remit-order").click();
      assertThat(cockpit.find(".remit-batch .remit-error")).hasText("Say why, in 10 characters at least.");
      cockpit.find("#remit-reason").fill("The creditor sells these loans");
      cockpit.find("#remit-order").click();
      assertThat(cockpit.find("dialog")).containsText("Hold: " + accepted + " cases as of now");
      shoot(cockpit, "confirm");
      cockpit.find("#remit-confirm").click();

      assertThat(cockpit.find(".remit-batch-status")).containsText("Finished");
      shoot(cockpit, "report");
      assertThat(cockpit.find(".remit-batch-report tbody tr").first()).containsText("Done");
      assertThat(cockpit.find(".remit-batch-list tbody tr").first()).containsText("manager1");
      Download report = cockpit.page().waitForDownload(() -> cockpit.find("#remit-batch-csv").click());
      assertThat(Files.readString(report.path()).lines().filter(line -> line.contains(",DONE,"))).hasSize(accepted);
      assertThat(get("/api/cases?stage=MESSAGE&status=HELD&size=1").path("total").asInt())
          .isGreaterThanOrEqualTo(accepted);
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void aBatchOfWhichCasesFailedStaysInCockpitsOwnListToBeTriedAgain() {
    database.sql("update collection_case set process_instance_id = 'gone' where stage = 'VISIT' and status = 'OPEN'")
        .update();
    Map<String, Object> order = Map.of("action", "HOLD", "hold", "CREDITOR_REQUEST",
        "select", Map.of("stage", "VISIT", "status", "OPEN"), "reason", "The creditor sells these loans", "cases", 60);
    long batch = post("manager1", "/api/batches", order).path("id").asLong();
    await().until(() -> get("/api/batches/" + batch).path("status").asText().equals("STOPPED"));

    try (Cockpit cockpit = cockpit()) {
      cockpit.login("manager1");
      cockpit.openBatches();
      Locator shown = cockpit.find("tr").filter(having("case-batch"));
      assertThat(shown).containsText("Manager One");
      assertThat(shown.locator(".failed")).hasText("1");
      shoot(cockpit, "engine-batch");
    }
  }

  @Test
  void thePageSpeaksChinese() {
    try (Cockpit cockpit = cockpit(new NewContextOptions().setViewportSize(1366, 768).setLocale("zh-CN"))) {
      cockpit.login("manager1");
      cockpit.find("header a, nav a, .Header a").filter(having("批量处理")).click();
      assertThat(cockpit.find("#remit-preview")).hasText("预览");
      cockpit.find("#remit-stage").selectOption("LEGAL");
      cockpit.find("#remit-action").selectOption("RECALL");
      cockpit.find("#remit-preview").click();
      assertThat(cockpit.find(".remit-batch-result")).containsText("未委托合作机构");
      shoot(cockpit, "chinese");
    }
  }

  private static void shoot(Cockpit cockpit, String name) {
    cockpit.page().screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    assertThat(cockpit.inFontsOfTheMachine()).as(name).isEmpty();
  }
}
