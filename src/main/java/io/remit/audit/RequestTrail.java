package io.remit.audit;

import io.remit.audit.Asked.Trace;
import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail.Subject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * Writes down what is asked of Remit over HTTP. It stands around all other filters, so it sees what each of them
 * refuses and what was really answered.
 *
 * <p>An entry is made before the request is served, in a transaction of its own: it stays if the request's is rolled
 * back, and nothing is changed or seen if it cannot be made. The status is put to the entry of a change when it is
 * answered, and to that of a read if it was refused or failed; a change without a status is one of which the server did
 * not live to tell. What is refused before the caller is known has its entry afterwards; of what nobody known sends,
 * repeats are counted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class RequestTrail extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RequestTrail.class);

  private static final String ASKED = RequestTrail.class.getName() + ".asked";
  private static final String ENTRY = RequestTrail.class.getName() + ".entry";
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final int LARGEST_BODY = 10_000;
  private static final int LONGEST_ROUTE = 196;

  private final List<AuditedRoutes> routes;
  private final AuditTrail trail;
  private final RepeatedReads repeated;

  RequestTrail(List<AuditedRoutes> routes, AuditTrail trail, RepeatedReads repeated) {
    this.routes = routes;
    this.trail = trail;
    this.repeated = repeated;
  }

  /** @param routes whose route it is; null for none that is known */
  private record Served(Asked asked, @Nullable AuditedRoutes routes) {
  }

  /** The caller of a request has proved who is calling. */
  public void callerIs(String userId, HttpServletRequest request) {
    Served served = (Served) request.getAttribute(ASKED);
    if (served != null && served.asked().userId() == null) {
      Asked asked = served.asked();
      Served known = new Served(
          new Asked(asked.kind(), userId, asked.route(), userId + " " + asked.key(), asked.trace()), served.routes());
      request.setAttribute(ASKED, known);
      begin(known, request);
    }
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Served served = served(request);
    request.setAttribute(ASKED, served);
    if (served.asked().userId() != null) {
      begin(served, request);
    }
    HttpServletRequest passed = mayNameSomebody(served, request)
        ? new ContentCachingRequestWrapper(request, LARGEST_BODY) : request;
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(passed, response);
      status = response.getStatus();
    } finally {
      answered(passed, status);
    }
  }

  private Served served(HttpServletRequest request) {
    for (AuditedRoutes some : routes) {
      Asked asked = some.asked(request).orElse(null);
      if (asked != null) {
        return new Served(asked, some);
      }
    }
    String route = methodOf(request) + " elsewhere";
    return new Served(new Asked(Kind.REFUSED, null, route, route, Trace.REFUSALS), null);
  }

  /** The method of a request, if it is one that there is: it may be anything that was typed. */
  public static String methodOf(HttpServletRequest request) {
    return METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
  }

  private static boolean mayNameSomebody(Served served, HttpServletRequest request) {
    return served.asked().trace() == Trace.EACH && request.getContentType() != null
        && request.getContentType().startsWith("application/json");
  }

  private void begin(Served served, HttpServletRequest request) {
    Asked asked = served.asked();
    if (asked.trace() == Trace.EACH) {
      request.setAttribute(ENTRY, begin(served, asked.kind() == Kind.OUTCOME ? Kind.CHANGE : asked.kind(), request));
    } else if (asked.trace() == Trace.REPEATS_COUNTED && !repeated.count(asked.key())) {
      long eventId = begin(served, asked.kind(), request);
      request.setAttribute(ENTRY, eventId);
      repeated.standsFor(asked.key(), eventId);
    }
  }

  private long begin(Served served, Kind kind, HttpServletRequest request) {
    String route = served.asked().route();
    Subject subject = served.routes() == null ? Subject.NOTHING : served.routes().subject(request);
    return trail.begin(kind, served.asked().userId(), request.getRemoteAddr(), subject,
        route.substring(0, Math.min(route.length(), LONGEST_ROUTE)));
  }

  private void answered(HttpServletRequest request, int status) {
    try {
      Served served = (Served) request.getAttribute(ASKED);
      Long entry = (Long) request.getAttribute(ENTRY);
      if (entry != null && (served.asked().trace() == Trace.EACH || refused(status))) {
        trail.answered(entry, kindOf(served.asked(), status), named(served, request), status);
      } else if (entry == null && refused(status) && isWanted(served.asked(), status)
          && request.getAttribute(AuditTrail.REFUSAL_WRITTEN) == null) {
        refusal(served, status, request);
      }
    } catch (DataAccessException | TransactionException lost) {
      LOG.error("What was answered could not be put into the audit trail", lost);
    }
  }

  private void refusal(Served served, int status, HttpServletRequest request) {
    Asked asked = served.asked();
    String who = asked.userId() == null ? request.getRemoteAddr() : asked.userId();
    String key = status + " " + who + " " + asked.route();
    if (!repeated.count(key)) {
      long eventId = begin(served, asked.kind(), request);
      trail.answered(eventId, kindOf(asked, status), null, status);
      repeated.standsFor(key, eventId);
    }
  }

  private static @Nullable String named(Served served, HttpServletRequest request) {
    return served.routes() != null && request instanceof ContentCachingRequestWrapper cached
        && cached.getContentAsByteArray().length > 0
        ? served.routes().namedIn(cached.getContentAsByteArray()) : null;
  }

  private static Kind kindOf(Asked asked, int status) {
    if (status == HttpServletResponse.SC_UNAUTHORIZED || status == HttpServletResponse.SC_FORBIDDEN) {
      return Kind.REFUSED;
    }
    return asked.kind() == Kind.OUTCOME && failed(status) ? Kind.CHANGE : asked.kind();
  }

  /** That the health is bad, say, is no refusal. */
  private static boolean isWanted(Asked asked, int status) {
    return asked.trace() != Trace.REFUSALS || status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  private static boolean failed(int status) {
    return status >= HttpServletResponse.SC_BAD_REQUEST;
  }

  /** What nobody finds is no refusal; pages ask for pictures that there are not. */
  private static boolean refused(int status) {
    return failed(status) && status != HttpServletResponse.SC_NOT_FOUND;
  }
}
