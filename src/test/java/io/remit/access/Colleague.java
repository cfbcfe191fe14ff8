package io.remit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of many people at Tasklist or Cockpit: sends what their browser would send, in a session of his own, and has each
 * step timed.
 */
final class Colleague {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DUE_FIRST =
      "{\"active\": true, \"sorting\": [{\"sortBy\": \"dueDate\", \"sortOrder\": \"asc\"}]}";
  private static final String BEST_FIRST = "\"sorting\": [{\"sortBy\": \"priority\", \"sortOrder\": \"desc\"}, "
      + "{\"sortBy\": \"dueDate\", \"sortOrder\": \"asc\"}]";

  private static final int BEATS_OF_A_LIST = 3;

  private final String id;
  private final HttpUser http;
  private final Timings timings;
  /** The lists that he sees, by name. */
  private final Map<String, String> lists = new LinkedHashMap<>();
  private String openList;
  private String openTask;
  private int beats;

  private Colleague(String id, HttpUser http, Timings timings) {
    this.id = id;
    this.http = http;
    this.timings = timings;
  }

  static Colleague atTasklist(int port, String id, Timings timings) {
    Colleague colleague = new Colleague(id, HttpUser.loggedIn(port, id, Office.password(id), "tasklist"), timings);
    colleague.read(ENGINE + "/filter?resourceType=Task&itemCount=false&firstResult=0&maxResults=2000")
        .forEach(list -> colleague.lists.put(list.get("name").asText(), list.get("id").asText()));
    return colleague;
  }

  static Colleague atCockpit(int port, String id, Timings timings) {
    return new Colleague(id, HttpUser.loggedIn(port, id, Office.password(id), "cockpit"), timings);
  }

  /** The first page of a list with its count, as Tasklist asks for it, and its cards; one of the tasks is looked at. */
  void look(String list) {
    openList = list;
    JsonNode page = timings.of("list: " + list, () -> parsed(http.postForHal(
        ENGINE + "/filter/" + lists.get(list) + "/list?firstResult=0&maxResults=15", DUE_FIRST)));
    List<String> tasks = new ArrayList<>();
    page.path("_embedded").path("task").forEach(task -> tasks.add(task.get("id").asText()));
    if (!tasks.isEmpty()) {
      openTask = tasks.get(0);
      timings.of("cards", () -> read("/api/tasks/cards?task=" + String.join("&task=", tasks)));
    }
  }

  /** What Tasklist does by itself every ten seconds: the line above the open task, and at every third beat the list. */
  void beat() {
    beats++;
    if (openTask != null) {
      timings.of("line above the open task", () -> http.get("/api/tasks/" + openTask));
    }
    if (openList != null && beats % BEATS_OF_A_LIST == 0) {
      look(openList);
    }
  }

  /** How many tasks each of his lists has. */
  void count() {
    timings.of("counts of " + lists.size() + " lists", () -> lists.values().stream()
        .mapToLong(list -> send(ENGINE + "/filter/" + list + "/count", "{}").get("count").asLong()).sum());
  }

  /** The button Next above a list opens the best task of his own, or else of nobody's; he reaches nobody. */
  void workNext(String list) {
    Optional<String> found = timings.of("Next: find and claim", () -> {
      List<String> own = best(list, "\"assignee\": \"" + id + "\"");
      return own.isEmpty() ? claimNobodys(list) : Optional.of(own.get(0));
    });
    found.ifPresent(task -> {
      open(task);
      timings.of("Next: complete", () -> accepted("complete", http.post(ENGINE + "/task/" + task + "/submit-form",
          "{\"variables\": {\"outcome\": {\"value\": \"NOT_REACHED\"}}}")));
    });
  }

  /** What Next does for who has no task of his own. */
  void takeNobodys(String list) {
    timings.of("Next: find and claim nobody's", () -> claimNobodys(list));
  }

  private Optional<String> claimNobodys(String list) {
    return best(list, "\"unassigned\": true").stream().filter(task -> http.post(ENGINE + "/task/" + task + "/claim",
        "{\"userId\": \"" + id + "\"}").statusCode() == 204).findFirst();
  }

  private List<String> best(String list, String whose) {
    List<String> tasks = new ArrayList<>();
    send(ENGINE + "/filter/" + lists.get(list) + "/list?firstResult=0&maxResults=10",
        "{" + whose + ", " + BEST_FIRST + "}").forEach(task -> tasks.add(task.get("id").asText()));
    return tasks;
  }

  /** An open task with its form and what stands above it. */
  private void open(String task) {
    timings.of("Next: open with its form", () -> {
      read(ENGINE + "/task/" + task);
      read(ENGINE + "/task/" + task + "/form");
      read(ENGINE + "/task/" + task + "/deployed-form");
      read(ENGINE + "/task/" + task + "/form-variables?deserializeValues=false");
      return read("/api/tasks/" + task);
    });
  }

  /** What is looked for when somebody rings up and names one of these. */
  void lookUp(String caseNumber, String debtorId, String accountNumber, LocalDate today) {
    timings.of("look-up: a case by its number", () -> read("/api/cases/" + caseNumber));
    timings.of("look-up: cases by their debtor", () -> read("/api/cases?debtor=" + debtorId));
    timings.of("look-up: an account by its number",
        () -> read("/api/accounts/balance?account=" + accountNumber + "&on=" + today));
    timings.of("look-up: how a debtor is reached", () -> read("/api/debtors/reachability?debtor=" + debtorId));
  }

  /** The addresses of the figures, asked for a period of days. */
  List<String> figures(LocalDate from, LocalDate to) {
    List<String> paths = new ArrayList<>();
    read("/api/figures").forEach(figure ->
        paths.add("/api/figures/" + figure.get("name").asText() + "?from=" + from + "&to=" + to));
    return paths;
  }

  /** A page of Remit's own. */
  void openPage(String path) {
    timings.of(path.split("\\?")[0], () -> read(path));
  }

  /** What Cockpit asks for on its start page. */
  void openCockpit() {
    timings.of("Cockpit: start page", () -> {
      read(ENGINE + "/process-definition/statistics?rootIncidents=true");
      read(ENGINE + "/process-definition/count?latestVersion=true");
      read(ENGINE + "/decision-definition/count?latestVersion=true");
      read(ENGINE + "/deployment/count");
      read(ENGINE + "/task/count");
      read(ENGINE + "/task/count?unfinished=true&assigned=true");
      read(ENGINE + "/task/count?unfinished=true&unassigned=true&withCandidateGroups=true");
      return read(ENGINE + "/task/count?unfinished=true&unassigned=true&withoutCandidateGroups=true");
    });
  }

  /** What Cockpit asks for on its list of processes. */
  void openProcesses() {
    timings.of("Cockpit: list of processes", () -> {
      read(COCKPIT + "/process-definition/statistics-count");
      return read(COCKPIT + "/process-definition/statistics?firstResult=0&maxResults=50&sortBy=name&sortOrder=asc");
    });
  }

  /** What Cockpit asks for on the page of the cases' process. */
  void openCases() {
    timings.of("Cockpit: the cases' process", () -> {
      String definition = read(ENGINE + "/process-definition/key/collection-case").get("id").asText();
      String one = "{\"processDefinitionId\": \"" + definition + "\"}";
      read(ENGINE + "/process-definition/" + definition + "/xml");
      read(ENGINE + "/process-definition/" + definition + "/statistics?incidents=true");
      send(ENGINE + "/process-instance/count", "{\"processDefinitionKey\": \"collection-case\"}");
      send(ENGINE + "/process-instance/count", one);
      send(COCKPIT + "/process-definition/" + definition + "/called-process-definitions", "{}");
      send(COCKPIT + "/process-instance/count", one);
      return send(COCKPIT + "/process-instance?firstResult=0&maxResults=50&sortBy=startTime&sortOrder=desc", one);
    });
  }

  private JsonNode read(String path) {
    return successful(path, http.get(path));
  }

  private JsonNode send(String path, String json) {
    return successful(path, http.post(path, json));
  }

  private static JsonNode successful(String path, HttpResponse<String> answer) {
    return parsed(accepted(path, answer).body());
  }

  private static HttpResponse<String> accepted(String path, HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError(json, unreadable);
    }
  }
}
