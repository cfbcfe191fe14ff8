package io.remit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what the robot is told to do. */
final class CallOrder {

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private CallOrder() {
  }

  /** An order that the robot does not take; the message is the code that it answers with. */
  static class Refused extends Exception {

    Refused(String code) {
      super(code);
    }
  }

  static PlacedCall read(byte[] body, String idempotencyKey, ObjectMapper json) throws Refused {
    JsonNode order = parse(body, json);
    String reference = text(order, "reference");
    if (!reference.equals(idempotencyKey)) {
      throw new Refused("key-is-not-reference");
    }
    text(order, "text");
    JsonNode script = order.path("script");
    String to = text(order, "to");
    if (!NUMBER.matcher(to).matches()) {
      throw new Refused("invalid-number");
    }
    try {
      return new PlacedCall(UUID.randomUUID().toString(), reference, to,
          text(script, "template") + " " + text(script, "language") + " " + script.path("version").asInt(),
          URI.create(text(order, "callbackUrl")), Instant.parse(text(order, "placedAt")));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new Refused("malformed");
    }
  }

  private static JsonNode parse(byte[] body, ObjectMapper json) throws Refused {
    try {
      return json.readTree(body);
    } catch (IOException notJson) {
      throw new Refused("malformed");
    }
  }

  private static String text(JsonNode object, String name) throws Refused {
    String value = object.path(name).textValue();
    if (value == null || value.isBlank()) {
      throw new Refused("missing-" + name);
    }
    return value;
  }
}
