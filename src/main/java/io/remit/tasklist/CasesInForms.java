package io.remit.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.process.TaskViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
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
  private final ProcessEngine engine;

  CasesInForms(TaskViews views, ProcessEngine engine, ObjectMapper json) {
    super(json);
    this.views = views;
    this.engine = engine;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("GET") || !VARIABLES_OF_A_FORM.matcher(request.getRequestURI()).matches();
  }

  @Override
  boolean rewrite(HttpServletRequest request, int status, JsonNode variables) {
    Matcher path = VARIABLES_OF_A_FORM.matcher(request.getRequestURI());
    if (status != HttpServletResponse.SC_OK || !path.matches()) {
      return false;
    }
    userOf(request).flatMap(user -> views.of(path.group(1), user)).ifPresent(shown -> shown.forEach((name, json) -> {
      // an open form asks for all variables, somebody else maybe for others
      if (variables.get(name) instanceof ObjectNode variable) {
        variable.put("value", json);
      }
    }));
    return true;
  }

  private Optional<String> userOf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? Optional.empty() : Optional.ofNullable(AuthenticationUtil.getAuthsFromSession(session)
        .getAuthenticationForProcessEngine(engine.getName())).map(Authentication::getIdentityId);
  }
}
