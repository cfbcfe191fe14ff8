package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;

/** Somebody who looks at the portfolio in Cockpit. */
final class Cockpit extends WebApp {

  private final String url;

  /** @param url where the app begins */
  Cockpit(Browser browser, NewContextOptions options, String url) {
    super(browser, options);
    this.url = url;
  }

  void login(String user) {
    login(url, user);
  }

  /** Opens an address below Cockpit's own, such as {@code #/collections?region=DE-BE}. */
  void open(String address) {
    page().navigate(url + address);
  }

  /** A figure's card on the pages of the portfolio, once it has its numbers or says why not. */
  Locator figure(String name) {
    Locator card = find("[data-figure=" + name + "]");
    assertThat(card.locator("[aria-busy]")).hasCount(0);
    assertThat(card).isVisible();
    return card;
  }

  void openProcess(String name) {
    assertThat(text("Right Now")).isVisible();
    page().navigate(url + "#/processes");
    find("td a").getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(counts().first()).isVisible();
  }

  /** @param id of a process instance that runs */
  void openInstance(String id) {
    // logged in: the login page is gone
    assertThat(find("input[type=password]")).hasCount(0);
    page().navigate(url + "#/process-instance/" + id + "/runtime");
  }

  /** Camunda's own page of the engine's batches. */
  void openBatches() {
    assertThat(text("Right Now")).isVisible();
    page().navigate(url + "#/batch");
  }

  /** The numbers of tokens on the elements of the plane that is shown. */
  Locator counts() {
    return find(".djs-overlays .instance-count:visible");
  }
}
