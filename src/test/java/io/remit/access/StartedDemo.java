package io.remit.access;

import io.remit.RemitApplication;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A demo with no debtors, started as an application of its own and used over REST as people use it. Each user's
 * password is his id.
 */
public final class StartedDemo implements AutoCloseable {

  private final ConfigurableApplicationContext application;
  private final Map<String, HttpUser> users = new HashMap<>();

  /** @param begin where the clock begins, an ISO moment */
  public StartedDemo(Path folder, String begin, String... settings) {
    this(0, folder, begin, settings);
  }

  /** @param port on which it listens; 0 for any that is free */
  public StartedDemo(int port, Path folder, String begin, String... settings) {
    application = new SpringApplicationBuilder(RemitApplication.class).profiles("demo", "test")
        .run(Stream.concat(Stream.of("--server.port=" + port, "--remit.work-folder=" + folder, "--remit.inbox.poll=1d",
            "--remit.clock.start=" + begin), Stream.of(settings)).toArray(String[]::new));
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  public int port() {
    return ((ServletWebServerApplicationContext) application).getWebServer().getPort();
  }

  /** @param userId null for nobody */
  public HttpResponse<String> get(String userId, String path) {
    return user(userId).get(path);
  }

  public HttpResponse<String> getCsv(String userId, String path) {
    return user(userId).getCsv(path);
  }

  /** Posts what has to be taken, and gives the answer. */
  public String post(String userId, String path, String json) {
    return taken(path, user(userId).post(path, json));
  }

  /** Delivers a file of arrears or payments, which has to be taken, and gives the answer. */
  public String deliver(String kind, String csv) {
    String path = "/api/intake/" + kind;
    return taken(path, user("operator").postCsv(path, csv));
  }

  /** Approves in Tasklist what somebody else decided on a case. */
  public void approve(String userId, String caseNumber) {
    String task = bean(TaskService.class).createTaskQuery().processInstanceBusinessKeyLike(caseNumber + "-%")
        .taskDefinitionKey("task_approve_change").singleResult().getId();
    String path = "/camunda/api/engine/engine/default/task/" + task + "/submit-form";
    taken(path, HttpUser.loggedIn(port(), userId, "tasklist").post(path,
        "{\"variables\": {\"outcome\": {\"value\": \"APPROVED\"}}}"));
  }

  public void moveTo(String moment) {
    post("admin", "/api/clock/advance", "{\"to\": \"" + moment + "\"}");
  }

  private HttpUser user(String userId) {
    return users.computeIfAbsent(userId,
        id -> id == null ? HttpUser.nobody(port()) : HttpUser.withPassword(port(), id, id));
  }

  private static String taken(String path, HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() {
    application.close();
  }
}
