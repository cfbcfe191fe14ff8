package io.remit.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.remit.cases.InvalidInputException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses, for everybody, what would have the engine evaluate an expression that somebody sent: a query has a second
 * way in for each of its criteria, named {@code ...Expression}, and the engine evaluates it in a part of a query even
 * where its settings say that it should not. The engine itself is the second lock: it knows no expression but Remit's
 * own.
 *
 * <p>What is looked at is what goes on: the body is read here, as JSON in which no key comes twice, and written anew
 * for the engine, so that no spelling can mean one thing here and another there.
 */
class ExpressionLock extends OncePerRequestFilter {

  /** Far more than any form or query of the web apps has. */
  private static final int LARGEST_BODY = 1_000_000;
  private static final int DEEPEST = 50;
  private static final String REFUSED_ENDING = "expression";

  private final ProblemResponses problems;
  private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  ExpressionLock(ProblemResponses problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    MediaType sent = mediaType(request);
    if (MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(sent)) {
      passUnlessInParameters(request, request, response, chain);
      return;
    }
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    } catch (RefusedText refused) {
      throw refused;
    } catch (JsonProcessingException unreadable) {
      refuseUnreadable(request, response);
      return;
    }
    if (body.length > LARGEST_BODY) {
      problems.refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "This is more than any page of Remit sends.");
    } else if (body.length == 0) {
      passUnlessInParameters(request, new RememberedBody(request, body), response, chain);
    } else if (!MediaType.APPLICATION_JSON.equalsTypeAndSubtype(sent)) {
      problems.refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Only JSON is taken here.");
    } else {
      passUnlessInBody(body, request, response, chain);
    }
  }

  private void passUnlessInBody(byte[] body, HttpServletRequest request, HttpServletResponse response,
      FilterChain chain) throws ServletException, IOException {
    JsonNode content;
    try {
      content = json.readTree(body);
    } catch (JsonProcessingException unreadable) {
      refuseUnreadable(request, response);
      return;
    }
    if (hasExpression(content)) {
      refuse(request, response);
    } else {
      passUnlessInParameters(request, new RememberedBody(request, json.writeValueAsBytes(content)), response, chain);
    }
  }

  private void passUnlessInParameters(HttpServletRequest request, HttpServletRequest goesOn,
      HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    // a value may be a query in JSON
    boolean refused = request.getParameterMap().entrySet().stream().anyMatch(parameter ->
        isExpression(parameter.getKey()) || isQuery(parameter.getValue()));
    if (refused) {
      refuse(request, response);
    } else {
      chain.doFilter(goesOn, response);
    }
  }

  private void refuseUnreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.refuse(request, response, new InvalidInputException("body", "is no JSON"));
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.refuse(request, response, HttpStatus.FORBIDDEN, "Expressions are not taken from outside.");
  }

  private static boolean hasExpression(JsonNode content) {
    for (Iterator<String> keys = content.fieldNames(); keys.hasNext();) {
      if (isExpression(keys.next())) {
        return true;
      }
    }
    for (JsonNode part : content) {
      if (hasExpression(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExpression(String key) {
    return key.strip().toLowerCase(Locale.ROOT).endsWith(REFUSED_ENDING);
  }

  private static boolean isQuery(String[] values) {
    for (String value : values) {
      if (value.toLowerCase(Locale.ROOT).contains(REFUSED_ENDING + "\"")) {
        return true;
      }
    }
    return false;
  }

  /** @return a type that nothing takes if there is none or it cannot be read */
  private static MediaType mediaType(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null) {
      return MediaType.ALL;
    }
    try {
      return MediaType.parseMediaType(type);
    } catch (InvalidMediaTypeException unreadable) {
      return MediaType.ALL;
    }
  }
}
