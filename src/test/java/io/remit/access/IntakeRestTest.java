package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files as jobs, and what waits after they are taken in, over HTTP. */
@OnBothDatabases
class IntakeRestTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String ARREARS = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone\n";
  private static final String PAYMENTS =
      "payment_reference,account_number,type,amount,currency,value_date,reverses\n";

  @LocalServerPort
  private int port;
  @Autowired
  private ObjectMapper json;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> send(String path, String body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Basic " + Base64.getEncoder()
            .encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8))).header("Content-Type", "text/csv")
        .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private JsonNode whenDone(String location) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    JsonNode file = read(as(OPERATOR).get(location));
    while (file.get("answer").isNull() && System.nanoTime() < until) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      file = read(as(OPERATOR).get(location));
    }
    return file;
  }

  private HttpUser as(DemoUser user) {
    return HttpUser.withPassword(port, user);
  }

  private String account() {
    return "JOB-" + NUMBERS.incrementAndGet();
  }

  private String arrears(String account) {
    return ARREARS + account + ",LOAN,EUR,100.00,100.00,2020-01-15,D" + account + ",Xu Diaz,Etc/UTC\n";
  }

  @Test
  void whoDoesNotWantToWaitIsToldWhereToLook() {
    String account = account();
    HttpResponse<String> answer =
        send("/api/intake/arrears?complete=false", arrears(account), "Prefer", "wait=5, Respond-Async; x=1");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("respond-async");
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo("/api/intake/files/" + read(answer).get("fileId").asLong());
    JsonNode done = whenDone(location);
    assertThat(done.get("status").asText()).isEqualTo("APPLIED");
    assertThat(done.at("/answer/opened").asInt()).isEqualTo(1);
    assertThat(as(ADMIN).get("/api/accounts/" + account + "/ledger").statusCode()).isEqualTo(200);
    assertThat(read(as(OPERATOR).get("/api/intake/files")).get("items").findValuesAsText("fileId"))
        .contains(done.get("fileId").asText());
    assertThat(as(OPERATOR).get("/api/intake/files/999999999").statusCode()).isEqualTo(404);
    assertThat(send("/api/intake/arrears?complete=maybe", arrears(account), "Prefer", "respond-async").statusCode())
        .isEqualTo(400);
    assertThat(send("/api/intake/arrears", arrears(account)).statusCode()).as("who waits is answered as before")
        .isEqualTo(200);
  }

  @Test
  void aRefusedJobSaysWhyAndTheCallThatWaitsSaysTheSame() {
    String content = "no,columns,of,ours," + account() + "\n1,2,3,4,5\n";
    HttpResponse<String> answer = send("/api/intake/payments", content, "Prefer", "respond-async");

    JsonNode done = whenDone(answer.headers().firstValue("Location").orElseThrow());

    assertThat(done.get("status").asText()).isEqualTo("REFUSED");
    HttpResponse<String> waited = send("/api/intake/payments", content);
    assertThat(waited.statusCode()).isEqualTo(422);
    assertThat(read(waited).get("rejected")).isEqualTo(done.at("/answer/rejected"));
  }

  @Test
  void aChargebackUndoesThePaymentThatItNamesAndOneThatNamesNoneIsRefused() {
    String account = account();
    send("/api/intake/arrears", arrears(account));
    String today = read(as(ADMIN).get("/api/clock")).get("now").asText().substring(0, 10);
    String row = "," + account + ",%s,80.00,EUR," + today + ",%s\n";

    JsonNode both = read(send("/api/intake/payments", PAYMENTS + account + "-1" + row.formatted("PAYMENT", "")
        + account + "-2" + row.formatted("CHARGEBACK", account + "-1")));
    JsonNode none = read(send("/api/intake/payments", PAYMENTS + account + "-3" + row.formatted("CHARGEBACK", "")));

    assertThat(both.get("posted").asInt()).isEqualTo(2);
    assertThat(none.get("posted").asInt() + none.get("unmatched").asInt()).isZero();
    assertThat(none.at("/rejected/0/column").asText()).isEqualTo("reverses");
    assertThat(none.at("/rejected/0/rule").asText()).isEqualTo("required");
    assertThat(read(as(ADMIN).get("/api/accounts/" + account + "/ledger")).get("outstandingAmount").asInt())
        .isEqualTo(100);
  }

  @Test
  void anOrderThatDoesNotCountIsSeenAndNeverCountsOnceItIsRejected() {
    String account = account();
    String today = read(as(ADMIN).get("/api/clock")).get("now").asText().substring(0, 10);
    JsonNode kept = read(send("/api/intake/payments", PAYMENTS + account + "-1," + account + ",PAYMENT,10.00,EUR,"
        + today + ",\n" + account + "-2," + account + ",PAYMENT,20.00,EUR," + today + ",\n" + account + "-3," + account
        + ",REVERSAL,5.00,EUR," + today + "," + account + "-9\n"));
    assertThat(kept.get("unmatched").asInt()).isEqualTo(3);

    JsonNode waiting = waiting(account);
    assertThat(waiting.findValuesAsText("why")).hasSize(3).containsOnly("UNKNOWN_ACCOUNT");
    String first = waiting.get(0).get("entryId").asText();
    String reject = "/api/waiting-orders/" + first + "/rejection";
    assertThat(as(SUPERVISOR_1).post(reject, "{}").statusCode()).isEqualTo(400);
    assertThat(as(SUPERVISOR_1).post(reject, "{\"reason\": \"a wrong number\"}").statusCode()).isEqualTo(204);
    assertThat(as(SUPERVISOR_1).post(reject, "{\"reason\": \"a wrong number\"}").statusCode()).isEqualTo(404);
    send("/api/intake/arrears", arrears(account));

    JsonNode ledger = read(as(ADMIN).get("/api/accounts/" + account + "/ledger"));
    assertThat(ledger.get("entries").findValuesAsText("reference")).contains(account + "-2")
        .doesNotContain(account + "-1");
    assertThat(waiting(account).findValuesAsText("why")).containsExactly("UNKNOWN_PAYMENT");
  }

  @Test
  void whoSentAnOrderDoesNotRejectIt() {
    String account = account();
    String today = read(as(ADMIN).get("/api/clock")).get("now").asText().substring(0, 10);
    HttpResponse<String> sent = as(ADMIN).postCsv("/api/intake/payments", PAYMENTS + account + "-1," + account
        + ",PAYMENT,10.00,EUR," + today + ",\n");
    assertThat(read(sent).get("unmatched").asInt()).isEqualTo(1);
    String reject = "/api/waiting-orders/" + waiting(account).get(0).get("entryId").asText() + "/rejection";

    assertThat(as(ADMIN).post(reject, "{\"reason\": \"mine\"}").body()).contains("is for another person");
    assertThat(as(SUPERVISOR_1).post(reject, "{\"reason\": \"his\"}").statusCode()).isEqualTo(204);
  }

  private JsonNode waiting(String account) {
    var items = json.createArrayNode();
    read(as(OPERATOR).get("/api/waiting-orders")).get("items").forEach(order -> {
      if (order.get("accountNumber").asText().equals(account)) {
        items.add(order);
      }
    });
    return items;
  }
}
