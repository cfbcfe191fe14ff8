package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.remit.browser.WebApp.having;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.remit.model.HostileChange;
import io.remit.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process owner changes models in Cockpit: findings, a second person, what runs, and back. */
@SharedDemoTest
@Order(6)
class ModelsPageTest extends DemoSite {

  private static final Path SCREENSHOTS = Path.of("target/models-page");
  private static final double TRIAL_PATIENCE = 480_000;
  private static final String CALLS = "call-debtor.bpmn";

  @TempDir
  private static Path folder;

  @Test
  void aProcessOwnerProposesAnAdministratorApprovesAndOneStepGoesBack() throws IOException {
    ModelFolder shipped = ModelFolder.in(Path.of("bpmn"));
    Path changed = written(HostileChange.with(shipped, new HostileChange("an edit", CALLS, "name=\"Call the debtor\"",
        "name=\"Ring the debtor\"").madeFrom(shipped)));
    Path broken = Files.writeString(folder.resolve(CALLS), "<script>");
    int release;
    try (Cockpit cockpit = cockpit(new NewContextOptions().setViewportSize(1366, 768))) {
      cockpit.login("owner1");
      List<String> faults = cockpit.faults();
      cockpit.find("header a, nav a, .Header a").filter(having("Models")).click();
      assertThat(cockpit.find(".remit-models-running")).containsText("What runs: release");
      assertThat(running(cockpit, "call-debtor")).containsText("Call the debtor");
      cockpit.find("#remit-models-comment").fill("Ring, not call");
      cockpit.find("#remit-models-propose").click();
      assertThat(cockpit.find(".remit-models-result")).containsText("Choose a folder");
      assertThat(faults).isEmpty();
    }
    try (Cockpit cockpit = cockpit(new NewContextOptions().setViewportSize(1366, 768))) {
      cockpit.login("owner1");
      cockpit.find("header a, nav a, .Header a").filter(having("Models")).click();
      cockpit.find("#remit-models-comment").fill("Ring, not call");
      cockpit.find("#remit-models-file").setInputFiles(broken);
      cockpit.find("#remit-models-propose").click();
      assertThat(cockpit.find(".remit-models-findings")).containsText(CALLS);
      shoot(cockpit, "findings");

      cockpit.find("#remit-models-folder").setInputFiles(changed);
      cockpit.find("#remit-models-comment").fill("Ring, not call");
      cockpit.find("#remit-models-propose").click();
      assertThat(cockpit.find(".remit-models-done")).containsText("is proposed");
      release = get("/api/models/releases").at("/items/0/number").asInt();
      Locator own = row(cockpit, release);
      assertThat(own).containsText("Waits for another person");
      assertThat(own.locator("button")).hasCount(0);
      own.locator("a").click();
      assertThat(cockpit.find(".remit-models-result")).containsText("Changed " + CALLS);
      assertThat(cockpit.find(".remit-models-differences")).containsText("Ring the debtor");
      cockpit.find(".remit-models-pictures summary").click();
      assertThat((Boolean) cockpit.find(".remit-models-pictures img").first()
          .evaluate("img => img.decode().then(() => img.naturalWidth > 100)")).isTrue();
      shoot(cockpit, "proposed");
      cockpit.find("#remit-models-days").fill("1");
      cockpit.find("[data-action=try]").click();
      assertThat(cockpit.find(".remit-models-trial")).containsText("Tried by owner1");
      assertThat(cockpit.find("[data-action=try]")).isDisabled();
      assertThat(cockpit.find(".remit-models-trial pre"))
          .containsText("open cases would do from", new ContainsTextOptions().setTimeout(TRIAL_PATIENCE));
      shoot(cockpit, "tried");
    }
    try (Cockpit cockpit = cockpit(new NewContextOptions().setViewportSize(1366, 768))) {
      cockpit.login("admin");
      cockpit.find("header a, nav a, .Header a").filter(having("Models")).click();
      row(cockpit, release).locator("[data-action=approve]").click();
      cockpit.find("#remit-models-confirm").click();
      assertThat(cockpit.find(".remit-models-done")).hasText("Release " + release + " runs.");
      assertThat(running(cockpit, "call-debtor")).containsText("Ring the debtor");
      shoot(cockpit, "runs");
    }
    try (Cockpit cockpit = cockpit(new NewContextOptions().setViewportSize(1366, 768).setLocale("zh-CN"))) {
      cockpit.login("owner1");
      cockpit.find("header a, nav a, .Header a").filter(having("模型")).click();
      cockpit.find("[data-action=rollBack]").click();
      cockpit.find("#remit-models-note").fill("It was worse");
      shoot(cockpit, "chinese");
      cockpit.find("#remit-models-confirm").click();
      assertThat(cockpit.find(".remit-models-done")).containsText("重新运行");
      assertThat(running(cockpit, "call-debtor")).containsText("Call the debtor");
    }
  }

  private static Locator row(Cockpit cockpit, int release) {
    return cockpit.find(".remit-models-list tbody tr").first().filter(having(String.valueOf(release)));
  }

  /** The newest version of the process, before the form of the same name. */
  private static Locator running(Cockpit cockpit, String key) {
    return cockpit.find(".remit-models-running tr:has(td:text-is(\"" + key + "\"))").first();
  }

  private static Path written(ModelFolder models) throws IOException {
    Path written = Files.createDirectory(folder.resolve("models"));
    models.writeTo(written);
    return written;
  }

  private static void shoot(Cockpit cockpit, String name) {
    cockpit.page().screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    assertThat(cockpit.inFontsOfTheMachine()).as(name).isEmpty();
  }
}
