package io.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import io.remit.WithoutMocks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A demo two weeks old, on a weekday on which it is daytime for most debtors: all that the first two weeks bring has
 * happened. The test looks at it in a real browser; it is a {@link SharedDemoTest} or an {@link OwnDemoTest}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "remit.clock.start=2026-03-02T08:00:00Z")
@WithoutMocks
@ActiveProfiles({"demo", "test"})
abstract class DemoSite {

  private static final String WORKING_HOURS = "2026-03-18T16:00:00Z";
  /** Enough for a machine that has more to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static Chromium chromium;

  @Autowired
  private TestRestTemplate http;
  @Value("${remit.work-folder}")
  private Path workFolder;

  @DynamicPropertySource
  static void ownWorkFolder(DynamicPropertyRegistry properties) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "demo-site")), "work");
    properties.add("remit.work-folder", folder::toString);
  }

  @BeforeAll
  static void startBrowser() {
    Awaitility.setDefaultTimeout(PATIENCE);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void letTwoWeeksPass() {
    if (now().isBefore(Instant.parse(WORKING_HOURS))) {
      moveTo(WORKING_HOURS);
    }
  }

  /** A file of the work folder. */
  Path file(String first, String... more) {
    return workFolder.resolve(Path.of(first, more));
  }

  Tasklist tasklist(String user) {
    return tasklist(user, new NewContextOptions());
  }

  /** @param options where the browser is, such as its time zone and language */
  Tasklist tasklist(String user, NewContextOptions options) {
    return Tasklist.as(user, chromium.browser(), options, http.getRootUri());
  }

  Cockpit cockpit() {
    return cockpit(new NewContextOptions().setViewportSize(1920, 1080));
  }

  /** @param options where the browser is, such as its time zone and language, and how large */
  Cockpit cockpit(NewContextOptions options) {
    return new Cockpit(chromium.browser(), options, http.getRootUri() + "/camunda/app/cockpit/default/");
  }

  /** The app for users and groups, which looks like Cockpit. */
  Cockpit admin() {
    return new Cockpit(chromium.browser(), new NewContextOptions().setViewportSize(1920, 1080),
        http.getRootUri() + "/camunda/app/admin/default/");
  }

  Instant now() {
    return Instant.parse(get("/api/clock").path("now").asText());
  }

  void moveTo(String moment) {
    assertThat(moveClock(Map.of("to", moment))).isEqualTo(moment);
  }

  void advance(int days) {
    moveClock(Map.of("days", days));
  }

  private String moveClock(Map<String, Object> how) {
    JsonNode answer = post("admin", "/api/clock/advance", how);
    assertThat(answer.path("now").asText()).as("%s", answer).isNotEmpty();
    return answer.path("now").asText();
  }

  JsonNode caseFile(String caseNumber) {
    return get("/api/cases/" + caseNumber);
  }

  /** What administrators see. */
  JsonNode get(String path) {
    return http.withBasicAuth("admin", "admin").getForObject(path, JsonNode.class);
  }

  /** What managers save as a file. */
  String getCsv(String path) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(List.of(new MediaType("text", "csv")));
    return http.withBasicAuth("manager1", "manager1")
        .exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
  }

  JsonNode post(String user, String path, Object body) {
    return http.withBasicAuth(user, user).postForObject(path, body, JsonNode.class);
  }

  /** @param rows of a payments file, without its header */
  JsonNode deliverPayments(String rows) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
    return post("operator", "/api/intake/payments", new HttpEntity<>(
        "payment_reference,account_number,type,amount,currency,value_date,reverses\n" + rows, headers));
  }
}
