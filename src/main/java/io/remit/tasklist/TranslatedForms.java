package io.remit.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.translation.Translation;
import io.remit.translation.Translations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Gives Tasklist the form of a task in the language of whoever opens it; the engine knows forms in English alone. */
@Component
class TranslatedForms extends RewrittenAnswer {

  private static final Pattern FORM_OF_A_TASK = Pattern.compile("/camunda/api/engine/.+/task/[^/]+/deployed-form");
  /** What people read of a component, a column or a choice. */
  private static final List<String> READ = List.of("label", "text", "description");

  private final Translations translations;

  TranslatedForms(Translations translations, ObjectMapper json) {
    super(json);
    this.translations = translations;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !FORM_OF_A_TASK.matcher(request.getRequestURI()).matches()
        || translations.ofCaller().language().equals(Locale.ENGLISH);
  }

  @Override
  boolean rewrite(HttpServletRequest request, int status, JsonNode form) {
    boolean opened = status == HttpServletResponse.SC_OK;
    if (opened) {
      translate(form, translations.ofCaller());
    }
    return opened;
  }

  private static void translate(JsonNode part, Translation translation) {
    if (part instanceof ObjectNode object) {
      READ.stream().filter(name -> object.path(name).isTextual())
          .forEach(name -> object.put(name, translation.formText(object.get(name).asText())));
    }
    part.forEach(inner -> translate(inner, translation));
  }
}
