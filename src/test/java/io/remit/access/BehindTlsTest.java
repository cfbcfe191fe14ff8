package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remit as it runs in production: behind a proxy that ends TLS, and under a name of its own. */
@Tag("own-application")
class BehindTlsTest {

  private static final Map<String, String> PROXIED =
      Map.of("Host", "collect.example", "X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.7");

  @Test
  void whoComesOverTlsIsHeldToIt(@TempDir Path folder) throws Exception {
    try (StartedDemo demo = new StartedDemo(folder, "2026-03-02T08:00:00Z",
        "--server.forward-headers-strategy=native", "--remit.public-url=https://collect.example",
        "--remit.hosts=inside.example,10.0.0.7"); RawHttp http = new RawHttp(demo.port())) {

      for (String target : List.of("/camunda/app/tasklist/default/", "/api/me", "/verify", "/camunda/lib/deps.js")) {
        assertThat(http.send("GET", target, PROXIED, null).headers()).as(target)
            .containsEntry("strict-transport-security", "max-age=31536000");
      }
      assertThat(http.cookiesOfALogin("collector1", "tasklist", PROXIED))
          .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
          .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
          .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite=Lax"))
          .allMatch(cookie -> cookie.contains("HttpOnly") || cookie.startsWith("XSRF-TOKEN="));
      assertThat(http.send("GET", "/", PROXIED, null).headers().get("location"))
          .startsWith("https://collect.example/camunda/app/");

      for (String host : List.of("inside.example", "10.0.0.7:8080", "localhost", "COLLECT.example")) {
        assertThat(http.send("GET", "/verify", Map.of("Host", host), null).status()).as(host).isEqualTo(200);
      }
      for (String host : List.of("evil.example", "collect.example.evil.example", "10.0.0.8")) {
        assertThat(http.send("GET", "/verify", Map.of("Host", host), null).status()).as(host).isEqualTo(400);
      }
    }
  }
}
