package io.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One debtor's whole way out, as a collector and two supervisors see it in Tasklist: a call, a promise that is broken,
 * a call, hardship, lower instalments that are paid, and the case closes. Each step leaves a screenshot in
 * {@code target/ways-out}.
 */
@OwnDemoTest
class WaysOutTest extends DemoSite {

  private static final String COLLECTOR = "collector1";
  private static final int LONGEST_WAIT_DAYS = 60;

  @Autowired
  private TaskService tasks;

  private String caseNumber;
  private int screenshots;

  @Test
  void aDebtorWhoCannotPayAtOnceGetsOutInInstalments() {
    takePromise();
    advance(20);
    assertThat(caseFile().path("promises").get(0).path("status").asText()).isEqualTo("BROKEN");
    hearOfHardship();
    checkEvidenceAndGrantInstalments();
    agreeOnPlan();
    payInstalments();

    assertThat(caseFile().path("status").asText()).isEqualTo("CLOSED");
    assertThat(caseFile().path("closeReason").asText()).isEqualTo("CURED");
    assertThat(plan().path("status").asText()).isIn("COMPLETED", "SETTLED_EARLY");
    assertThat(timeline()).containsSubsequence("CONVERSATION", "PROMISE", "HOLD", "PLAN", "HOLD", "CLOSED");
    assertThat(tasks.createTaskQuery().processInstanceBusinessKeyLike(caseNumber + "%").count()).isZero();
  }

  private void takePromise() {
    try (Tasklist collector = tasklist(COLLECTOR)) {
      Tasklist.OpenTask call = collector.openFirst();
      caseNumber = call.caseNumber();
      collector.choose("Reached: promised to pay");
      collector.fill("Promised amount", caseFile().path("overdueAmount").decimalValue().toPlainString());
      collector.fill("Promised for", today().plusDays(7).toString());
      collector.select("How", "Transfer");
      collector.select("Reminder?", "Yes, agreed");
      collector.select("Why overdue?", "Unable for now");
      screenshot(collector, "call-promise");
      collector.complete();
    }
    assertThat(caseFile().path("promises").get(0).path("status").asText()).isEqualTo("OPEN");
  }

  private void hearOfHardship() {
    try (Tasklist collector = tasklist(COLLECTOR)) {
      openCase(collector, "Broken promises");
      assertThat(collector.rows("promises").first().innerText()).contains("broken");
      collector.choose("Reached: in hardship");
      collector.select("Why overdue?", "Unable for long");
      collector.select("Who began the contact?", "The debtor");
      collector.fill("Note", "Lost the job in February");
      screenshot(collector, "call-hardship");
      collector.complete();
    }
    assertThat(caseFile().path("status").asText()).isEqualTo("HELD");
  }

  private void checkEvidenceAndGrantInstalments() {
    long hold = caseFile().path("holds").get(0).path("holdId").asLong();
    JsonNode added = post(COLLECTOR, "/api/cases/" + caseNumber + "/holds/" + hold + "/evidence",
        Map.of("kind", "DISMISSAL", "issuer", "Employer", "documentNumber", "2026-17", "keptAt", "folder 4",
            "receivedOn", today().toString()));
    assertThat(added.path("evidenceId").asLong()).as("%s", added).isPositive();
    try (Tasklist supervisor = tasklist("supervisor1")) {
      openCase(supervisor, "Hardship");
      supervisor.choose("Good: it shows what was said");
      supervisor.select("Document", "dismissal");
      screenshot(supervisor, "hardship-evidence");
      supervisor.complete();
    }
    try (Tasklist supervisor = tasklist("supervisor2")) {
      openCase(supervisor, "Hardship");
      supervisor.choose("Lower instalments are proposed");
      supervisor.fill("How many monthly instalments", "3");
      supervisor.fill("First one due on", today().plusDays(14).toString());
      supervisor.fill("Reason", "No income until summer");
      screenshot(supervisor, "hardship-relief");
      supervisor.complete();
    }
    assertThat(caseFile().path("status").asText()).isEqualTo("OPEN");
  }

  private void agreeOnPlan() {
    waitForTask("task_record_acceptance");
    try (Tasklist supervisor = tasklist("supervisor1")) {
      openCase(supervisor, "Plans");
      assertThat(supervisor.rows("instalments").count()).isEqualTo(3);
      supervisor.choose("Accepted: collection stops while he keeps it");
      supervisor.select("Accepted how", "Signed paper");
      supervisor.fill("Accepted on", today().toString());
      screenshot(supervisor, "plan-accepted");
      supervisor.complete();
    }
    assertThat(plan().path("status").asText()).isEqualTo("IN_FORCE");
    assertThat(caseFile().path("status").asText()).isEqualTo("HELD");
  }

  private void payInstalments() {
    long contacts = contactsMade();
    int number = 0;
    for (JsonNode instalment : plan().path("schedule")) {
      moveTo(instalment.path("dueOn").asText() + "T16:00:00Z");
      pay(++number, instalment.path("amount").decimalValue());
    }
    advance(10);
    assertThat(contactsMade()).as("while the plan was kept").isEqualTo(contacts);
  }

  /** Pays on the account that is due the longest; what is too much for it goes to the next. */
  private void pay(int number, BigDecimal amount) {
    StringBuilder rows = new StringBuilder();
    BigDecimal left = amount;
    for (JsonNode account : caseFile().path("accounts")) {
      BigDecimal part = left.min(account.path("outstandingAmount").decimalValue());
      if (part.signum() > 0) {
        rows.append("W").append(number).append('-').append(account.path("accountNumber").asText()).append(',')
            .append(account.path("accountNumber").asText()).append(",PAYMENT,").append(part.toPlainString()).append(',')
            .append(caseFile().path("currency").asText()).append(',').append(today()).append(",\n");
        left = left.subtract(part);
      }
    }
    JsonNode answer = deliverPayments(rows.toString());
    assertThat(answer.path("rejected")).as("%s", answer).isEmpty();
  }

  /** Opens the first task of a list, which is this case's. */
  private void openCase(Tasklist of, String list) {
    of.openList(list);
    assertThat(of.openFirst().caseNumber()).isEqualTo(caseNumber);
  }

  /** Lets days pass until somebody has this task of the case. */
  private void waitForTask(String key) {
    for (int day = 0; !isOpen(key); day++) {
      assertThat(day).as("days until %s", key).isLessThan(LONGEST_WAIT_DAYS);
      advance(1);
    }
  }

  private boolean isOpen(String key) {
    return tasks.createTaskQuery().processInstanceBusinessKeyLike(caseNumber + "%").taskDefinitionKey(key).count() > 0;
  }

  private long contactsMade() {
    return timeline().stream().filter(type -> type.equals("CONTACT") || type.equals("CONVERSATION")).count();
  }

  private List<String> timeline() {
    return get("/api/cases/" + caseNumber + "/timeline").findValuesAsText("type");
  }

  private void screenshot(Tasklist of, String name) {
    of.page().screenshot(new ScreenshotOptions()
        .setPath(Path.of("target", "ways-out", ++screenshots + "-" + name + ".png")));
    assertThat(of.needsScrolling()).as(name).isZero();
    assertThat(of.cutOff()).as(name).isEmpty();
    assertThat(of.inFontsOfTheMachine()).as(name).isEmpty();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  private JsonNode plan() {
    return caseFile().path("plans").get(0);
  }

  private JsonNode caseFile() {
    return caseFile(caseNumber);
  }
}
