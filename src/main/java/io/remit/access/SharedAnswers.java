package io.remit.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Counts the portfolio once for all who ask Cockpit for the same number at the same moment. Whoever comes while it is
 * counted waits for that answer; nothing is kept when it is there.
 *
 * <p>It is for those alone who {@linkplain ReadsAll may read everything}, as is asked anew for each request: their
 * answers differ in nothing. Each of them has passed the guards before; everybody else is answered by the engine.
 */
@Component
class SharedAnswers extends OncePerRequestFilter {

  private static final String ENGINE = "/camunda/api/engine/engine/[^/]+";
  private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/[^/]+";
  private static final Pattern COUNTS_ALL = Pattern.compile(String.join("|", List.of(
      "GET " + ENGINE + "/process-definition/([^/]+/)?statistics",
      "GET " + ENGINE + "/task/count",
      "POST " + ENGINE + "/process-instance/count",
      "GET " + COCKPIT + "/process-definition/statistics(-count)?",
      "POST " + COCKPIT + "/process-definition/[^/]+/called-process-definitions",
      "POST " + COCKPIT + "/process-instance(/count)?")));
  private static final int LONGEST_BODY = 1_000_000;
  private static final int WAITS_SECONDS = 60;
  /** What stands for a character that is no ASCII. */
  private static final char UNREADABLE = '\uFFFD';

  private final Function<HttpServletRequest, Optional<String>> caller;
  private final Predicate<String> readsAll;
  private final Map<Question, CompletableFuture<Optional<Answer>>> asked = new ConcurrentHashMap<>();

  /** Two who send the same in each of these get the same. */
  private record Question(String method, String address, @Nullable String query, @Nullable String accept,
      @Nullable String language, String body) {
  }

  private record Answer(@Nullable String type, byte[] body) {
  }

  @Autowired
  SharedAnswers(WebAppLogin login, ReadsAll readsAll) {
    this(login::userIn, readsAll::is);
  }

  SharedAnswers(Function<HttpServletRequest, Optional<String>> caller, Predicate<String> readsAll) {
    this.caller = caller;
    this.readsAll = readsAll;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !COUNTS_ALL.matcher(request.getMethod() + " " + request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RememberedBody remembered = new RememberedBody(request, LONGEST_BODY);
    if (remembered.text().indexOf(UNREADABLE) >= 0 || caller.apply(request).filter(readsAll).isEmpty()) {
      chain.doFilter(remembered, response);
      return;
    }
    Question question = new Question(request.getMethod(), request.getRequestURI(), request.getQueryString(),
        request.getHeader(HttpHeaders.ACCEPT), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), remembered.text());
    CompletableFuture<Optional<Answer>> own = new CompletableFuture<>();
    CompletableFuture<Optional<Answer>> others = asked.putIfAbsent(question, own);
    if (others == null) {
      answerForAll(question, own, remembered, response, chain);
      return;
    }
    Optional<Answer> answer = waitFor(others);
    if (answer.isPresent()) {
      response.setContentType(answer.get().type());
      response.getOutputStream().write(answer.get().body());
    } else {
      chain.doFilter(remembered, response);
    }
  }

  private void answerForAll(Question question, CompletableFuture<Optional<Answer>> own, HttpServletRequest request,
      HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    ContentCachingResponseWrapper written = new ContentCachingResponseWrapper(response);
    try {
      chain.doFilter(request, written);
      if (written.getStatus() == HttpServletResponse.SC_OK) {
        own.complete(Optional.of(new Answer(written.getContentType(), written.getContentAsByteArray())));
      }
    } finally {
      asked.remove(question, own);
      own.complete(Optional.empty());
    }
    written.copyBodyToResponse();
  }

  private static Optional<Answer> waitFor(CompletableFuture<Optional<Answer>> others) {
    try {
      return others.get(WAITS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException without) {
      return Optional.empty();
    }
  }
}
