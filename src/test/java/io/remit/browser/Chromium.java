package io.remit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Chromium that the machine has. Playwright would download a browser of its own. */
final class Chromium implements AutoCloseable {

  static final String MISSING = "There is no Chromium on the path: install it to test in a browser";

  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> SWITCHES = List.of("--no-sandbox", "--disable-gpu", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable).setArgs(SWITCHES));
  }

  /** Whether the tests run: they do where there is a Chromium, and on CI, which has to have one. */
  static boolean mustStart() {
    boolean must = find().isPresent() || "true".equals(System.getenv("CI"));
    if (!must) {
      LOG.warn("Tests are skipped: {}", MISSING);
    }
    return must;
  }

  static Chromium start() {
    return new Chromium(find().orElseThrow(() -> new AssertionError(MISSING)));
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
