package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lawyers and collectors apply on a page that anyone can open; what they write is only shown. */
@DemoTest
class PartnerApplicationPageTest {

  private static final String PAGE = "/partner-application";

  @LocalServerPort
  private int port;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Clock clock;

  private Map<String, String> application;

  /** Each test a minute of its own: so many may ask in one. */
  @BeforeEach
  void begin() {
    HttpUser.withPassword(port, DemoUser.ADMIN).post("/api/clock/advance",
        "{\"to\": \"%s\"}".formatted(clock.instant().plusSeconds(60)));
    application = new LinkedHashMap<>(Map.of("name", "Lex & Partners", "kind", "LAW_FIRM", "places", "DE-BY/Munich, AT",
        "licenceNumber", "BAR-7", "licenceAuthority", "A bar", "licenceExpires", "", "email", "office@lex.example"));
  }

  @AfterEach
  void decideOnAll() {
    jdbc.sql("update partner_application set status = 'REJECTED'").update();
  }

  private HttpResponse<String> send() {
    return HttpUser.nobody(port).postForm(PAGE, application);
  }

  private long open() {
    return jdbc.sql("select count(*) from partner_application where status = 'RECEIVED'").query(Long.class).single();
  }

  @Test
  void anApplicationIsTakenAndBecomesATaskOfTheOfficers() {
    HttpResponse<String> page = HttpUser.nobody(port).get(PAGE);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Work with Example Bank", "name=\"licenceNumber\"")
        .doesNotContain("<script", "??");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();

    HttpResponse<String> answer = send();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("We have your application.").doesNotContain("Lex &amp; Partners", "??");
    assertThat(open()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', value = {
      "name|''|Please write a name", "kind|BANK|Please choose what you are", "places|Bavaria|Please write one to ten",
      "places|''|Please write one to ten", "places|DE,DE,DE,DE,DE,DE,DE,DE,DE,DE,DE|Please write one to ten",
      "licenceAuthority|''|Please write who gave you", "licenceExpires|soon|Please write the last day",
      "email|office|Please write an e-mail", "email|a@b.example, c@d.example|Please write an e-mail"})
  void whatCannotBeReadIsNamedAndWhatWasWrittenStays(String field, String value, String sentence) {
    application.put(field, value);

    HttpResponse<String> answer = send();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(sentence).doesNotContain("??");
    assertThat(open()).isZero();
  }

  @Test
  void whatIsWrittenIsShownAndNeverEvaluated() {
    application.put("name", "${7*7} #{7*7} <b>=1+1</b> [[${7*7}]]");
    application.put("email", "no");

    assertThat(send().body()).contains("${7*7} #{7*7} &lt;b&gt;=1+1&lt;/b&gt; [[${7*7}]]").doesNotContain("49", "<b>");

    application.put("email", "a@b.example");
    assertThat(send().statusCode()).isEqualTo(200);
    assertThat(jdbc.sql("select name from partner_application where status = 'RECEIVED'").query(String.class).single())
        .isEqualTo("${7*7} #{7*7} <b>=1+1</b> [[${7*7}]]");
  }

  @Test
  void fewComeFromOneNetworkInAMinute() {
    application.put("email", "no");
    IntStream.range(0, 10).forEach(i -> assertThat(send().statusCode()).isEqualTo(400));

    assertThat(send().statusCode()).isEqualTo(429);
    assertThat(send().body()).contains("Too many applications came from here.");
  }

  @Test
  void noMoreAreTakenThanSomebodyCanLookAt() {
    IntStream.range(0, 200).forEach(i -> jdbc.sql("""
        insert into partner_application (status, name, kind, places, email, received_at)
        values ('RECEIVED', 'A', 'AGENCY', 'DE', 'a@b.example', current_timestamp)
        """).update());

    HttpResponse<String> answer = send();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("We cannot take more applications at the moment.", "+44 20 7946 0100");
    assertThat(open()).isEqualTo(200);
  }
}
