package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.COLLECTOR_2;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A supervisor divides the cases among the collectors. */
@DemoTest
class DivisionRestTest {

  /** More than other tests may have given to one of the collectors. */
  private static final int MANY = 24;

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone,language\n";
  private static final String SKILLED = """
      {"languages": ["%s"], "skills": [], "places": [], "products": [], "dailyMinutes": 300,
       "workingDays": ["MONDAY", "TUESDAY"]}""";

  @LocalServerPort
  private int port;
  @Autowired
  private ObjectMapper json;

  private HttpUser supervisor;

  @BeforeEach
  void begin() {
    supervisor = HttpUser.withPassword(port, SUPERVISOR_1);
    can(COLLECTOR_1, "tlh");
    can(COLLECTOR_2, "qya");
  }

  @AfterEach
  void end() {
    can(COLLECTOR_1, "en");
    can(COLLECTOR_2, "en");
  }

  @Test
  void whatACollectorCanDoIsKept() {
    String skilled = """
        {"languages": ["en", "de-AT"], "skills": ["large"], "places": ["GB", "DE-BY"], "products": ["CARD"],
         "dailyMinutes": 240, "workingDays": ["TUESDAY", "MONDAY"]}""";

    assertThat(supervisor.put("/api/collectors/collector1", skilled).statusCode()).isEqualTo(200);

    JsonNode known = read(supervisor.get("/api/collectors/collector1"));
    assertThat(known.toString()).isEqualTo("""
        {"userId":"collector1","languages":["de-AT","en"],"skills":["large"],"places":["DE-BY","GB"],\
        "products":["CARD"],"dailyMinutes":240,"workingDays":["MONDAY","TUESDAY"],"absences":[]}""");
    assertThat(supervisor.get("/api/collectors/field1").statusCode()).isEqualTo(404);
    assertThat(supervisor.put("/api/collectors/field1", skilled).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "languages|[]|languages: name at least one, such as en",
      "languages|[\"en\", \"English\"]|languages[1]: must be a language such as en or de-AT",
      "places|[\"Bavaria\"]|places[0]: must be a country such as DE or a region such as DE-BY",
      "places|[\"ZZ-1\"]|places[0]: must be a country such as DE or a region such as DE-BY",
      "skills|[\"Large debts\"]|skills[0]: must be a skill in lower-case letters, digits and -",
      "products|[\"A,B\"]|products[0]: must be a product of up to 40 characters without a comma",
      "dailyMinutes|-1|dailyMinutes: must be 0 to 720",
      "dailyMinutes|null|dailyMinutes: must be 0 to 720",
      "workingDays|[\"Monday\"]|workingDays[0]: must be one of MONDAY"})
  void whatCannotBeIsRefusedByItsField(String field, String value, String message) throws IOException {
    ObjectNode entered = (ObjectNode) json.readTree(SKILLED.formatted("en"));
    entered.set(field, json.readTree(value));

    HttpResponse<String> answer = supervisor.put("/api/collectors/collector1", entered.toString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(read(answer).get("detail").asText()).startsWith(message);
    assertThat(read(supervisor.get("/api/collectors/collector1")).get("languages").toString()).isEqualTo("[\"tlh\"]");
  }

  @Test
  void anAbsenceIsEnteredCheckedAndTakenBack() {
    LocalDate tomorrow = today().plusDays(1);
    String route = "/api/collectors/collector1/absences";

    assertThat(detail(supervisor.post(route, days(today().minusDays(1), tomorrow))))
        .isEqualTo("from: lies in the past");
    assertThat(detail(supervisor.post(route, days(tomorrow.plusDays(1), tomorrow))))
        .isEqualTo("to: lies before the first day");
    assertThat(detail(supervisor.post(route, "{\"from\": \"soon\"}"))).startsWith("from: must be a date");
    HttpResponse<String> entered = supervisor.post(route, days(tomorrow, tomorrow.plusDays(2)));
    assertThat(entered.statusCode()).isEqualTo(201);
    assertThat(read(supervisor.get("/api/collectors/collector1")).get("absences")).hasSize(1);

    String absence = route + "/" + read(entered).get("id").asLong();
    assertThat(supervisor.call("DELETE", absence).statusCode()).isEqualTo(204);
    assertThat(supervisor.call("DELETE", absence).statusCode()).isEqualTo(404);
  }

  @Test
  void aRunDoesExactlyWhatItsPreviewToldAndOnlyOnce() {
    List<String> cases = load("xx", MANY);
    assertThat(cases).allSatisfy(number -> assertThat(collectorOf(number)).isNull());
    can(COLLECTOR_1, "xx");
    can(COLLECTOR_2, "xx");

    JsonNode preview = read(supervisor.post("/api/division/preview", "{}"));

    JsonNode told = movesOf(preview, cases);
    assertThat(told).hasSize(MANY).allSatisfy(move -> assertThat(move.get("outcome").isNull()).isTrue());
    assertThat(told).extracting(move -> move.get("to").asText()).contains("collector1", "collector2");
    assertThat(told.get(0).get("why").asText()).isEqualTo("has the smallest load of the 2 who suit");
    assertThat(collectorOf(cases.get(0))).as("a preview moves nothing").isNull();
    JsonNode line = preview.get("collectors").get(0);
    assertThat(line.get("capacityMinutes").asInt()).isEqualTo(600);
    assertThat(line.get("after").get("minutes").asInt()).isGreaterThan(line.get("before").get("minutes").asInt());

    String order = "{\"preview\": %d, \"reason\": \"new colleagues\"}".formatted(preview.get("run").get("id").asLong());
    assertThat(detail(supervisor.post("/api/division/run", order.replace("new colleagues", " "))))
        .isEqualTo("reason: say why");
    JsonNode done = read(supervisor.post("/api/division/run", order));

    assertThat(done.get("run").get("status").asText()).isEqualTo("DONE");
    assertThat(movesOf(done, cases)).hasSize(MANY).allSatisfy(move -> {
      assertThat(move.get("outcome").asText()).isEqualTo("done");
      assertThat(collectorOf(move.get("caseNumber").asText())).isEqualTo(move.get("to").asText());
    });
    assertThat(supervisor.get("/api/cases/" + cases.get(0) + "/timeline").body()).contains("Divided to collector",
        "new colleagues");
    assertThat(supervisor.post("/api/division/run", order).statusCode()).isEqualTo(409);
    assertThat(supervisor.get("/api/division/runs").body()).contains("new colleagues");
  }

  @Test
  void aPreviewThatIsOutdatedIsNotRun() {
    load("xy", 2);
    can(COLLECTOR_1, "xy");
    long preview = read(supervisor.post("/api/division/preview", "{}")).get("run").get("id").asLong();
    load("xy", 1);
    can(COLLECTOR_1, "xz");

    HttpResponse<String> answer =
        supervisor.post("/api/division/run", "{\"preview\": %d, \"reason\": \"monthly\"}".formatted(preview));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(detail(answer)).contains("make another");
  }

  @Test
  void anAbsenceCanBeLookedAtBeforeItIsEntered() {
    can(COLLECTOR_1, "xq");
    List<String> cases = load("xq", 3);
    can(COLLECTOR_2, "xq");

    JsonNode preview = read(supervisor.post("/api/division/preview", "{\"absent\": \"collector1\"}"));

    assertThat(movesOf(preview, cases)).hasSize(3).allSatisfy(move -> {
      assertThat(move.get("from").asText()).isEqualTo("collector1");
      assertThat(move.get("to").asText()).isEqualTo("collector2");
    });
    assertThat(cases).allSatisfy(number -> assertThat(collectorOf(number)).isEqualTo("collector1"));
  }

  @Test
  void whatNobodyCanWorkIsListed() {
    List<String> cases = load("xn", 1);

    JsonNode preview = read(supervisor.post("/api/division/preview", "{}"));

    assertThat(preview.get("nobody")).filteredOn(line -> line.get("caseNumber").asText().equals(cases.get(0)))
        .singleElement().satisfies(line ->
            assertThat(line.get("why").asText()).isEqualTo("nobody suits: the language xn is missing"));
  }

  @Test
  void aSupervisorMovesCasesAndIsToldOfEachWhatBecameOfIt() {
    can(COLLECTOR_1, "xm");
    List<String> cases = load("xm", 2);
    String order = "{\"cases\": [\"%s\", \"C-none\"], \"to\": \"collector2\", \"reason\": \"knows the debtor\"}"
        .formatted(cases.get(0));

    JsonNode results = read(supervisor.post("/api/division/move", order));

    assertThat(results.toString()).isEqualTo("[{\"caseNumber\":\"%s\",\"done\":true,\"why\":null},"
        .formatted(cases.get(0)) + "{\"caseNumber\":\"C-none\",\"done\":false,\"why\":\"there is no such case\"}]");
    assertThat(collectorOf(cases.get(0))).isEqualTo("collector2");
    assertThat(collectorOf(cases.get(1))).isEqualTo("collector1");
    assertThat(read(supervisor.post("/api/division/move", order)).get(0).get("why").asText())
        .isEqualTo("collector2 works it already");
    String about = "/api/cases/" + cases.get(0) + "/complaints";
    assertThat(supervisor.post(about, "{\"aboutUserId\": \"collector1\", \"words\": \"He shouted\"}").statusCode())
        .isEqualTo(201);
    assertThat(read(supervisor.post("/api/division/move", order.replace("collector2", "collector1"))).get(0).get("why")
        .asText()).isEqualTo("its debtor complained about collector1");
    assertThat(detail(supervisor.post("/api/division/move", order.replace("collector2", "field1"))))
        .startsWith("to: must be the id of a collector");
    assertThat(detail(supervisor.post("/api/division/move", order.replace("knows the debtor", ""))))
        .startsWith("reason: say why");
    assertThat(detail(supervisor.post("/api/division/move", "{\"to\": \"collector2\", \"reason\": \"x\"}")))
        .startsWith("cases: name 1 to");
  }

  private void can(DemoUser user, String language) {
    assertThat(supervisor.put("/api/collectors/" + user.id(), SKILLED.formatted(language)).statusCode()).isEqualTo(200);
  }

  /** New cases on the telephone, of debtors who speak a language. */
  private List<String> load(String language, int count) {
    int first = NUMBERS.getAndAdd(count);
    String rows = IntStream.range(first, first + count).mapToObj(number ->
        "DIV-%d,LOAN,EUR,80.00,80.00,%s,DIV-D%d,Ann Example,Etc/UTC,%s".formatted(number, today().minusDays(40), number,
            language)).collect(Collectors.joining("\n"));
    HttpResponse<String> answer =
        HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears", HEADER + rows + "\n");
    assertThat(read(answer).get("opened").asInt()).as(answer.body()).isEqualTo(count);
    List<String> cases = new ArrayList<>();
    IntStream.range(first, first + count).forEach(number -> cases.add(read(supervisor.get(
        "/api/cases?debtor=DIV-D" + number)).get("items").get(0).get("caseNumber").asText()));
    return cases;
  }

  private String collectorOf(String caseNumber) {
    return read(supervisor.get("/api/cases/" + caseNumber)).get("collector").textValue();
  }

  private JsonNode movesOf(JsonNode report, List<String> cases) {
    var moves = json.createArrayNode();
    report.get("moves").forEach(move -> {
      if (cases.contains(move.get("caseNumber").asText())) {
        moves.add(move);
      }
    });
    return moves;
  }

  private LocalDate today() {
    JsonNode clock = read(HttpUser.withPassword(port, ADMIN).get("/api/clock"));
    return LocalDate.parse(clock.get("now").asText().substring(0, 10));
  }

  private static String days(LocalDate from, LocalDate to) {
    return "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to);
  }

  private String detail(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isBetween(400, 409);
    return read(answer).get("detail").asText();
  }
}
