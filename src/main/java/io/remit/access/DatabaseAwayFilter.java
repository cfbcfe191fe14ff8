package io.remit.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;
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
  /** SQLSTATE of connections that cannot be made or are lost; and of a server that ends, or does not take any. */
  private static final String CONNECTION = "08";
  private static final String SERVER_ENDS = "57P0";

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
      if (response.isCommitted() || !isAbout(failure)) {
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

  /** Whether a failure says that the database cannot be reached. */
  static boolean isAbout(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20)
        .anyMatch(cause -> cause instanceof SQLTransientConnectionException
            || cause instanceof SQLException failed && failed.getSQLState() != null
                && (failed.getSQLState().startsWith(CONNECTION) || failed.getSQLState().startsWith(SERVER_ENDS)));
  }
}
