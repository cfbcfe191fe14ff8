package io.remit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.remit.access.EngineUsers.Found;
import io.remit.cases.InvalidInputException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through what {@link EngineRoutes} allows, before anything of Camunda's reads the request; all else is refused.
 * That a path means the same here and there is up to {@link PlainRequests}, which takes it in one spelling alone.
 */
class EngineGuard extends OncePerRequestFilter {

  /** More than any form has; nobody deploys files here. */
  private static final int LONGEST = 1_000_000;

  private final WebAppLogin login;
  private final ProblemResponses problems;

  EngineGuard(WebAppLogin login, ProblemResponses problems) {
    this.login = login;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Found> user = login.goodFor(request);
    if (isForAnyone(request) || user.isPresent() && mayCall(user.get(), request)) {
      letThrough(request, response, chain);
    } else if (user.isEmpty() && request.getRequestURI().startsWith(EngineRoutes.DATA)) {
      problems.askToLogIn(request, response);
    } else {
      problems.forbid(request, response);
    }
  }

  /** The engine would not say what is wrong with a body, so it is read to its end before. */
  private void letThrough(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletRequest read;
    try {
      if (!isOfTheRightType(request)) {
        throw new InvalidInputException(HttpHeaders.CONTENT_TYPE, "is not what is read here");
      }
      read = request.getContentType() == null || EngineRoutes.LOGGING_IN.matches(request) ? request
          : new RememberedBody(request, LONGEST);
    } catch (InvalidInputException invalid) {
      problems.refuse(request, response, invalid);
      return;
    } catch (RefusedText refused) {
      problems.refuse(request, response, refused.why());
      return;
    } catch (JsonProcessingException noJson) {
      problems.refuse(request, response, new InvalidInputException("body", "is no JSON"));
      return;
    }
    chain.doFilter(read, response);
  }

  /** The login reads a form, and all else JSON. */
  private static boolean isOfTheRightType(HttpServletRequest request) {
    if (request.getContentType() == null) {
      return true;
    }
    MediaType sent = MediaType.parseMediaType(request.getContentType());
    return EngineRoutes.LOGGING_IN.matches(request) ? sent.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)
        : sent.isCompatibleWith(MediaType.APPLICATION_JSON);
  }

  private static boolean isForAnyone(HttpServletRequest request) {
    return EngineRoutes.FOR_ANYONE.stream().anyMatch(route -> route.matches(request));
  }

  private static boolean mayCall(Found user, HttpServletRequest request) {
    return EngineRoutes.decision(request.getMethod(), request.getRequestURI(), user.user().getId())
        .filter(route -> route.isForEveryUser() || route.admits(user.groupIds())).isPresent();
  }
}
