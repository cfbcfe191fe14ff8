package io.remit.access;

import io.remit.access.AccessLimits.Visitor;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps out of the REST interface who may not work from where they are, or not now. */
class ApiGuard extends OncePerRequestFilter {

  private final AccessLimits limits;
  private final AuditTrail audit;
  private final ProblemResponses problems;

  ApiGuard(AccessLimits limits, AuditTrail audit, ProblemResponses problems) {
    this.limits = limits;
    this.audit = audit;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    Optional<String> refusal = user == null ? Optional.empty() : limits.refusal(Visitor.of(user, request));
    if (refusal.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    audit.record(Kind.LOGIN_REFUSED, user.getName(), "REST: outside of the limit");
    problems.keepOut(request, response, refusal.get());
  }
}
