package io.remit.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.translation.Translations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Tells who claims, hands over or completes a task why it is refused: in his language, and without what the engine puts
 * around it.
 */
@Component
class TaskRefusals extends RewrittenAnswer {

  private static final Pattern DEED_ON_A_TASK = Pattern.compile("/camunda/api/engine/.+/task/[^/]+/[a-z-]+");
  /** A field and what is wrong, within the messages of those who called the listener; each puts it into quotes. */
  private static final Pattern REFUSAL = Pattern.compile(".*TaskListener: (\\w+: .*?)'*\\.?", Pattern.DOTALL);

  private final Translations translations;

  TaskRefusals(Translations translations, ObjectMapper json) {
    super(json);
    this.translations = translations;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !DEED_ON_A_TASK.matcher(request.getRequestURI()).matches();
  }

  @Override
  boolean rewrite(int status, JsonNode answer) {
    Optional<String> refusal = answer instanceof ObjectNode ? refusal(status, answer.path("message").asText())
        : Optional.empty();
    refusal.ifPresent(why -> ((ObjectNode) answer).put("message", translations.ofCaller().sentence(why)));
    return refusal.isPresent();
  }

  private static Optional<String> refusal(int status, String message) {
    if (status == HttpServletResponse.SC_BAD_REQUEST) {
      return Optional.of(message);
    }
    Matcher refusal = REFUSAL.matcher(message);
    return status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR && refusal.matches()
        ? Optional.of(refusal.group(1)) : Optional.empty();
  }
}
