package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A day of a partner's person: one case, one call, one promise, and nothing of anybody else. */
@OwnDemoTest
class PartnerDayTest extends DemoSite {

  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone,country,phone\n";

  @Autowired
  private TaskService tasks;
  @Autowired
  private FormService forms;
  @Autowired
  private IdentityService identities;

  @Test
  void aPartnersPersonAsksCallsAndTakesAPromise() {
    String ours = open("PARTNER-OURS", "Olga Ours", "460.00", "+12125550143");
    String theirs = open("PARTNER-THEIRS", "Theo Theirs", "5000.00", "+12125550144");
    advance(1);
    place(ours, "agency1");
    place(theirs, "lawfirm1");
    advance(1);
    // when it is neither too early nor too late wherever an American number may be
    moveTo(now().toString().substring(0, 10) + "T18:30:00Z");

    try (Tasklist partner = tasklist("partner1")) {
      assertThat(partner.openList()).containsText("Placed with us");
      assertThat(partner.find("[cam-tasklist-filters] h4 a")).containsText(
          new String[] {"Placed with us", "At court with us", "Cases near you"});
      assertThat(partner.cards()).hasCount(1);
      partner.cards().first().locator("h4 a").click();
      assertThat(partner.find(".fjs-form h3")).containsText(ours);
      assertThat(partner.find(".fjs-form")).not().containsText("Olga");
      partner.find("button.claim").click();
      assertThat(partner.find(".fjs-form")).containsText("Olga Ours");

      askToCall(partner);
      assertThat(partner.find(".remit-ask-gate .remit-chip-allowed")).containsText("+12125550143");
      screenshot(partner, "asked");
      partner.choose("Reached: promised to pay");
      partner.fill("Promised amount", "200.00");
      partner.fill("Promised for", now().toString().substring(0, 10));
      screenshot(partner, "promise");
      partner.complete();

      JsonNode promises = caseFile(ours).path("promises");
      assertThat(promises).singleElement().satisfies(promise -> {
        assertThat(promise.path("amount").decimalValue()).isEqualByComparingTo("200.00");
        assertThat(promise.path("takenBy").asText()).isEqualTo("partner1");
      });
      assertThat(partner.cards()).hasCount(1);
      partner.cards().first().locator("h4 a").click();
      partner.find("button.claim").click();
      assertThat(partner.find("#fjs-form-promises")).containsText("EUR 200.00");
      askToCall(partner);
      assertThat(partner.find(".remit-ask-gate .remit-chip-denied")).isVisible();
      screenshot(partner, "after");

      assertThat(partner.page().content()).doesNotContain("Theo", theirs, "PARTNER-THEIRS");
    }
  }

  private static void askToCall(Tasklist partner) {
    partner.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask to call").setExact(true))
        .click();
  }

  private String open(String debtorId, String name, String amount, String phone) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(new MediaType("text", "csv"));
    String due = now().toString().substring(0, 4).transform(year -> Integer.parseInt(year) - 1 + "-01-15");
    JsonNode answer = post("operator", "/api/intake/arrears", new HttpEntity<>(HEADER + debtorId + "-1,CARD,EUR,"
        + amount + "," + amount + "," + due + "," + debtorId + "," + name + ",Etc/UTC,US," + phone + "\n", headers));
    assertThat(answer.path("opened").asInt()).as("%s", answer).isEqualTo(1);
    return get("/api/cases?debtor=" + debtorId).path("items").get(0).path("caseNumber").asText();
  }

  private String task(String caseNumber, String... keys) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKeyIn(keys).list().stream()
        .map(Task::getId).findFirst().orElseThrow();
  }

  private void place(String caseNumber, String partnerId) {
    identities.setAuthentication("outsourcing1", List.of("outsourcingOfficers"));
    try {
      forms.submitTaskForm(task(caseNumber, "task_approve_placement"),
          Map.of("outcome", "APPROVED", "partnerId", partnerId));
    } finally {
      identities.clearAuthentication();
    }
  }

  private static void screenshot(Tasklist partner, String name) {
    partner.page().screenshot(new ScreenshotOptions().setPath(Path.of("target", "partner-day", name + ".png")));
  }
}
