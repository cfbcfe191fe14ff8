package io.remit.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A request with a form, whose fields were checked and can be read as fields or once more as a body. */
class CheckedForm extends RememberedBody {

  /** No form that is sent as one has more than a name and a password. */
  private static final int LONGEST = 10_000;

  private final MultiValueMap<String, String> fields;

  /**
   * Reads the form.
   *
   * @param query the fields of the address, which come first
   * @throws io.remit.cases.InvalidInputException that names the field, if one has a text that no field may have
   */
  CheckedForm(HttpServletRequest request, MultiValueMap<String, String> query) throws IOException {
    super(request, LONGEST);
    fields = query;
    QueryText.addFields(text(), fields);
  }

  @Override
  public @Nullable String getParameter(String name) {
    return fields.getFirst(name);
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    List<String> values = fields.get(name);
    return values == null ? null : values.toArray(String[]::new);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(fields.keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return fields.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> field.getValue().toArray(String[]::new)));
  }
}
