package io.remit.figures;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.remit.RemitApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A started demo with no debtors, used over REST as people use it; each user's password is his id. */
final class Demo implements AutoCloseable {

  private static final String ARREARS = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,phone,region,country,time_zone\n";
  private static final String PAYMENTS =
      "payment_reference,account_number,type,amount,currency,value_date,reverses\n";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();
  private final ConfigurableApplicationContext application;
  final JdbcClient database;

  /** @param begin where the clock begins, an ISO moment */
  Demo(Path folder, String begin, String... settings) {
    application = new SpringApplicationBuilder(RemitApplication.class).profiles("demo", "test")
        .run(Stream.concat(Stream.of("--server.port=0", "--remit.work-folder=" + folder, "--remit.inbox.poll=1d",
            "--remit.clock.start=" + begin), Stream.of(settings)).toArray(String[]::new));
    database = application.getBean(JdbcClient.class);
  }

  /**
   * An account arrives.
   *
   * @param row account, product, currency, outstanding, overdue, due date, debtor and region, parted by commas
   */
  void arrears(String row) {
    String[] cells = row.split(",");
    String country = cells[7].substring(0, 2);
    post("operator", "/api/intake/arrears", "text/csv", ARREARS + String.join(",", cells[0], cells[1], cells[2], cells[3],
        cells[4], cells[5], cells[6], "Xu Diaz", "+4930123456", cells[7], country, "Europe/Berlin") + "\n");
  }

  /** @param row as the file of payments has it */
  void payment(String row) {
    JsonNode answer = post("operator", "/api/intake/payments", "text/csv", PAYMENTS + row + "\n");
    if (answer.get("posted").asInt() != 1) {
      throw new AssertionError(answer);
    }
  }

  void moveTo(String moment) {
    post("admin", "/api/clock/advance", "application/json", "{\"to\": \"" + moment + "\"}");
  }

  void withdraw(String caseNumber) {
    post("supervisor1", "/api/cases/" + caseNumber + "/withdrawal", "application/json", "{\"reason\": \"sold\"}");
  }

  String caseOf(String account) {
    return database.sql("select case_number from account where account_number = :account").param("account", account)
        .query(String.class).single();
  }

  /** What the manager is told. */
  JsonNode figure(String pathAndQuery) {
    return read(send(request("manager1", "/api/figures/" + pathAndQuery, "application/json").GET()));
  }

  HttpResponse<String> ask(String pathAndQuery, String type) {
    return send(request("manager1", "/api/figures/" + pathAndQuery, type).GET());
  }

  private JsonNode post(String user, String path, String type, String body) {
    HttpResponse<String> answer = send(request(user, path, "application/json").header("Content-Type", type)
        .POST(BodyPublishers.ofString(body)));
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? json.nullNode() : read(answer);
  }

  private HttpRequest.Builder request(String user, String path, String accept) {
    int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", accept)
        .header("Authorization", "Basic "
            + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)));
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

  private JsonNode read(HttpResponse<String> answer) {
    try {
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      return json.readTree(answer.body());
    } catch (IOException noJson) {
      throw new AssertionError(answer.body(), noJson);
    }
  }

  @Override
  public void close() {
    application.close();
  }
}
