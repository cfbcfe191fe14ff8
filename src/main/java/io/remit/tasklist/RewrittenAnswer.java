package io.remit.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Changes what the engine answers to Tasklist in JSON, on the way to the browser. */
abstract class RewrittenAnswer extends OncePerRequestFilter {

  private final ObjectMapper json;

  RewrittenAnswer(ObjectMapper json) {
    this.json = json;
  }

  /** @return whether the answer was changed */
  abstract boolean rewrite(HttpServletRequest request, int status, JsonNode answer);

  /** The status that is answered in place of the engine's; the same for most answers. */
  int statusFor(int status, JsonNode answer) {
    return status;
  }

  @Override
  protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (isJson(answer)) {
      JsonNode body = json.readTree(answer.getContentAsByteArray());
      int status = answer.getStatus();
      answer.setStatus(statusFor(status, body));
      if (rewrite(request, status, body)) {
        answer.resetBuffer();
        json.writeValue(answer.getOutputStream(), body);
      }
    }
    answer.copyBodyToResponse();
  }

  private static boolean isJson(HttpServletResponse answer) {
    return answer.getContentType() != null
        && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(answer.getContentType()));
  }
}
