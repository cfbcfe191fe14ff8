package io.remit.model.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes differences as JSON: a list of objects, each with the fields of {@link Difference} and its sentence. */
public final class DifferenceJson {

  private static final JsonFactory JSON = new JsonFactory();

  private DifferenceJson() {
  }

  public static String of(List<Difference> differences, Language language) {
    DifferenceWords words = new DifferenceWords(language);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartArray();
      for (Difference each : differences) {
        write(json, each, words);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Difference each, DifferenceWords words) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", each.file());
    json.writeStringField("kind", each.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("element", each.element());
    json.writeStringField("name", each.name());
    json.writeStringField("what", each.what().name().toLowerCase(Locale.ROOT));
    json.writeStringField("detail", each.detail());
    json.writeStringField("before", each.before());
    json.writeStringField("after", each.after());
    write(json, "where", each.where());
    write(json, "facts", each.facts());
    json.writeStringField("sentence", words.sentence(each));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Map<String, String> values) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      json.writeStringField(value.getKey(), value.getValue());
    }
    json.writeEndObject();
  }
}
