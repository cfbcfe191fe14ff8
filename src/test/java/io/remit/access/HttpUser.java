package io.remit.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
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

  private final String server;
  private final String authorization;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  /** What is sent as the session's token against forged requests; null for the right one. */
  private String token;

  private HttpUser(int port, String authorization) {
    this.server = "http://localhost:" + port;
    this.authorization = authorization;
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
    HttpUser browser = nobody(port);
    HttpResponse<String> answer = browser.tryLogin(userId, app);
    if (answer.statusCode() != 200) {
      throw new AssertionError(userId + " cannot log in to " + app + ": " + answer.statusCode());
    }
    // the new session has a new token against forged requests, handed out with the next page
    browser.get("/camunda/app/" + app + "/default/");
    return browser;
  }

  /** From now on as a page of another site would make this browser send: it cannot read the token. */
  HttpUser guessing(String token) {
    this.token = token;
    return this;
  }

  HttpResponse<String> tryLogin(DemoUser user, String app) {
    return tryLogin(user.id(), app);
  }

  private HttpResponse<String> tryLogin(String userId, String app) {
    get("/camunda/app/" + app + "/default/");
    return send(request("/camunda/api/admin/auth/user/default/login/" + app)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("username=" + userId + "&password=" + userId)));
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

  HttpResponse<String> postFromOtherSite(String path) {
    return send(request(path).header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.noBody()));
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
