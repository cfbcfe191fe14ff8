package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who works on tasks in Tasklist, on a small office screen. */
final class Tasklist extends WebApp {

  private static final Pattern HEADING =
      Pattern.compile("Case (\\w+): (\\w+), -?\\d+ days past due, overdue (.+), outstanding");

  private Tasklist(Browser browser) {
    super(browser, 1366, 768);
  }

  static Tasklist as(String user, Browser browser, String server) {
    Tasklist tasklist = new Tasklist(browser);
    tasklist.login(server + "/camunda/app/tasklist/default/", user);
    assertThat(tasklist.openList()).isVisible();
    return tasklist;
  }

  /** The filter whose tasks are shown. */
  Locator openList() {
    return find(".task-filters .active, [cam-tasklist-filters] .active");
  }

  /** The cards of the list, the most urgent first. */
  Locator cards() {
    return find("ol.tasks-list li.task");
  }

  /** Opens the first task of the list, claims it, and says which case it is about. */
  OpenTask openFirst() {
    String card = cards().first().innerText();
    cards().first().locator("h4 a").click();
    Locator heading = find(".fjs-form h3");
    heading.waitFor();
    find(".task-card .assignee").waitFor();
    Locator claim = find("button.claim");
    if (claim.count() > 0) {
      claim.click();
    }
    assertThat(find(".disabled-form")).hasCount(0);
    Matcher words = HEADING.matcher(heading.innerText());
    if (!words.find()) {
      throw new AssertionError("no case in the heading: " + heading.innerText());
    }
    return new OpenTask(card, words.group(1), words.group(2), words.group(3));
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

  /** What a group of radio buttons offers. */
  List<String> options(String label) {
    return page().getByRole(AriaRole.RADIOGROUP, new GetByRoleOptions().setName(label)).locator("label")
        .allInnerTexts().stream().map(String::strip).filter(text -> !text.startsWith(label)).toList();
  }

  void choose(String label) {
    page().getByLabel(label, new GetByLabelOptions().setExact(true)).check();
  }

  void fill(String label, String value) {
    page().getByLabel(label).and(find("input, textarea")).fill(value);
  }

  void select(String option) {
    find(".fjs-form-field-select .fjs-input-group").click();
    find(".fjs-dropdownlist-item").getByText(option).click();
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

  /** Whether all of the form is on the screen, down to the last button. */
  /** By how many pixels the form is higher than its pane; 0 if all of it is seen. */
  int needsScrolling() {
    return (int) find(".task-details .content").evaluate("pane => pane.scrollHeight - pane.clientHeight");
  }

  private Response send() {
    Locator complete = page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Complete").setExact(true));
    return page().waitForResponse(response -> response.url().endsWith("/submit-form"), complete::click);
  }
}
