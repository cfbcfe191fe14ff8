package io.remit.access;

import io.remit.audit.Asked;
import io.remit.audit.Asked.Trace;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail.Subject;
import io.remit.audit.AuditedRoutes;
import io.remit.audit.RequestTrail;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Remit's own REST interface, and what operators watch. A call that changes something has an entry each time, a reading
 * one unless it shows nothing of anybody: the documentation, the clock, words and choices, who the caller is.
 */
@Component
class RestRoutes implements AuditedRoutes {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OF_NOBODY = Set.of("/api/docs", "/api/clock", "/api/me", "/api/words",
      "/api/figures/choices", "/api/batches/choices", "/actuator");
  private static final Set<String> OF_A_CASE = Set.of("caseNumber", "debtorId", "accountNumber", "taskId");
  private static final String RESULT = "/contacts/result";
  private static final Pattern ID = Pattern.compile("[\\p{Graph} &&[^\\p{Cntrl}]]{1,64}");

  private final ObjectProvider<RequestMappingHandlerMapping> mapping;
  private final EngineSubjects subjects;

  /** @param mapping asked for at the first request: filters are made before it */
  RestRoutes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
      EngineSubjects subjects) {
    this.mapping = mapping;
    this.subjects = subjects;
  }

  @Override
  public Optional<Asked> asked(HttpServletRequest request) {
    String path = WebAppRoutes.pathOf(request);
    if (!path.startsWith("/api/") && !path.startsWith("/actuator/")) {
      return Optional.empty();
    }
    String method = RequestTrail.methodOf(request);
    Optional<PathPattern> pattern = pattern(method, path);
    String route = pattern.map(PathPattern::getPatternString)
        .orElse(path.startsWith("/api/") ? "/api/**" : "/actuator/**");
    boolean reading = READING.contains(method);
    Trace trace = !reading ? Trace.EACH
        : OF_NOBODY.stream().anyMatch(route::startsWith) || pattern.isEmpty() ? Trace.REFUSALS : Trace.REPEATS_COUNTED;
    Kind kind = !reading ? route.endsWith(RESULT) ? Kind.OUTCOME : Kind.CHANGE
        : OF_A_CASE.stream().anyMatch(name -> route.contains("{" + name + "}")) ? Kind.VIEW : Kind.LIST;
    return Optional.of(new Asked(kind, null, method + " " + route, method + " " + path + debtor(request), trace));
  }

  @Override
  public Subject subject(HttpServletRequest request) {
    String path = WebAppRoutes.pathOf(request);
    Map<String, String> values = pattern(RequestTrail.methodOf(request), path)
        .map(pattern -> pattern.matchAndExtract(PathContainer.parsePath(path)).getUriVariables()).orElse(Map.of());
    if (values.containsKey("taskId")) {
      return subjects.in(List.of("task", values.get("taskId")));
    }
    String user = values.get("userId");
    String group = values.get("groupId");
    String about = user != null && subjects.isUser(user) ? user
        : group != null && subjects.isGroup(group) ? group : null;
    return new Subject(id(values.get("caseNumber")), id(values.getOrDefault("debtorId", debtor(request))),
        id(values.get("accountNumber")), about);
  }

  @Override
  public @Nullable String namedIn(byte[] body) {
    return null;
  }

  /** The debtor whom a list is asked for. A parameter in a body is none, and reading it here would take it away. */
  private static String debtor(HttpServletRequest request) {
    return request.getMethod().equals("GET") && request.getParameter("debtor") != null
        ? request.getParameter("debtor") : "";
  }

  private static @Nullable String id(@Nullable String value) {
    return value != null && ID.matcher(value).matches() ? value : null;
  }

  /** Of the code that would answer, whatever is said about the caller's rights; the method counts if it can. */
  private Optional<PathPattern> pattern(String method, String path) {
    PathContainer asked = PathContainer.parsePath(path);
    return best(asked, method).or(() -> best(asked, null));
  }

  private Optional<PathPattern> best(PathContainer asked, @Nullable String method) {
    return mapping.getObject().getHandlerMethods().keySet().stream()
        .filter(info -> method == null || takes(info, method.equals("HEAD") ? "GET" : method))
        .flatMap(info -> info.getPathPatternsCondition() == null ? Stream.empty()
            : info.getPathPatternsCondition().getPatterns().stream())
        .filter(pattern -> pattern.matches(asked)).min(Comparator.naturalOrder());
  }

  private static boolean takes(RequestMappingInfo info, String method) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    return methods.isEmpty() || methods.stream().anyMatch(each -> each.name().equals(method));
  }
}
