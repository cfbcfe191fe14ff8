package io.remit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody who talks to a started Remit, by HTTP Basic or as one who is logged in to a web app. */
class HttpUser {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String server;
  private final String authorization;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  /** What is sent as the session's token against forged requests; null for the right one. */
  private String token;
  private String language;
  private String code;

  private HttpUser(int port, String authorization) {
    this.server = "http://localhost:" + port;
    this.authorization = authorization;
  }

  /** An answer's JSON, whatever its status. */
  static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(answer.body(), noJson);
    }
  }

  static HttpUser nobody(int port) {
    return new HttpUser(port, null);
  }

  static HttpUser withPassword(int port, String userId, String password) {
    String credentials = userId + ":" + password;
    return new HttpUser(port,
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  static HttpUser withPassword(int port, DemoUser user) {
    return withPassword(port, user.id(), user.id());
  }

  static HttpUser loggedIn(int port, DemoUser user, String app) {
    return loggedIn(port, user.id(), app);
  }

  /** @param userId which is the password, too */
  static HttpUser loggedIn(int port, String userId, String app) {
    return loggedIn(port, userId, userId, app);
  }

  static HttpUser loggedIn(int port, String userId, String password, String app) {
    HttpUser browser = nobody(port);
    HttpResponse<String> answer = browser.tryLogin(userId, password, app);
    if (answer.statusCode() != 200) {
      throw new AssertionError(userId + " cannot log in to " + app + ": " + answer.statusCode());
    }
    return browser;
  }

  /** From now on in this language. */
  HttpUser in(String language) {
    this.language = language;
    return this;
  }

  /** From now on with this code of a second factor. */
  HttpUser withCode(String code) {
    this.code = code;
    return this;
  }

  /** From now on as a page of another site would make this browser send: it cannot read the token. */
  HttpUser guessing(String token) {
    this.token = token;
    return this;
  }

  HttpResponse<String> tryLogin(DemoUser user, String app) {
    return tryLogin(user.id(), user.id(), app);
  }

  HttpResponse<String> tryLogin(String userId, String password, String app) {
    get("/camunda/app/" + app + "/default/");
    return postForm("/camunda/api/admin/auth/user/default/login/" + app,
        Map.of("username", userId, "password", password));
  }

  HttpResponse<String> postForm(String path, Map<String, String> fields) {
    String form = fields.entrySet().stream().map(field -> field.getKey() + "="
        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> head(String path) {
    return send(request(path).method("HEAD", BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, String json) {
    return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> postBytes(String path, String type, byte[] body) {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> put(String path, String json) {
    return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> postCsv(String path, String csv) {
    return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
  }

  HttpResponse<String> getCsv(String path) {
    return send(request(path).header("Accept", "text/csv").GET());
  }

  String postForHal(String path, String json) {
    return send(request(path).header("Content-Type", "application/json").header("Accept", "application/hal+json")
        .POST(BodyPublishers.ofString(json))).body();
  }

  /** Sends one file as a form of a page does. */
  HttpResponse<String> upload(String path, String fileName, String content) {
    String part = "--part\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + fileName
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--part--\r\n";
    return send(request(path).header("Content-Type", "multipart/form-data; boundary=part")
        .POST(BodyPublishers.ofString(part)));
  }

  HttpResponse<String> postFromOtherSite(String path) {
    return send(request(path).header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.noBody()));
  }

  HttpResponse<String> send(String method, String path, String json) {
    return send(request(path).header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(json)));
  }

  HttpResponse<String> call(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  /** What is sent along so that he is known: the cookies of his session and the token of its pages. */
  Map<String, String> session() {
    Map<String, String> headers = new HashMap<>();
    List<HttpCookie> sent = cookies.getCookieStore().getCookies();
    headers.put("Cookie", sent.stream().map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; ")));
    token().ifPresent(value -> headers.put("X-XSRF-TOKEN", value));
    return headers;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (language != null) {
      request.header("Accept-Language", language);
    }
    if (code != null) {
      request.header("X-Remit-Code", code);
    }
    token().ifPresent(value -> request.setHeader("X-XSRF-TOKEN", value));
    return request;
  }

  private Optional<String> token() {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(cookie -> token == null ? cookie.getValue() : token).findFirst();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
