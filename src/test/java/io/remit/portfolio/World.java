package io.remit.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.RemitApplication;
import io.remit.database.PostgresDatabase;
import io.remit.partner.PartnersForTests;
import io.remit.process.story.SimulatedTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application on an empty database in memory, as those see it who feed files, call by REST and work tasks.
 */
final class World implements AutoCloseable {

  /** Who works, and in which group. */
  static final Map<String, String> STAFF = Map.ofEntries(Map.entry("collector1", "collectors"),
      Map.entry("collector2", "collectors"), Map.entry("collector3", "collectors"),
      Map.entry("field1", "fieldAgents"), Map.entry("field2", "fieldAgents"),
      Map.entry("legal1", "legalOfficers"), Map.entry("outsourcing1", "outsourcingOfficers"),
      Map.entry("supervisor1", "supervisors"), Map.entry("supervisor2", "supervisors"),
      Map.entry("supervisor3", "supervisors"), Map.entry("operator1", "operators"));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final ConfigurableApplicationContext application;
  private final ProcessEngine engine;
  private final JdbcClient database;
  private final SimulatedTime time;
  private final SortedSet<String> present = new TreeSet<>(STAFF.keySet());
  private final HttpClient http = HttpClient.newHttpClient();
  private final String server;

  /** On a database in memory. */
  World(Instant begin) {
    this(begin, Optional.empty());
  }

  /** @param postgres an empty database to be on; one in memory if there is none */
  World(Instant begin, Optional<PostgresDatabase> postgres) {
    try {
      folder = Files.createTempDirectory("remit-portfolio");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    application = new SpringApplicationBuilder(RemitApplication.class).profiles("test").logStartupInfo(false)
        .run("--server.port=0", "--remit.work-folder=" + folder, "--remit.inbox.poll=1d",
            "--logging.level.root=OFF",
            "--spring.datasource.url=" + postgres.map(PostgresDatabase::url).orElseGet(() -> "jdbc:h2:mem:"
            + UUID.randomUUID() + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=1000"),
            "--spring.datasource.username=" + postgres.map(PostgresDatabase::user).orElse("sa"));
    engine = application.getBean(ProcessEngine.class);
    database = application.getBean(JdbcClient.class);
    time = SimulatedTime.of(application, begin);
    server = "http://localhost:" + ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    STAFF.forEach(this::employ);
    application.getAutowireCapableBeanFactory().createBean(PartnersForTests.class).begin();
  }

  /** What REST answered. */
  record Answer(int status, JsonNode body) {

    boolean isTaken() {
      return status < 300;
    }
  }

  private void employ(String userId, String group) {
    IdentityService identities = engine.getIdentityService();
    User user = identities.newUser(userId);
    user.setPassword(userId);
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
        .execute(new SaveUserCmd(user, true));
    identities.createMembership(userId, group);
    database.sql("delete from password_owed where user_id = :user").param("user", userId).update();
  }

  /** Somebody leaves, and an administrator deletes him. */
  void leaves(String userId) {
    engine.getIdentityService().deleteUser(userId);
    present.remove(userId);
  }

  /** Who works in a group, and has not left. */
  List<String> members(String group) {
    return present.stream().filter(user -> STAFF.get(user).equals(group)).toList();
  }

  SimulatedTime time() {
    return time;
  }

  Instant now() {
    return time.now();
  }

  /** The creditor's day. */
  LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  JdbcClient database() {
    return database;
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  ProcessEngine engine() {
    return engine;
  }

  Answer post(String userId, String path, Map<String, ?> body) {
    try {
      return post(userId, path, "application/json", JSON.writeValueAsString(body));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Answer post(String userId, String path, String type, String content) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server + path)).header("Content-Type", type)
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((userId + ":" + userId)
            .getBytes(StandardCharsets.UTF_8))).POST(BodyPublishers.ofString(content)).build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /**
   * Sends a task's form as Tasklist does.
   *
   * @return null if it was taken, else why not
   */
  String submit(String userId, String taskId, Map<String, Object> fields) {
    IdentityService identities = engine.getIdentityService();
    Authentication before = identities.getCurrentAuthentication();
    identities.setAuthentication(userId, List.of(STAFF.get(userId)));
    try {
      engine.getFormService().submitTaskForm(taskId, fields);
      return null;
    } catch (ProcessEngineException refused) {
      return refused.getMessage();
    } finally {
      identities.setAuthentication(before);
    }
  }

  /** What a message said that was written into the outbox; null if there is none. */
  String textOf(String channel, String caseNumber, long attemptId) {
    Path file = folder.resolve("outbox").resolve(channel.toLowerCase(Locale.ROOT))
        .resolve(caseNumber + "-" + attemptId + ".txt");
    try {
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the timelines of all cases tell, oldest first. */
  List<String> timelines() {
    return database.sql("select at, case_number, type, channel, text, data from case_event order by at, event_id")
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant() + " " + row.getString(2) + " "
            + row.getString(3) + " " + row.getString(4) + " " + row.getString(5) + ": " + row.getString(6)).list();
  }

  @Override
  public void close() {
    application.close();
    time.end();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
