package io.remit.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * An SMS gateway that sends nothing: it keeps what it was given. It can run as a process of its own, which survives the
 * end of the one that is tested:
 *
 * <pre>{@code
 * java -cp target/test-classes:target/classes:<dependencies> io.remit.gateway.http.FakeSmsGateway \
 *     --port=8091 --log=taken.jsonl [--no-lookup] [--no-dedup] [--delay-ms=50] [--take-after-ms=20]
 * }</pre>
 *
 * <p>Each message that it takes is a line of JSON in the log, which is written before the gateway answers: so long
 * after the request came, and so long before the answer goes. Whoever sent the request may be dead when its message is
 * taken.
 */
public final class FakeSmsGateway implements AutoCloseable {

  private static final int BACKLOG = 4096;

  static {
    // without it each answer on a kept connection waits for the other side's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
  }

  /** How the gateway behaves. */
  public record Settings(int port, Path log, boolean lookUp, boolean recognisesRepeats, Duration takeAfter,
      Duration delay) {

    static Settings inTests() {
      return new Settings(0, null, true, true, Duration.ZERO, Duration.ZERO);
    }
  }

  /** A message that was taken. */
  public record Taken(String id, String reference, String to, String text, String callbackUrl) {
  }

  /** A request as it came. */
  record Received(String method, String query, Map<String, String> headers, String body) {
  }

  /** What happens with the next request instead of taking it. */
  private interface Misbehaviour {

    void answer(HttpExchange exchange, JsonNode message) throws IOException;
  }

  private final Settings settings;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Taken> byReference = new ConcurrentHashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final Queue<Misbehaviour> misbehaviours = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong lastId = new AtomicLong();
  private final BufferedWriter log;

  private FakeSmsGateway(Settings settings) throws IOException {
    this.settings = settings;
    log = settings.log() == null ? null : Files.newBufferedWriter(settings.log(), StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/messages", this::handle);
  }

  /** @param arguments see the class */
  public static void main(String[] arguments) throws IOException {
    SimpleCommandLinePropertySource given = new SimpleCommandLinePropertySource(arguments);
    String file = given.getProperty("log");
    String port = given.getProperty("port");
    FakeSmsGateway gateway = start(new Settings(port == null ? 8091 : Integer.parseInt(port),
        file == null ? null : Path.of(file), !given.containsProperty("no-lookup"), !given.containsProperty("no-dedup"),
        milliseconds(given.getProperty("take-after-ms")), milliseconds(given.getProperty("delay-ms"))));
    System.out.println("port " + gateway.port());
  }

  private static Duration milliseconds(String given) {
    return Duration.ofMillis(given == null ? 0 : Long.parseLong(given));
  }

  /** Starts one; it listens when this returns. */
  public static FakeSmsGateway start(Settings settings) throws IOException {
    FakeSmsGateway gateway = new FakeSmsGateway(settings);
    gateway.server.start();
    return gateway;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  /** The messages that it took, in order. */
  List<Taken> taken() {
    synchronized (taken) {
      return List.copyOf(taken);
    }
  }

  /** All requests, in order. */
  List<Received> received() {
    return List.copyOf(received);
  }

  /** The next request is answered so, and nothing is taken. */
  void answerNext(int status, String body) {
    misbehaviours.add((exchange, message) -> answer(exchange, status, body.getBytes(StandardCharsets.UTF_8)));
  }

  /** The next message is taken, but answered only when the gateway closes. */
  void takeNextAndStaySilent() {
    misbehaviours.add((exchange, message) -> {
      take(message);
      awaitClosing();
      exchange.close();
    });
  }

  /** The next message is taken, and the connection closed without an answer. */
  void takeNextAndHangUp() {
    misbehaviours.add((exchange, message) -> {
      take(message);
      exchange.close();
    });
  }

  /** The next message is taken, and the answer breaks off. */
  void takeNextAndAnswerHalf() {
    misbehaviours.add((exchange, message) -> {
      take(message);
      exchange.sendResponseHeaders(201, 100);
      exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
    });
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      remember(exchange, body);
      Misbehaviour misbehaviour = misbehaviours.poll();
      if (misbehaviour != null) {
        misbehaviour.answer(exchange, json.readTree(body));
      } else if (exchange.getRequestMethod().equals("POST")) {
        post(exchange, json.readTree(body));
      } else {
        lookUp(exchange);
      }
    } catch (IOException goneAway) {
      // who called was killed meanwhile, which is what this gateway is for
    }
  }

  private void remember(HttpExchange exchange, String body) {
    if (settings.log() == null) {
      Map<String, String> headers = new LinkedHashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().getQuery(), headers, body));
    }
  }

  private void post(HttpExchange exchange, JsonNode message) throws IOException {
    pause(settings.takeAfter());
    Taken known = settings.recognisesRepeats() ? byReference.get(message.path("reference").asText()) : null;
    Taken kept = known == null ? take(message) : known;
    pause(settings.delay());
    answer(exchange, known == null ? 201 : 200, names(kept));
  }

  private void lookUp(HttpExchange exchange) throws IOException {
    if (!settings.lookUp()) {
      answer(exchange, 501, "{}".getBytes(StandardCharsets.UTF_8));
      return;
    }
    String query = exchange.getRequestURI().getRawQuery();
    String reference = query == null || !query.startsWith("reference=") ? ""
        : URLDecoder.decode(query.substring("reference=".length()), StandardCharsets.UTF_8);
    Taken known = byReference.get(reference);
    if (known == null) {
      answer(exchange, 404, "{\"code\":\"unknown-reference\"}".getBytes(StandardCharsets.UTF_8));
    } else {
      answer(exchange, 200, names(known));
    }
  }

  /** Under one lock, so that the same reference is never taken twice by requests that come at once. */
  private Taken take(JsonNode message) throws IOException {
    synchronized (taken) {
      String reference = message.path("reference").asText();
      if (settings.recognisesRepeats() && byReference.containsKey(reference)) {
        return byReference.get(reference);
      }
      Taken kept = new Taken("sms-" + lastId.incrementAndGet(), reference, message.path("to").asText(),
          message.path("text").asText(), message.path("callbackUrl").textValue());
      append(kept);
      byReference.put(reference, kept);
      taken.add(kept);
      return kept;
    }
  }

  private void append(Taken kept) throws IOException {
    if (log != null) {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("at", Instant.now().toString());
      line.put("id", kept.id());
      line.put("reference", kept.reference());
      line.put("to", kept.to());
      log.write(json.writeValueAsString(line));
      log.newLine();
      log.flush();
    }
  }

  private static void pause(Duration duration) {
    if (!duration.isZero()) {
      try {
        Thread.sleep(duration.toMillis());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private byte[] names(Taken kept) throws IOException {
    return json.writeValueAsBytes(Map.of("id", kept.id(), "reference", kept.reference()));
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    if (log != null) {
      try {
        log.close();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
