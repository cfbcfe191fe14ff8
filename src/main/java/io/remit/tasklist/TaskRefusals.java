package io.remit.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.translation.Translations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.springframework.stereotype.Component;

/**
 * Tells who claims, hands over or completes a task why it is refused: in their language, and without what the engine
 * puts around it.
 */
@Component
class TaskRefusals extends RewrittenAnswer {

  private static final Pattern DEED_ON_A_TASK = Pattern.compile("/camunda/api/engine/.+/task/[^/]+/[a-z-]+");
  /** A field and what is wrong, within the messages of those who called the listener; each puts it into quotes. */
  private static final Pattern REFUSAL = Pattern.compile(".*TaskListener: (\\w+: .*?)'*\\.?", Pattern.DOTALL);

  /** What the engine says of a task that is not there any more, or that somebody changed at the same moment. */
  private static final Set<String> OVERTAKEN =
      Set.of("OptimisticLockingException", "NullValueException", "TaskAlreadyClaimedException");
  private static final Set<Integer> CODES = Set.of(BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode(),
      BuiltinExceptionCode.DEADLOCK.getCode(), BuiltinExceptionCode.FOREIGN_KEY_CONSTRAINT_VIOLATION.getCode());
  /** The last is of a listener whose process ended while its task was read. */
  private static final Pattern TASK_IS_GONE = Pattern.compile(
      ".*(task is null|[Nn]o matching task with id|[Cc]annot find task with id|task with id \\S+ does not exist"
          + "|invoking the TaskListener\\. Message: 'This expression is one of models).*", Pattern.DOTALL);
  /** What databases say where two locked the same in different order, or the first took too long. */
  private static final Pattern LOCKED = Pattern.compile(
      ".*(deadlock|could not serialize access|concurrent update|timeout trying to lock).*",
      Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final String TAKEN = "Somebody else has claimed this task.";
  private static final String GONE =
      "Somebody else finished or changed this task before you; nothing of yours was done.";

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
  boolean rewrite(HttpServletRequest request, int status, JsonNode answer) {
    Optional<String> refusal = !(answer instanceof ObjectNode) ? Optional.empty()
        : isOvertaken(status, answer) ? Optional.of(overtaken(answer))
        : refusal(status, answer.path("message").asText());
    refusal.ifPresent(why -> ((ObjectNode) answer).put("message", translations.ofCaller().sentence(why)));
    return refusal.isPresent();
  }

  @Override
  int statusFor(int status, JsonNode answer) {
    return isOvertaken(status, answer) ? HttpServletResponse.SC_CONFLICT : status;
  }

  private static boolean isOvertaken(int status, JsonNode answer) {
    return status >= HttpServletResponse.SC_BAD_REQUEST && !REFUSAL.matcher(answer.path("message").asText()).matches()
        && (OVERTAKEN.contains(answer.path("type").asText()) || CODES.contains(answer.path("code").asInt())
            || TASK_IS_GONE.matcher(answer.path("message").asText()).matches()
            || status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                && LOCKED.matcher(answer.path("message").asText()).matches());
  }

  private static String overtaken(JsonNode answer) {
    return answer.path("type").asText().equals("TaskAlreadyClaimedException") ? TAKEN : GONE;
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
