package io.remit.eventlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.remit.eventlog.LoggedCase.Event;
import io.remit.eventlog.LoggedCase.LoggedObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes OCEL 2.0 in JSON as a stream: events first, then the objects, and at the end the types that there were of
 * both, since nobody knows them before.
 */
final class OcelWriter {

  private static final List<String> OF_EVENTS = List.of("transition", "process", "element", "actor");

  private final JsonGenerator json;
  private final Set<String> activities = new TreeSet<>();
  private final Map<String, Set<String>> types = new TreeMap<>();

  OcelWriter(OutputStream target) throws IOException {
    json = new JsonFactory().createGenerator(target);
    json.writeStartObject();
    json.writeArrayFieldStart("events");
  }

  void events(List<Event> events) throws IOException {
    for (Event event : events) {
      activities.add(event.activity());
      json.writeStartObject();
      json.writeStringField("id", event.id());
      json.writeStringField("type", event.activity());
      json.writeStringField("time", event.at().toString());
      json.writeArrayFieldStart("attributes");
      attribute("transition", event.transition());
      attribute("process", event.process());
      attribute("element", event.element());
      attribute("actor", event.actor());
      json.writeEndArray();
      json.writeArrayFieldStart("relationships");
      for (Map.Entry<String, String> object : event.about().entrySet()) {
        relation(object.getKey(), object.getValue());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void attribute(String name, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("value", value);
    json.writeEndObject();
  }

  private void relation(String objectId, String qualifier) throws IOException {
    json.writeStartObject();
    json.writeStringField("objectId", objectId);
    json.writeStringField("qualifier", qualifier);
    json.writeEndObject();
  }

  void beginObjects() throws IOException {
    json.writeEndArray();
    json.writeArrayFieldStart("objects");
  }

  void objects(List<LoggedObject> objects) throws IOException {
    for (LoggedObject object : objects) {
      types.computeIfAbsent(object.type(), type -> new TreeSet<>()).addAll(object.attributes().keySet());
      json.writeStartObject();
      json.writeStringField("id", object.id());
      json.writeStringField("type", object.type());
      json.writeArrayFieldStart("attributes");
      for (Map.Entry<String, String> said : object.attributes().entrySet()) {
        json.writeStartObject();
        json.writeStringField("name", said.getKey());
        json.writeStringField("time", object.since().toString());
        json.writeStringField("value", said.getValue());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("relationships");
      if (object.partOf() != null) {
        relation(object.partOf(), "part of");
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** A log that is not ended is not well formed: what broke off is not taken for the whole. */
  void end() throws IOException {
    json.writeEndArray();
    json.writeArrayFieldStart("eventTypes");
    for (String activity : activities) {
      type(activity, OF_EVENTS);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("objectTypes");
    for (Map.Entry<String, Set<String>> type : types.entrySet()) {
      type(type.getKey(), type.getValue());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  private void type(String name, Iterable<String> attributes) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeArrayFieldStart("attributes");
    for (String attribute : attributes) {
      json.writeStartObject();
      json.writeStringField("name", attribute);
      json.writeStringField("type", "string");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
