package io.remit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** One of Camunda's web apps in a browser window of its own, and somebody in front of it. */
class WebApp implements AutoCloseable {

  /** Enough for a machine that has more to do. */
  private static final double PATIENCE_MILLIS = 30_000;

  private static final Set<Integer> REFUSALS = Set.of(401, 403, 405);

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  private final Page page;
  /** What the page itself asked for and was not given. */
  private final List<String> refused = new CopyOnWriteArrayList<>();

  WebApp(Browser browser, NewContextOptions options) {
    page = browser.newContext(options).newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onResponse(answer -> {
      if (REFUSALS.contains(answer.status()) && !answer.url().contains("/login/")) {
        refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
      }
    });
  }

  /** What the browser's console complains about from now on, and what scripts do not catch. */
  List<String> faults() {
    List<String> faults = new CopyOnWriteArrayList<>();
    page.onPageError(faults::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        faults.add(message.text() + " " + message.location());
      }
    });
    return faults;
  }

  /** Sends the form of the login page; whether that opens the app remains to be seen. */
  void login(String url, String user) {
    page.navigate(url);
    // the page moves the cursor into the first field when it is ready, and letters typed before get lost
    page.waitForFunction("() => document.activeElement.matches('input[type=text]')");
    // an answer to what the page asked before the login would bring a new session, and end the one that the login began
    page.waitForLoadState(LoadState.NETWORKIDLE);
    find("input[type=text]").fill(user);
    find("input[type=password]").fill(user);
    find("button[type=submit]").click();
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  Locator text(String words) {
    return page.getByText(words);
  }

  /** Those elements that contain a text. */
  static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Override
  public void close() {
    page.context().close();
    if (!refused.isEmpty()) {
      throw new AssertionError("the page asks for what it may not have: " + refused);
    }
  }
}
