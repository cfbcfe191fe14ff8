package io.remit.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.translation.Translation;
import io.remit.translation.Translations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives Tasklist the form of a task in the language of whoever opens it; the engine knows forms in English alone. */
@Component
class TranslatedForms extends OncePerRequestFilter {

  private static final Pattern FORM_OF_A_TASK = Pattern.compile("/camunda/api/engine/.+/task/[^/]+/deployed-form");
  /** What people read of a component, a column or a choice. */
  private static final List<String> READ = List.of("label", "text", "description");

  private final Translations translations;
  private final ObjectMapper json;

  TranslatedForms(Translations translations, ObjectMapper json) {
    this.translations = translations;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !FORM_OF_A_TASK.matcher(request.getRequestURI()).matches()
        || translations.ofCaller().language().equals(Locale.ENGLISH);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() == HttpServletResponse.SC_OK) {
      JsonNode form = json.readTree(answer.getContentAsByteArray());
      translate(form, translations.ofCaller());
      answer.resetBuffer();
      json.writeValue(answer.getOutputStream(), form);
    }
    answer.copyBodyToResponse();
  }

  private static void translate(JsonNode part, Translation translation) {
    if (part instanceof ObjectNode object) {
      READ.stream().filter(name -> object.path(name).isTextual())
          .forEach(name -> object.put(name, translation.formText(object.get(name).asText())));
    }
    part.forEach(inner -> translate(inner, translation));
  }
}
