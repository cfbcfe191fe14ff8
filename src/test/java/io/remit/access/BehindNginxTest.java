package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.access.RawHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remit behind Debian's nginx, with the configuration of the documentation. */
@Tag("own-application")
@EnabledIf("io.remit.access.Nginx#mustStart")
class BehindNginxTest {

  private static final String PUBLIC = "https://" + Nginx.NAME;
  private static final Map<String, String> HOST = Map.of("Host", Nginx.NAME);
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";

  private static StartedDemo demo;
  private static Nginx nginx;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, GeneralSecurityException {
    demo = new StartedDemo(folder, "2026-03-02T08:00:00Z", "--server.forward-headers-strategy=native",
        "--remit.public-url=" + PUBLIC, "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.2");
    nginx = new Nginx(folder.toRealPath(), demo.port());
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.close();
    }
    demo.close();
  }

  @Test
  void whoComesWithoutTlsIsSentToThePublicAddressAndNoOtherNameIsAnswered() throws Exception {
    try (RawHttp http = new RawHttp(nginx.plainPort())) {
      for (String host : List.of(Nginx.NAME, "evil.example", "localhost")) {
        Answer answer = http.send("GET", "/camunda/app/tasklist/default/?a=b", Map.of("Host", host), null);
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.headers()).containsEntry("location", PUBLIC + "/camunda/app/tasklist/default/?a=b");
      }
    }
    assertThatThrownBy(() -> nginx.connect("127.0.0.1", "evil.example")).isInstanceOf(SSLException.class);
    try (RawHttp http = nginx.from("127.0.0.1")) {
      assertThat(http.send("GET", "/verify", Map.of("Host", "evil.example"), null).status())
          .as("by a name that is not the one of the handshake").isEqualTo(421);
    }
  }

  @Test
  void answersAreHeldToTlsCookiesToItAndRedirectsToThePublicAddress() throws Exception {
    try (RawHttp http = nginx.from("127.0.0.1")) {
      for (String path : List.of("/camunda/app/tasklist/default/", "/api/me", "/camunda/lib/deps.js",
          "/actuator/health")) {
        assertThat(http.send("GET", path, HOST, null).headers()).as(path)
            .containsEntry("strict-transport-security", "max-age=31536000");
      }
      assertThat(http.cookiesOfALogin("collector1", "tasklist", HOST))
          .anyMatch(cookie -> cookie.startsWith("JSESSIONID=")).anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
          .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite=Lax"))
          .allMatch(cookie -> cookie.contains("HttpOnly") || cookie.startsWith("XSRF-TOKEN="));
      for (Map<String, String> headers : List.of(HOST, Map.of("Host", Nginx.NAME, "X-Forwarded-Host", "evil.example",
          "X-Forwarded-Proto", "http", "X-Forwarded-Port", "8443", "Forwarded", "host=evil.example;proto=http"))) {
        assertThat(http.send("GET", "/", headers, null).headers().get("location")).startsWith(PUBLIC + "/camunda/app/");
      }
      assertThat(http.send("GET", "/actuator/prometheus", HOST, null).status()).isEqualTo(404);
    }
  }

  @Test
  void nobodyBecomesAnotherAddressByWhatTheySay() throws Exception {
    Map<String, String> lies = Map.of("Host", Nginx.NAME, "X-Forwarded-For", "203.0.113.9", "Forwarded",
        "for=203.0.113.9", "X-Real-IP", "203.0.113.9", "Content-Type", "application/x-www-form-urlencoded");
    try (RawHttp guest = nginx.from("127.0.0.5"); RawHttp straight = new RawHttp(demo.port())) {
      assertThat(guest.send("POST", LOGIN, lies, "username=legal1&password=wrong").status()).isEqualTo(401);
      assertThat(addressOfTheLastRefusal("legal1")).isEqualTo("127.0.0.5");

      assertThat(straight.send("POST", LOGIN, lies, "username=field1&password=wrong").status()).isEqualTo(401);
      assertThat(addressOfTheLastRefusal("field1")).as("past the proxy").isEqualTo("127.0.0.1");
      assertThat(straight.send("GET", "/", Map.of("X-Forwarded-Proto", "https"), null).headers())
          .doesNotContainKey("strict-transport-security");

      List<Integer> guesses = new ArrayList<>();
      for (int guess = 0; guess < 8; guess++) {
        Map<String, String> as = new HashMap<>(lies);
        as.put("X-Forwarded-For", "203.0.113." + guess);
        guesses.add(guest.send("POST", LOGIN, as, "username=legal1&password=wrong").status());
      }
      assertThat(guesses).as("guesses count for the address that there is").contains(401, 429).endsWith(429);
      try (RawHttp other = nginx.from("127.0.9.6")) {
        assertThat(other.send("POST", LOGIN, lies, "username=legal1&password=legal1").status())
            .as("another address has to wait for nobody").isEqualTo(200);
      }
    }
  }

  private static String addressOfTheLastRefusal(String userId) {
    return demo.bean(JdbcClient.class).sql("""
        select address from audit_event where kind = 'LOGIN_REFUSED' and user_id = :user order by event_id desc limit 1
        """).param("user", userId).query(String.class).single();
  }

  @Test
  void whatIsTooLargeIsRefusedAtTheProxyAndByRemitItself() throws Exception {
    String large = "{\"x\": \"" + "a".repeat(1_100_000) + "\"}";
    Map<String, String> json = Map.of("Host", Nginx.NAME, "Content-Type", "application/json");
    try (RawHttp http = nginx.from("127.0.0.1")) {
      assertThat(http.send("POST", "/camunda/api/engine/engine/default/task", json, large).status()).isEqualTo(413);
    }
    try (RawHttp http = nginx.from("127.0.0.1")) {
      assertThat(http.send("GET", "/verify", Map.of("Host", Nginx.NAME, "X-Large", "a".repeat(40_000)), null).status())
          .isIn(400, 414, 431);
    }
    try (RawHttp straight = new RawHttp(demo.port())) {
      Answer answer = straight.send("POST", "/camunda/api/engine/engine/default/task",
          Map.of("Content-Type", "application/json"), large);
      assertThat(answer.status()).isIn(400, 413);
      assertThat(answer.body()).contains("more than any page of Remit sends");
      assertThat(straight.send("GET", "/verify", Map.of("X-Large", "a".repeat(40_000)), null).status())
          .isIn(400, 431);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LOGIN, "/password", "/verify", "/partner-application"})
  void tooManyRequestsFromOneAddressAreSlowedDown(String path) throws Exception {
    String address = "127.7.0." + (10 + Math.floorMod(path.hashCode(), 200));
    List<Integer> answers = new ArrayList<>();
    try (RawHttp http = nginx.from(address); RawHttp other = nginx.from("127.8.0.1")) {
      for (int request = 0; request < 60; request++) {
        answers.add(http.send("GET", path, HOST, null).status());
      }
      assertThat(answers.subList(0, 20)).doesNotContain(429);
      assertThat(answers.subList(40, 60)).contains(429);
      assertThat(other.send("GET", path, HOST, null).status()).isNotEqualTo(429);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 4\r\nTransfer-Encoding: chunked",
      "Transfer-Encoding: chunked\r\nContent-Length: 4",
      "Content-Length: 4\r\nContent-Length: 40", "Content-Length: 4, 4", "Content-Length: +4", "Content-Length: 0x4",
      "Transfer-Encoding: chunked, identity", "Transfer-Encoding: xchunked",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"})
  void aRequestThatTwoCouldReadDifferentlyIsRefused(String lengths) throws Exception {
    for (String host : List.of(Nginx.NAME, "localhost")) {
      try (RawHttp http = host.equals(Nginx.NAME) ? nginx.from("127.0.0.1") : new RawHttp(demo.port())) {
        Answer answer = http.sendAsItIs("POST /password HTTP/1.1\r\nHost: " + host + "\r\n" + lengths
            + "\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertThat(answer.status()).as("%s at %s", lengths, host).isIn(400, 501, 415);
        if (answer.status() != 415) {
          assertThat(answer.headers()).as("the rest is not read as a request").containsEntry("connection", "close");
        } else {
          assertThat(host).as("what nginx lets through it has written anew").isEqualTo("localhost");
        }
      }
    }
  }

  @Test
  void noConnectionIsTurnedIntoAnotherAndPathsComeAsTheyWereSent() throws Exception {
    try (RawHttp http = nginx.from("127.0.0.1")) {
      assertThat(http.send("GET", "/verify", Map.of("Host", Nginx.NAME, "Connection", "Upgrade", "Upgrade", "websocket",
          "Sec-WebSocket-Version", "13", "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), null).status())
          .isEqualTo(200);
      for (String path : List.of("/api//me", "/api/%2e%2e/api/me", "/api/me;x=y", "/camunda/app/../api/engine/")) {
        Answer answer = http.send("GET", path, HOST, null);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.body()).as(path).contains("is not written in the plain way");
      }
    }
  }

  @Test
  void whoSendsSlowlyIsNotWaitedFor() throws Exception {
    try (SSLSocket socket = nginx.connect("127.0.0.1", Nginx.NAME)) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      socket.getOutputStream().write(("POST /password HTTP/1.1\r\nHost: " + Nginx.NAME
          + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nuser=")
          .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).as("408, or closed without a word").matches("(?s)(HTTP/1.1 408.*)?");
    }
  }
}
