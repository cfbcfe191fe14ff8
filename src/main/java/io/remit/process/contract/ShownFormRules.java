package io.remit.process.contract;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.remit.model.ModelRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Tasklist of 7.24, with form-js 1.8.7, can show and send of a form; and its Chinese. */
final class ShownFormRules implements ModelRules {

  private static final String CHINESE = "words/forms.zh.csv";
  /** The newest that form-js 1.8.7 reads. */
  private static final int NEWEST_SCHEMA = 16;
  private static final Set<String> CHOICES = Set.of("radio", "select");
  private static final Set<String> FIELDS = Set.of("radio", "select", "textfield", "textarea");

  @Override
  public void check(Models models, Findings found) {
    Optional<Set<String>> translated = models.text(CHINESE).map(ShownFormRules::translated);
    models.eachForm(found, (file, form) -> {
      int schema = form.json().path("schemaVersion").asInt();
      unless(schema >= 1 && schema <= NEWEST_SCHEMA, file, form.id(), "its schemaVersion is " + schema
          + ", Tasklist reads 1 to " + NEWEST_SCHEMA, found);
      Set<String> ids = new HashSet<>();
      for (JsonNode component : form.components()) {
        String id = idOf(component);
        unless(ids.add(id), file, id, "two parts of the form have this id: one of them is not shown", found);
        checkField(file, id, component, found);
        translated.ifPresent(known -> textsOf(component).filter(text -> !known.contains(text)).forEach(text ->
            found.add(file, id, ModelRule.FORM_IS_TRANSLATED, "there is no Chinese for: " + text)));
      }
    });
  }

  private static void checkField(String file, String id, JsonNode component, Findings found) {
    String type = component.path("type").asText();
    unless(!FIELDS.contains(type) || !component.path("key").asText().isEmpty(), file, id,
        "the field has no key: what is entered would be lost", found);
    if (CHOICES.contains(type)) {
      checkChoices(file, id, component, found);
    }
    unless(!type.equals("table") || component.path("columns").size() > 0 && component.has("dataSource"), file, id,
        "the table has no columns or no rows to show", found);
    JsonNode validate = component.path("validate");
    int shortest = validate.path("minLength").asInt(0);
    int longest = validate.path("maxLength").asInt(Integer.MAX_VALUE);
    unless(shortest <= longest && longest > 0, file, id,
        "nothing can be entered that is at least " + shortest + " and at most " + longest + " characters long", found);
    unless(isPattern(validate.path("pattern").asText("")), file, id,
        "the pattern " + validate.path("pattern").asText() + " is none that a browser understands", found);
  }

  private static void checkChoices(String file, String id, JsonNode component, Findings found) {
    boolean listed = component.path("values").size() > 0;
    unless(listed != component.has("valuesExpression"), file, id,
        "a choice has values, or takes them from a view: one of the two", found);
    Set<String> values = new HashSet<>();
    for (JsonNode option : component.path("values")) {
      String value = option.path("value").asText();
      unless(!value.isEmpty() && values.add(value), file, id,
          "two options have the value " + value + ", or one has none: they could not be told apart", found);
      unless(!option.path("label").asText().isBlank(), file, id, "the option " + value + " has no label", found);
    }
    String preset = component.path("defaultValue").asText();
    unless(preset.isEmpty() || !listed || values.contains(preset), file, id,
        "its default value " + preset + " is none of its options", found);
  }

  /** The same that {@code TranslatedForms} replaces. */
  private static Stream<String> textsOf(JsonNode component) {
    return Stream.concat(Stream.of(component), Stream.of("values", "columns")
            .flatMap(list -> component.path(list).findParents("label").stream()))
        .flatMap(part -> Stream.of("label", "text", "description").map(part::path)).filter(JsonNode::isTextual)
        .map(JsonNode::asText).filter(text -> !text.isBlank()).distinct();
  }

  private static Set<String> translated(String csv) {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
      return rows.stream().filter(row -> row.getFieldCount() > 1 && !row.getField(1).isBlank())
          .map(row -> row.getField(0)).collect(Collectors.toSet());
    } catch (CsvParseException broken) {
      return Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String idOf(JsonNode component) {
    return component.path("id").asText(component.path("key").asText());
  }

  private static boolean isPattern(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException broken) {
      return false;
    }
  }

  private static void unless(boolean kept, String file, String id, String detail, Findings found) {
    found.unless(kept, file, id, ModelRule.FORM_CAN_BE_SHOWN, detail);
  }
}
