package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Debian's nginx with the configuration of {@code deploy/nginx.conf}, before two servers that tell who they are. */
@Tag("long")
@EnabledIf("io.remit.access.Nginx#mustStart")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesBehindNginxTest {

  private static final int ADDRESSES = 12;

  private static HttpServer one;
  private static HttpServer other;
  private static Nginx nginx;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, GeneralSecurityException {
    one = node("one");
    other = node("other");
    nginx = new Nginx(folder.toRealPath(), Path.of("deploy", "nginx.conf"), Map.of(
        "server remit1:8080 ", "server 127.0.0.1:" + one.getAddress().getPort() + " ",
        "server remit2:8080 ", "server 127.0.0.1:" + other.getAddress().getPort() + " "));
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.close();
    }
    one.stop(0);
    other.stop(0);
  }

  private static HttpServer node(String name) throws IOException {
    HttpServer node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    node.createContext("/", exchange -> {
      byte[] answer = (name + " for " + exchange.getRequestHeaders().getFirst("X-Forwarded-For"))
          .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    });
    node.start();
    return node;
  }

  private static Map<String, String> answers() throws IOException {
    Map<String, String> answers = new TreeMap<>();
    for (int number = 1; number <= ADDRESSES; number++) {
      String address = "127.0.3." + number;
      Set<String> said = new TreeSet<>();
      for (int again = 0; again < 3; again++) {
        try (RawHttp http = nginx.from(address)) {
          said.add(http.send("GET", "/api/me", Map.of("Host", Nginx.NAME), null).body());
        }
      }
      assertThat(said).as("each time the same").hasSize(1);
      answers.put(address, said.iterator().next());
    }
    return answers;
  }

  @Test
  @Order(1)
  void anAddressComesToTheSameNodeEachTimeAndAllTogetherToBoth() throws IOException {
    Map<String, String> answers = answers();

    assertThat(answers).allSatisfy((address, said) -> assertThat(said).endsWith(" for " + address));
    assertThat(answers.values()).anyMatch(said -> said.startsWith("one "))
        .anyMatch(said -> said.startsWith("other "));
  }

  @Test
  @Order(2)
  void whenANodeIsGoneTheOtherAnswersAll() throws IOException {
    one.stop(0);

    assertThat(answers().values()).allMatch(said -> said.startsWith("other "));
  }
}
