package io.remit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Hides the numbers of accounts in what REST answers to those who do not need them, wherever in the answer they stand:
 * in fields of their own, and, of the cases that the answer or its address names, within other texts.
 */
@RestControllerAdvice
class MaskedAnswers implements ResponseBodyAdvice<Object> {

  private static final Set<String> NUMBERS = Set.of("accountNumber", "likelyAccount");
  private static final String CASE = "caseNumber";
  private static final Pattern CASE_IN_PATH = Pattern.compile("/api/cases/([A-Za-z0-9]+)(?:/.*)?");

  private final AccountRepository accounts;
  /** An amount of 300.00 stays 300.00. */
  private final ObjectMapper json;

  MaskedAnswers(AccountRepository accounts, ObjectMapper json) {
    this.accounts = accounts;
    this.json = json.copy().configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
  }

  @Override
  public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return AbstractJackson2HttpMessageConverter.class.isAssignableFrom(converter);
  }

  @Override
  public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returned, MediaType type,
      Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request, ServerHttpResponse response) {
    String path = request.getURI().getPath();
    if (body == null || body instanceof ProblemDetail || !path.startsWith("/api/") || isNeeded()) {
      return body;
    }
    JsonNode answer = json.valueToTree(body);
    Set<String> cases = new TreeSet<>();
    collectCases(answer, cases);
    Matcher named = CASE_IN_PATH.matcher(path);
    if (named.matches()) {
      cases.add(named.group(1));
    }
    List<String> numbers = cases.isEmpty() ? List.of()
        : accounts.ofCases(cases).stream().map(Account::accountNumber).toList();
    return masked("", answer, numbers);
  }

  private static boolean isNeeded() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller == null || AccountNumberMask.isNeededBy(
        caller.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList());
  }

  private static void collectCases(JsonNode node, Set<String> cases) {
    if (node.path(CASE).isTextual()) {
      cases.add(node.get(CASE).asText());
    }
    node.forEach(child -> collectCases(child, cases));
  }

  private static JsonNode masked(String name, JsonNode node, List<String> numbers) {
    if (node instanceof TextNode text) {
      return TextNode.valueOf(NUMBERS.contains(name) ? AccountNumberMask.of(text.asText())
          : AccountNumberMask.within(text.asText(), numbers));
    }
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      fields.forEach(field -> object.set(field.getKey(), masked(field.getKey(), field.getValue(), numbers)));
    } else if (node instanceof ArrayNode list) {
      for (int place = 0; place < list.size(); place++) {
        list.set(place, masked(name, list.get(place), numbers));
      }
    }
    return node;
  }
}
