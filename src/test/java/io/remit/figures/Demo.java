package io.remit.figures;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.remit.access.StartedDemo;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A started demo, to which accounts and payments come, and its manager. */
final class Demo implements AutoCloseable {

  private static final String ARREARS = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,phone,region,country,time_zone\n";
  private static final String PAYMENTS =
      "payment_reference,account_number,type,amount,currency,value_date,reverses\n";

  private final ObjectMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
  private final StartedDemo demo;
  final JdbcClient database;

  /** @param begin where the clock begins, an ISO moment */
  Demo(Path folder, String begin, String... settings) {
    demo = new StartedDemo(folder, begin, settings);
    database = demo.bean(JdbcClient.class);
  }

  /**
   * An account arrives.
   *
   * @param row account, product, currency, outstanding, overdue, due date, debtor and region, parted by commas
   */
  void arrears(String row) {
    String[] cells = row.split(",");
    String country = cells[7].substring(0, 2);
    demo.deliver("arrears", ARREARS + String.join(",", cells[0], cells[1], cells[2], cells[3], cells[4], cells[5],
        cells[6], "Xu Diaz", "+4930123456", cells[7], country, "Europe/Berlin") + "\n");
  }

  /** @param row as the file of payments has it */
  void payment(String row) {
    JsonNode answer = read(demo.deliver("payments", PAYMENTS + row + "\n"));
    if (answer.get("posted").asInt() != 1) {
      throw new AssertionError(answer);
    }
  }

  void moveTo(String moment) {
    demo.moveTo(moment);
  }

  void withdraw(String caseNumber) {
    demo.post("supervisor1", "/api/cases/" + caseNumber + "/withdrawal", "{\"reason\": \"sold\"}");
    demo.approve("supervisor2", caseNumber);
  }

  String caseOf(String account) {
    return database.sql("select case_number from account where account_number = :account").param("account", account)
        .query(String.class).single();
  }

  /** What the manager is told. */
  JsonNode figure(String pathAndQuery) {
    HttpResponse<String> answer = ask(pathAndQuery);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return read(answer.body());
  }

  HttpResponse<String> ask(String pathAndQuery) {
    return demo.get("manager1", "/api/figures/" + pathAndQuery);
  }

  HttpResponse<String> askForCsv(String pathAndQuery) {
    return demo.getCsv("manager1", "/api/figures/" + pathAndQuery);
  }

  private JsonNode read(String answer) {
    try {
      return json.readTree(answer);
    } catch (IOException noJson) {
      throw new AssertionError(answer, noJson);
    }
  }

  @Override
  public void close() {
    demo.close();
  }
}
