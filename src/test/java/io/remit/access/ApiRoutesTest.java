package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.endpoint.web.servlet.WebMvcEndpointHandlerMapping;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

@DemoTest
class ApiRoutesTest {

  private static final String ANY_SEGMENT = "anything";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Autowired
  private WebMvcEndpointHandlerMapping actuator;

  @Test
  void everyRouteOfTheCodeIsNamedInTheTable() {
    List<String> unnamed = new ArrayList<>();
    for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
      for (String pattern : mapping.getPatternValues()) {
        if (pattern.equals("/api") || pattern.startsWith("/api/")) {
          methodsOf(mapping).stream()
              .filter(method -> !isNamed(method, pattern))
              .forEach(method -> unnamed.add(method + " " + pattern));
        }
      }
    }

    assertThat(unnamed).as("routes that ApiRoutes does not name, so that nobody can call them").isEmpty();
  }

  @Test
  void nothingButTheRestInterfaceTheWebAppsTheStatusAndThePublicPagesIsServed() {
    List<String> patterns = mappings.getHandlerMethods().keySet().stream()
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .filter(pattern -> !pattern.startsWith("/api/"))
        .toList();

    assertThat(patterns)
        .allSatisfy(pattern -> assertThat(pattern).isIn("/error", "/verify", "/password",
            "/second-factor", "/second-factor/logout", "/opt-out/{token}", "/partner-application"));
  }

  @Test
  void ofWhatOperatorsWatchOnlyTheHealthIsForAnyone() {
    Set<String> patterns = new TreeSet<>();
    actuator.getHandlerMethods().keySet().forEach(mapping -> patterns.addAll(mapping.getPatternValues()));
    patterns.removeIf(pattern -> isNamed(HttpMethod.GET, pattern));

    assertThat(patterns).containsExactlyInAnyOrder("/actuator", "/actuator/health", "/actuator/health/**");
  }

  /** A mapping without a method takes any, and then each must be in the table. */
  private static List<HttpMethod> methodsOf(RequestMappingInfo mapping) {
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    return (methods.isEmpty() ? Arrays.stream(RequestMethod.values()) : methods.stream())
        .map(RequestMethod::asHttpMethod)
        .toList();
  }

  private static boolean isNamed(HttpMethod method, String pattern) {
    PathContainer sample = PathContainer.parsePath(pattern.replaceAll("\\{[^}]*}", ANY_SEGMENT));
    return ApiRoutes.ALL.stream()
        .filter(route -> route.methods().contains(method))
        .anyMatch(route -> PathPatternParser.defaultInstance.parse(route.pattern()).matches(sample));
  }
}
