package io.remit.audit;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail.Subject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes down what is asked of the REST interface: a view before it is answered, so that nothing is seen without an
 * entry; a change afterwards, with the status of the answer.
 */
@Component
class RestAudit implements HandlerInterceptor {

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String RESULT = "/contacts/result";
  private static final int FIRST_ERROR = 400;
  private static final int LONGEST_DETAIL = 200;

  private final AuditTrail trail;

  RestAudit(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (READING.contains(request.getMethod())) {
      Subject subject = subject(request);
      boolean ofOne = subject.caseNumber() != null || subject.debtorId() != null || subject.accountNumber() != null;
      trail.add(ofOne ? Kind.VIEW : Kind.LIST, user(request), subject, route(request));
    }
    return true;
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
      Exception failure) {
    if (!READING.contains(request.getMethod())) {
      boolean result = pattern(request).endsWith(RESULT) && response.getStatus() < FIRST_ERROR;
      trail.add(result ? Kind.OUTCOME : Kind.CHANGE, user(request), subject(request),
          route(request) + " " + response.getStatus());
    }
  }

  private static String user(HttpServletRequest request) {
    Principal user = request.getUserPrincipal();
    return user == null ? null : user.getName();
  }

  private static Subject subject(HttpServletRequest request) {
    Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables == null ? Subject.NOTHING : new Subject((String) variables.get("caseNumber"),
        (String) variables.get("debtorId"), (String) variables.get("accountNumber"), null);
  }

  private static String route(HttpServletRequest request) {
    String route = request.getMethod() + " " + pattern(request);
    return route.substring(0, Math.min(route.length(), LONGEST_DETAIL - " 200".length()));
  }

  /** Of the route, without what stood in its place in the path. */
  private static String pattern(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }
}
