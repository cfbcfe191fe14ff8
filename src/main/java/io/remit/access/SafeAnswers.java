package io.remit.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what not to do with an answer: to guess its type; to come back without TLS, or to send a cookie
 * without it, once they came with it; to load anything for what is data. The pages of the web apps and the public pages
 * have a policy of their own for what they load.
 */
@Component
@Order(SafeAnswers.BEFORE_ALL_THAT_ANSWERS)
class SafeAnswers extends OncePerRequestFilter {

  static final int BEFORE_ALL_THAT_ANSWERS = PlainRequests.BEFORE_SECURITY - 100;

  private static final String FOR_A_YEAR = "max-age=31536000";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  /** The documents of the interface are pages, with styles of their own. */
  private static final String OWN_FILES = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
      + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (path.startsWith("/api/docs")) {
      response.setHeader("Content-Security-Policy", OWN_FILES);
    } else if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
      response.setHeader("Content-Security-Policy", NOTHING);
    }
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", FOR_A_YEAR);
      chain.doFilter(request, new SecureCookies(response));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The server marks the cookie of the session by itself, the web apps do not mark that of their token. */
  private static final class SecureCookies extends HttpServletResponseWrapper {

    private static final String SECURE = "; Secure";

    private SecureCookies(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      super.setHeader(name, secured(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
      super.addHeader(name, secured(name, value));
    }

    private static String secured(String name, String value) {
      return name.equalsIgnoreCase(HttpHeaders.SET_COOKIE) && !value.matches("(?i).*;\\s*secure\\s*(;.*)?")
          ? value + SECURE : value;
    }
  }
}
