package io.remit.access;

import io.remit.access.ProviderPages.Sentence;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers with a page that somebody has logged out at the provider, and that the provider cannot be reached. */
class ProviderAnswers extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderAnswers.class);

  private final ClientRegistrationRepository provider;
  private final ProviderPages pages;

  ProviderAnswers(ClientRegistrationRepository provider, ProviderPages pages) {
    this.provider = provider;
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().equals(ProviderSecurity.SIGNED_OUT) && request.getMethod().equals("GET")) {
      pages.write(request, response, Sentence.SIGNED_OUT);
    } else if (canBeReached()) {
      chain.doFilter(request, response);
    } else {
      pages.write(request, response, Sentence.UNREACHABLE);
    }
  }

  private boolean canBeReached() {
    try {
      provider.findByRegistrationId(ProviderSecurity.CLIENT);
      return true;
    } catch (RuntimeException notFound) {
      LOG.warn("The provider of logins cannot be reached: {}", notFound.getMessage());
      return false;
    }
  }
}
