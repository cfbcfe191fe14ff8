package io.remit.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.cases.InvalidInputException;
import io.remit.translation.Translations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers who is not known or not allowed with a problem (RFC 9457) in their language, as the other routes do. */
@Component
class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String BASIC = "Basic realm=\"Remit\", charset=\"UTF-8\"";
  private static final String SECONDS_UNTIL_THE_DATABASE_MAY_BE_BACK = "60";

  private final ObjectMapper json;
  private final Translations translations;

  ProblemResponses(ObjectMapper json, Translations translations) {
    this.json = json;
    this.translations = translations;
  }

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (cause instanceof LoginRefused refused) {
      refuse(request, response, refused);
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
    write(request, response, HttpStatus.UNAUTHORIZED, "Give the id and the password of a Remit user.");
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    forbid(request, response);
  }

  /** Asks somebody at the web apps to log in there; their pages then show the login. */
  void askToLogIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(request, response, HttpStatus.UNAUTHORIZED, "Log in first.");
  }

  /** Refuses what is for none of somebody's groups. */
  void forbid(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(request, response, HttpStatus.FORBIDDEN, "None of your groups may do this.");
  }

  /** Refuses somebody who may not work from where they are, or not now. */
  void keepOut(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
    write(request, response, HttpStatus.FORBIDDEN, why);
  }

  /** Asks somebody to come again when the database can be reached. */
  void databaseIsAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_THE_DATABASE_MAY_BE_BACK);
    write(request, response, HttpStatus.SERVICE_UNAVAILABLE,
        "The database cannot be reached now. Try again in a minute, and look first whether it was done.");
  }

  /** Says that the disk of the database, or that of the work folder, is full. */
  void diskIsFull(HttpServletRequest request, HttpServletResponse response, boolean ofTheDatabase)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_THE_DATABASE_MAY_BE_BACK);
    write(request, response, HttpStatus.INSUFFICIENT_STORAGE, ofTheDatabase
        ? "The database's disk is full: tell an operator. Then try again, and look first whether it was done."
        : "The disk of the work folder is full: tell an operator. Then try again.");
  }

  /** Tells somebody whose login is over that another login is needed. */
  void loginIsOver(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(request, response, HttpStatus.UNAUTHORIZED, "Your user has changed. Log in again.");
  }

  /** Refuses somebody whatever the password. */
  void refuse(HttpServletRequest request, HttpServletResponse response, LoginRefused why) throws IOException {
    if (why.secondsToWait() > 0) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(why.secondsToWait()));
    }
    switch (why.reason()) {
      case WRONG_PASSWORDS -> write(request, response, HttpStatus.TOO_MANY_REQUESTS,
          "Too many wrong passwords. Try again in a minute.");
      case WRONG_CODES -> write(request, response, HttpStatus.TOO_MANY_REQUESTS,
          "Too many wrong codes. Try again in a minute.");
      case OWES_PASSWORD -> write(request, response, HttpStatus.FORBIDDEN, choosePasswordOn(why.reason().where()));
      case HAS_PROVIDER -> write(request, response, HttpStatus.FORBIDDEN,
          "Your organisation's own login lets you in, no password here.");
      case OWES_CODE -> write(request, response, HttpStatus.FORBIDDEN, giveCodeOn(why.reason().where()));
      case NEEDS_CODE -> {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        write(request, response, HttpStatus.UNAUTHORIZED, sendCodeIn(why.reason().where()));
      }
    }
  }

  private static String giveCodeOn(String page) {
    return "Give a code of your second factor, on the page " + page + " of this server.";
  }

  private static String sendCodeIn(String header) {
    return "Send a code of your second factor, which was not used yet, in the header " + header + ".";
  }

  private static String choosePasswordOn(String page) {
    return "Choose a password of your own first, on the page " + page + " of this server.";
  }

  /** Refuses a request with a field that cannot be accepted. */
  void refuse(HttpServletRequest request, HttpServletResponse response, InvalidInputException invalid)
      throws IOException {
    write(response, problem(request, HttpStatus.BAD_REQUEST, Objects.requireNonNull(invalid.getMessage())));
  }

  /** Answers a request that goes no further. */
  void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    write(request, response, status, detail);
  }

  private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    write(response, problem(request, status, detail));
  }

  private ProblemDetail problem(HttpServletRequest request, HttpStatus status, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, translations.ofCaller().sentence(detail));
    if (PlainPath.isPlain(request.getRequestURI())) {
      problem.setInstance(URI.create(request.getRequestURI()));
    }
    // what the web apps show
    problem.setProperty("message", problem.getDetail());
    return problem;
  }

  private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
