package io.remit.access;

import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * One rule of the REST interface.
 *
 * @param pattern a path of Spring MVC; {@code *} stands for one segment, {@code **} for any number of them
 * @param groups who may call it; empty for every user
 */
record ApiRoute(HttpMethod method, String pattern, List<StaffGroup> groups) {

  static ApiRoute get(String pattern, List<StaffGroup> groups) {
    return new ApiRoute(HttpMethod.GET, pattern, groups);
  }

  static ApiRoute post(String pattern, List<StaffGroup> groups) {
    return new ApiRoute(HttpMethod.POST, pattern, groups);
  }

  /** The methods that it allows: whoever may GET may ask for the HEAD too. */
  List<HttpMethod> methods() {
    return method == HttpMethod.GET ? List.of(HttpMethod.GET, HttpMethod.HEAD) : List.of(method);
  }

  String[] groupIds() {
    return groups.stream().map(StaffGroup::id).toArray(String[]::new);
  }

  boolean isForEveryUser() {
    return groups.isEmpty();
  }
}
