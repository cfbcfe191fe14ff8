package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people without a login can open: the check of a letter, and the page behind an e-mail's opt-out link. */
@DemoTest
class PublicPagesTest {

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort
  private int port;
  @Autowired
  private JdbcClient jdbc;

  @Test
  void whoHoldsALetterLearnsWhoSentItWhenAndWhatItIsAbout() {
    printed("ABCDEFGH2345", "overdue-letter");

    HttpResponse<String> english = get("/verify?code=abcd-efgh-2345", "en");
    HttpResponse<String> chinese = get("/verify?code=ABCDEFGH2345", "zh-CN,zh;q=0.9,en;q=0.8");
    HttpResponse<String> french = get("/verify?code=ABCD%20EFGH%202345", "fr");

    assertThat(english.statusCode()).isEqualTo(200);
    assertThat(english.body()).contains(
        "Yes. This letter was sent by Old Bank &amp; Co on March 2, 2026. It is about: a payment that is overdue.",
        "lang=\"en\"");
    assertThat(chinese.body()).contains("是的。此信由 Old Bank &amp; Co 于 2026年3月2日 寄出，内容是：逾期的款项。", "lang=\"zh\"");
    assertThat(french.body()).contains("Yes. This letter was sent by");
    assertThat(english.body()).doesNotContain("C100001", "??");
  }

  @Test
  void aLetterOfATemplateThatTheProcessOwnerAddedIsKnownToo() {
    printed("ABCDEFGH6789", "own-letter");

    assertThat(get("/verify?code=ABCD-EFGH-6789", "en").body()).contains("It is about: an account with us.");
  }

  @ParameterizedTest
  @CsvSource({"en, 'We know no letter with this code.'", "zh, 没有使用此验证码的信。"})
  void aLetterThatIsNotOursIsNamedSoWithANumberToCall(String language, String text) {
    HttpResponse<String> answer = get("/verify?code=%3Cscript%3Ealert(1)%3C/script%3E", language);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains(text, "+44 20 7946 0100").doesNotContain("alert", "Old Bank");
  }

  @Test
  void theQuestionIsAPlainFormWithoutScripts() {
    HttpResponse<String> page = get("/verify", "en");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<form method=\"get\">", "name=\"code\"")
        .doesNotContain("<script", "??", "th:text");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
    assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void aMailScannerThatOpensTheLinkChangesNothing() {
    String token = link("D-scanner", "en");

    HttpResponse<String> page = get("/opt-out/" + token, "zh");
    send(request("/opt-out/" + token).method("HEAD", BodyPublishers.noBody()));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Do you want no more e-mails from Example Bank?", "<form method=\"post\">")
        .doesNotContain("D-scanner", "Ana", "??", "<script");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(optOuts("D-scanner")).isEmpty();
  }

  @Test
  void whoPressesTheButtonGetsNoMoreEmails() {
    String token = link("D-button", "zh-CN");
    assertThat(get("/opt-out/" + token, "en").body()).contains("您不希望再收到 Example Bank 的电子邮件吗？");

    HttpResponse<String> first = post("/opt-out/" + token, "");
    HttpResponse<String> second = post("/opt-out/" + token, "");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("您将不再收到 Example Bank 的电子邮件");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(optOuts("D-button")).containsExactly("EMAIL mail-link");
  }

  @Test
  void whoPressesTheButtonManyTimesAtOnceGetsTheSameAnswer() {
    String token = link("D-impatient", "en");

    List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8).mapToObj(each -> http.sendAsync(
        request("/opt-out/" + token).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString())).toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertThat(optOuts("D-impatient")).containsExactly("EMAIL mail-link");
  }

  @Test
  void aMailProgramOptsOutWithOneClick() {
    String token = link("D-click", "en");

    assertThat(post("/opt-out/" + token, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);

    assertThat(optOuts("D-click")).containsExactly("EMAIL mail-link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000000000000000000000000000", "x", "..%2F..", "%3Cb%3E"})
  void anUnknownLinkSaysWhomToCall(String token) {
    for (HttpResponse<String> answer : List.of(get("/opt-out/" + token, "en"), post("/opt-out/" + token, ""))) {
      assertThat(answer.statusCode()).isIn(400, 404);
      assertThat(answer.body()).doesNotContain("<b>");
    }
    assertThat(get("/opt-out/x", "en").body()).contains("This link is not valid.", "+44 20 7946 0100");
    assertThat(get("/opt-out/x", "zh-TW").body()).contains("此链接无效。");
  }

  @Test
  void nothingElseIsPublic() {
    assertThat(post("/verify", "code=ABCD").statusCode()).isEqualTo(403);
    assertThat(get("/opt-out/a/b", "en").statusCode()).isEqualTo(403);
    assertThat(get("/opt-out", "en").statusCode()).isEqualTo(403);
    assertThat(send(request("/opt-out/x").DELETE()).statusCode()).isEqualTo(403);
  }

  private void printed(String code, String template) {
    jdbc.sql("""
        insert into printed_letter (code, reference, dated, template, creditor, printed_at)
        values (:code, :reference, date '2026-03-02', :template, 'Old Bank & Co', current_timestamp)
        """).param("code", code).param("reference", "C100001-" + code).param("template", template).update();
  }

  private String link(String debtorId, String language) {
    jdbc.sql("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, language, owns_property)
        values (:debtor, 'PERSON', 'Ana Berg', 'Europe/Berlin', :language, false)
        """).param("debtor", debtorId).param("language", language).update();
    String token = UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
    jdbc.sql("insert into opt_out_link (token, debtor_id, channel, made_at) values (:token, :debtor, 'EMAIL', "
        + "current_timestamp)").param("token", token).param("debtor", debtorId).update();
    return token;
  }

  private List<String> optOuts(String debtorId) {
    return jdbc.sql("select channel || ' ' || source from opt_out where debtor_id = :debtor").param("debtor", debtorId)
        .query(String.class).list();
  }

  private HttpResponse<String> get(String path, String language) {
    return send(request(path).header("Accept-Language", language).GET());
  }

  private HttpResponse<String> post(String path, String body) {
    return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
