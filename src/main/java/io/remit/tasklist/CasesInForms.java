package io.remit.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.access.WebAppLogin;
import io.remit.process.task.TaskViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Puts the case into the form that somebody opens: the engine, which has decided by then that he may read the task's
 * variables, has none of it to give.
 */
@Component
class CasesInForms extends RewrittenAnswer {

  private static final Pattern VARIABLES_OF_A_FORM =
      Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([^/]+)/form-variables");

  private final TaskViews views;
  private final WebAppLogin login;

  CasesInForms(TaskViews views, WebAppLogin login, ObjectMapper json) {
    super(json);
    this.views = views;
    this.login = login;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("GET") || !VARIABLES_OF_A_FORM.matcher(request.getRequestURI()).matches();
  }

  @Override
  boolean rewrite(HttpServletRequest request, int status, JsonNode variables) {
    Matcher path = VARIABLES_OF_A_FORM.matcher(request.getRequestURI());
    if (status != HttpServletResponse.SC_OK || !path.matches()
        || TaskViews.VARIABLES.stream().noneMatch(variables::has)) {
      return false;
    }
    login.userIn(request).flatMap(user -> views.of(path.group(1), user))
        .ifPresent(shown -> shown.forEach((name, json) -> {
      // an open form asks for all variables, somebody else maybe for others
      if (variables.get(name) instanceof ObjectNode variable) {
        variable.put("value", json);
      }
    }));
    return true;
  }
}
