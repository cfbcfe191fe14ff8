package io.remit.gateway.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.remit.database.PostgresDatabase;
import io.remit.database.WaitingSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.ErrorResponseException;

/** The same call-back at two nodes at once. */
@Tag("long")
class CallbackOnPostgresTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final CallbackSecrets SECRETS = new CallbackSecrets(List.of("first-secret-of-the-gateway-00001"));

  private static PostgresDatabase postgres;
  private static HikariDataSource database;

  private final AtomicInteger effects = new AtomicInteger();

  @BeforeAll
  static void start() {
    postgres = PostgresDatabase.create();
    database = new HikariDataSource();
    database.setDataSource(postgres.dataSource());
    Flyway.configure().dataSource(database).load().migrate();
  }

  @AfterAll
  static void stop() {
    database.close();
    postgres.close();
  }

  @BeforeEach
  void forgetAll() {
    JdbcClient.create(database).sql("delete from gateway_callback").update();
  }

  @Test
  void aCallbackAtTwoNodesAtOnceTakesEffectOnce() throws Exception {
    CountDownLatch secondWaits = new CountDownLatch(1);
    CompletableFuture<Void> first = firstNode(() -> {
    }, secondWaits);
    CompletableFuture<Throwable> second = secondNode();
    WaitingSessions.awaitOne(database);
    secondWaits.countDown();

    first.get(10, TimeUnit.SECONDS);
    assertThat(second.get(10, TimeUnit.SECONDS)).isInstanceOfSatisfying(ErrorResponseException.class,
        refusal -> assertThat(refusal.getStatusCode().value()).isEqualTo(409));
    assertThat(effects).hasValue(1);
  }

  @Test
  void aCallbackWhoseEffectFailsAtOneNodeTakesEffectAtTheOther() throws Exception {
    CountDownLatch secondWaits = new CountDownLatch(1);
    CompletableFuture<Void> first = firstNode(() -> {
      throw new IllegalStateException("the first node fails");
    }, secondWaits);
    CompletableFuture<Throwable> second = secondNode();
    WaitingSessions.awaitOne(database);
    secondWaits.countDown();

    assertThat(catchThrowable(() -> first.get(10, TimeUnit.SECONDS))).hasRootCauseMessage("the first node fails");
    assertThat(second.get(10, TimeUnit.SECONDS)).isNull();
    assertThat(effects).hasValue(1);
  }

  @Test
  void callbacksAreForgottenWhenTheirTimeStampsAreTooOld() throws IOException {
    node(NOW).receive(callback(NOW), SECRETS, fields -> effects.incrementAndGet());

    assertThat(log(NOW.plus(Duration.ofMinutes(11))).removeOld()).isZero();
    assertThat(log(NOW.plus(Duration.ofMinutes(61))).removeOld()).isEqualTo(1);
  }

  /** Returns when the first node has noted the call-back and is at its effect. */
  private CompletableFuture<Void> firstNode(Runnable outcome, CountDownLatch secondWaits)
      throws InterruptedException {
    CountDownLatch atItsEffect = new CountDownLatch(1);
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> receive(() -> {
      atItsEffect.countDown();
      await(secondWaits);
      outcome.run();
    }));
    assertThat(atItsEffect.await(10, TimeUnit.SECONDS)).isTrue();
    return first;
  }

  private CompletableFuture<Throwable> secondNode() {
    return CompletableFuture.supplyAsync(() -> catchThrowable(() -> receive(() -> {
    })));
  }

  private void receive(Runnable effect) {
    try {
      node(NOW).receive(callback(NOW), SECRETS, fields -> {
        effect.run();
        effects.incrementAndGet();
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SignedCallbacks node(Instant now) {
    return new SignedCallbacks(window(now), log(now), new ObjectMapper(), new DataSourceTransactionManager(database));
  }

  private static CallbackLog log(Instant now) {
    return new CallbackLog(JdbcClient.create(database), window(now));
  }

  private static CallbackWindow window(Instant now) {
    return new CallbackWindow(Clock.fixed(now, ZoneOffset.UTC));
  }

  private static MockHttpServletRequest callback(Instant signedAt) {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(signedAt.getEpochSecond());
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/gateway/sms/status");
    request.setContent(body);
    request.addHeader("Remit-Timestamp", timestamp);
    request.addHeader("Remit-Signature", CallbackSignature.of(SECRETS.values().get(0), timestamp, body));
    return request;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
