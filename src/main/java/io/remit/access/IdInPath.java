package io.remit.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that names an account or a debtor by an id that holds what separates paths, such as {@code INV%2F2026%2F1}:
 * creditors number as they like. Behind this it is a request whose query names the id, so that no parser of paths ever
 * sees the separator. Any other path is left as it is, to be refused by {@link PlainPath}.
 */
final class IdInPath extends HttpServletRequestWrapper {

  /** By the collection: the parameter that names an id, and what can be asked of each. */
  private static final Map<String, Named> COLLECTIONS = Map.of(
      "accounts", new Named("account", Set.of("ledger", "balance")),
      "debtors", new Named("debtor", Set.of("reachability", "channels", "numbers", "agreed-hours")));
  private static final int SEGMENTS = 5;

  private final String path;
  private final String query;
  private final Map<String, String[]> parameters;

  private record Named(String parameter, Set<String> asked) {
  }

  private IdInPath(HttpServletRequest request, String path, String parameter, String id) {
    super(request);
    this.path = path;
    this.query = Stream.of(request.getQueryString(), parameter + "=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
        .filter(part -> part != null && !part.isEmpty()).reduce((first, next) -> first + "&" + next).orElseThrow();
    this.parameters = new LinkedHashMap<>(request.getParameterMap());
    parameters.put(parameter, new String[] {id});
  }

  /** The request, with an id that needs it moved from its path to its query. */
  static HttpServletRequest movedToQuery(HttpServletRequest request) {
    String[] segments = request.getRequestURI().split("/", -1);
    if (segments.length != SEGMENTS || !segments[0].isEmpty() || !segments[1].equals("api")) {
      return request;
    }
    Named named = COLLECTIONS.get(segments[2]);
    if (named == null || !named.asked().contains(segments[4]) || PlainPath.isPlain("/" + segments[3])
        || request.getParameterMap().containsKey(named.parameter())) {
      return request;
    }
    return PlainPath.idIn(segments[3]).<HttpServletRequest>map(id -> new IdInPath(request,
        "/api/" + segments[2] + "/" + segments[4], named.parameter(), id)).orElse(request);
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer whole = super.getRequestURL();
    return whole.delete(whole.indexOf("/", whole.indexOf("//") + 2), whole.length()).append(path);
  }

  @Override
  public String getServletPath() {
    return path;
  }

  @Override
  public @Nullable String getPathInfo() {
    return null;
  }

  @Override
  public String getQueryString() {
    return query;
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : Arrays.copyOf(values, values.length);
  }
}
