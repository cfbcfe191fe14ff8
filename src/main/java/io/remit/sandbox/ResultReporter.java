package io.remit.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.contact.conversation.RobotCallResult.Outcome;
import io.remit.gateway.callback.CallbackSignature;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the results of calls, signed, and again if the report did not arrive. */
class ResultReporter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResultReporter.class);

  private static final int MOST_TRIES = 6;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int DAYS_TO_PAY = 5;

  private final SandboxRobotSettings settings;
  private final InstantSource machineTime;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(TIMEOUT).build();
  private final ScheduledExecutorService waiting = Executors.newScheduledThreadPool(2);

  ResultReporter(SandboxRobotSettings settings, InstantSource machineTime) {
    this.settings = settings;
    this.machineTime = machineTime;
  }

  /** Reports the result of a call when the settings' delay has passed. */
  void reportLater(PlacedCall call) {
    byte[] body = resultOf(call);
    var unused = waiting.schedule(() -> report(call, body, 1), settings.delay().toMillis(), TimeUnit.MILLISECONDS);
  }

  private byte[] resultOf(PlacedCall call) {
    PretendedAnswer answer = PretendedAnswer.of(call.to());
    // by the caller's clock: a demo's may be years away from the machine's
    Instant ended = call.placedAt().plus(answer.length());
    Map<String, String> result = new LinkedHashMap<>();
    result.put("reference", call.reference());
    result.put("answeredBy", answer.answeredBy().name());
    result.put("outcome", answer.outcome().name());
    if (answer.outcome() == Outcome.PROMISED) {
      result.put("promiseAmount", settings.promiseAmount());
      result.put("promiseDate", ended.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_TO_PAY).toString());
    }
    result.put("at", ended.toString());
    try {
      return json.writeValueAsBytes(result);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Texts can be written as JSON", impossible);
    }
  }

  private void report(PlacedCall call, byte[] body, int tries) {
    try {
      int status = http.send(signed(call, body), BodyHandlers.discarding()).statusCode();
      if (status < 500) {
        LOG.info("The result of {} was answered with {}", call, status);
        return;
      }
      again(call, body, tries, "answered with " + status);
    } catch (IOException failed) {
      again(call, body, tries, failed.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest signed(PlacedCall call, byte[] body) {
    String timestamp = String.valueOf(machineTime.instant().getEpochSecond());
    return HttpRequest.newBuilder(call.callbackUrl()).timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header(CallbackSignature.TIMESTAMP_HEADER, timestamp)
        .header(CallbackSignature.SIGNATURE_HEADER, CallbackSignature.of(settings.callbackSecret(), timestamp, body))
        .POST(BodyPublishers.ofByteArray(body)).build();
  }

  private void again(PlacedCall call, byte[] body, int tries, String problem) {
    if (tries == MOST_TRIES || waiting.isShutdown()) {
      LOG.error("The result of {} did not arrive: {}", call, problem);
      return;
    }
    LOG.warn("The result of {} did not arrive, trying again: {}", call, problem);
    var unused = waiting.schedule(() -> report(call, body, tries + 1), 1L << (tries - 1), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    waiting.shutdownNow();
  }
}
