package io.remit.access;

import io.remit.access.EngineUsers.Found;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves whoever has given the password and owes a code no way but to the page that asks for it, to another login, and
 * out. What this lets through asks for a whole login all the same.
 */
class SecondFactorGate extends OncePerRequestFilter {

  private final WebAppLogin login;
  private final AuditTrail audit;
  private final ProblemResponses problems;

  SecondFactorGate(WebAppLogin login, AuditTrail audit, ProblemResponses problems) {
    this.login = login;
    this.audit = audit;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return WebAppGuard.isLogin(request) || !isPage(request) && !request.getRequestURI().startsWith(EngineRoutes.DATA);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Found> user = login.halfway(request);
    if (user.isEmpty()) {
      chain.doFilter(request, response);
    } else if (isPage(request)) {
      ProviderLogin.goTo(SecondFactorController.PATH, response);
    } else if (request.getMethod().equals("POST") && WebAppGuard.LOGOUT.matcher(request.getRequestURI()).matches()) {
      login.end(request);
      audit.record(Kind.LOGOUT, user.get().user().getId(), "web apps: before the code was given");
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      problems.refuse(request, response, LoginRefused.owesCode());
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    return ProviderRequests.pageIn(request.getRequestURI()).equals(request.getRequestURI());
  }
}
