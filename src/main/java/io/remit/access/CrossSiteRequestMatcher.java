package io.remit.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches what a browser sends for the page of another site and could change something. A browser that was once asked
 * for a Basic password adds it to such requests too; programs do not send the header that is looked at.
 */
class CrossSiteRequestMatcher implements RequestMatcher {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
  private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

  @Override
  public boolean matches(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && OTHER_SITES.contains(site) && !SAFE_METHODS.contains(request.getMethod());
  }
}
