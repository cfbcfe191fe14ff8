package io.remit.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches what a browser sends for the page of another site and could change something. A browser that was once asked
 * for a Basic password adds it to such requests too; programs send neither of the headers that are looked at.
 */
class CrossSiteRequestMatcher implements RequestMatcher {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
  private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

  @Override
  public boolean matches(HttpServletRequest request) {
    if (SAFE_METHODS.contains(request.getMethod())) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null ? isFromOtherHost(request) : OTHER_SITES.contains(site);
  }

  /** What browsers tell that do not know the other header yet. */
  private static boolean isFromOtherHost(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !origin.endsWith("://" + request.getHeader(HttpHeaders.HOST));
  }
}
