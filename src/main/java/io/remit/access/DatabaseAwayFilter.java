package io.remit.access;

import io.remit.files.WorkFolder;
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
 * the connection, or no connection may be free. So it is where the disk of the database, or that of the work folder, is
 * full. Stands before all that asks the database, the audit trail too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class DatabaseAwayFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);

  private final ProblemResponses problems;
  private final WorkFolder workFolder;

  DatabaseAwayFilter(ProblemResponses problems, WorkFolder workFolder) {
    this.problems = problems;
    this.workFolder = workFolder;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException failure) {
      boolean full = DatabaseAway.isFull(failure);
      boolean away = DatabaseAway.caused(failure);
      if (response.isCommitted() || !away && !isOfAFile(failure)) {
        throw failure;
      }
      LOG.warn("A request could not be done, as {}: {}", full ? "the database's disk is full"
          : away ? "the database cannot be reached" : "the disk of the work folder is full",
          failure.getClass().getSimpleName());
      response.reset();
      LocaleContextHolder.setLocale(request.getLocale());
      try {
        if (away && !full) {
          problems.databaseIsAway(request, response);
        } else {
          problems.diskIsFull(request, response, full);
        }
      } finally {
        LocaleContextHolder.resetLocaleContext();
      }
    }
  }

  private boolean isOfAFile(Throwable failure) {
    return DatabaseAway.causes(failure).anyMatch(IOException.class::isInstance) && workFolder.isFull();
  }
}
