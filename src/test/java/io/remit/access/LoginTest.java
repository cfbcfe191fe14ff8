package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * Logging in to the web apps as a browser does it that keeps its cookies by hand, so that the answers to requests can
 * come in any order.
 */
@DemoTest
class LoginTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String WHO = "/camunda/api/admin/auth/user/default";
  private static final String SESSION = "JSESSIONID";
  private static final String TOKEN = "XSRF-TOKEN";

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort
  private int port;
  @Autowired
  private ServletWebServerApplicationContext application;

  @ParameterizedTest
  @CsvSource({"tasklist, collector1", "cockpit, manager1", "admin, admin", "welcome, collector1"})
  void anAnswerToARequestFromBeforeTheLoginDoesNotEndTheLogin(String app, String user) {
    Map<String, String> pageBefore = afterLoadingThePage(app, Map.of());
    Map<String, String> loggedOut = loggedIn(app, user);
    post(WHO + "/logout", loggedOut);
    for (Map<String, String> before : List.of(Map.<String, String>of(), pageBefore, loggedOut,
        Map.of(SESSION, "0123456789ABCDEF", TOKEN, "0123456789ABCDEF"))) {
      for (String asked : requestsOfTheLoginPage(app)) {
        Map<String, String> browser = loggedIn(app, user, before);
        HttpResponse<String> late = get(asked, before);
        Map<String, String> after = takeCookies(browser, late);

        assertThat(after).as("%s with %s", asked, before.keySet()).isEqualTo(browser);
        assertThat(get(WHO, after).body()).as(asked).contains("\"userId\":\"" + user + "\"");
        HttpResponse<String> posted = post(ENGINE + "/identity/password-policy", after);
        assertThat(posted.statusCode()).as("%s: %s", asked, posted.body()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void theAnswerToAWrongPasswordThatComesAfterTheRightOneDoesNotEndTheLogin(String app) {
    Map<String, String> browser = loggedIn(app, "admin");

    HttpResponse<String> late = login(app, "nobody", "wrong", Map.of());

    // who guesses too often has to wait
    assertThat(late.statusCode()).isIn(401, 429);
    assertThat(takeCookies(browser, late)).isEqualTo(browser);
    assertThat(login(app, "nobody", "wrong", browser).statusCode()).as("beside the session").isIn(401, 429);
    assertThat(post(ENGINE + "/identity/password-policy", browser).statusCode()).isEqualTo(200);
  }

  @Test
  void theAnswerToTheLoginHasTheSessionAndItsToken() {
    Map<String, String> first = loggedIn("tasklist", "collector1");
    assertThat(first).containsOnlyKeys(SESSION, TOKEN);
    assertThat(post(ENGINE + "/identity/password-policy", first).statusCode()).as("before any page was loaded")
        .isEqualTo(200);

    Map<String, String> second = loggedIn("tasklist", "collector2", first);

    assertThat(second.get(SESSION)).isNotEqualTo(first.get(SESSION));
    assertThat(second.get(TOKEN)).isNotEqualTo(first.get(TOKEN));
    assertThat(get(WHO, second).body()).contains("collector2");
    assertThat(get(WHO, first).statusCode()).as("the session before").isEqualTo(404);
    Map<String, String> withOldToken = new LinkedHashMap<>(second);
    withOldToken.put(TOKEN, first.get(TOKEN));
    assertThat(post(ENGINE + "/identity/password-policy", withOldToken).statusCode()).isEqualTo(403);
  }

  @Test
  void theSessionEndsWithTheLogout() {
    Map<String, String> browser = loggedIn("tasklist", "collector1");
    int sessions = sessions().getActiveSessions();

    assertThat(post(WHO + "/logout", browser).statusCode()).isEqualTo(200);

    assertThat(sessions().getActiveSessions()).isEqualTo(sessions - 1);
    assertThat(get(ENGINE + "/task", browser).statusCode()).isEqualTo(401);
  }

  @Test
  void whoeverIsNotLoggedInGetsNoSessionAndNoCookie() {
    long begun = sessions().getSessionCounter();
    List<String> paths = new ArrayList<>(List.of("/", "/camunda", "/camunda/", "/camunda/app/", "/error",
        "/favicon.ico", "/api/cases", "/api/docs", "/actuator/health", "/verify", "/nothing-of-this-name",
        ENGINE + "/no-such-route"));
    for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
      paths.addAll(requestsOfTheLoginPage(app));
    }
    for (Map<String, String> cookies : List.of(Map.<String, String>of(), Map.of(SESSION, "A1", TOKEN, "B2"))) {
      for (String path : paths) {
        for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE")) {
          HttpResponse<String> answer = send(method, path, "", cookies);
          assertThat(answer.headers().allValues("Set-Cookie")).as("%s %s", method, path).isEmpty();
        }
      }
      assertThat(login("tasklist", "nobody", "wrong", cookies).headers().allValues("Set-Cookie")).isEmpty();
    }
    assertThat(sessions().getSessionCounter()).isEqualTo(begun);
  }

  @ParameterizedTest
  @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://elsewhere.example",
      "Origin, null"})
  void anotherSitesPageLogsNobodyIn(String header, String value) {
    HttpRequest forged = loginRequest("tasklist", "collector1", "collector1").header(header, value).build();

    HttpResponse<String> answer = send(forged);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none", "Origin, http://localhost:"})
  void theLoginPageLogsIn(String header, String value) {
    String sent = value.endsWith(":") ? value + port : value;
    HttpRequest own = loginRequest("tasklist", "collector1", "collector1").header(header, sent).build();

    assertThat(send(own).statusCode()).isEqualTo(200);
  }

  /** What the browser asks while somebody types his password, and what comes soon after. */
  private static List<String> requestsOfTheLoginPage(String app) {
    return List.of("/camunda/app/" + app + "/default/", "/camunda/app/" + app + "/locales/en.json", WHO,
        "/camunda/api/engine/engine/", "/camunda/api/" + app + "/plugin/no-such/default/x", ENGINE + "/task",
        "/camunda/api/admin/setup-available/engine/default/user/create");
  }

  private Map<String, String> afterLoadingThePage(String app, Map<String, String> cookies) {
    return takeCookies(cookies, get("/camunda/app/" + app + "/default/", cookies));
  }

  private Map<String, String> loggedIn(String app, String user) {
    return loggedIn(app, user, Map.of());
  }

  private Map<String, String> loggedIn(String app, String user, Map<String, String> before) {
    HttpResponse<String> answer = login(app, user, user, before);
    assertThat(answer.statusCode()).as("%s: %s", app, answer.body()).isEqualTo(200);
    return takeCookies(before, answer);
  }

  private HttpResponse<String> login(String app, String user, String password, Map<String, String> cookies) {
    return send(withCookies(loginRequest(app, user, password), cookies).build());
  }

  private HttpRequest.Builder loginRequest(String app, String user, String password) {
    return request("/camunda/api/admin/auth/user/default/login/" + app)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("username=" + user + "&password=" + password));
  }

  private HttpResponse<String> get(String path, Map<String, String> cookies) {
    return send(withCookies(request(path).GET(), cookies).build());
  }

  private HttpResponse<String> post(String path, Map<String, String> cookies) {
    return send("POST", path, "{\"password\": \"x\"}", cookies);
  }

  private HttpResponse<String> send(String method, String path, String body, Map<String, String> cookies) {
    return send(withCookies(request(path).header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body)), cookies).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static HttpRequest.Builder withCookies(HttpRequest.Builder request, Map<String, String> cookies) {
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
          .collect(Collectors.joining("; ")));
    }
    return cookies.containsKey(TOKEN) ? request.header("X-XSRF-TOKEN", cookies.get(TOKEN)) : request;
  }

  /** The cookies of a browser when it has read an answer. */
  private static Map<String, String> takeCookies(Map<String, String> cookies, HttpResponse<String> answer) {
    Map<String, String> kept = new LinkedHashMap<>(cookies);
    for (String header : answer.headers().allValues("Set-Cookie")) {
      String cookie = header.split(";")[0];
      kept.put(cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1));
    }
    return kept;
  }

  private Manager sessions() {
    TomcatWebServer server = (TomcatWebServer) application.getWebServer();
    return ((Context) server.getTomcat().getHost().findChildren()[0]).getManager();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
