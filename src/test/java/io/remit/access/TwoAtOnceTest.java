package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.COLLECTOR_2;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.DemoUser.SUPERVISOR_2;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Of two people who do the same at the same moment one has done it, and the other reads a sentence. */
@OnBothDatabases
class TwoAtOnceTest {

  private static final String TASK = "/camunda/api/engine/engine/default/task/";
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String GONE = "Somebody else finished or changed this task before you";

  @LocalServerPort
  private int port;
  @Autowired
  private TaskService tasks;

  private String caseOf(int daysPastDue) {
    String debtor = "TWO-" + NUMBERS.incrementAndGet();
    LocalDate today = LocalDate.parse(
        read(HttpUser.withPassword(port, ADMIN).get("/api/clock")).path("now").asText().substring(0, 10));
    HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears",
        "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,"
            + "time_zone\n" + debtor + "-A,LOAN,EUR,500.00,500.00," + today.minusDays(daysPastDue) + "," + debtor
            + ",Two At Once,Europe/London\n");
    return read(HttpUser.withPassword(port, SUPERVISOR_1).get("/api/cases?debtor=" + debtor)).at("/items/0/caseNumber")
        .asText();
  }

  private Task holdTask(String caseNumber) {
    HttpUser.withPassword(port, SUPERVISOR_1).post("/api/cases/" + caseNumber + "/holds",
        "{\"reason\": \"CREDITOR_REQUEST\", \"note\": \"a test\"}");
    return tasks.createTaskQuery().processInstanceBusinessKeyLike(caseNumber + "%").processDefinitionKey("hold-review")
        .singleResult();
  }

  @Test
  void aTaskIsFinishedOnce() throws Exception {
    for (int round = 0; round < 3; round++) {
      Task task = holdTask(caseOf(20));
      HttpUser one = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
      HttpUser other = HttpUser.loggedIn(port, SUPERVISOR_2, "tasklist");
      String answer = "{\"variables\": {\"outcome\": {\"value\": \"RESUME\", \"type\": \"String\"}, "
          + "\"note\": {\"value\": \"checked\", \"type\": \"String\"}}}";

      List<HttpResponse<String>> answers = atOnce(() -> one.post(TASK + task.getId() + "/submit-form", answer),
          () -> other.post(TASK + task.getId() + "/submit-form", answer));

      assertOneDidIt(answers);
      HttpResponse<String> late = other.post(TASK + task.getId() + "/submit-form", answer);
      assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
      assertThat(late.body()).contains(GONE).doesNotContain("org.camunda", "null");
    }
  }

  @Test
  void aTaskIsClaimedByOne() throws Exception {
    Task task = holdTask(caseOf(20));
    HttpUser one = HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist");
    HttpUser other = HttpUser.loggedIn(port, SUPERVISOR_2, "tasklist");

    List<HttpResponse<String>> answers = atOnce(
        () -> one.post(TASK + task.getId() + "/claim", "{\"userId\": \"supervisor1\"}"),
        () -> other.post(TASK + task.getId() + "/claim", "{\"userId\": \"supervisor2\"}"));

    assertOneDidIt(answers);
    String owner = tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    HttpUser loser = owner.equals("supervisor1") ? other : one;
    HttpResponse<String> late = loser.post(TASK + task.getId() + "/claim",
        "{\"userId\": \"" + (owner.equals("supervisor1") ? "supervisor2" : "supervisor1") + "\"}");
    assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else has claimed this task.");
  }

  @Test
  void aHoldAPlanAnOfferAndABatchAreMadeOnceOrSaidNoTo() throws Exception {
    LocalDate ahead = LocalDate.parse(
        read(HttpUser.withPassword(port, ADMIN).get("/api/clock")).path("now").asText().substring(0, 10)).plusDays(10);
    List<String[]> deeds = List.of(
        new String[] {"holds", "{\"reason\": \"CREDITOR_REQUEST\", \"note\": \"a test\"}"},
        new String[] {"plans", "{\"instalments\": \"3\", \"firstDueOn\": \"" + ahead + "\"}"},
        new String[] {"offers", "{\"payAmount\": \"400\", \"payBy\": \"" + ahead
            + "\", \"principal\": \"100\", \"reason\": \"a test\"}"});
    for (String[] deed : deeds) {
      String caseNumber = caseOf(40);

      List<HttpResponse<String>> answers = atOnce(
          () -> HttpUser.withPassword(port, COLLECTOR_1).post("/api/cases/" + caseNumber + "/" + deed[0], deed[1]),
          () -> HttpUser.withPassword(port, COLLECTOR_2).post("/api/cases/" + caseNumber + "/" + deed[0], deed[1]),
          () -> HttpUser.withPassword(port, SUPERVISOR_1).post("/api/cases/" + caseNumber + "/" + deed[0], deed[1]),
          () -> HttpUser.withPassword(port, SUPERVISOR_2).post("/api/cases/" + caseNumber + "/" + deed[0], deed[1]));

      assertThat(answers).as(deed[0] + told(answers)).allMatch(answer -> answer.statusCode() < 500)
          .allMatch(answer -> answer.statusCode() < 300 || read(answer).path("detail").asText().length() > 10)
          .noneMatch(answer -> answer.body().contains("org.camunda") || answer.body().contains("ENGINE-"));
    }
  }

  private static String told(List<HttpResponse<String>> answers) {
    return answers.stream().map(answer -> answer.statusCode() + " " + answer.body()).toList().toString();
  }

  private static void assertOneDidIt(List<HttpResponse<String>> answers) {
    assertThat(answers.stream().filter(answer -> answer.statusCode() < 300)).as(told(answers)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.statusCode() >= 300)).as(told(answers))
        .allMatch(answer -> answer.statusCode() == 409 && answer.body().contains("Somebody else"));
  }

  @SafeVarargs
  private static List<HttpResponse<String>> atOnce(Callable<HttpResponse<String>>... deeds) throws Exception {
    CyclicBarrier together = new CyclicBarrier(deeds.length);
    ExecutorService people = Executors.newFixedThreadPool(deeds.length);
    try {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (Callable<HttpResponse<String>> deed : deeds) {
        answers.add(people.submit(() -> {
          together.await();
          return deed.call();
        }));
      }
      List<HttpResponse<String>> all = new ArrayList<>();
      for (Future<HttpResponse<String>> answer : answers) {
        all.add(answer.get());
      }
      return all;
    } finally {
      people.shutdown();
    }
  }
}
