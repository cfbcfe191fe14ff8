package io.remit.gateway.smpp;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The message centre of {@code src/test/smsc}, in a process of its own and made with another library than Remit's. */
public final class NodeSmsc implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeSmsc.class);
  private static final Path SOURCES = Path.of("src", "test", "smsc");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path log;
  private final List<String> options;
  private int port;
  private int forgotten;
  private Process process;
  private Writer commands;

  /** @param folder for the log */
  public NodeSmsc(Path folder, String... options) {
    log = folder.resolve("smsc.log");
    this.options = List.of(options);
    start();
  }

  /** Whether the tests run: they do where there are node and npm, and on CI, which has to have them. */
  public static boolean mustStart() {
    boolean there = isOnThePath("node") && isOnThePath("npm");
    if (!there) {
      LOG.warn("Tests are skipped: there is no node and npm on the path to run a message centre with");
    }
    return there || "true".equals(System.getenv("CI"));
  }

  private static boolean isOnThePath(String program) {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  public int port() {
    return port;
  }

  /** Starts it, again on the same port if it ran before. */
  void start() {
    try {
      List<String> command = new ArrayList<>(List.of("node", installed().resolve("smsc.mjs").toString(), "--port",
          String.valueOf(port), "--log", log.toAbsolutePath().toString()));
      command.addAll(options);
      int before = events("listening").size();
      process = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(log.resolveSibling("smsc.out").toFile()).start();
      commands = process.outputWriter(StandardCharsets.UTF_8);
      await().atMost(PATIENCE).until(() -> events("listening").size() > before);
      port = events("listening").get(before).get("port").asInt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once, as a crash would. */
  void kill() {
    process.destroyForcibly();
    await().atMost(PATIENCE).until(() -> !process.isAlive());
  }

  /** Sends a text to whoever is bound; see {@code smsc.mjs}. */
  void send(Map<String, Object> text) {
    try {
      commands.write(JSON.writeValueAsString(text) + "\n");
      commands.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until nobody is connected, and leaves out of {@link #events} what was up to then. */
  void forget() {
    await().atMost(PATIENCE).until(() -> connected() == 0);
    forgotten = log().size();
  }

  private int connected() {
    int connected = 0;
    for (JsonNode event : log()) {
      switch (event.get("event").asText()) {
        case "listening" -> connected = 0;
        case "connected" -> connected++;
        case "closed" -> connected--;
        default -> {
          // says nothing of connections
        }
      }
    }
    return connected;
  }

  /** What the centre wrote down of one kind of event, oldest first. */
  List<JsonNode> events(String kind) {
    return log().stream().skip(forgotten).filter(event -> event.get("event").asText().equals(kind)).toList();
  }

  private List<JsonNode> log() {
    if (!Files.exists(log)) {
      return List.of();
    }
    try {
      String content = Files.readString(log);
      List<JsonNode> events = new ArrayList<>();
      for (String line : content.substring(0, content.lastIndexOf('\n') + 1).lines().toList()) {
        events.add(JSON.readTree(line));
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for so many events of a kind. */
  List<JsonNode> awaitEvents(String kind, int count) {
    await().atMost(PATIENCE).until(() -> events(kind).size() >= count);
    return events(kind);
  }

  @Override
  public void close() {
    kill();
  }

  /** The folder with the centre and what it needs, installed once for each state of its lock file. */
  private static synchronized Path installed() throws IOException {
    byte[] lock = Files.readAllBytes(SOURCES.resolve("package-lock.json"));
    Path folder = Path.of("target", "smsc-" + sha256(lock).substring(0, 16));
    Path done = folder.resolve("installed");
    if (!Files.exists(done)) {
      Files.createDirectories(folder);
      copy("package.json", folder);
      copy("package-lock.json", folder);
      run(folder, "npm", "ci", "--no-audit", "--no-fund");
      Files.createFile(done);
    }
    copy("smsc.mjs", folder);
    return folder;
  }

  private static void copy(String file, Path folder) throws IOException {
    Files.copy(SOURCES.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void run(Path folder, String... command) throws IOException {
    Path output = folder.resolve("npm.log");
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(output.toFile()).start();
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError("npm ci failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
