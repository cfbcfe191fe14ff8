package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who may read all and asks for the same while it is counted gets that answer; nobody else does. */
class SharedAnswersTest {

  private static final String COUNT = "/camunda/api/engine/engine/default/process-instance/count";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch counted = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch checked = new CountDownLatch(2);
  private int status = HttpServletResponse.SC_OK;

  private final SharedAnswers answers = new SharedAnswers(
      request -> Optional.ofNullable(request.getRemoteUser()), user -> {
        checked.countDown();
        return user.startsWith("manager");
      });

  /** Counts for the first who asks until the test lets it end, and says whom it answers. */
  private final FilterChain engine = (request, response) -> {
    String user = ((HttpServletRequest) request).getRemoteUser();
    if (asked.incrementAndGet() == 1) {
      begun.countDown();
      await(counted);
    }
    ((HttpServletResponse) response).setStatus(status);
    response.setContentType("application/json");
    response.getOutputStream().write(("counted for " + user).getBytes(StandardCharsets.UTF_8));
  };

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void whoAsksTheSameMeanwhileGetsTheSameAnswer() throws Exception {
    Future<String> first = ask("manager1", "{}");
    await(begun);
    Future<String> second = ask("manager2", "{}");
    await(checked);
    counted.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("counted for manager1");
    assertThat(second.get(10, TimeUnit.SECONDS)).isIn("counted for manager1", "counted for manager2");
    assertThat(ask("manager2", "{}").get(10, TimeUnit.SECONDS)).as("nothing is kept")
        .isEqualTo("counted for manager2");
  }

  @Test
  void whoMayNotReadAllOrIsNobodyOrAsksForSomethingElseIsAnsweredForThemselves() throws Exception {
    Future<String> first = ask("manager1", "{}");
    await(begun);

    assertThat(ask("owner1", "{}").get(10, TimeUnit.SECONDS)).isEqualTo("counted for owner1");
    assertThat(ask(null, "{}").get(10, TimeUnit.SECONDS)).isEqualTo("counted for null");
    assertThat(ask("manager2", "{\"businessKey\": \"C1\"}").get(10, TimeUnit.SECONDS))
        .isEqualTo("counted for manager2");
    assertThat(ask("manager2", "{\"businessKey\": \"é\"}").get(10, TimeUnit.SECONDS))
        .isEqualTo("counted for manager2");
    assertThat(first.isDone()).isFalse();
    counted.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("counted for manager1");
  }

  @Test
  void aRefusalIsNobodyElses() throws Exception {
    status = HttpServletResponse.SC_FORBIDDEN;
    Future<String> first = ask("manager1", "{}");
    await(begun);
    Future<String> second = ask("manager2", "{}");
    await(checked);
    counted.countDown();

    first.get(10, TimeUnit.SECONDS);
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("counted for manager2");
  }

  private Future<String> ask(String user, String body) {
    return threads.submit(() -> {
      MockHttpServletRequest request = new MockHttpServletRequest("POST", COUNT);
      request.setRemoteUser(user);
      request.setContent(body.getBytes(StandardCharsets.UTF_8));
      MockHttpServletResponse response = new MockHttpServletResponse();
      answers.doFilter(request, response, engine);
      return response.getContentAsString();
    });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
