package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.remit.browser.WebApp.having;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.browser.Tasklist.OpenTask;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.exchange.openpgp.OwnKey;
import io.remit.outsourcing.OpenedBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each group's work as its people do it: in Tasklist and Cockpit, in a real browser, on a portfolio two weeks old. */
@SharedDemoTest
@Order(4)
class BrowserTest extends DemoSite {

  @Autowired
  private JdbcClient database;
  @Autowired
  private OpenPgp openPgp;

  @Test
  void aCollectorHasTheWholeCaseOnOneScreenAndTakesAPromise() {
    try (Tasklist collector = tasklist("collector1")) {
      assertThat(collector.openList()).containsText("Calls due now");
      assertThat(collector.page()).hasURL(Pattern.compile("dueDate.*asc"));

      OpenTask call = collector.openFirst();
      assertThat(call.card()).contains(call.stage(), call.overdue(), "Due");
      String debtor = debtorOf(call);
      assertThat(collector.rows("debtor").filter(having("Name"))).containsText(debtor);
      assertThat(collector.rows("accounts").first()).containsText(call.overdue().substring(0, 3));
      assertThat(collector.rows("script").filter(having(debtor)).first()).containsText("May I speak with");

      List<String> outcomes = collector.outcomes();
      assertThat(outcomes).hasSizeGreaterThan(9).contains("Another reason to pause");
      assertThat(outcomes).allSatisfy(outcome -> {
        collector.choose(outcome);
        assertThat(collector.needsScrolling()).isZero();
        assertThat(collector.cutOff()).isEmpty();
      });
      collector.choose("Reached: promised to pay");
      collector.fill("Promised amount", call.overdueAmount());
      collector.fill("Promised for", "2026-03-27");
      assertThat(collector.needsScrolling()).isZero();
      assertThat(collector.inFontsOfTheMachine()).isEmpty();
      collector.complete();

      assertThat(caseFile(call).path("promises")).singleElement().satisfies(promise -> {
        assertThat(promise.path("amount").decimalValue()).isEqualByComparingTo(call.overdueAmount());
        assertThat(promise.path("promisedFor").asText()).isEqualTo("2026-03-27");
        assertThat(promise.path("takenBy").asText()).isEqualTo("collector1");
      });
    }
  }

  @Test
  void aCollectorIsToldWhatIsWrongAndNothingIsRecorded() {
    try (Tasklist collector = tasklist("collector1")) {
      OpenTask call = collector.openFirst();
      collector.choose("Reached: promised to pay");
      collector.fill("Promised amount", "999999999");
      collector.fill("Promised for", "2026-03-27");
      assertThat(collector.completeInVain()).contains("is more than what is owed");

      collector.fill("Promised amount", call.overdueAmount());
      collector.fill("Promised for", "2026-03-01");
      assertThat(collector.completeInVain()).contains("lies in the past");

      assertThat(caseFile(call).path("promises")).isEmpty();
    }
  }

  @Test
  void aCollectorRecordsHowTheDebtorWantsToBeContacted() {
    try (Tasklist collector = tasklist("collector1")) {
      OpenTask call = collector.openFirst();
      String number = collector.rows("debtor").filter(having("Phone")).locator("td").last().innerText();
      collector.choose("Reached: refused");
      collector.fill("Never this number", number);
      collector.select("No more by", "Robot call");
      collector.fill("Only from (hh:mm)", "08:00");
      collector.fill("Only until", "20:00");
      collector.fill("Not from (hh:mm)", "12:00");
      collector.fill("Not until", "13:00");
      assertThat(collector.needsScrolling()).isZero();
      collector.complete();

      JsonNode known = get("/api/debtors/" + caseFile(call).path("debtorId").asText() + "/reachability");
      assertThat(known.path("unwantedNumbers").asInt()).isEqualTo(1);
      assertThat(known.path("optedOut").toString()).contains("ROBOT_CALL");
      assertThat(List.of(known.path("agreedFrom").asText(), known.path("agreedTo").asText(),
          known.path("notFrom").asText(), known.path("notTo").asText()))
          .containsExactly("08:00:00", "20:00:00", "12:00:00", "13:00:00");
      assertThat(get("/api/cases/" + call.caseNumber() + "/timeline").findValuesAsText("type"))
          .containsSubsequence("CONVERSATION", "NUMBER", "OPT_OUT", "HOURS", "HOURS");
    }
  }

  @Test
  void aSupervisorDecidesOnADispute() {
    String disputed;
    try (Tasklist collector = tasklist("collector2")) {
      OpenTask call = collector.openFirst();
      collector.choose("Reached: disputes the debt");
      collector.fill("Note", "Says that he returned the goods");
      collector.complete();
      disputed = call.caseNumber();
      assertThat(caseFile(call).path("status").asText()).isEqualTo("HELD");
    }
    try (Tasklist supervisor = tasklist("supervisor1")) {
      assertThat(supervisor.openList()).containsText("Holds to review");
      supervisor.openList("Disputes");
      OpenTask review = supervisor.openFirst();
      assertThat(review.caseNumber()).isEqualTo(disputed);
      assertThat(supervisor.rows("matter").filter(having("What was said")))
          .containsText("Says that he returned the goods");
      supervisor.choose("Rejected: tell the debtor why, and go on");
      supervisor.select("What the debtor is told", "It was delivered as agreed");
      assertThat(supervisor.needsScrolling()).isZero();
      assertThat(supervisor.completeInVain()).contains("note: say what speaks against the debtor");
      assertThat(supervisor.cutOff()).isEmpty();
      assertThat(supervisor.inFontsOfTheMachine()).isEmpty();
      supervisor.fill("What speaks for the decision", "No trace of a return");
      supervisor.complete();
      assertThat(caseFile(review).path("status").asText()).isEqualTo("OPEN");
    }
  }

  @Test
  void aLegalOfficerApprovesAndTheDossierIsWritten() {
    try (Tasklist officer = tasklist("legal1")) {
      assertThat(officer.openList()).containsText("Cases to review");
      OpenTask review = officer.openFirst();
      officer.choose("Yes: write the dossier and file it");
      officer.select("Who sues", "Our own counsel");
      officer.complete();
      assertThat(written("court", review.caseNumber() + ".pdf")).startsWith("%PDF");
    }
  }

  @Test
  void anOutsourcingOfficerPlacesACaseAndTheHandOverFileIsWritten() {
    try (Tasklist officer = tasklist("outsourcing1")) {
      assertThat(officer.openList()).containsText("Placements to approve");
      OpenTask placement = officer.openFirst();
      officer.choose("Yes");
      officer.select("Partner", "First Collection Agency");
      officer.complete();
      assertThat(batchesFor("agency1")).contains(placement.caseNumber(), debtorOf(placement));
    }
  }

  @Test
  void aFieldAgentRecordsAVisit() {
    try (Tasklist agent = tasklist("field1")) {
      assertThat(agent.openList()).containsText("Visits");
      OpenTask visit = agent.openFirstOf(visitsInTheDaytime());
      assertThat(agent.rows("debtor").filter(having("Address"))).isVisible();
      List<String> findings = agent.outcomes();
      assertThat(findings).hasSizeGreaterThan(6).contains("Another reason to pause");
      assertThat(findings).allSatisfy(finding -> {
        agent.choose(finding);
        assertThat(agent.needsScrolling()).isZero();
        assertThat(agent.cutOff()).isEmpty();
      });
      agent.choose("Nobody met");
      agent.complete();
      assertThat(get("/api/cases/" + visit.caseNumber() + "/timeline").findValuesAsText("data")).contains("nobody met");
    }
  }

  @Test
  void aManagerSeesInCockpitWhereTheCasesAre() {
    try (Cockpit cockpit = cockpit()) {
      cockpit.login("manager1");
      cockpit.openProcess("Collection case");
      int onTheDiagram = cockpit.counts().allInnerTexts().stream().mapToInt(Integer::parseInt).sum();
      assertThat(onTheDiagram).isEqualTo(running());
      assertThat(cockpit.inFontsOfTheMachine()).isEmpty();
    }
  }

  @Test
  void aCollectorCannotOpenCockpit() {
    try (Cockpit cockpit = cockpit()) {
      cockpit.login("collector1");
      assertThat(cockpit.text("Login Failed")).isVisible();
      assertThat(cockpit.inFontsOfTheMachine()).isEmpty();
    }
  }

  /** The tasks to visit debtors for whom it is day, as it is not in Asia, and not yet in Hawaii. */
  private List<String> visitsInTheDaytime() {
    return database.sql("""
        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
          join collection_case c on c.case_number = e.business_key_ join debtor d on d.debtor_id = c.debtor_id
         where t.task_def_key_ = 'task_visit_debtor'
           and (d.time_zone like 'Europe/%' or d.time_zone like 'America/%')
        """).query(String.class).list();
  }

  private JsonNode caseFile(OpenTask task) {
    return caseFile(task.caseNumber());
  }

  private int running() {
    return get("/api/cases?size=1&status=OPEN").path("total").asInt()
        + get("/api/cases?size=1&status=HELD").path("total").asInt();
  }

  private String debtorOf(OpenTask task) {
    return database.sql("select name from debtor join collection_case using (debtor_id) where case_number = :number")
        .param("number", task.caseNumber()).query(String.class).single();
  }

  /** A file of the work folder, once it is there: it is written behind the task, by the next step of the process. */
  private String written(String first, String... more) {
    Path file = file(first, more);
    return await().until(() -> Files.exists(file) ? read(file) : "", content -> !content.isEmpty());
  }

  /** The lists of cases in all that went to a partner, opened with the key that the demo made for it. */
  private String batchesFor(String partner) {
    OwnKey key = OwnKey.read(written("demo-keys", partner + ".asc"), "");
    return await().until(() -> {
      StringBuilder lists = new StringBuilder();
      try (DirectoryStream<Path> sealed = Files.newDirectoryStream(file("outsourcing", partner), "*.pgp")) {
        for (Path each : sealed) {
          lists.append(OpenedBatch.of(Files.readAllBytes(each), key, openPgp.ownPublicKey()).cases());
        }
      } catch (NoSuchFileException nothingYet) {
        return "";
      }
      return lists.toString();
    }, lists -> !lists.isEmpty());
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, file.toString().endsWith(".pdf") ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8);
  }
}
