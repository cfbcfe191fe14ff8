package io.remit.access;

import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What is reported over REST, and what debtors want: it has its consequences, and what is not understood is refused.
 */
@OnBothDatabases
class ReportedOverRestTest {

  private static final String ARREARS = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,phone,time_zone\n";

  @LocalServerPort
  private int port;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private HttpUser as(DemoUser user) {
    return HttpUser.withPassword(port, user);
  }

  private String load(String debtor, String phone) {
    assertThat(read(as(OPERATOR).postCsv("/api/intake/arrears",
        ARREARS + debtor + "-A,LOAN,GBP,500.00,500.00,2020-01-15,"
        + debtor + ",Xu Diaz," + phone + ",Europe/London\n")).get("rejected")).isEmpty();
    return read(as(COLLECTOR_1).get("/api/cases?debtor=" + debtor)).get("items").get(0).get("caseNumber").asText();
  }

  private HttpResponse<String> report(String caseNumber, String body) {
    return as(SUPERVISOR_1).post("/api/cases/" + caseNumber + "/contacts/result", body);
  }

  private String ruleOfACall(String caseNumber) {
    return read(as(COLLECTOR_1).post("/api/cases/" + caseNumber + "/contacts", "{\"channel\": \"CALL\"}")).get("rule")
        .asText();
  }

  @Test
  void aWrongNumberIsNotUsedAgain() {
    String caseNumber = load("ROR-W", "+447700900405");

    assertThat(report(caseNumber, "{\"channel\": \"CALL\", \"outcome\": \"WRONG_NUMBER\", \"initiative\": \"DEBTOR\"}")
        .statusCode()).isEqualTo(204);

    assertThat(ruleOfACall(caseNumber)).isEqualTo("address-of-somebody-else");
    assertThat(read(as(COLLECTOR_1).get("/api/debtors/ROR-W/reachability")).get("usableNumbers").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"DISPUTED, DISPUTE", "HARDSHIP, HARDSHIP"})
  void whatStopsCollectionStopsItOverRest(String outcome, String reason) {
    String caseNumber = load("ROR-" + outcome, "+447700900406");

    assertThat(report(caseNumber, "{\"channel\": \"CALL\", \"outcome\": \"" + outcome
        + "\", \"initiative\": \"DEBTOR\", \"note\": \"as told\"}").statusCode()).isEqualTo(204);

    assertThat(ruleOfACall(caseNumber)).isEqualTo("on-hold");
    JsonNode file = read(as(COLLECTOR_1).get("/api/cases/" + caseNumber));
    assertThat(file.get("status").asText()).isEqualTo("HELD");
    assertThat(file.get("holds").get(0).get("reason").asText()).isEqualTo(reason);
  }

  @Test
  void aLawyerIsContactedInTheDebtorsPlace() {
    String caseNumber = load("ROR-L", "+447700900407");

    assertThat(as(SUPERVISOR_1).post("/api/cases/" + caseNumber + "/holds", "{\"reason\": \"REPRESENTED\","
        + "\"contactName\": \"A. Lawyer\", \"contactPhone\": \"+12125550199\"}").statusCode()).isEqualTo(204);

    assertThat(ruleOfACall(caseNumber)).isEqualTo("on-hold");
    assertThat(as(SUPERVISOR_1).post("/api/cases/" + caseNumber + "/holds", "{\"reason\": \"LAWYER\"}").body())
        .contains("REPRESENTED", "MILITARY_SERVICE", "CEASE");
  }

  @Test
  void aNumberThatIsNotWantedIsNotUsed() {
    String caseNumber = load("ROR-N", "+447700900408");
    assertThat(as(COLLECTOR_1).post("/api/debtors/ROR-N/numbers", "{\"number\": \"+447700900408\", \"wanted\": false}")
        .statusCode()).isEqualTo(204);

    assertThat(ruleOfACall(caseNumber)).isEqualTo("address-unwanted");
    JsonNode known = read(as(COLLECTOR_1).get("/api/debtors/ROR-N/reachability"));
    assertThat(known.get("usableNumbers").asInt()).isZero();
    assertThat(known.get("unwantedNumbers").asInt()).isOne();
    assertThat(known.get("contactPersonMayBeAsked").asBoolean()).isFalse();
    assertThat(as(COLLECTOR_1).get("/api/cases/" + caseNumber + "/timeline").body())
        .contains("The debtor does not want a number to be used");
  }

  @Test
  void hoursThatSuitAreKeptAndNothingIsLeftOfContradictions() {
    load("ROR-H", "+447700900409");
    HttpUser collector = as(COLLECTOR_1);
    String hours = "/api/debtors/ROR-H/agreed-hours";

    assertThat(collector.post(hours, "{\"from\": \"18:00\", \"to\": \"20:00\", \"notFrom\": \"19:00\","
        + " \"notTo\": \"19:30\"}").statusCode()).isEqualTo(204);
    JsonNode known = read(collector.get("/api/debtors/ROR-H/reachability"));
    assertThat(known.get("agreedFrom").asText()).startsWith("18:00");
    assertThat(known.get("notTo").asText()).startsWith("19:30");
    assertThat(collector.post(hours, "{\"from\": \"18:00\", \"to\": \"20:00\", \"notFrom\": \"17:00\","
        + " \"notTo\": \"21:00\"}").body()).contains("notTo: leaves no hour");
    assertThat(collector.post(hours, "{\"notFrom\": \"17\"}").body()).contains("notFrom: must be a time of day");
    assertThat(collector.post(hours, "{}").statusCode()).isEqualTo(204);
    assertThat(read(collector.get("/api/debtors/ROR-H/reachability")).get("agreedFrom").isNull()).isTrue();
  }

  @Test
  void everyRequestRefusesAFieldThatItDoesNotKnow() {
    Map<String, String> answers = new TreeMap<>();
    mappings.getHandlerMethods().forEach((mapping, method) -> {
      boolean takesJson = Arrays.stream(method.getMethodParameters())
          .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
              && parameter.getParameterType().isRecord());
      if (takesJson && mapping.getConsumesCondition().getConsumableMediaTypes().stream()
          .allMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON))) {
        mapping.getPatternValues().forEach(pattern -> verbs(mapping).forEach(verb ->
            answers.put(verb + " " + pattern, answer(verb, pattern.replaceAll("\\{\\w+}", "1")))));
      }
    });

    assertThat(answers).hasSizeGreaterThan(25)
        .allSatisfy((route, answer) -> assertThat(answer).as(route)
            .startsWith("400").contains("noSuchField: is not a field of this request"));
  }

  private static List<String> verbs(RequestMappingInfo mapping) {
    return mapping.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
  }

  /** The answer to the first user who may ask. */
  private String answer(String verb, String path) {
    return Arrays.stream(DemoUser.values()).map(user -> as(user).send(verb, path, "{\"noSuchField\": 1}"))
        .filter(answer -> answer.statusCode() != 403).findFirst()
        .map(answer -> answer.statusCode() + " " + answer.body()).orElse("nobody may");
  }
}
