package io.remit.access;

import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.BusinessCalendar;
import io.remit.ledger.LedgerEntry.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over HTTP the creditor says of which day his books are, and acknowledges what Remit booked itself. */
@OnBothDatabases
class BooksRestTest {

  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone,country,email\n";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @LocalServerPort
  private int port;
  @Autowired
  private ObjectMapper json;
  @Autowired
  private Bookings bookings;
  @Autowired
  private BusinessCalendar calendar;
  @Autowired
  private TaskService tasks;

  private final String account = "BOOKS-" + NUMBERS.incrementAndGet() + "-" + System.nanoTime();

  private HttpUser rest(DemoUser user) {
    return HttpUser.withPassword(port, user);
  }

  private HttpResponse<String> arrears(String query, String outstanding) {
    String row = account + ",LOAN,EUR," + outstanding + "," + outstanding + "," + calendar.today().minusDays(40) + ",D"
        + account + ",Xu Diaz,Etc/UTC,DE,x@example.com\n";
    return rest(OPERATOR).postBytes("/api/intake/arrears" + query, "text/csv",
        (HEADER + row).getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode ledger() {
    return read(rest(SUPERVISOR_1).get("/api/accounts/" + account + "/ledger"));
  }

  @Test
  void theSameContentOfAnotherDayIsAnotherFileAndAnOlderOneIsTooLate() {
    LocalDate today = calendar.today();

    assertThat(read(arrears("?asOf=" + today.minusDays(3), "460.00")).get("status").asText()).isEqualTo("APPLIED");
    assertThat(ledger().get("booksAsOf").asText()).isEqualTo(today.minusDays(3).toString());
    assertThat(read(arrears("?asOf=" + today.minusDays(3), "460.00")).get("status").asText())
        .isEqualTo("ALREADY_APPLIED");
    assertThat(read(arrears("", "460.00")).get("status").asText()).isEqualTo("APPLIED");
    assertThat(ledger().get("booksAsOf").asText()).as("unless said").isEqualTo(today.minusDays(1).toString());
    JsonNode late = read(arrears("?asOf=" + today.minusDays(2), "500.00"));

    assertThat(late.at("/rejected/0/rule").asText()).isEqualTo("older-than-known");
    assertThat(ledger().get("outstandingAmount").decimalValue()).isEqualByComparingTo("460.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?asOf=", "?asOf", "?asOf=tomorrow", "?asOf=2026-3-1", "?asOf=9999-12-31",
      "?asOf=2020-01-01&asOf=2020-01-02"})
  void whatIsNoDayOfBooksIsRefusedAndNothingIsTakenIn(String query) {
    HttpResponse<String> refused = arrears(query, "460.00");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("asOf");
    assertThat(rest(SUPERVISOR_1).get("/api/accounts/" + account + "/ledger").statusCode()).isEqualTo(404);
  }

  @Test
  void theCreditorIsToldAcknowledgesAndIsAskedWhereHisBooksDiffer() {
    LocalDate today = calendar.today();
    arrears("?asOf=" + today.minusDays(1), "460.00");
    bookings.book(new Booking(account + "-W", account, Type.WAIVER, new BigDecimal("60.00"), today, null,
        "supervisor1", "agreed"));

    JsonNode export = read(rest(OPERATOR).post("/api/books/exports", "{}")).get(0);
    String number = export.get("exportNumber").asText();
    assertThat(export.get("fileName").asText()).isEqualTo("books/bookings-" + today + "-" + number + ".csv");
    HttpResponse<String> told = rest(OPERATOR).postBytes("/api/intake/acknowledgements", "text/csv",
        ("export_number,as_of\n" + number + "," + today + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(read(told).get("acknowledged").asInt()).as(told.body()).isEqualTo(1);
    assertThat(read(rest(OPERATOR).get("/api/books/exports")).get(0).get("acknowledged").asInt()).isPositive();

    arrears("?asOf=" + today, "460.00");

    assertThat(ledger().get("outstandingAmount").decimalValue()).isEqualByComparingTo("400.00");
    assertThat(ledger().get("uncertainUntil").asText()).isEqualTo(today.plusDays(5).toString());
    JsonNode difference = null;
    for (JsonNode each : read(rest(SUPERVISOR_1).get("/api/books/differences"))) {
      difference = each.get("accountNumber").asText().equals(account) ? each : difference;
    }
    assertThat(difference).isNotNull();
    assertThat(difference.get("kind").asText()).isEqualTo("NOT_SHOWN");
    decide(difference.get("number").asText());
    assertThat(ledger().get("outstandingAmount").decimalValue()).isEqualByComparingTo("460.00");
    assertThat(ledger().get("uncertainUntil").isNull()).isTrue();
  }

  private void decide(String difference) {
    String task = tasks.createTaskQuery().processInstanceBusinessKey(difference).singleResult().getId();
    String answer = write(Map.of("variables", Map.of("outcome", Map.of("value", "SHOWN"),
        "note", Map.of("value", "the creditor said so on the phone"))));
    String path = "/camunda/api/engine/engine/default/task/" + task;
    assertThat(HttpUser.loggedIn(port, COLLECTOR_1, "tasklist").post(path + "/submit-form", answer).statusCode())
        .as("no collector").isNotEqualTo(204);
    HttpUser supervisor = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
    assertThat(supervisor.post(path + "/claim", write(Map.of("userId", SUPERVISOR_1.id()))).statusCode())
        .isEqualTo(204);
    HttpResponse<String> submitted = supervisor.post(path + "/submit-form", answer);
    assertThat(List.of(200, 204)).as(submitted.body()).contains(submitted.statusCode());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
