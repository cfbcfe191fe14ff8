package io.remit.access;

import io.remit.partner.Partner;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One rule of Remit's REST interface, or of the engine's.
 *
 * @param path as Spring MVC writes it; {@code *} stands for one segment, {@code **} for any number of them, and
 *     <code>{oneself}</code> for the user id of whoever calls
 * @param groups who may call it; empty for every user
 * @param others who may call it beside them
 */
record ApiRoute(HttpMethod method, PathPattern path, List<StaffGroup> groups, Set<Other> others) {

  /** Who may call a route beside the groups that it names. */
  enum Other {
    PARTNERS,
    /** Pages of the web apps, in their user's session though the route changes something. */
    PAGES
  }

  private static final String ONESELF = "oneself";

  static ApiRoute get(String pattern, List<StaffGroup> groups) {
    return of(HttpMethod.GET, pattern, groups);
  }

  static ApiRoute post(String pattern, List<StaffGroup> groups) {
    return of(HttpMethod.POST, pattern, groups);
  }

  static ApiRoute put(String pattern, List<StaffGroup> groups) {
    return of(HttpMethod.PUT, pattern, groups);
  }

  static ApiRoute delete(String pattern, List<StaffGroup> groups) {
    return of(HttpMethod.DELETE, pattern, groups);
  }

  static ApiRoute options(String pattern, List<StaffGroup> groups) {
    return of(HttpMethod.OPTIONS, pattern, groups);
  }

  private static ApiRoute of(HttpMethod method, String pattern, List<StaffGroup> groups) {
    return new ApiRoute(method, PathPatternParser.defaultInstance.parse(pattern), groups, Set.of());
  }

  /** The same for partners too; what is theirs the code behind it has to say. */
  ApiRoute orPartners() {
    return or(Other.PARTNERS);
  }

  /** The same for pages of the web apps too, which have the session's token against forged requests. */
  ApiRoute alsoFromPages() {
    return or(Other.PAGES);
  }

  private ApiRoute or(Other other) {
    Set<Other> more = EnumSet.of(other);
    more.addAll(others);
    return new ApiRoute(method, path, groups, more);
  }

  boolean isForPages() {
    return others.contains(Other.PAGES);
  }

  /** Whether a request is meant. */
  boolean matches(HttpServletRequest request) {
    return matches(request.getMethod(), request.getRequestURI());
  }

  /** @param uri a path as it is sent, with its escapes */
  boolean matches(String verb, String uri) {
    return methods().contains(HttpMethod.valueOf(verb)) && uri.endsWith("/") == pattern().endsWith("/")
        // to Spring the nothing behind a last slash is one more segment, to the engine it is not
        && path.matches(PathContainer.parsePath(uri));
  }

  /** Whether a path that matches is this user's own, if the rule is for oneself; else any is. */
  boolean isOwn(String userId, String uri) {
    PathMatchInfo match = path.matchAndExtract(PathContainer.parsePath(uri));
    return match != null && match.getUriVariables().getOrDefault(ONESELF, userId).equals(userId);
  }

  String pattern() {
    return path.getPatternString();
  }

  /** The methods that it allows: whoever may GET may ask for the HEAD too. */
  List<HttpMethod> methods() {
    return method.equals(HttpMethod.GET) ? List.of(HttpMethod.GET, HttpMethod.HEAD) : List.of(method);
  }

  /** Whether somebody in these groups may call it. */
  boolean admits(Collection<String> groupIds) {
    return groups.stream().map(StaffGroup::id).anyMatch(groupIds::contains)
        || others.contains(Other.PARTNERS) && groupIds.stream().anyMatch(Partner::isGroup);
  }

  boolean isForEveryUser() {
    return groups.isEmpty();
  }
}
