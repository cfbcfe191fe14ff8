package io.remit.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.model.Finding;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What people do with releases on the command line: each command asks a running Remit over its REST interface, as the
 * user who gives the command. The password comes from the environment alone, and goes over nothing but TLS to another
 * machine.
 */
public final class ReleaseCommands {

  /** What each command is told. */
  public static final String USAGE = """
      models deploy FOLDER --comment TEXT [--label TEXT] [--based-on N]
                                             proposes a folder; another person approves it
      models deploy --from N|start --comment TEXT
                                             proposes the files of release N, or of the folder given at the start
      models approve N [--note TEXT]         lets a release run at once
      models refuse N --note TEXT            refuses a release
      models rollback N --note TEXT          goes back to the release that ran before
      models list                            the releases, and which runs
        each with --user NAME [--url https://remit.example] and the password in REMIT_PASSWORD
        (and in REMIT_CODE the code of a second factor)
      """;

  static final String PASSWORD = "REMIT_PASSWORD";
  static final String CODE = "REMIT_CODE";

  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final String RELEASES = "/api/models/releases";
  private static final Set<String> OPTIONS =
      Set.of("--user", "--url", "--comment", "--label", "--based-on", "--from", "--note");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final List<String> said = new ArrayList<>();
  private final Map<String, String> options = new HashMap<>();

  private ReleaseCommands(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /** Proposes a folder, or the files of a release. */
  public static int deploy(PrintStream out, PrintStream err, List<String> words) {
    return run("deploy", out, err, words, System.getenv());
  }

  /** Approves a release. */
  public static int approve(PrintStream out, PrintStream err, List<String> words) {
    return run("approve", out, err, words, System.getenv());
  }

  /** Refuses a release. */
  public static int refuse(PrintStream out, PrintStream err, List<String> words) {
    return run("refuse", out, err, words, System.getenv());
  }

  /** Goes back to the release before. */
  public static int rollback(PrintStream out, PrintStream err, List<String> words) {
    return run("rollback", out, err, words, System.getenv());
  }

  /** Lists the releases. */
  public static int list(PrintStream out, PrintStream err, List<String> words) {
    return run("list", out, err, words, System.getenv());
  }

  /** @return 0 if it was done, 1 if Remit refused it, 2 if the words are not understood or Remit cannot be reached */
  static int run(String command, PrintStream out, PrintStream err, List<String> words,
      Map<String, String> environment) {
    return new ReleaseCommands(out, err, environment).run(command, words);
  }

  private int run(String command, List<String> words) {
    try {
      understand(words);
      return switch (command) {
        case "deploy" -> deploy();
        case "approve" -> decide("APPROVED");
        case "refuse" -> decide("REFUSED");
        case "rollback" -> rollBack();
        default -> list();
      };
    } catch (NotUnderstood problem) {
      err.println(problem.getMessage());
      err.print(USAGE);
    } catch (IOException unreachable) {
      err.println("Remit at " + url() + " does not answer: " + unreachable.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return NOT_UNDERSTOOD;
  }

  private static final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotUnderstood(String problem) {
      super(problem);
    }
  }

  private void understand(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String option = equals < 0 ? word : word.substring(0, equals);
      if (!option.startsWith("--")) {
        said.add(word);
      } else if (!OPTIONS.contains(option)) {
        throw new NotUnderstood("There is no option " + option);
      } else if (options.containsKey(option)) {
        throw new NotUnderstood(option + " is there twice");
      } else if (equals >= 0) {
        options.put(option, word.substring(equals + 1));
      } else if (++i < words.size()) {
        options.put(option, words.get(i));
      } else {
        throw new NotUnderstood("Say something behind " + option);
      }
    }
  }

  private int deploy() throws IOException, InterruptedException {
    Map<String, String> query = new HashMap<>(Map.of("comment", needed("--comment")));
    put(query, "label", "--label");
    put(query, "basedOn", "--based-on");
    byte[] body = new byte[0];
    if (options.containsKey("--from")) {
      only(0);
      put(query, "from", "--from");
    } else {
      only(1);
      ModelFolder folder = folder(said.get(0));
      if (!folder.unread().isEmpty()) {
        folder.unread().stream().map(Finding::toString).forEach(err::println);
        return BAD;
      }
      body = zipped(folder);
    }
    StringBuilder path = new StringBuilder(RELEASES).append('?');
    query.forEach((name, value) -> path.append(name).append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&'));
    HttpResponse<String> answer = send(request(path.substring(0, path.length() - 1))
        .header("Content-Type", "application/zip").POST(BodyPublishers.ofByteArray(body)));
    return told(answer, release -> "Release " + release.path("number") + " is proposed. Another person approves it"
        + " with: models approve " + release.path("number"));
  }

  private static ModelFolder folder(String name) {
    Path folder = Path.of(name);
    if (!Files.isDirectory(folder)) {
      throw new NotUnderstood("There is no folder " + name);
    }
    try {
      return ModelFolder.in(folder);
    } catch (IOException unreadable) {
      throw new NotUnderstood("The folder " + name + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static byte[] zipped(ModelFolder folder) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.UTF_8)) {
      for (ModelFile file : folder.files()) {
        zip.putNextEntry(new ZipEntry(file.name()));
        zip.write(file.content());
      }
    }
    return archive.toByteArray();
  }

  private int decide(String decision) throws IOException, InterruptedException {
    Map<String, String> body = new HashMap<>(Map.of("decision", decision));
    put(body, "note", "--note");
    return told(post("/decision", body), release -> "Release " + release.path("number")
        + (decision.equals("APPROVED") ? " runs." : " is refused."));
  }

  private int rollBack() throws IOException, InterruptedException {
    return told(post("/rollback", Map.of("note", needed("--note"))), release -> "The files of release "
        + release.path("restores") + " run again, as release " + release.path("number") + ".");
  }

  private HttpResponse<String> post(String action, Map<String, String> body) throws IOException, InterruptedException {
    only(1);
    if (!said.get(0).matches("[1-9]\\d{0,8}")) {
      throw new NotUnderstood(said.get(0) + " is no number of a release");
    }
    return send(request(RELEASES + "/" + said.get(0) + action).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private int list() throws IOException, InterruptedException {
    only(0);
    HttpResponse<String> answer = send(request(RELEASES).GET());
    return told(answer, releases -> {
      List<String> lines = new ArrayList<>();
      for (JsonNode release : releases.path("items")) {
        lines.add(String.format("%-4s %-11s %s  %s%s%s", release.path("number").asText(),
            release.path("status").asText(), release.path("proposedAt").asText(), release.path("proposedBy").asText(),
            release.path("decidedBy").isNull() ? "" : ", decided by " + release.path("decidedBy").asText(),
            release.path("comment").isNull() ? "" : ": " + release.path("comment").asText()));
      }
      return String.join(System.lineSeparator(), lines);
    });
  }

  private interface Words {
    String of(JsonNode answer);
  }

  private int told(HttpResponse<String> answer, Words done) throws IOException {
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (JsonProcessingException notOurs) {
      throw new IOException("it answers " + answer.statusCode() + ", and not as Remit does");
    }
    if (answer.statusCode() / 100 == 2) {
      out.println(plain(done.of(body)));
      return GOOD;
    }
    err.println(plain(body.path("detail").asText("Remit answers " + answer.statusCode())));
    for (JsonNode finding : body.path("findings")) {
      err.println(plain("  " + finding.path("file").asText()
          + (finding.path("line").asInt() > 0 ? ", line " + finding.path("line").asInt() : "")
          + (finding.path("element").asText().isEmpty() ? ""
              : ", " + finding.path("name").asText() + " (" + finding.path("element").asText() + ")") + ": "
          + finding.path("detail").asText() + " [" + finding.path("rule").asText() + ": "
          + finding.path("sentence").asText() + "] " + finding.path("remedy").asText()));
    }
    return BAD;
  }

  /** What people wrote does not command the terminal of who reads it. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\r\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]", "?");
  }

  private HttpRequest.Builder request(String path) {
    String user = needed("--user");
    String password = environment.get(PASSWORD);
    if (password == null || password.isEmpty()) {
      throw new NotUnderstood("Put the password of " + user + " into the environment as " + PASSWORD);
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(PATIENCE)
        .header("Accept", "application/json, application/problem+json").header("Authorization", "Basic "
            + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    String code = environment.get(CODE);
    return code == null || code.isEmpty() ? request : request.header("X-Remit-Code", code);
  }

  private URI address(String path) {
    URI base;
    try {
      base = URI.create(url());
    } catch (IllegalArgumentException odd) {
      throw new NotUnderstood(url() + " is no address");
    }
    boolean here = base.getHost() != null && THIS_MACHINE.contains(base.getHost());
    if (!"https".equals(base.getScheme()) && !("http".equals(base.getScheme()) && here)) {
      throw new NotUnderstood("The password goes to another machine over https alone, not to " + url());
    }
    return URI.create(url().replaceAll("/+$", "") + path);
  }

  private String url() {
    return options.getOrDefault("--url", "http://localhost:8080");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()
        .send(request.build(), BodyHandlers.ofString());
  }

  private void only(int words) {
    if (said.size() != words) {
      throw new NotUnderstood(words == 0 ? "Nothing was expected behind the command" : "Say what, once");
    }
  }

  private String needed(String option) {
    @Nullable String value = options.get(option);
    if (value == null || value.isBlank()) {
      throw new NotUnderstood("Say " + option);
    }
    return value;
  }

  private void put(Map<String, String> values, String name, String option) {
    if (options.containsKey(option)) {
      values.put(name, options.get(option));
    }
  }
}
