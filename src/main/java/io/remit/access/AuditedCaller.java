package io.remit.access;

import io.remit.audit.RequestTrail;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the audit trail who calls, as soon as that is known and before it is looked at what the caller may do. */
class AuditedCaller extends OncePerRequestFilter {

  private final RequestTrail trail;

  AuditedCaller(RequestTrail trail) {
    this.trail = trail;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null) {
      trail.callerIs(caller.getName(), request);
    }
    chain.doFilter(request, response);
  }
}
