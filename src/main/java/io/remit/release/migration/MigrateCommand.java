package io.remit.release.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code models migrate}: asks a running node over REST what would move, or has it moved and tells how far it is. The
 * password comes from the environment alone.
 */
public final class MigrateCommand {

  private static final int ALL_MOVED = 0;
  private static final int SOME_STAY = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final String USAGE = """
      models migrate PROCESS [--dry-run] [--from VERSION] [--url URL] --user USER
        moves the open cases of older versions of PROCESS to the newest; with --dry-run it only tells what would move
        the password is in the environment: REMIT_PASSWORD
      """;
  private static final List<String> WITH_VALUE = List.of("--from", "--url", "--user");
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
  private static final int SHOWN_CASES = 1000;

  private final PrintStream out;
  private final String url;
  private final String authorization;
  private final Duration pause;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  private MigrateCommand(PrintStream out, String url, String user, String password, Duration pause) {
    this.out = out;
    this.url = url;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    this.pause = pause;
  }

  /** What a node answered instead of what was asked for. */
  private static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * Does what the words say.
   *
   * @param words behind {@code models migrate}
   * @return 0 if all open cases move, 1 if some stay, 2 if it was not understood or refused
   */
  public static int run(PrintStream out, PrintStream err, List<String> words) {
    return run(out, err, words, System.getenv("REMIT_PASSWORD"), Duration.ofSeconds(1));
  }

  static int run(PrintStream out, PrintStream err, List<String> words, @Nullable String password, Duration pause) {
    List<String> names = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (WITH_VALUE.contains(word) && i + 1 < words.size()) {
        options.put(word, words.get(++i));
      } else if (word.equals("--dry-run")) {
        options.put(word, "");
      } else {
        names.add(word);
      }
    }
    if (names.size() != 1 || names.get(0).startsWith("-") || !options.containsKey("--user") || password == null) {
      err.print(USAGE);
      return NOT_UNDERSTOOD;
    }
    MigrateCommand command = new MigrateCommand(out, options.getOrDefault("--url", "http://localhost:8080"),
        options.get("--user"), password, pause);
    try {
      return options.containsKey("--dry-run") ? command.preview(names.get(0), options.get("--from"))
          : command.migrate(names.get(0), options.get("--from"));
    } catch (RefusedException refused) {
      err.println(refused.getMessage());
      return NOT_UNDERSTOOD;
    } catch (IOException | IllegalArgumentException unreachable) {
      err.println("Remit cannot be asked at " + command.url);
      return NOT_UNDERSTOOD;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return NOT_UNDERSTOOD;
    }
  }

  private int preview(String process, @Nullable String from) throws IOException, InterruptedException,
      RefusedException {
    JsonNode versions = get("/preview?process=" + encoded(process) + (from == null ? "" : "&from=" + encoded(from)));
    if (versions.isEmpty()) {
      out.println("No open case is on an older version of " + process + ".");
    }
    long stay = 0;
    for (JsonNode version : versions) {
      stay += version.path("stay").asLong();
      out.printf("%s (%s), version %s to %s, %s: %d open cases, %d can move, %d stay%n", version.path("name").asText(),
          process, version.path("fromVersion").asText(), version.path("toVersion").asText(),
          version.path("kind").asText(), version.path("cases").asLong(), version.path("canMove").asLong(),
          version.path("stay").asLong());
      if (!version.path("why").isNull()) {
        out.println("  " + version.path("why").asText());
      }
      version.path("places").forEach(at -> out.printf("  %6d at %s (%s)%s%n", at.path("cases").asLong(),
          at.path("name").asText(), at.path("element").asText(),
          at.path("why").isNull() ? "" : ": stay, " + at.path("why").asText()));
    }
    return stay == 0 ? ALL_MOVED : SOME_STAY;
  }

  private int migrate(String process, @Nullable String from) throws IOException, InterruptedException,
      RefusedException {
    Map<String, String> order = new HashMap<>();
    order.put("process", process);
    if (from != null) {
      order.put("from", from);
    }
    JsonNode started = answer(request("").header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(order))).build());
    long stayed = 0;
    for (JsonNode id : started.path("ids")) {
      JsonNode far = awaitEnd(id.asLong());
      stayed += far.path("stayed").asLong();
      if (far.path("stayed").asLong() > 0) {
        tellWhoStayed(id.asLong());
      }
    }
    return stayed == 0 ? ALL_MOVED : SOME_STAY;
  }

  private JsonNode awaitEnd(long id) throws IOException, InterruptedException, RefusedException {
    while (true) {
      JsonNode far = get("/" + id);
      out.printf("version %s to %s: %d moved, %d stayed, %d had ended, %d left of %d%n",
          far.path("fromVersion").asText(), far.path("toVersion").asText(), far.path("moved").asLong(),
          far.path("stayed").asLong(), far.path("ended").asLong(), far.path("left").asLong(),
          far.path("total").asLong());
      if (far.path("finished").asBoolean()) {
        return far;
      }
      Thread.sleep(pause.toMillis());
    }
  }

  private void tellWhoStayed(long id) throws IOException, InterruptedException, RefusedException {
    JsonNode page = get("/" + id + "/report?outcome=STAYED&size=" + SHOWN_CASES);
    page.path("items").forEach(item -> out.printf("  %s%s stays: %s%n", item.path("caseNumber").asText(),
        item.path("elementName").isNull() ? "" : " at " + item.path("elementName").asText() + " ("
            + item.path("element").asText() + ")", item.path("why").asText()));
    if (page.path("total").asLong() > SHOWN_CASES) {
      out.println("  and more: GET " + url + "/api/models/migrations/" + id + "/report?outcome=STAYED&page=1");
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException, RefusedException {
    return answer(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/api/models/migrations" + path)).timeout(LONGEST_ANSWER)
        .header("Authorization", authorization);
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException, RefusedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new RefusedException("Refused (" + answer.statusCode() + ") " + detailOf(answer.body()));
    }
    return json.readTree(answer.body());
  }

  private String detailOf(String body) {
    try {
      return json.readTree(body).path("detail").asText();
    } catch (JsonProcessingException noProblem) {
      return "";
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
