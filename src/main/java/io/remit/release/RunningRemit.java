package io.remit.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.release.CommandWords.NotUnderstoodException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * A Remit that runs, as a command asks it: over its REST interface, as the user who gives the command. The password
 * comes from the environment alone, and goes over nothing but TLS to another machine.
 */
public final class RunningRemit {

  /** The options by which it is found. */
  public static final Set<String> OPTIONS = Set.of("--user", "--url");
  /** What a person has to give for it. */
  public static final String USAGE = """
        each with --user NAME [--url https://remit.example] and the password in REMIT_PASSWORD
        (and in REMIT_CODE the code of a second factor)
      """;

  static final String PASSWORD = "REMIT_PASSWORD";
  static final String CODE = "REMIT_CODE";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final String authorization;
  private final String code;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private RunningRemit(String url, String authorization, String code) {
    this.url = url;
    this.authorization = authorization;
    this.code = code;
  }

  /**
   * The one that the words name.
   *
   * @param environment has the password, and the code of a second factor
   * @throws NotUnderstoodException if there is no user or password, or the password would go where it must not
   */
  public static RunningRemit named(CommandWords words, Map<String, String> environment) {
    String user = words.needed("--user");
    String password = environment.getOrDefault(PASSWORD, "");
    if (password.isEmpty()) {
      throw new NotUnderstoodException("Put the password of " + user + " into the environment as " + PASSWORD);
    }
    String said = words.value("--url");
    return new RunningRemit(checked(said == null ? "http://localhost:8080" : said),
        "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)),
        environment.getOrDefault(CODE, ""));
  }

  private static String checked(String url) {
    URI base;
    try {
      base = URI.create(url);
    } catch (IllegalArgumentException odd) {
      throw new NotUnderstoodException(url + " is no address");
    }
    boolean here = base.getHost() != null && THIS_MACHINE.contains(base.getHost());
    if (!"https".equals(base.getScheme()) && !("http".equals(base.getScheme()) && here)) {
      throw new NotUnderstoodException("The password goes to another machine over https alone, not to " + url);
    }
    return url.replaceAll("/+$", "");
  }

  /** What it answered. */
  public record Answer(int status, JsonNode body) {

    /** Whether it did what was asked. */
    public boolean isGood() {
      return status / 100 == 2;
    }
  }

  /** Whether it answers one request and no more: the code of a second factor counts once. */
  public boolean isAskedOnce() {
    return !code.isEmpty();
  }

  /** Where it is. */
  public String url() {
    return url;
  }

  /**
   * Reads something.
   *
   * @param path with its query
   * @throws IOException if it cannot be reached, or answers as no Remit does
   */
  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Sends an order as JSON; as {@link #get}. */
  public Answer post(String path, Map<String, String> body) throws IOException, InterruptedException {
    return post(path, JSON.writeValueAsBytes(body), "application/json");
  }

  /** Sends a file; as {@link #get}. */
  Answer post(String path, byte[] body, String type) throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE)
        .header("Accept", "application/json, application/problem+json").header("Authorization", authorization);
    return code.isEmpty() ? request : request.header("X-Remit-Code", code);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    try {
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (JsonProcessingException notOurs) {
      throw new IOException("it answers " + answer.statusCode() + ", and not as Remit does", notOurs);
    }
  }

  /** What people wrote, so that it does not command the terminal of who reads it. */
  public static String plain(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\r\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]", "?");
  }
}
