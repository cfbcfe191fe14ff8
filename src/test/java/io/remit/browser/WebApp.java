package io.remit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One of Camunda's web apps in a browser window of its own, and somebody in front of it. */
class WebApp implements AutoCloseable {

  /** Enough for a machine that has more to do. */
  private static final double PATIENCE_MILLIS = 30_000;
  private static final List<ViewportSize> SCREENS = List.of(new ViewportSize(1366, 768), new ViewportSize(1920, 1080));

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
    find("input[type=text]").fill(user);
    find("input[type=password]").fill(user);
    find("button[type=submit]").click();
  }

  /** What of the page is drawn in a font of the machine, and in which; nothing if all fonts came with the page. */
  List<String> inFontsOfTheMachine() {
    return DrawnFonts.ofTheMachine(page);
  }

  /** What is seen on a small screen, and then on a large one: the page is laid out for each. */
  <T> List<T> onEachScreen(Supplier<T> look) {
    List<T> seen = new ArrayList<>();
    ViewportSize before = page.viewportSize();
    for (ViewportSize screen : SCREENS) {
      page.setViewportSize(screen.width, screen.height);
      seen.add(look.get());
    }
    page.setViewportSize(before.width, before.height);
    return seen;
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
