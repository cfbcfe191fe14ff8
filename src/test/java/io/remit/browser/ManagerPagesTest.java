package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.remit.browser.WebApp.having;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pages of the portfolio in Cockpit, in a real browser west and east of Greenwich. In March debtors of a region
 * paid; since then the region is left in peace, and in April next to nothing comes in. Screenshots go to
 * {@code target/manager-pages}.
 */
@OwnDemoTest
class ManagerPagesTest extends DemoSite {

  /** Charts get their new size some frames after the window has it. */
  private static final String SIDEWAYS_WHEN_DRAWN = """
      page => new Promise(told => {
        const look = frames => {
          const sideways = page.scrollWidth - page.clientWidth;
          if (sideways === 0 || frames === 0) {
            told(sideways);
          } else {
            requestAnimationFrame(() => look(frames - 1));
          }
        };
        look(600);
      })
      """;

  private static final String APRIL = "2026-04-02T14:00:00Z";
  private static final String PERIOD = "from=2026-03-02&to=2026-04-02";

  @Autowired
  private JdbcClient database;

  private String region;
  private String currency;

  @BeforeEach
  void paymentsStopWhenTheRegionIsLeftInPeace() {
    Map<String, Object> most = database.sql("""
        select d.region, c.currency from collection_case c join debtor d on d.debtor_id = c.debtor_id
         group by d.region, c.currency order by count(*) desc, d.region limit 1
        """).query().singleRow();
    region = most.get("region").toString();
    currency = most.get("currency").toString();
    if (now().toString().compareTo(APRIL) > 0) {
      return;
    }
    List<String> open = openCases();
    pay("MARCH", open, "0.5");
    assertThat(post("supervisor1", "/api/regional-rules", Map.of("region", region, "from", "2026-03-19",
        "until", "2026-07-01", "stops", "ALL", "reason", "flood")).path("ruleId").asLong()).isPositive();
    moveTo(APRIL);
    pay("APRIL", open.subList(0, 1), "0.1");
    open.forEach(each -> assertThat(post("collector1", "/api/cases/" + each + "/contacts", Map.of("channel", "CALL"))
        .path("rule").asText()).isEqualTo("on-hold"));
    advance(1);
  }

  @Test
  void aManagerInNewYorkFindsWhyRecoveriesFellInARegionAndSavesTheList() throws IOException {
    try (Cockpit cockpit = cockpit("America/New_York", "en-US", 1366, 768)) {
      cockpit.login("manager1");
      assertThat(cockpit.text("Right Now")).isVisible();
      List<String> faults = cockpit.faults();
      link(cockpit, "Collections").click();
      assertThat(cockpit.figure("portfolio").locator("svg").first()).isVisible();
      screenshot(cockpit, "portfolio");

      link(cockpit, "Recovered money").click();
      cockpit.find("#remit-region").selectOption(region);
      cockpit.find("#remit-months-3").click();
      assertThat(cockpit.page()).hasURL(Pattern.compile("region=" + region));
      assertThat(cockpit.figure("recovered").locator(".remit-period")).hasText("2026-03-02 – 2026-04-02");
      BigDecimal march = shownNet(cockpit, "2026-03");
      BigDecimal april = shownNet(cockpit, "2026-04");
      assertThat(march).isEqualByComparingTo(toldNet("2026-03"));
      assertThat(april).isEqualByComparingTo(toldNet("2026-04")).isPositive().isLessThan(march);
      screenshot(cockpit, "recovered");

      link(cockpit, "Contacts and promises").click();
      Locator denied = cockpit.figure("contacts-denied");
      Locator onHold = denied.locator("tbody tr").filter(having("On hold")).filter(having("Call"));
      assertThat(onHold).hasCount(1);
      denied.locator(".remit-sign").focus();
      assertThat(denied.getByText("for the share: all attempts planned in the period that it denied")).isVisible();
      screenshot(cockpit, "denied");
      onHold.locator("a").nth(1).click();

      Locator list = cockpit.figure("contacts-denied");
      List<String> cases = list.locator("tbody td:first-child").allInnerTexts();
      assertThat(cases).containsExactlyElementsOf(openCases());
      Download csv = cockpit.page().waitForDownload(() -> list.locator(".remit-csv").click());
      assertThat(csv.suggestedFilename()).isEqualTo("contacts-denied-cases-2026-03-02-2026-04-02.csv");
      assertThat(Files.readString(csv.path())).startsWith("case_number,").contains(cases).isEqualTo(
          getCsv("/api/figures/contacts-denied/cases?" + PERIOD + "&region=" + region
              + "&rule=on-hold&channel=CALL&measure=denied"));
      screenshot(cockpit, "cases");

      list.locator("tbody a").first().click();
      assertThat(cockpit.find(".djs-overlays").first()).isAttached();
      assertThat(cockpit.find("body")).containsText(cases.get(0));
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void aManagerInShanghaiReadsChineseAndGoesFromABarToItsCases() {
    try (Cockpit cockpit = cockpit("Asia/Shanghai", "zh-CN", 1920, 1080)) {
      cockpit.login("manager1");
      link(cockpit, "催收").click();
      List<String> faults = cockpit.faults();
      cockpit.open("#/collections?section=money&currency=" + currency + "&region=" + region + "&" + PERIOD);
      Locator recovered = cockpit.figure("recovered");
      assertThat(recovered.locator("h3")).hasText("按月回收金额");
      assertThat(cockpit.find("#remit-region")).hasValue(region);
      recovered.locator("h3").hover();
      assertThat(recovered.getByText("当月前一日结束时全部在催账户的未偿金额")).isVisible();
      screenshot(cockpit, "recovered-zh");

      bars(recovered).first().click();
      JsonNode told = get("/api/figures/recovered/cases?" + PERIOD + "&region=" + region + "&currency=" + currency
          + "&booked_in=2026-03&measure=collected");
      assertThat(cockpit.figure("recovered").locator("tbody td:first-child"))
          .hasText(told.findValuesAsText("case_number").toArray(String[]::new));
      assertThat(cockpit.find(".remit-pager")).containsText("共 " + told.path("total").asText() + " 条");
      link(cockpit, "← 返回").click();
      assertThat(cockpit.figure("vintage")).isVisible();

      for (String section : List.of("资产组合", "迁徙与恢复", "联系与承诺", "工作量", "合作机构")) {
        link(cockpit, section).click();
        assertThat(cockpit.find("[data-figure]").first()).isVisible();
        assertThat(cockpit.find(".remit-collections [aria-busy]")).hasCount(0);
        assertThat(cockpit.find("p.remit-error")).hasCount(0);
        screenshot(cockpit, cockpit.find(".remit-tabs [aria-current]").getAttribute("id"));
      }
      assertThat(faults).isEmpty();

      cockpit.open("#/collections?section=portfolio&to=2020-01-01");
      assertThat(cockpit.figure("portfolio").locator("p.remit-error"))
          .containsText("没有 2020-01-01 的快照");
    }
  }

  @Test
  void whoAnswersForNoPortfolioIsNotOfferedThePagesAndGetsNone() {
    try (Cockpit cockpit = cockpit()) {
      cockpit.login("owner1");
      assertThat(link(cockpit, "Processes")).isVisible();
      assertThat(link(cockpit, "Collections")).hasCount(0);
      cockpit.open("#/collections");
      assertThat(cockpit.find(".remit-error")).hasText("These pages are for managers and administrators.");
      assertThat(cockpit.find("[data-figure]")).hasCount(0);
    }
  }

  private Cockpit cockpit(String timeZone, String language, int width, int height) {
    return cockpit(new NewContextOptions().setTimezoneId(timeZone).setLocale(language).setViewportSize(width, height));
  }

  private static Locator link(Cockpit cockpit, String name) {
    return cockpit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The bars that are drawn, from left to right within each series. */
  private static Locator bars(Locator card) {
    return card.locator(".remit-chart").first().locator("path[fill='#0072b2']");
  }

  private BigDecimal shownNet(Cockpit cockpit, String month) {
    Locator row = cockpit.figure("recovered").locator("tbody tr").filter(having(month)).filter(having(currency));
    return new BigDecimal(row.locator("td").nth(5).innerText().replace(",", ""));
  }

  private BigDecimal toldNet(String month) {
    for (JsonNode row : get("/api/figures/recovered?" + PERIOD + "&region=" + region).path("rows")) {
      if (row.path("booked_in").asText().equals(month) && row.path("currency").asText().equals(currency)) {
        return row.path("net").decimalValue();
      }
    }
    throw new AssertionError("no row of " + month);
  }

  /** Those of the region that are not closed, by number. */
  private List<String> openCases() {
    return database.sql("""
        select case_number from collection_case c join debtor d on d.debtor_id = c.debtor_id
         where d.region = :region and c.status <> 'CLOSED' order by case_number
        """).param("region", region).query(String.class).list();
  }

  /** @param share of what is overdue on the newest account of each case */
  private void pay(String name, List<String> cases, String share) {
    String today = now().toString().substring(0, 10);
    List<Map<String, Object>> accounts = database.sql("""
        select case_number, max(account_number) as account, max(currency) as currency, max(overdue_amount) as overdue
          from account where case_number in (:cases) and overdue_amount > 1 group by case_number
        """).param("cases", cases).query().listOfRows();
    JsonNode answer = deliverPayments(accounts.stream().map(each -> "%s-%s,%s,PAYMENT,%.2f,%s,%s,".formatted(name,
            each.get("case_number"), each.get("account"),
            ((BigDecimal) each.get("overdue")).multiply(new BigDecimal(share)), each.get("currency"), today))
        .collect(Collectors.joining("\n", "", "\n")));
    assertThat(answer.path("posted").asInt()).as("%s", answer).isEqualTo(accounts.size()).isPositive();
  }

  private static void screenshot(Cockpit cockpit, String name) {
    cockpit.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "manager-pages", name + ".png")));
    assertThat(cockpit.inFontsOfTheMachine()).as(name).isEmpty();
    assertThat(cockpit.onEachScreen(() -> cockpit.find(".remit-collections").evaluate(SIDEWAYS_WHEN_DRAWN)))
        .as("%s scrolls sideways by", name).containsOnly(0);
  }
}
