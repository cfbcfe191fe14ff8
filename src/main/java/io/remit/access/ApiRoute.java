package io.remit.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One rule of the REST interface.
 *
 * @param pattern a path of Spring MVC; {@code *} stands for one segment, {@code **} for any number of them
 * @param groups who may call it; empty for every user
 * @param partners whether partners may call it too
 * @param pages whether pages of the web apps may call it in their user's session though it changes something
 */
record ApiRoute(HttpMethod method, String pattern, List<StaffGroup> groups, boolean partners, boolean pages) {

  static ApiRoute get(String pattern, List<StaffGroup> groups) {
    return new ApiRoute(HttpMethod.GET, pattern, groups, false, false);
  }

  static ApiRoute post(String pattern, List<StaffGroup> groups) {
    return new ApiRoute(HttpMethod.POST, pattern, groups, false, false);
  }

  static ApiRoute put(String pattern, List<StaffGroup> groups) {
    return new ApiRoute(HttpMethod.PUT, pattern, groups, false, false);
  }

  static ApiRoute delete(String pattern, List<StaffGroup> groups) {
    return new ApiRoute(HttpMethod.DELETE, pattern, groups, false, false);
  }

  /** The same for partners too; what is theirs the code behind it has to say. */
  ApiRoute orPartners() {
    return new ApiRoute(method, pattern, groups, true, pages);
  }

  /** The same for pages of the web apps too, which have the session's token against forged requests. */
  ApiRoute alsoFromPages() {
    return new ApiRoute(method, pattern, groups, partners, true);
  }

  /** Whether a request is meant. */
  boolean matches(HttpServletRequest request) {
    return methods().contains(HttpMethod.valueOf(request.getMethod()))
        && PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(request.getRequestURI()));
  }

  /** The methods that it allows: whoever may GET may ask for the HEAD too. */
  List<HttpMethod> methods() {
    return method == HttpMethod.GET ? List.of(HttpMethod.GET, HttpMethod.HEAD) : List.of(method);
  }

  /** Whether somebody in these groups may call it. */
  boolean admits(Collection<String> groupIds) {
    return groups.stream().map(StaffGroup::id).anyMatch(groupIds::contains)
        || partners && groupIds.stream().anyMatch(PartnerGroup::isPartner);
  }

  boolean isForEveryUser() {
    return groups.isEmpty();
  }
}
