package io.remit.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through what {@link EngineRoutes} allows, before anything of Camunda's reads the request; all else is refused.
 * That a path means the same here and there is up to {@link PlainRequests}, which takes it in one spelling alone.
 */
class EngineDoor extends OncePerRequestFilter {

  private final ProcessEngine engine;
  private final ProblemResponses problems;

  EngineDoor(ProcessEngine engine, ProblemResponses problems) {
    this.engine = engine;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<UserAuthentication> user = WebAppSessionFilter.userOf(request, engine);
    if (isForAnyone(request) || user.isPresent() && mayCall(user.get(), request)) {
      chain.doFilter(request, response);
    } else if (user.isEmpty() && request.getRequestURI().startsWith(EngineRoutes.DATA)) {
      problems.askToLogIn(request, response);
    } else {
      problems.forbid(request, response);
    }
  }

  private static boolean isForAnyone(HttpServletRequest request) {
    return EngineRoutes.FOR_ANYONE.stream().anyMatch(route -> route.matches(request));
  }

  private static boolean mayCall(UserAuthentication user, HttpServletRequest request) {
    List<String> groups = user.getGroupIds() == null ? List.of() : user.getGroupIds();
    return EngineRoutes.decision(request.getMethod(), request.getRequestURI(), user.getIdentityId())
        .filter(route -> route.isForEveryUser() || route.admits(groups)).isPresent();
  }
}
