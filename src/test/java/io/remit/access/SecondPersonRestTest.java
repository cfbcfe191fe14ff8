package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.PARTNER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.DemoUser.SUPERVISOR_2;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.statement.CamtFile;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over HTTP nobody gives money away or closes a case alone, and nobody handles or reads a complaint about himself. */
@OnBothDatabases
class SecondPersonRestTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone,country,email\n";
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String THIRD = "supervisor3";
  /** Operator and supervisor at once. */
  private static final String BOTH = "both1";
  private static final String REFUSED = "is for another person";

  @LocalServerPort
  private int port;
  @Autowired
  private ObjectMapper json;
  @Autowired
  private TaskService tasks;
  @Autowired
  private IdentityService users;

  private String account;

  @BeforeEach
  void employ() {
    employ(THIRD, "supervisors");
    employ(BOTH, "supervisors", "operators");
  }

  private void employ(String userId, String... groups) {
    if (users.createUserQuery().userId(userId).count() == 0) {
      User user = users.newUser(userId);
      user.setPassword(Office.password(userId));
      users.saveUser(user);
      for (String group : groups) {
        users.createMembership(userId, group);
      }
    }
  }

  @Test
  void oneSupervisorAloneDoesNotCorrectADebtNorDoTwoOfWhomOneRaisedTheDispute() {
    String caseNumber = openCase("5601.00", 40);
    HttpUser first = tasklist(SUPERVISOR_1.id());
    HttpUser second = tasklist(SUPERVISOR_2.id());
    HttpUser third = tasklist(THIRD);
    assertThat(rest(SUPERVISOR_1).post("/api/cases/" + caseNumber + "/holds", "{\"reason\": \"DISPUTE\"}").statusCode())
        .isEqualTo(204);
    String decide = task(caseNumber, "task_decide_dispute");

    refused(first, decide, correction("0.01"));
    refused(first, decide, Map.of("outcome", "UPHELD_CLOSE"));
    assertThat(claim(first, decide, SUPERVISOR_1.id()).statusCode()).isEqualTo(500);
    assertThat(submit(second, decide, correction("0.01")).statusCode()).isEqualTo(204);

    String approve = task(caseNumber, "task_approve_change");
    assertThat(outstanding()).isEqualByComparingTo("5601.00");
    assertThat(theCase(caseNumber).get("status").asText()).isEqualTo("HELD");
    refused(first, approve, Map.of("outcome", "APPROVED"));
    refused(second, approve, Map.of("outcome", "APPROVED"));
    for (String involved : List.of(SUPERVISOR_1.id(), SUPERVISOR_2.id())) {
      assertThat(claim(tasklist(involved), approve, involved).body()).contains(REFUSED);
      assertThat(assign(third, approve, involved).body()).contains("cannot be given to " + involved);
    }
    assertThat(outstanding()).isEqualByComparingTo("5601.00");
    assertThat(claim(third, approve, THIRD).statusCode()).isEqualTo(204);
    assertThat(submit(third, approve, Map.of("outcome", "APPROVED")).statusCode()).isEqualTo(204);

    assertThat(outstanding()).isEqualByComparingTo("0.01");
    assertThat(timeline(caseNumber)).contains("supervisor1 Collection is paused",
        "supervisor2 A supervisor decided on the dispute", "supervisor2 Another person decides on it: correction",
        "supervisor3 Approved by another person: correction");
    assertThat(read(rest(ADMIN).get("/api/audit?case=" + caseNumber)).toString())
        .contains("task_decide_dispute UPHELD_CORRECT", "task_approve_change APPROVED");
  }

  @ParameterizedTest
  @EnumSource(names = {"COLLECTOR_1", "FIELD_1", "LEGAL_1", "OUTSOURCING_1", "PARTNER_1"})
  void noOtherGroupApproves(DemoUser user) {
    String caseNumber = openCase("5601.00", 40);
    withdraw(SUPERVISOR_1, caseNumber);
    String approve = task(caseNumber, "task_approve_change");
    HttpUser other = tasklist(user.id());

    assertThat(submit(other, approve, Map.of("outcome", "APPROVED")).statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(claim(other, approve, user.id()).statusCode()).isGreaterThanOrEqualTo(400);

    assertThat(theCase(caseNumber).get("status").asText()).isEqualTo("OPEN");
    assertThat(task(caseNumber, "task_approve_change")).isEqualTo(approve);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUPERVISOR_1", "ADMIN"})
  void whoWithdrawsACaseDoesNotApproveItHimself(DemoUser user) {
    String caseNumber = openCase("460.00", 40);
    HttpResponse<String> answer = withdraw(user, caseNumber);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(read(answer).get("withdrawal").asText()).startsWith(caseNumber + "-W");
    assertThat(withdraw(SUPERVISOR_2, caseNumber).body()).contains("has a withdrawal that waits for another person");
    String approve = task(caseNumber, "task_approve_change");

    refused(tasklist(user.id()), approve, Map.of("outcome", "APPROVED"));
    assertThat(theCase(caseNumber).get("status").asText()).isEqualTo("OPEN");
    assertThat(submit(tasklist(SUPERVISOR_2.id()), approve, Map.of("outcome", "APPROVED")).statusCode()).isEqualTo(204);

    assertThat(theCase(caseNumber).get("closeReason").asText()).isEqualTo("WITHDRAWN");
    assertThat(withdraw(user, caseNumber).statusCode()).isEqualTo(409);
  }

  @Test
  void aSmallCaseIsWithdrawnByOneAndNotTwentyInADay() {
    employ("supervisor4", "supervisors");
    List<Integer> answers = new ArrayList<>();
    for (int number = 0; number <= 20; number++) {
      answers.add(HttpUser.withPassword(port, "supervisor4", Office.password("supervisor4"))
          .post("/api/cases/" + openCase("20.00", 40) + "/withdrawal", "{\"reason\": \"sold\"}").statusCode());
    }

    assertThat(answers.subList(0, 20)).containsOnly(204);
    assertThat(answers.get(20)).isEqualTo(202);
  }

  @Test
  void twoWhoApproveOrWithdrawAtOnceHaveOneResult() {
    for (int round = 0; round < 5; round++) {
      String caseNumber = openCase("460.00", 40);
      String number = caseNumber;
      assertThat(atOnce(() -> withdraw(SUPERVISOR_1, number).statusCode(),
          () -> withdraw(SUPERVISOR_2, number).statusCode())).containsExactlyInAnyOrder(202, 400);
      String approve = task(caseNumber, "task_approve_change");
      HttpUser third = tasklist(THIRD);
      HttpUser fourth = tasklist(BOTH);

      List<Integer> answers = atOnce(() -> submit(third, approve, Map.of("outcome", "APPROVED")).statusCode(),
          () -> submit(fourth, approve, Map.of("outcome", "REJECTED", "note", "no")).statusCode());

      assertThat(answers).containsOnlyOnce(204);
      String status = theCase(caseNumber).get("status").asText();
      assertThat(status).isEqualTo(answers.get(0) == 204 ? "CLOSED" : "OPEN");
      assertThat(timeline(caseNumber).stream().filter(event -> event.contains("pproved by another person")))
          .hasSize(1);
    }
  }

  @Test
  void aPaymentThatSomebodyMadeUpIsPostedByThreeOthers() {
    String caseNumber = openCase("4600.00", 40);
    String statement = new CamtFile("MADEUP" + NUMBERS.incrementAndGet(), "EUR")
        .credit("MADEUP-" + account, "4600.00", today(), "", "A stranger", "hello").xml();
    assertThat(HttpUser.withPassword(port, BOTH, Office.password(BOTH)).postCsv("/api/intake/payments", statement)
        .body())
        .contains("\"unmatched\":1");
    Task identify = tasks.createTaskQuery().taskDefinitionKey("task_identify_payment").orderByTaskCreateTime().desc()
        .listPage(0, 1).get(0);
    Map<String, String> post = Map.of("outcome", "POST", "accountNumber", account);
    assertThat(rest(SUPERVISOR_1).get("/api/tasks/" + identify.getId()).statusCode()).as("about no case")
        .isEqualTo(204);
    assertThat(rest(SUPERVISOR_1).get("/api/tasks/cards?task=" + identify.getId()).body()).isEqualTo("[]");

    assertThat(submit(tasklist(BOTH), identify.getId(), post).body()).contains("you sent the file with this payment");
    assertThat(claim(tasklist(BOTH), identify.getId(), BOTH).body()).contains(REFUSED);
    assertThat(submit(tasklist(SUPERVISOR_1.id()), identify.getId(), post).statusCode()).isEqualTo(204);
    assertThat(outstanding()).isEqualByComparingTo("4600.00");
    String approve = tasks.createTaskQuery().processInstanceId(identify.getProcessInstanceId()).singleResult().getId();
    refused(tasklist(SUPERVISOR_1.id()), approve, Map.of("outcome", "APPROVED"));
    refused(tasklist(BOTH), approve, Map.of("outcome", "APPROVED"));
    assertThat(submit(tasklist(SUPERVISOR_2.id()), approve, Map.of("outcome", "APPROVED")).statusCode()).isEqualTo(204);

    assertThat(theCase(caseNumber).get("closeReason").asText()).isEqualTo("CURED");
  }

  @Test
  void whomADebtorComplainedAboutNeitherReadsNorHandlesIt() {
    String caseNumber = openCase("460.00", 40);
    String route = "/api/cases/" + caseNumber + "/complaints";
    assertThat(rest(COLLECTOR_1).post(route,
        "{\"channel\": \"LETTER\", \"aboutUserId\": \"supervisor1\", \"words\": \"She shouted at me\"}").statusCode())
        .isEqualTo(201);
    HttpUser about = tasklist(SUPERVISOR_1.id());
    HttpUser other = tasklist(SUPERVISOR_2.id());
    String handle = task(caseNumber, "task_handle_complaint");

    assertThat(rest(SUPERVISOR_1).get(route).body()).isEqualTo("[]");
    assertThat(rest(SUPERVISOR_2).get(route).body()).contains("She shouted at me");
    assertThat(rest(SUPERVISOR_1).get("/api/cases/" + caseNumber + "/timeline").body())
        .doesNotContain("She shouted at me");
    assertThat(about.get(ENGINE + "/task/" + handle + "/form-variables?deserializeValues=false").body())
        .doesNotContain("She shouted at me");
    assertThat(submit(about, handle, Map.of("outcome", "NOT_UPHELD")).body()).contains("is about you");
    assertThat(claim(about, handle, SUPERVISOR_1.id()).body()).contains("is about you");
    assertThat(assign(about, handle, SUPERVISOR_1.id()).body()).contains("is about you");
    assertThat(assign(other, handle, SUPERVISOR_1.id()).body()).contains("cannot be given to supervisor1");

    assertThat(task(caseNumber, "task_handle_complaint")).isEqualTo(handle);
    assertThat(submit(other, handle, Map.of("outcome", "NOT_UPHELD")).statusCode()).isEqualTo(204);
  }

  /** Staff may take down a complaint about themselves that came by letter; somebody else handles it. */
  @Test
  void whoTookDownAComplaintAboutHimselfDoesNotHandleIt() {
    String caseNumber = openCase("460.00", 40);
    assertThat(rest(SUPERVISOR_1).post("/api/cases/" + caseNumber + "/complaints",
        "{\"channel\": \"LETTER\", \"aboutUserId\": \" supervisor1 \", \"words\": \"She shouted\"}").statusCode())
        .isEqualTo(201);

    assertThat(submit(tasklist(SUPERVISOR_1.id()), task(caseNumber, "task_handle_complaint"),
        Map.of("outcome", "NOT_UPHELD")).body()).contains("is about you");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/contacts", "/contacts/result", "/contacts/", "/contacts/result/", "", "/timeline",
      "/complaints", "/holds/1/evidence", "/plans", "/offers", "/withdrawal", "/reliefs"})
  void aPartnerIsToldTheSameOfACaseOfOthersAndOfOneThatDoesNotExist(String route) {
    HttpUser partner = rest(PARTNER_1);
    String others = openCase("460.00", 40);
    for (String body : List.of("{\"channel\": \"CALL\"}", "{\"channel\": \"FAX\"}", "{}", "not json",
        "{\"channel\": \"CALL\", \"outcome\": \"REFUSED\"}")) {
      List<String> answers = Stream.of(others, "C999999", "C1", "nothing", others.toLowerCase(Locale.ROOT))
          .map(number ->
          said(partner.post("/api/cases/" + number + route, body), number)).distinct().toList();
      assertThat(answers).hasSize(1);
    }
    assertThat(Stream.of(others, "C999999").map(number -> said(partner.get("/api/cases/" + number + route), number))
        .distinct()).hasSize(1);
  }

  private static String said(HttpResponse<String> answer, String caseNumber) {
    return answer.statusCode() + " " + answer.headers().map().keySet() + answer.body().replace(caseNumber, "*");
  }

  private Map<String, String> correction(String amount) {
    return Map.of("outcome", "UPHELD_CORRECT", "accountNumber", account, "correctedAmount", amount, "note", "It is so");
  }

  private HttpUser rest(DemoUser user) {
    return HttpUser.withPassword(port, user);
  }

  private HttpUser tasklist(String userId) {
    boolean employedHere = userId.equals(THIRD) || userId.equals(BOTH);
    return HttpUser.loggedIn(port, userId, employedHere ? Office.password(userId) : userId, "tasklist");
  }

  private HttpResponse<String> withdraw(DemoUser user, String caseNumber) {
    return rest(user).post("/api/cases/" + caseNumber + "/withdrawal", "{\"reason\": \"sold to a bank\"}");
  }

  private static HttpResponse<String> claim(HttpUser user, String task, String userId) {
    return user.post(ENGINE + "/task/" + task + "/claim", "{\"userId\": \"" + userId + "\"}");
  }

  private static HttpResponse<String> assign(HttpUser user, String task, String userId) {
    return user.post(ENGINE + "/task/" + task + "/assignee", "{\"userId\": \"" + userId + "\"}");
  }

  private HttpResponse<String> submit(HttpUser user, String task, Map<String, String> fields) {
    Map<String, Object> variables = new HashMap<>();
    fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    return user.post(ENGINE + "/task/" + task + "/submit-form",
        json.valueToTree(Map.of("variables", variables)).toString());
  }

  private void refused(HttpUser user, String task, Map<String, String> fields) {
    HttpResponse<String> answer = submit(user, task, fields);
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body()).contains(REFUSED);
  }

  private String task(String caseNumber, String key) {
    return tasks.createTaskQuery().processInstanceBusinessKeyLike(caseNumber + "-%").taskDefinitionKey(key)
        .singleResult().getId();
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : people.invokeAll(List.<Callable<Integer>>of(() -> {
        together.await();
        return one.call();
      }, () -> {
        together.await();
        return other.call();
      }))) {
        answers.add(answer.get());
      }
      return answers;
    } catch (Exception failed) {
      throw new AssertionError(failed);
    } finally {
      people.shutdown();
    }
  }

  private LocalDate today() {
    return LocalDate.parse(read(rest(ADMIN).get("/api/clock")).get("now").asText().substring(0, 10));
  }

  private String openCase(String owed, int daysPastDue) {
    account = "FOUR-EYES-" + NUMBERS.incrementAndGet();
    String row = "%1$s,LOAN,EUR,%2$s,%2$s,%3$s,D-%1$s,Ann Example,Etc/UTC,DE,ann@example.com%n".formatted(account, owed,
        today().minusDays(daysPastDue));
    assertThat(rest(OPERATOR).postCsv("/api/intake/arrears", HEADER + row).body()).contains("\"opened\":1");
    return read(rest(OPERATOR).get("/api/cases?debtor=D-" + account)).get("items").get(0).get("caseNumber").asText();
  }

  private JsonNode theCase(String caseNumber) {
    return read(rest(OPERATOR).get("/api/cases/" + caseNumber));
  }

  private BigDecimal outstanding() {
    return read(rest(OPERATOR).get("/api/accounts/" + account + "/ledger")).get("outstandingAmount").decimalValue();
  }

  private List<String> timeline(String caseNumber) {
    List<String> events = new ArrayList<>();
    read(rest(OPERATOR).get("/api/cases/" + caseNumber + "/timeline"))
        .forEach(event -> events.add(event.get("actor").asText() + " " + event.get("text").asText()));
    return events;
  }
}
