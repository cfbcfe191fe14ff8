package io.remit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.audit.Asked;
import io.remit.audit.Asked.Trace;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail.Subject;
import io.remit.audit.AuditedRoutes;
import io.remit.audit.RequestTrail;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the web apps ask of the engine. Whatever may change something has an entry each time: every method but GET,
 * HEAD and OPTIONS, unless it is one of the queries that are sent by POST. Of what is read, that has an entry which
 * shows the data of cases: variables and forms' values, processes, jobs and incidents, and lists of tasks. Counts,
 * pictures, forms without values, users, and models have none. The login has its own entries (see {@link WebAppGuard}).
 *
 * <p>A segment of a path is written down if it is a word of the engine's routes, or a group that there is; in the place
 * of all others stands {@code {id}}.
 */
@Component
class WebAppRoutes implements AuditedRoutes {

  private static final String DATA = "/camunda/api/";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ID = "{id}";
  /** Of the engine's REST that is asked by POST too; behind "history" all but the cleaning up. */
  private static final Set<String> QUERIES = Set.of("task", "process-instance", "execution", "variable-instance", "job",
      "job-definition", "external-task", "event-subscription", "incident", "group", "filter/{id}/list",
      "filter/{id}/singleResult", "identity/password-policy");
  /** Where the data of cases is. */
  private static final Set<String> OF_CASES = Set.of("process-instance", "execution", "variable-instance", "job",
      "incident", "external-task", "history");
  /** What of one task shows the data of its case; the rest names no debtor. */
  private static final Set<String> OF_A_TASK = Set.of("form-variables", "variables", "localVariables", "rendered-form");
  private static final Set<String> WITHOUT_DATA = Set.of("count", "statistics", "user-operation");
  private static final Set<String> WORDS = words();

  private final WebAppLogin login;
  private final EngineSubjects subjects;
  private final ObjectMapper json;

  WebAppRoutes(@Lazy WebAppLogin login, EngineSubjects subjects, ObjectMapper json) {
    this.login = login;
    this.subjects = subjects;
    this.json = json;
  }

  @Override
  public Optional<Asked> asked(HttpServletRequest request) {
    String path = pathOf(request);
    if (!path.startsWith(DATA)) {
      return Optional.empty();
    }
    String method = RequestTrail.methodOf(request);
    List<String> segments = segments(path);
    String route = String.join("/", named(segments));
    String userId = login.userIn(request).orElse(null);
    Trace trace = trace(method, route);
    return Optional.of(new Asked(kind(trace, method, route), userId, method + " " + route,
        userId + " " + method + " " + path, trace));
  }

  private static Trace trace(String method, String route) {
    if (isLogin(route)) {
      return Trace.REFUSALS;
    }
    if (!READING.contains(method) && !isQuery(route)) {
      return Trace.EACH;
    }
    return showsCases(route) ? Trace.REPEATS_COUNTED : Trace.REFUSALS;
  }

  private static Kind kind(Trace trace, String method, String route) {
    if (trace == Trace.EACH || !READING.contains(method) && !isQuery(route)) {
      return Kind.CHANGE;
    }
    return route.contains(ID) && !route.startsWith("engine/filter") ? Kind.VIEW : Kind.LIST;
  }

  private static boolean isLogin(String route) {
    return route.startsWith("admin/auth/user/");
  }

  private static boolean isQuery(String route) {
    String asked = behindEngine(route);
    return asked.endsWith("/count") || asked.endsWith("/statistics") || QUERIES.contains(asked)
        || asked.startsWith("history/") && asked.indexOf('/') == asked.lastIndexOf('/') && !asked.endsWith("/cleanup")
        || route.startsWith("cockpit/plugin/base/");
  }

  private static boolean showsCases(String route) {
    List<String> asked = List.of(behindEngine(route).split("/"));
    String last = asked.get(asked.size() - 1);
    if (WITHOUT_DATA.contains(last)) {
      return false;
    }
    return switch (asked.get(0)) {
      case "task" -> asked.size() == 1 || OF_A_TASK.stream().anyMatch(asked::contains);
      case "filter" -> last.equals("list") || last.equals("singleResult");
      case "cockpit" -> asked.contains("process-instance") || asked.contains("incident");
      default -> OF_CASES.contains(asked.get(0));
    };
  }

  private static String behindEngine(String route) {
    return route.startsWith("engine/") ? route.substring("engine/".length()) : route;
  }

  @Override
  public Subject subject(HttpServletRequest request) {
    return subjects.in(segments(pathOf(request)));
  }

  /** As the server reads it: without parameters, escapes and steps back. */
  static String pathOf(HttpServletRequest request) {
    return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
  }

  /** Of the path behind {@link #DATA}; the engine's name, of which there is one, is left out. */
  private static List<String> segments(String path) {
    List<String> segments = Arrays.stream(path.substring(DATA.length()).split("/"))
        .filter(Predicate.not(String::isEmpty)).toList();
    return segments.size() > 3 && segments.subList(0, 3).equals(List.of("engine", "engine", "default"))
        ? Stream.concat(Stream.of("engine"), segments.stream().skip(3)).toList() : segments;
  }

  private List<String> named(List<String> segments) {
    String[] named = new String[segments.size()];
    for (int i = 0; i < named.length; i++) {
      String segment = segments.get(i);
      boolean group = i > 0 && segments.get(i - 1).equals("group") && subjects.isGroup(segment);
      named[i] = WORDS.contains(segment) || group ? segment : ID;
    }
    return List.of(named);
  }

  @Override
  public @Nullable String namedIn(byte[] body) {
    JsonNode sent = read(body);
    return Stream.of(sent.path("profile").path("id"), sent.path("userId"), sent.path("groupId"), sent.path("id"))
        .filter(JsonNode::isTextual).map(JsonNode::asText).filter(id -> subjects.isUser(id) || subjects.isGroup(id))
        .findFirst().orElse(null);
  }

  /** What cannot be read names nobody. */
  private JsonNode read(byte[] body) {
    try {
      return json.readTree(body);
    } catch (IOException notJson) {
      return json.nullNode();
    }
  }

  private static Set<String> words() {
    try {
      return new ClassPathResource("access/route-words.txt").getContentAsString(StandardCharsets.UTF_8).lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
