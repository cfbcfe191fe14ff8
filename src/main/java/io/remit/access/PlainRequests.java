package io.remit.access;

import io.remit.cases.InvalidInputException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before all that reads a request, and refuses with 400 what nobody sends who means well: a path that is not
 * written plainly (see {@link PlainPath}), a parameter, a name, a form or JSON with a text that cannot be kept or a
 * date that cannot be compared with (see {@link PlainText}), and a name of the server that is not its own.
 */
@Component
@Order(PlainRequests.BEFORE_SECURITY)
class PlainRequests extends OncePerRequestFilter {

  /** Behind what tells the caller's language, at -105, and before Spring Security, at -100. */
  static final int BEFORE_SECURITY = -104;

  /** Machines that ask whether a node is up may call it by any name; what they are told names nothing. */
  private static final String WATCHED = "/actuator/";
  private static final String BASIC = "basic ";

  private final AnsweredHosts hosts;
  private final ProblemResponses problems;

  PlainRequests(AnsweredHosts hosts, ProblemResponses problems) {
    this.hosts = hosts;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletRequest plain;
    try {
      plain = checked(IdInPath.movedToQuery(request));
    } catch (InvalidInputException invalid) {
      problems.refuse(request, response, invalid);
      return;
    }
    try {
      chain.doFilter(plain, response);
    } catch (RefusedText refused) {
      problems.refuse(request, response, refused.why());
    }
  }

  private HttpServletRequest checked(HttpServletRequest request) throws IOException {
    String path = request.getRequestURI();
    if (!PlainPath.isPlain(path)) {
      throw new InvalidInputException("path", "is not written in the plain way");
    }
    if (!path.startsWith(WATCHED) && !hosts.answersTo(request.getServerName())) {
      throw new InvalidInputException("Host", "is no name of this server");
    }
    MultiValueMap<String, String> query = QueryText.fieldsOf(request.getQueryString());
    for (String header : Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION))) {
      checkCredentials(header);
    }
    MediaType type = typeOf(request);
    if (type == null) {
      return request;
    }
    if (type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)) {
      return new CheckedForm(request, query);
    }
    return type.getSubtype().contains("json")
        ? new CheckedJson(request, path.startsWith(EngineRoutes.DATA)) : request;
  }

  private static void checkCredentials(String header) {
    if (header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      try {
        byte[] credentials = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
        PlainText.checkLine(HttpHeaders.AUTHORIZATION, new String(credentials, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException notBase64) {
        throw PlainText.unwritable(HttpHeaders.AUTHORIZATION);
      }
    }
  }

  private static @Nullable MediaType typeOf(HttpServletRequest request) {
    try {
      return request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
    } catch (InvalidMediaTypeException unreadable) {
      throw new InvalidInputException(HttpHeaders.CONTENT_TYPE, "is no media type");
    }
  }
}
