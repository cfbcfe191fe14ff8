package io.remit.eventlog;

import io.remit.eventlog.LoggedCase.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XES (IEEE 1849-2016) as a stream: a trace for each case, with the extensions for names, times, life cycles and
 * organisations. The schema of the standard has no namespace.
 */
final class XesWriter {

  private static final String EXTENSIONS = "http://www.xes-standard.org/%s.xesext";

  private final XMLStreamWriter xml;

  XesWriter(OutputStream target) throws IOException {
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(target, StandardCharsets.UTF_8.name());
      begin();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
  }

  private void begin() throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    line();
    xml.writeStartElement("log");
    xml.writeAttribute("xes.version", "1849.2016");
    xml.writeAttribute("xes.features", "");
    extension("Concept", "concept");
    extension("Time", "time");
    extension("Lifecycle", "lifecycle");
    extension("Organizational", "org");
    xml.writeStartElement("global");
    xml.writeAttribute("scope", "trace");
    attribute("string", "concept:name", "none");
    xml.writeEndElement();
    line();
    xml.writeStartElement("global");
    xml.writeAttribute("scope", "event");
    attribute("string", "concept:name", "none");
    attribute("string", "concept:instance", "none");
    attribute("date", "time:timestamp", Instant.EPOCH.toString());
    attribute("string", "lifecycle:transition", "complete");
    attribute("string", "org:resource", "remit");
    attribute("string", "process", "remit");
    attribute("string", "element", "none");
    xml.writeEndElement();
    classifier("Activity", "concept:name");
    classifier("ActivityAndTransition", "concept:name lifecycle:transition");
    classifier("Element", "process element");
    line();
    attribute("string", "concept:name", "Remit: cases in collection");
    attribute("string", "lifecycle:model", "standard");
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private void extension(String name, String prefix) throws XMLStreamException {
    line();
    xml.writeEmptyElement("extension");
    xml.writeAttribute("name", name);
    xml.writeAttribute("prefix", prefix);
    xml.writeAttribute("uri", EXTENSIONS.formatted(prefix));
  }

  private void classifier(String name, String keys) throws XMLStreamException {
    line();
    xml.writeEmptyElement("classifier");
    xml.writeAttribute("name", name);
    xml.writeAttribute("scope", "event");
    xml.writeAttribute("keys", keys);
  }

  private void attribute(String type, String key, String value) throws XMLStreamException {
    xml.writeEmptyElement(type);
    xml.writeAttribute("key", key);
    xml.writeAttribute("value", value);
  }

  void write(LoggedCase one) throws IOException {
    try {
      line();
      xml.writeStartElement("trace");
      attribute("string", "concept:name", one.caseNumber());
      for (Map.Entry<String, String> said : one.objects().get(0).attributes().entrySet()) {
        attribute("string", said.getKey().replace(' ', '_'), said.getValue());
      }
      for (Event event : one.events()) {
        write(event);
      }
      xml.writeEndElement();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
  }

  private void write(Event event) throws XMLStreamException {
    line();
    xml.writeStartElement("event");
    attribute("string", "concept:name", event.activity());
    attribute("string", "concept:instance", event.id());
    attribute("date", "time:timestamp", event.at().toString());
    attribute("string", "lifecycle:transition", event.transition());
    attribute("string", "org:resource", event.actor());
    attribute("string", "process", event.process());
    attribute("string", "element", event.element());
    xml.writeEndElement();
  }

  /** A log that is not ended is not well formed: what broke off is not taken for the whole. */
  void end() throws IOException {
    try {
      line();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
  }
}
