package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who works on tasks in Tasklist, on a small office screen. */
final class Tasklist extends WebApp {

  private static final Pattern HEADING =
      Pattern.compile("(\\w+)[:：] ?([^,，]+)[,，].+[,，] ?(?:overdue|逾期金额) (.+)[,，] ?(?:outstanding|未偿金额)");

  private int keys;

  private Tasklist(Browser browser, NewContextOptions options) {
    super(browser, options.setViewportSize(1366, 768));
  }

  /** @param options where the browser is, such as its time zone and language */
  static Tasklist as(String user, Browser browser, NewContextOptions options, String server) {
    Tasklist tasklist = new Tasklist(browser, options);
    tasklist.login(server + "/camunda/app/tasklist/default/", user);
    assertThat(tasklist.openList()).isVisible();
    return tasklist;
  }

  /** The filter whose tasks are shown. */
  Locator openList() {
    return find(".task-filters .active, [cam-tasklist-filters] .active");
  }

  /** Shows the tasks of another filter. */
  void openList(String name) {
    // behind the name stands a count, which is hidden while the list is not open
    find("[cam-tasklist-filters] h4 a").filter(new Locator.FilterOptions()
        .setHasText(Pattern.compile("^\\s*" + name + "\\s*\\d*\\s*$"))).click();
    assertThat(openList()).containsText(name);
  }

  /** The cards of the list, the most urgent first. */
  Locator cards() {
    return find("ol.tasks-list li.task");
  }

  /** Opens the first task of the list, claims it, and says which case it is about. */
  OpenTask openFirst() {
    return open(cards().first());
  }

  /** Opens the first of these tasks that the list shows, claims it, and says which case it is about. */
  OpenTask openFirstOf(Collection<String> taskIds) {
    cards().first().locator(".remit-chip").first().waitFor();
    return open(cards().all().stream()
        .filter(card -> taskIds.stream().anyMatch(card.locator("h4 a").getAttribute("href")::contains))
        .findFirst().orElseThrow(() -> new AssertionError("the list shows none of " + taskIds)));
  }

  private OpenTask open(Locator shown) {
    shown.locator(".remit-chip").first().waitFor();
    String card = shown.innerText();
    shown.locator("h4 a").click();
    Locator heading = find(".fjs-form h3");
    heading.waitFor();
    find(".task-card .assignee").waitFor();
    Locator claim = find("button.claim");
    if (claim.count() > 0) {
      claim.click();
    }
    assertThat(find(".disabled-form")).hasCount(0);
    // the form shows the case as soon as it is his
    assertThat(find(".fjs-form").getByText("Claim the task")).hasCount(0);
    return openTask(card);
  }

  private OpenTask openTask(String card) {
    String heading = find(".fjs-form h3").innerText();
    Matcher words = HEADING.matcher(heading);
    if (!words.find()) {
      throw new AssertionError("no case in the heading: " + heading);
    }
    return new OpenTask(card, words.group(1), words.group(2), words.group(3));
  }

  /** Waits until another call than the last is open with the cursor in its form, and says which case it is about. */
  OpenTask nextCall(OpenTask last) {
    page().waitForFunction("""
        last => document.activeElement.matches('.fjs-form input')
          && !document.querySelector('.fjs-form h3').innerText.includes(last)""",
        last == null ? "no case" : "Case " + last.caseNumber() + ":");
    return openTask("");
  }

  /** Presses keys, each of which counts. */
  void press(String... pressed) {
    for (String key : pressed) {
      page().keyboard().press(key);
      keys++;
    }
  }

  /** Types a text; each of its letters counts as a key. */
  void type(String text) {
    page().keyboard().type(text);
    keys += text.length();
  }

  /** How many keys were pressed up to now. */
  int keys() {
    return keys;
  }

  /**
   * A task that is open on the right.
   *
   * @param card what its card in the list says
   */
  record OpenTask(String card, String caseNumber, String stage, String overdue) {

    /** What is overdue, without the currency. */
    String overdueAmount() {
      return overdue.substring(overdue.indexOf(' ') + 1);
    }
  }

  /** The rows of one of the form's tables. */
  Locator rows(String table) {
    return find("#fjs-form-" + table + " tbody tr");
  }

  /** The outcomes that the form offers. */
  List<String> outcomes() {
    Object labels = find(".fjs-form input[type=radio]")
        .evaluateAll("buttons => buttons.map(button => button.labels[0].innerText.trim())");
    return ((List<?>) labels).stream().map(String::valueOf).toList();
  }

  /** The key that chooses an outcome: its place among them. */
  String keyOf(String outcome) {
    return String.valueOf("123456789abcdefgh".charAt(outcomes().indexOf(outcome)));
  }

  void choose(String label) {
    page().getByLabel(label, new GetByLabelOptions().setExact(true)).check();
  }

  void fill(String label, String value) {
    page().getByLabel(label).and(find("input, textarea")).fill(value);
  }

  /** Chooses in the drop-down list with this label the option that begins so. */
  void select(String label, String option) {
    Locator field = find(".fjs-form-field-select").filter(having(label));
    field.locator(".fjs-select-arrow").click();
    field.locator(".fjs-dropdownlist-item").getByText(option).first().click();
  }

  /** Sends the form, which the server takes; the task is gone. */
  void complete() {
    Response answer = send();
    if (answer.status() != 204) {
      throw new AssertionError("the form was refused: " + answer.text());
    }
    assertThat(find(".no-task")).isVisible();
  }

  /** Sends the form, which the server does not take, reads what the user is told, and closes the message. */
  String completeInVain() {
    send();
    Locator message = find(".page-notifications .alert-danger .message");
    String words = message.innerText();
    find(".page-notifications .close:visible").click();
    assertThat(message).hasCount(0);
    return words;
  }

  /** By how many pixels the form is higher than its pane, on a small screen or a large one; 0 if all of it is seen. */
  int needsScrolling() {
    return Collections.max(onEachScreen(() ->
        (int) find(".task-details .content").evaluate("pane => pane.scrollHeight - pane.clientHeight")));
  }

  /** Names of the form's fields and columns, and its heading, that are not all seen on one line. */
  List<String> cutOff() {
    Locator texts = find(".fjs-form h3, .fjs-form .fjs-form-field-label, .fjs-form th");
    return onEachScreen(() -> (List<?>) texts.evaluateAll("""
        texts => texts.filter(text => text.scrollWidth > text.clientWidth
            || text.getClientRects().length && text.matches('h3')
                && text.clientHeight > 1.5 * parseFloat(getComputedStyle(text).lineHeight))
          .map(text => text.innerText)""")).stream().flatMap(List::stream).map(String::valueOf).toList();
  }

  private Response send() {
    Locator complete = page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Complete").setExact(true));
    return page().waitForResponse(response -> response.url().endsWith("/submit-form"), complete::click);
  }
}
