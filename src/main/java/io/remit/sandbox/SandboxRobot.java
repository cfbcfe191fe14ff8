package io.remit.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.remit.sandbox.CallOrder.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A voice robot that calls nobody, served over HTTP on the loopback interface: {@code POST /calls} takes a call, once
 * by its {@code Idempotency-Key}; {@code GET /calls?reference=} looks one up. {@link PretendedAnswer} decides what
 * comes of a call.
 */
public final class SandboxRobot implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SandboxRobot.class);

  private static final String SECRETS_VARIABLE = "REMIT_ROBOT_CALLBACK_SECRETS";
  private static final int LONGEST_BODY = 64 * 1024;
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final ObjectMapper json = new ObjectMapper();
  private final CallJournal journal;
  private final ResultReporter reporter;

  private SandboxRobot(SandboxRobotSettings settings) throws IOException {
    journal = new CallJournal(settings.journal());
    // results are signed with the time of day, whatever the application's clock says
    reporter = new ResultReporter(settings, Clock.systemUTC());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    server.setExecutor(threads);
    server.createContext("/calls", this::handle);
  }

  static SandboxRobot start(SandboxRobotSettings settings) throws IOException {
    SandboxRobot robot = new SandboxRobot(settings);
    robot.server.start();
    LOG.info("The sandbox robot, which calls nobody, listens on port {}", robot.port());
    return robot;
  }

  /**
   * Runs the robot alone, until it is stopped.
   *
   * @param arguments {@code --port}, {@code --delay} such as {@code PT2S}, {@code --promise-amount}, {@code --journal};
   *     the environment has the secret for signing in {@code REMIT_ROBOT_CALLBACK_SECRETS}
   */
  public static void main(String[] arguments) throws IOException {
    SimpleCommandLinePropertySource given = new SimpleCommandLinePropertySource(arguments);
    String secrets = System.getenv(SECRETS_VARIABLE);
    if (secrets == null || secrets.isBlank()) {
      throw new IllegalStateException("Set " + SECRETS_VARIABLE + " to the secret that Remit knows the robot by");
    }
    start(new SandboxRobotSettings(Integer.parseInt(option(given, "port", "8090")), secrets.split(",")[0],
        Duration.parse(option(given, "delay", "PT2S")), option(given, "promise-amount", "10"),
        Optional.ofNullable(given.getProperty("journal")).map(Path::of).orElse(null)));
  }

  private static String option(SimpleCommandLinePropertySource given, String name, String otherwise) {
    return given.containsProperty(name) ? given.getProperty(name) : otherwise;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What the robot was told so far, oldest first. */
  List<PlacedCall> calls() {
    return journal.all();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "POST" -> place(exchange);
        case "GET" -> find(exchange);
        default -> answer(exchange, 405, Map.of("code", "method"));
      }
    } catch (RuntimeException failure) {
      LOG.error("An order could not be taken", failure);
      throw failure;
    }
  }

  private void place(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
    try {
      PlacedCall call = CallOrder.read(body, exchange.getRequestHeaders().getFirst("Idempotency-Key"), json);
      if (journal.add(call)) {
        reporter.reportLater(call);
        answer(exchange, 201, namesOf(call));
      } else {
        answer(exchange, 200, namesOf(journal.find(call.reference()).orElseThrow()));
      }
    } catch (Refused refused) {
      answer(exchange, 422, Map.of("code", refused.getMessage()));
    }
  }

  private void find(HttpExchange exchange) throws IOException {
    String reference = UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams()
        .getFirst("reference");
    Optional<PlacedCall> call = Optional.ofNullable(reference).flatMap(journal::find);
    if (call.isPresent()) {
      answer(exchange, 200, namesOf(call.get()));
    } else {
      answer(exchange, 404, Map.of("code", "unknown-reference"));
    }
  }

  private static Map<String, String> namesOf(PlacedCall call) {
    return Map.of("id", call.id(), "reference", call.reference());
  }

  private void answer(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
    byte[] content = json.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, content.length);
    exchange.getResponseBody().write(content);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    reporter.close();
  }
}
