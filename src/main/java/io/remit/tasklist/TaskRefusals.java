package io.remit.tasklist;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.translation.Translations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tells who claims, hands over or completes a task why it is refused: in his language, and without what the engine puts
 * around it.
 */
@Component
class TaskRefusals extends OncePerRequestFilter {

  private static final Pattern DEED_ON_A_TASK = Pattern.compile("/camunda/api/engine/.+/task/[^/]+/[a-z-]+");
  /** A field and what is wrong, within the messages of those who called the listener; each puts it into quotes. */
  private static final Pattern REFUSAL = Pattern.compile(".*TaskListener: (\\w+: .*?)'*\\.?", Pattern.DOTALL);

  private final Translations translations;
  private final ObjectMapper json;

  TaskRefusals(Translations translations, ObjectMapper json) {
    this.translations = translations;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !DEED_ON_A_TASK.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR && isJson(answer)
        && json.readTree(answer.getContentAsByteArray()) instanceof ObjectNode error) {
      Matcher refusal = REFUSAL.matcher(error.path("message").asText());
      if (refusal.matches()) {
        error.put("message", translations.ofCaller().sentence(refusal.group(1)));
        answer.resetBuffer();
        json.writeValue(answer.getOutputStream(), error);
      }
    }
    answer.copyBodyToResponse();
  }

  private static boolean isJson(HttpServletResponse answer) {
    return answer.getContentType() != null
        && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(answer.getContentType()));
  }
}
