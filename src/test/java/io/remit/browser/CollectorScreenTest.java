package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.remit.browser.WebApp.having;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import io.remit.browser.Tasklist.OpenTask;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Remit adds to Tasklist, in a real browser west and east of Greenwich, on a small office screen. */
@SharedDemoTest
@Order(1)
class CollectorScreenTest extends DemoSite {

  /** The stages that have calls. */
  private static final Map<String, String> IN_CHINESE = Map.of("TELEPHONE", "电话", "VISIT", "上门");

  @Autowired
  private JdbcClient database;
  @Autowired
  private TaskService tasks;

  @Test
  void aCollectorInNewYorkWorksTenCallsWithKeysAlone() {
    try (Tasklist collector = tasklist("collector1", "America/New_York", "en-US")) {
      List<String> faults = collector.faults();
      assertThat(collector.cards().first().locator(".remit-chip").first()).isVisible();
      collector.press("Alt+n");
      OpenTask call = collector.nextCall(null);
      List<String> worked = new ArrayList<>();
      while (worked.size() < 9) {
        int before = collector.keys();
        collector.press(collector.keyOf("Not reached"), "Control+Enter");
        assertThat(collector.keys() - before).as("keys of a call that reached nobody").isEqualTo(2);
        worked.add(call.caseNumber());
        call = collector.nextCall(call);
      }
      OpenTask tenth = call;
      int before = collector.keys();
      collector.press(collector.keyOf("Reached: promised to pay"));
      collector.type(tenth.overdueAmount());
      assertThat(collector.page().getByLabel("Promised amount")).hasValue(tenth.overdueAmount());
      collector.press("Enter", "Tab");
      collector.type("2026-03-27");
      assertThat(collector.find(".fjs-form h3")).containsText(tenth.caseNumber());
      assertThat(caseFile(tenth.caseNumber()).path("promises")).as("Enter in a field sends nothing").isEmpty();
      assertThat(collector.needsScrolling()).isZero();
      collector.press("Control+Enter");
      int enterForTheTest = 1;
      assertThat(collector.keys() - before - enterForTheTest - tenth.overdueAmount().length() - "2026-03-27".length())
          .as("keys of a promise beside its amount and day").isEqualTo(3);
      collector.nextCall(tenth);

      assertThat(worked).doesNotHaveDuplicates().allSatisfy(number ->
          assertThat(lastOutcome(number)).isEqualTo("NOT_REACHED collector1"));
      assertThat(caseFile(tenth.caseNumber()).path("promises")).singleElement().satisfies(promise -> {
        assertThat(promise.path("amount").decimalValue()).isEqualByComparingTo(tenth.overdueAmount());
        assertThat(promise.path("promisedFor").asText()).isEqualTo("2026-03-27");
      });
      assertThat(withoutCompletedTasks(faults)).isEmpty();
    }
  }

  @Test
  void aCollectorInShanghaiReadsChineseAndSeesThatTheDebtorPaysDuringTheCall() {
    try (Tasklist collector = tasklist("collector2", "Asia/Shanghai", "zh-CN")) {
      List<String> faults = collector.faults();
      collector.find(".remit-next button").getByText("下一个").click();
      OpenTask call = collector.nextCall(null);
      Locator situation = collector.find(".remit-situation");
      assertThat(situation).containsText(call.overdue());
      assertThat(situation).containsText("现在可以联系");

      assertThat(call.stage()).isEqualTo(IN_CHINESE.get(caseFile(call.caseNumber()).path("stage").asText()));
      collector.choose("未联系上");
      assertThat(collector.find(".fjs-form")).containsText(Pattern.compile("随后：.*(，不早于 |进入.+阶段)"));
      assertThat(collector.outcomes()).isNotEmpty().allSatisfy(outcome -> {
        collector.choose(outcome);
        assertThat(collector.needsScrolling()).isZero();
        assertThat(collector.cutOff()).isEmpty();
      });
      assertThat(collector.inFontsOfTheMachine()).isEmpty();
      screenshot(collector, "call-in-chinese");

      Map<String, Object> account = mostOverdueAccount(call.caseNumber());
      String owed = account.get("currency") + " " + Money.inScaleOf((String) account.get("currency"),
          (BigDecimal) account.get("overdue_amount")).toPlainString();
      collector.press("Alt+c");
      assertThat(collector.find(".remit-case .remit-accounts")).containsText(owed);
      Locator timeline = collector.find(".remit-case .remit-timeline");
      assertThat(timeline).containsText("2026-03-19 00:0");
      assertThat(timeline).containsText("进入" + call.stage() + "阶段");
      assertThat(timeline.locator("tr").filter(having("闸门允许联系")).first()).containsText("允许（按 ");
      assertThat(timeline.locator("td:nth-child(2)").allInnerTexts()).isNotEmpty()
          .allSatisfy(what -> assertThat(what.replaceAll("collector\\d", "")).doesNotContainPattern("[A-Za-z]"));
      pay(call.caseNumber(), "0.01");
      optOutOfCalls(call.caseNumber());
      assertThat(situation).not().containsText(call.overdue());
      assertThat(situation).containsText("电话: 现在不可联系, 债务人拒绝此渠道");
      assertThat(collector.find(".remit-case .remit-accounts")).not().containsText(owed);

      collector.press("?");
      assertThat(collector.find(".remit-help")).containsText("Ctrl+Enter");
      assertThat(collector.inFontsOfTheMachine()).isEmpty();
      collector.press("Escape");
      assertThat(collector.find(".remit-help")).hasCount(0);
      assertThat(withoutCompletedTasks(faults)).isEmpty();

      collector.press("Alt+c");
      collector.choose("已联系：承诺还款");
      collector.fill("承诺金额", "999999999");
      collector.fill("承诺日期", "2026-03-27");
      collector.press("Control+Enter");
      assertThat(collector.find(".page-notifications .alert-danger .message")).hasText("承诺金额：超过所欠金额");
    }
  }

  @Test
  void aSupervisorWorksOnManyTasksAtOnceAndIsToldWhatWasRefused() {
    try (Tasklist supervisor = tasklist("supervisor1", "Europe/London", "en-GB")) {
      supervisor.text("All open tasks").click();
      select(supervisor, 3);
      supervisor.find(".remit-collector").selectOption("collector2");
      button(supervisor, "Hand over to").click();
      assertThat(supervisor.find(".remit-results .remit-done")).hasCount(3);
      assertThat(supervisor.cards().filter(having("Collector Two")).first()).isVisible();

      select(supervisor, 3);
      button(supervisor, "Not reached").click();
      assertThat(supervisor.find(".remit-results li")).hasCount(3);
      assertThat(supervisor.find(".remit-results .remit-refused").first()).containsText("somebody else");
      assertThat(supervisor.inFontsOfTheMachine()).isEmpty();
    }
  }

  @Test
  void aCallThatIsHandedToAnotherCollectorLeavesTheListByItself() {
    try (Tasklist collector = tasklist("collector1", "Europe/London", "en-GB")) {
      String address = collector.cards().first().locator("h4 a").getAttribute("href");
      tasks.setAssignee(address.replaceFirst(".*task=([^&]+).*", "$1"), "collector2");

      // three of Tasklist's beats of ten seconds
      collector.page().evaluate("() => [1, 2, 3].forEach(() => "
          + "angular.element(document.body).injector().get('$rootScope').$broadcast('refresh'))");

      assertThat(collector.find("ol.tasks-list a[href='" + address + "']")).hasCount(0);
    }
  }

  @Test
  void nothingOfAFormStaysInTheBrowser() {
    try (Tasklist collector = tasklist("collector1", "Europe/London", "en-GB")) {
      collector.openFirst();
      collector.choose("Reached: refused");
      assertThat(collector.find(".form-actions .btn-default")).isHidden();
      collector.page().evaluate("() => localStorage.setItem('camunda-form:some-task', '{\"note\": \"kept\"}')");

      collector.page()
          .evaluate("() => angular.element(document.body).injector().get('AuthenticationService').logout()");

      assertThat(collector.find("input[type=password]")).isVisible();
      assertThat(collector.find("input[type=text]")).isFocused();
      // no field gets the cursor once more, while somebody types his password
      assertThat(collector.find("[autofocus]")).hasCount(0);
      assertThat(collector.page()
          .evaluate("() => Object.keys(localStorage).filter(key => key.includes('orm:')).length"))
          .isEqualTo(0);
    }
  }

  private static void screenshot(Tasklist collector, String name) {
    collector.page().screenshot(new ScreenshotOptions().setPath(Path.of("target", "collector-screen", name + ".png")));
  }

  private void select(Tasklist supervisor, int tasks) {
    button(supervisor, "Select").click();
    Locator boxes = supervisor.find(".remit-select");
    for (int i = 0; i < tasks; i++) {
      boxes.nth(i).check();
    }
    assertThat(supervisor.text(tasks + " selected")).isVisible();
  }

  private static Locator button(Tasklist tasklist, String name) {
    return tasklist.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Tasklist tasklist(String user, String timeZone, String language) {
    return tasklist(user, new NewContextOptions().setTimezoneId(timeZone).setLocale(language));
  }

  private String lastOutcome(String caseNumber) {
    return database.sql("""
        select outcome || ' ' || actor from contact_attempt where case_number = :case and outcome is not null
         order by attempt_id desc limit 1
        """).param("case", caseNumber).query(String.class).single();
  }

  private void optOutOfCalls(String caseNumber) {
    database.sql("""
        insert into opt_out (debtor_id, channel, since, source)
        select debtor_id, 'CALL', current_timestamp, 'test' from collection_case where case_number = :case
        """).param("case", caseNumber).update();
  }

  private void pay(String caseNumber, String amount) {
    Map<String, Object> account = mostOverdueAccount(caseNumber);
    JsonNode answer = deliverPayments("DURING-" + caseNumber + "," + account.get("account_number") + ",PAYMENT,"
        + amount + "," + account.get("currency") + ",2026-03-18,\n");
    assertThat(answer.path("posted").asInt()).as("%s", answer).isEqualTo(1);
  }

  /**
   * Without those about a completed task: Tasklist asks for the open one every ten seconds, also at that very moment.
   */
  private List<String> withoutCompletedTasks(List<String> faults) {
    List<String> completed =
        database.sql("select id_ from act_hi_taskinst where end_time_ is not null").query(String.class).list();
    return faults.stream().filter(fault -> !fault.contains(" 404 ") || completed.stream().noneMatch(fault::contains))
        .toList();
  }

  private Map<String, Object> mostOverdueAccount(String caseNumber) {
    return database.sql("""
        select account_number, currency, overdue_amount from account where case_number = :case
         order by overdue_amount desc limit 1
        """).param("case", caseNumber).query().singleRow();
  }
}
