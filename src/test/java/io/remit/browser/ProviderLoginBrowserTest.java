package io.remit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.remit.access.OpenIdProvider;
import io.remit.access.StartedDemo;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A day of somebody who logs in at the bank's own provider, in a real browser. */
@Tag("own-application")
@EnabledIf(value = "io.remit.browser.Chromium#mustStart", disabledReason = Chromium.MISSING)
class ProviderLoginBrowserTest {

  private static final double PATIENCE_MILLIS = 60_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  @Test
  void oneLoginOpensTasklistAndCockpitAndTheirLogoutEndsItAtTheProvider(@TempDir Path folder) {
    int port = OpenIdProvider.freePort();
    String remit = "http://localhost:" + port;
    try (OpenIdProvider provider = new OpenIdProvider(remit);
        StartedDemo demo = new StartedDemo(port, folder, "2026-03-02T08:00:00Z",
            provider.settings().toArray(String[]::new)); Chromium chromium = Chromium.start()) {
      provider.knows("sub-vera", "vera", "Debt Leads", "Debt Managers");
      Page page = chromium.browser().newContext(new NewContextOptions().setViewportSize(1366, 768)).newPage();

      page.navigate(remit + "/camunda/app/tasklist/default/");
      logInAt(provider, page, "sub-vera");
      assertThat(page).hasURL(Pattern.compile(remit + "/camunda/app/tasklist/default/.*"));
      assertThat(page.locator(".task-filters .active, [cam-tasklist-filters] .active")).isVisible();

      page.navigate(remit + "/camunda/app/cockpit/default/");
      assertThat(page.locator(".navbar, [cam-widget-header]").first()).containsText("Given sub-vera Family");
      logOut(page);
      assertThat(page).hasURL(remit + "/signed-out");
      assertThat(page.locator("body")).containsText("You are logged out");

      page.navigate(remit + "/camunda/app/tasklist/default/");
      logInAt(provider, page, "sub-vera");
      assertThat(page.locator(".task-filters .active, [cam-tasklist-filters] .active")).isVisible();
      logOut(page);
      assertThat(page).hasURL(remit + "/signed-out");
      Assertions.assertThat(demo.get("admin", "/api/audit?user=vera").body()).contains("\"LOGIN\"", "\"LOGOUT\"");
    }
  }

  private static void logInAt(OpenIdProvider provider, Page page, String subject) {
    assertThat(page).hasURL(Pattern.compile(provider.issuer() + "/login.*"));
    page.locator("input[name=username]").fill(subject);
    page.locator("input[name=password]").fill(subject);
    page.locator("button[type=submit]").click();
  }

  private static void logOut(Page page) {
    page.locator("li.account a").first().click();
    page.locator("li.logout a").click();
  }
}
