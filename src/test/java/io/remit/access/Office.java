package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens cases, makes proposals, and makes users, all over HTTP as people do it. */
final class Office {

  static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,time_zone\n";

  private final int port;
  private final Set<String> hired = new LinkedHashSet<>();

  Office(int port) {
    this.port = port;
  }

  /** A case of EUR 460, 40 days past due: work of the telephone. */
  String openCase(String debtorId) {
    accepted(HttpUser.withPassword(port, OPERATOR).postCsv("/api/intake/arrears", HEADER + debtorId
        + "-1,CARD,EUR,460.00,460.00," + today().minusDays(40) + "," + debtorId + ",Ann Example,Etc/UTC\n"));
    return read(HttpUser.withPassword(port, ADMIN).get("/api/cases?debtor=" + debtorId)).get("items").get(0)
        .get("caseNumber").asText();
  }

  /** An offer above the limits, which another person has to approve; the id of the task is returned. */
  String proposeOffer(String caseNumber, HttpUser by) {
    accepted(by.post("/api/cases/" + caseNumber + "/offers", "{\"payAmount\": 300, \"payBy\": \""
        + today().plusDays(14) + "\", \"principal\": 160, \"reason\": \"Lost his work\"}"));
    JsonNode tasks = read(HttpUser.loggedIn(port, DemoUser.SUPERVISOR_1, "tasklist").get(ENGINE
        + "/task?taskDefinitionKey=task_approve_offer&processInstanceBusinessKeyLike=" + caseNumber + "-S%25"));
    assertThat(tasks).hasSize(1);
    return tasks.get(0).get("id").asText();
  }

  String statusOfOffer(String caseNumber) {
    return read(HttpUser.withPassword(port, ADMIN).get("/api/cases/" + caseNumber + "/offers")).get(0).get("status")
        .asText();
  }

  /** A colleague whom an administrator makes in the web app Admin; he is in this group and logged in to Tasklist. */
  HttpUser hire(HttpUser administrator, String userId, String groupId) {
    employ(administrator, userId, groupId);
    return HttpUser.loggedIn(port, userId, password(userId), "tasklist");
  }

  /** Somebody who has chosen a password of his own already. */
  void employ(HttpUser administrator, String userId, String groupId) {
    create(administrator, userId, groupId);
    chooseOwnPassword(userId, givenPassword(userId), password(userId));
  }

  void create(HttpUser administrator, String userId, String groupId) {
    accepted(administrator.post(ENGINE + "/user/create", "{\"profile\": {\"id\": \"" + userId
        + "\", \"firstName\": \"New\", \"lastName\": \"Colleague\"}, \"credentials\": {\"password\": \""
        + givenPassword(userId) + "\"}}"));
    hired.add(userId);
    join(administrator, userId, groupId);
  }

  /** As everybody has to who was given a password. */
  void chooseOwnPassword(String userId, String given, String own) {
    accepted(HttpUser.nobody(port).postForm("/password",
        Map.of("user", userId, "old", given, "chosen", own, "again", own)));
  }

  void join(HttpUser administrator, String userId, String groupId) {
    accepted(administrator.put(ENGINE + "/group/" + groupId + "/members/" + userId, "{}"));
  }

  void setPassword(HttpUser administrator, String administratorPassword, String userId, String password) {
    accepted(administrator.put(ENGINE + "/user/" + userId + "/credentials", "{\"password\": \"" + password
        + "\", \"authenticatedUserPassword\": \"" + administratorPassword + "\"}"));
  }

  void dismiss(HttpUser administrator, String userId) {
    accepted(administrator.call("DELETE", ENGINE + "/user/" + userId));
    hired.remove(userId);
  }

  /** Who was hired is dismissed: other tests use the same application. */
  void close() {
    HttpUser administrator = HttpUser.loggedIn(port, ADMIN, "admin");
    List.copyOf(hired).forEach(userId -> dismiss(administrator, userId));
  }

  private static String givenPassword(String userId) {
    return "A-word-to-begin-for-" + new StringBuilder(userId).reverse();
  }

  /** Of somebody who was hired here. */
  static String password(String userId) {
    return "The-first-word-of-" + new StringBuilder(userId).reverse();
  }

  static HttpResponse<String> submit(HttpUser user, String task, String outcome) {
    return user.post(ENGINE + "/task/" + task + "/submit-form",
        "{\"variables\": {\"outcome\": {\"value\": \"" + outcome + "\"}}}");
  }

  private LocalDate today() {
    return LocalDate.parse(
        read(HttpUser.withPassword(port, ADMIN).get("/api/clock")).get("now").asText().substring(0, 10));
  }

  static HttpResponse<String> accepted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer;
  }

  static JsonNode read(HttpResponse<String> answer) {
    return HttpUser.read(accepted(answer));
  }
}
