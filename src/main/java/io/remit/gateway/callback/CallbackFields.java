package io.remit.gateway.callback;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of a JSON object in a call-back, each checked as it is read. */
public final class CallbackFields {

  /** What a database cannot keep comes from nobody who means well, whatever type a call-back says it is of. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");

  private final JsonNode object;
  private final String path;

  private CallbackFields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** @throws MalformedCallbackException if it is no object, or more than one */
  static CallbackFields read(ObjectReader json, byte[] content) {
    JsonNode body;
    try {
      body = json.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(content);
    } catch (IOException notJson) {
      throw new MalformedCallbackException("", "The body is not JSON");
    }
    if (!body.isObject()) {
      throw new MalformedCallbackException("", "The body must be a JSON object");
    }
    return new CallbackFields(body, "");
  }

  /**
   * A text that must be there.
   *
   * @param allowed which texts are
   * @param description of the allowed ones, such as {@code up to 200 printable characters}
   */
  public String text(String name, Pattern allowed, String description) {
    return optionalText(name, allowed, description).orElseThrow(() -> malformed(name, "is missing"));
  }

  /** A text that may be missing or null; see {@link #text}. */
  public Optional<String> optionalText(String name, Pattern allowed, String description) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || !allowed.matcher(value.textValue()).matches()) {
      throw malformed(name, "must be " + description);
    }
    if (value.textValue().indexOf('\0') >= 0) {
      throw malformed(name, "has a character that cannot be written");
    }
    return Optional.of(value.textValue());
  }

  /** One of an enum's constants, by its name. */
  public <E extends Enum<E>> E choice(String name, Class<E> offered) {
    String value = present(name).textValue();
    return Arrays.stream(offered.getEnumConstants()).filter(constant -> constant.name().equals(value)).findFirst()
        .orElseThrow(() -> malformed(name, "must be one of "
            + Arrays.stream(offered.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
  }

  /** A moment, in whatever time zone it is written. */
  public Instant instant(String name) {
    String value = present(name).textValue();
    Instant moment;
    try {
      moment = OffsetDateTime.parse(value == null ? "" : value).toInstant();
    } catch (DateTimeException notAMoment) {
      throw malformed(name, "must be a moment with its offset, such as 2026-12-24T18:00:00+01:00");
    }
    if (moment.isBefore(EARLIEST) || !moment.isBefore(TOO_LATE)) {
      throw malformed(name, "must be in the years 0001 to 9999");
    }
    return moment;
  }

  /** A list of objects, of which there must be one at least. */
  public List<CallbackFields> list(String name) {
    JsonNode value = present(name);
    if (!value.isArray() || value.isEmpty()) {
      throw malformed(name, "must be a list with something in it");
    }
    List<CallbackFields> elements = new ArrayList<>();
    for (JsonNode element : value) {
      String elementPath = path + name + "[" + elements.size() + "]";
      if (!element.isObject()) {
        throw new MalformedCallbackException(elementPath, "must be an object");
      }
      elements.add(new CallbackFields(element, elementPath + "."));
    }
    return elements;
  }

  /** What to throw if a field is at fault in a way that only its reader knows. */
  public MalformedCallbackException malformed(String name, String problem) {
    return new MalformedCallbackException(path + name, problem);
  }

  private JsonNode present(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw malformed(name, "is missing");
    }
    return value;
  }
}
