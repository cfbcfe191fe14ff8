package io.remit.access;

import io.remit.sql.DatabaseAway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever asks while the database cannot be reached is told so, and to come again later: it may be stopped, have cut
 * the connection, or no connection may be free. Stands before all that asks the database, the audit trail too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class DatabaseAwayFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);

  private final ProblemResponses problems;

  DatabaseAwayFilter(ProblemResponses problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      if (response.isCommitted() || !DatabaseAway.caused(failure)) {
        throw failure;
      }
      LOG.warn("A request could not be answered, as the database cannot be reached: {}",
          failure.getClass().getSimpleName());
      response.reset();
      LocaleContextHolder.setLocale(request.getLocale());
      try {
        problems.databaseIsAway(request, response);
      } finally {
        LocaleContextHolder.resetLocaleContext();
      }
    }
  }
}
