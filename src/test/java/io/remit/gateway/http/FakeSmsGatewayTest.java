package io.remit.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other tests rely on when they let the fake gateway run as a process of its own. */
@Tag("long")
class FakeSmsGatewayTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir
  Path folder;

  private FakeSmsGateway start(boolean lookUp, boolean recognisesRepeats, Duration delay) throws IOException {
    return FakeSmsGateway.start(
        new FakeSmsGateway.Settings(0, folder.resolve("taken.jsonl"), lookUp, recognisesRepeats, Duration.ZERO, delay));
  }

  private static int post(FakeSmsGateway gateway, String reference) {
    return status(HttpRequest.newBuilder(URI.create(gateway.url() + "/messages")).POST(BodyPublishers.ofString(
        "{\"reference\":\"" + reference + "\",\"to\":\"+4930123456\",\"text\":\"Hello\"}")));
  }

  private static int ask(FakeSmsGateway gateway, String reference) {
    return status(HttpRequest.newBuilder(URI.create(gateway.url() + "/messages?reference=" + reference)));
  }

  private static int status(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> references() throws IOException {
    try (var lines = Files.lines(folder.resolve("taken.jsonl"))) {
      return lines.map(FakeSmsGatewayTest::reference).toList();
    }
  }

  private static String reference(String line) {
    try {
      return new ObjectMapper().readTree(line).path("reference").asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void eachMessageIsALineBeforeItIsAnsweredAndARepeatIsNone() throws IOException {
    try (FakeSmsGateway gateway = start(true, true, Duration.ofMillis(20))) {
      assertThat(post(gateway, "1-1")).isEqualTo(201);
      assertThat(references()).containsExactly("1-1");
      assertThat(post(gateway, "1-1")).isEqualTo(200);
      assertThat(ask(gateway, "1-1")).isEqualTo(200);
      assertThat(ask(gateway, "1-2")).isEqualTo(404);
      assertThat(references()).containsExactly("1-1");
    }
  }

  @Test
  void withoutMemoryItTakesTheSameMessageAgainAndCannotBeAsked() throws IOException {
    try (FakeSmsGateway gateway = start(false, false, Duration.ZERO)) {
      assertThat(post(gateway, "1-1")).isEqualTo(201);
      assertThat(post(gateway, "1-1")).isEqualTo(201);
      assertThat(ask(gateway, "1-1")).isEqualTo(501);
      assertThat(references()).containsExactly("1-1", "1-1");
    }
  }

  @Test
  void theSameMessageFromManyAtOnceIsOneLine() throws IOException {
    try (FakeSmsGateway gateway = start(true, true, Duration.ZERO)) {
      assertThat(IntStream.range(0, 200).parallel().map(number -> post(gateway, "1-" + number % 50)))
          .containsOnly(200, 201);

      assertThat(references()).hasSize(50).doesNotHaveDuplicates();
    }
  }
}
