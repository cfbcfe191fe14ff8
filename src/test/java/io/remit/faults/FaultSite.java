package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.RemitApplication;
import io.remit.gateway.http.FakeSmsGateway;
import io.remit.process.time.DueJobs;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * One node, its database server, which can be stopped and started, and an SMS gateway that keeps a log and sends again
 * whatever it is given again: what the tests of faults share. Time stands still until it is moved; the dispatcher's
 * threads work all the time, the engine's job executor when it is told to.
 */
public final class FaultSite {

  /** So many connections the node has at most; it waits so long for one. */
  static final int CONNECTIONS = 8;
  static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(1);

  /** A Monday morning, before anybody may be contacted. */
  private static final Instant BEGIN = Instant.parse("2007-09-03T04:00:00Z");
  private static final Duration SERVER_PATIENCE = Duration.ofMinutes(1);
  private static final String OPERATOR = "operator1";
  private static final Map<String, String> STAFF = Map.of(OPERATOR, "operators", "collector1", "collectors",
      "supervisor1", "supervisors", "owner1", "processOwners", "outsourcing1", "outsourcingOfficers");

  private static FaultSite shared;

  /** The folder of the servers beside Remit. */
  private final Path folder;
  private final FakeSmsGateway gateway;
  private final Path gatewayLog;
  private final String databaseName;
  private final Path workFolder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Duration lease;
  private final ConfigurableApplicationContext application;
  private final ProcessEngine engine;
  private final String server;
  private EmbeddedPostgres postgres;

  private FaultSite(Duration lease) throws IOException {
    this.lease = lease;
    folder = Files.createTempDirectory("remit-faults");
    databaseName = "postgres";
    workFolder = folder.resolve("work");
    startDatabase(0);
    gatewayLog = folder.resolve("taken.jsonl");
    gateway = gateway(gatewayLog);
    ClockUtil.setCurrentTime(Date.from(BEGIN));
    application = run();
    engine = application.getBean(ProcessEngine.class);
    server = addressOf(application);
    jobExecutor().shutdown();
    STAFF.forEach(this::employ);
  }

  /** Another node, beside the same server, on another database of it, or on the same. */
  private FaultSite(FaultSite beside, String databaseName, FakeSmsGateway gateway, Path gatewayLog,
      String... settings) {
    lease = beside.lease;
    folder = beside.folder;
    this.gateway = gateway;
    this.gatewayLog = gatewayLog;
    postgres = beside.postgres;
    this.databaseName = databaseName;
    workFolder = databaseName.equals(beside.databaseName) ? beside.workFolder
        : folder.resolve("work-of-" + databaseName);
    application = run(settings);
    engine = application.getBean(ProcessEngine.class);
    server = addressOf(application);
    jobExecutor().shutdown();
  }

  private static FakeSmsGateway gateway(Path log) throws IOException {
    return FakeSmsGateway.start(new FakeSmsGateway.Settings(0, log, true, false, Duration.ZERO, Duration.ZERO));
  }

  private ConfigurableApplicationContext run(String... settings) {
    List<String> all = new ArrayList<>(settings());
    all.addAll(List.of(settings));
    return new SpringApplicationBuilder(RemitApplication.class).profiles("test").logStartupInfo(false)
        .run(all.toArray(String[]::new));
  }

  private static String addressOf(ConfigurableApplicationContext application) {
    return "http://localhost:" + ((ServletWebServerApplicationContext) application).getWebServer().getPort();
  }

  /** With what a node of this site is started. */
  public List<String> settings() {
    return List.of("--server.port=0", "--remit.work-folder=" + workFolder, "--remit.inbox.poll=1d",
        "--remit.migration.late-check=2s", "--remit.dispatcher.threads=3", "--remit.dispatcher.pause=50ms",
        "--remit.dispatcher.lease=" + lease.toMillis() + "ms", "--remit.dispatcher.doubt=1s",
        "--remit.channels.sms=http", "--remit.http-sms.url=http://127.0.0.1:" + gateway.port(),
        "--camunda.bpm.job-execution.enabled=true", "--camunda.bpm.job-execution.wait-time-in-millis=100",
        "--camunda.bpm.job-execution.max-wait=500", "--camunda.bpm.job-execution.lock-time-in-millis=60000",
        "--spring.datasource.url=" + url(), "--spring.datasource.username=postgres",
        "--spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
        "--spring.datasource.hikari.connection-timeout=" + WAIT_FOR_A_CONNECTION.toMillis());
  }

  /** Starts a node on another database of the server, beside the same gateway. Whoever asks for it closes it. */
  FaultSite startOn(String otherDatabase, String... settings) {
    return new FaultSite(this, otherDatabase, gateway, gatewayLog, settings);
  }

  /**
   * Starts a node on a new database of the server and beside a gateway of its own, with the same staff. Whoever asks
   * for it closes it, and drops the database.
   */
  FaultSite startApart(String newDatabase, String... settings) throws IOException {
    database().sql("create database " + newDatabase).update();
    Path log = folder.resolve("taken-of-" + newDatabase + ".jsonl");
    FaultSite apart = new FaultSite(this, newDatabase, gateway(log), log, settings);
    STAFF.forEach(apart::employ);
    return apart;
  }

  /** Starts another node on the same database, with the same work folder and gateway. Whoever asks for it closes it. */
  FaultSite startBeside(String... settings) {
    return new FaultSite(this, databaseName, gateway, gatewayLog, settings);
  }

  /** Drops the database of a node that was started apart, and ends its gateway. */
  void dropAlone() {
    gateway.close();
    JdbcClient.create(dataSource("postgres")).sql("drop database " + databaseName + " with (force)").update();
  }

  /** Ends this node alone. */
  void close() {
    application.close();
  }

  /** A database of the server, by its name. */
  DataSource dataSource(String name) {
    return postgres.getDatabase("postgres", name);
  }

  int databasePort() {
    return postgres.getPort();
  }

  /** The one of this JVM; it ends with it. */
  static FaultSite shared() {
    return shared(Duration.ofSeconds(5));
  }

  /**
   * The same.
   *
   * @param lease for how long a node that sends counts as alive, if this is the first to ask for the site
   */
  public static synchronized FaultSite shared(Duration lease) {
    if (shared == null) {
      try {
        shared = new FaultSite(lease);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      SpringApplication.getShutdownHandlers().add(() -> shared.end());
    }
    return shared;
  }

  private void end() {
    gateway.close();
    stopDatabase();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startDatabase(int port) {
    try {
      postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).setDataDirectory(serverFolder())
          .setCleanDataDirectory(false).setPort(port).setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server, as an administrator does; who is connected is cut off. It has stopped when this returns. */
  void stopDatabase() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // who stops it waits for five seconds alone, and a busy machine takes longer
    await().atMost(SERVER_PATIENCE).until(() -> Files.notExists(serverFolder().resolve("postmaster.pid")));
  }

  private Path serverFolder() {
    return folder.resolve("data");
  }

  /** Starts it again, with what it held. */
  void startDatabaseAgain() {
    startDatabase(postgres.getPort());
  }

  private String url() {
    return postgres.getJdbcUrl("postgres", databaseName) + "&ApplicationName=remit";
  }

  private void employ(String userId, String group) {
    IdentityService identities = engine.getIdentityService();
    User user = identities.newUser(userId);
    user.setPassword(passwordOf(userId));
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
        .execute(new SaveUserCmd(user, true));
    identities.createMembership(userId, group);
    database().sql("delete from password_owed where user_id = :user").param("user", userId).update();
  }

  /** Another one than in the demo, with whose passwords no node starts. */
  private static String passwordOf(String userId) {
    return userId + ", nobody else";
  }

  /** The database, on connections of its own: not those of the node. */
  public DataSource dataSource() {
    return dataSource(databaseName);
  }

  public JdbcClient database() {
    return JdbcClient.create(dataSource());
  }

  public int count(String rows) {
    return database().sql("select count(*) from " + rows).query(Integer.class).single();
  }

  /** Ends all connections of the node, as a network does that breaks. */
  int cutConnections() {
    return database().sql("""
        select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'remit'
        """).query(Integer.class).single();
  }

  public Path workFolder() {
    return workFolder;
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** One that its package keeps to itself. */
  public Object bean(String name) {
    return application.getBean(name);
  }

  /** Makes one of a class of the tests. */
  public <T> T make(Class<T> type) {
    return application.getAutowireCapableBeanFactory().createBean(type);
  }

  /** The application. */
  public ConfigurableApplicationContext application() {
    return application;
  }

  public ProcessEngine engine() {
    return engine;
  }

  public JobExecutor jobExecutor() {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
  }

  public Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** The creditor's day. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  /**
   * Time goes on, and what falls due on the way is done, each at its time. The dispatcher's threads rest meanwhile:
   * what one of them had claimed would be judged at a time to which the clock has gone on since.
   */
  void liveUntil(Instant moment) {
    stopSending();
    try {
      bean(DueJobs.class).runUpTo(moment);
      jumpTo(moment);
    } finally {
      startSending();
    }
  }

  /** The dispatcher's threads do nothing until they are to work again. */
  public void stopSending() {
    application.getBean("dispatcherThreads", SmartLifecycle.class).stop();
  }

  public void startSending() {
    application.getBean("dispatcherThreads", SmartLifecycle.class).start();
  }

  /** The clock shows another time, and nothing was done on the way. */
  public void jumpTo(Instant moment) {
    ClockUtil.setCurrentTime(Date.from(moment));
  }

  /**
   * The engine's job executor and the dispatcher do what is due, as in a node that runs, until nothing is. Time goes on
   * meanwhile, so that what somebody had locked who is gone becomes free.
   */
  void workUntilQuiet(Duration patience) {
    workUntilQuiet(patience, Duration.ofSeconds(1));
  }

  /** @param step by which time goes on ten times in a second */
  public void workUntilQuiet(Duration patience, Duration step) {
    jobExecutor().start();
    try {
      await().atMost(patience).pollInterval(Duration.ofMillis(100)).until(() -> {
        jumpTo(now().plus(step));
        return isQuiet();
      });
    } finally {
      jobExecutor().shutdown();
    }
  }

  /** The engine's job executor does what is due now; what is planned to be sent stays planned. */
  public void workOnJobsUntilQuiet(Duration patience) {
    jobExecutor().start();
    try {
      await().atMost(patience).pollInterval(Duration.ofMillis(50)).until(() -> dueJobs() == 0);
    } finally {
      jobExecutor().shutdown();
    }
  }

  private boolean isQuiet() {
    return dueJobs() + unsent() == 0;
  }

  private int dueJobs() {
    return database().sql("""
        select count(*) from act_ru_job where duedate_ <= :now and retries_ > 0 and suspension_state_ = 1
        """).param("now", Timestamp.from(now())).query(Integer.class).single();
  }

  /** Messages that are due, or on their way; while a restored database rests none is due. */
  private int unsent() {
    return database().sql("""
        select count(*) from contact_attempt where channel not in ('CALL', 'VISIT')
           and (status = 'PLANNED' and (not_before is null or not_before <= :now)
                and not exists (select 1 from home_database where rest_until > :now) or status = 'CLAIMED')
        """).param("now", now().atOffset(ZoneOffset.UTC)).query(Integer.class).single();
  }

  /** What REST answered. */
  public record Answer(int status, String body) {
  }

  /** Whether an answer is one that tells its reader what to do: to try again later. */
  static void saysThatTheDatabaseIsAway(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(503);
    assertThat(answer.body()).contains("database");
  }

  /** The status with which anybody is told whether the node is up. */
  int health() {
    return send(HttpRequest.newBuilder(URI.create(server + "/actuator/health")).GET().build()).status();
  }

  /** The address of its server. */
  public String server() {
    return server;
  }

  /** An operator sends a file. */
  public Answer send(String kind, String type, String content) {
    return post(OPERATOR, "/api/intake/" + kind, type, content);
  }

  public Answer post(String userId, String path, String type, String content) {
    return post(server, userId, path, type, content);
  }

  /** @param node the address of the node that is asked */
  public Answer post(String node, String userId, String path, String type, String content) {
    return send(request(node, userId, path).header("Content-Type", type)
        .POST(BodyPublishers.ofString(content)).build());
  }

  /** What a path answers an operator. */
  public Answer ask(String path) {
    return send(request(server, OPERATOR, path).GET().build());
  }

  private HttpRequest.Builder request(String node, String userId, String path) {
    byte[] login = (userId + ":" + passwordOf(userId)).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(node + path)).timeout(Duration.ofMinutes(2))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
  }

  /**
   * Sends a task's form as Tasklist does.
   *
   * @throws ProcessEngineException if it was not taken
   */
  public void submit(String userId, String taskId, Map<String, Object> fields) {
    IdentityService identities = engine.getIdentityService();
    identities.setAuthentication(userId, List.of(STAFF.get(userId)));
    try {
      engine.getFormService().submitTaskForm(taskId, fields);
    } finally {
      identities.clearAuthentication();
    }
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What of the promises is not kept. */
  public List<String> broken(String... casesThatSomebodyIsToMend) {
    return FaultJudge.broken(dataSource(), gatewayLog(), now(), Set.of(casesThatSomebodyIsToMend));
  }

  /** A line for each message that the gateway took. */
  public Path gatewayLog() {
    return gatewayLog;
  }
}
