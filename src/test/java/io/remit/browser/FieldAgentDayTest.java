package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A field agent's day on a telephone that is held in one hand. */
@SharedDemoTest
@Order(2)
class FieldAgentDayTest extends DemoSite {

  private static final int WIDTH = 390;
  private static final int THUMB = 44;

  @Autowired
  private JdbcClient database;
  @Autowired
  private TestRestTemplate http;

  /** About London, where it is day; the demo tells cities alone. */
  private void placeDebtors() {
    List<String> debtors = database.sql("""
        select distinct d.debtor_id from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
          join collection_case c on c.case_number = e.business_key_ join debtor d on d.debtor_id = c.debtor_id
         where t.task_def_key_ = 'task_visit_debtor' and d.time_zone like 'Europe/%' order by d.debtor_id
        """).query(String.class).list();
    assertThat(debtors).hasSizeGreaterThan(2);
    for (int i = 0; i < debtors.size(); i++) {
      database.sql("update debtor set latitude = :latitude, longitude = :longitude where debtor_id = :debtor")
          .param("latitude", 51.50 + i * 7 % 5 * 0.01).param("longitude", -0.10 + i * 3 % 7 * 0.012)
          .param("debtor", debtors.get(i)).update();
    }
  }

  @Test
  void anAgentMakesTheListOpensTheFirstVisitAndRecordsItWithOneHand() throws Exception {
    placeDebtors();
    try (Tasklist agent = tasklist("field1", new NewContextOptions().setTimezoneId("Europe/London"))) {
      agent.page().setViewportSize(WIDTH, 844);
      agent.find(".remit-day-button .btn").click();
      agent.find(".remit-day-actions .btn").filter(WebApp.having("Make the list")).click();
      Locator visits = agent.find(".remit-day-visit");
      assertThat(visits.first()).isVisible();
      assertThat(visits.count()).isBetween(2, 10);
      assertThat(agent.find(".remit-day-map circle")).hasCount(visits.count() + 1);
      assertThat(agent.find(".remit-day button, .remit-day a.btn").all()).allSatisfy(FieldAgentDayTest::isForAThumb);
      screenshot(agent, "day");
      String first = visits.first().innerText();

      visits.first().locator(".btn").click();
      assertThat(agent.find(".fjs-form h3")).isVisible();
      String heading = agent.find(".fjs-form h3").innerText();
      assertThat(first).contains(heading.replaceAll("(?s).*?(C\\d+).*", "$1"));
      assertThat((Integer) agent.page().evaluate("() => document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(WIDTH);
      assertThat(agent.find(".fjs-form-field-radio label[for]").all()).allSatisfy(FieldAgentDayTest::isForAThumb);
      screenshot(agent, "visit");
      agent.choose("Nobody met");
      agent.find(".form-actions .btn-primary").click();

      agent.find(".remit-day-button .btn").click();
      assertThat(visits.first()).containsText("made");
    }
    byte[] pdf = http.withBasicAuth("field1", "field1").getForObject("/api/visits/day.pdf", byte[].class);
    Files.write(Files.createDirectories(Path.of("target", "screenshots")).resolve("visits.pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("Visits of field1");
    }
  }

  @Test
  void onlyTheAgentAndSupervisorsReadAList() {
    http.withBasicAuth("field1", "field1").postForEntity("/api/visits/day", Map.of(), String.class);
    assertThat(status("field1", "/api/visits/day")).isEqualTo(200);
    assertThat(status("supervisor1", "/api/visits/day?agent=field1")).isEqualTo(200);
    assertThat(status("supervisor1", "/api/visits/day")).isEqualTo(404);
    for (String other : List.of("collector1", "partner1", "operator", "legal1", "owner1", "manager1")) {
      assertThat(status(other, "/api/visits/day?agent=field1")).as(other).isEqualTo(403);
      assertThat(status(other, "/api/visits/day.pdf?agent=field1")).as(other).isEqualTo(403);
    }
    assertThat(status("field1", "/api/visits/day?agent=field2")).isEqualTo(403);
  }

  private int status(String user, String path) {
    return http.withBasicAuth(user, user).getForEntity(path, String.class).getStatusCode().value();
  }

  private static void isForAThumb(Locator shown) {
    BoundingBox box = shown.boundingBox();
    assertThat(box.height).as(shown.innerText()).isGreaterThanOrEqualTo(THUMB);
    assertThat(box.x + box.width).as(shown.innerText()).isLessThanOrEqualTo(WIDTH);
  }

  private static void screenshot(Tasklist agent, String name) {
    agent.page().screenshot(new ScreenshotOptions()
        .setPath(Path.of("target", "screenshots", "telephone-" + name + ".png")).setFullPage(true));
  }
}
