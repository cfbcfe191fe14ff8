package io.remit.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.eventlog.EventLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The event log of a world in both formats, read by what is not Remit's. The schemas of the standards may not lie in
 * this repository: with {@code -Dremit.test.schemas=} a folder, XES is held to the {@code xesieee.xsd} in it.
 */
record WrittenLog(String xes, String ocel) {

  private static final Path KEPT = Path.of("target", "event-log");

  static WrittenLog of(EventLog log) throws IOException {
    ByteArrayOutputStream xes = new ByteArrayOutputStream();
    ByteArrayOutputStream ocel = new ByteArrayOutputStream();
    log.writeXes(xes);
    log.writeOcel(ocel);
    Files.createDirectories(KEPT);
    Files.write(KEPT.resolve("log.xes"), xes.toByteArray());
    Files.write(KEPT.resolve("log.jsonocel"), ocel.toByteArray());
    return new WrittenLog(xes.toString(StandardCharsets.UTF_8), ocel.toString(StandardCharsets.UTF_8));
  }

  /** Each case has a trace and an object, and each reference leads to something. */
  void mustBeWhole(long cases) throws IOException {
    try {
      holdToSchema();
      mustBeXes(cases);
    } catch (SAXException | ParserConfigurationException broken) {
      throw new AssertionError("the log is no XES", broken);
    }
    mustBeOcel(cases);
    assertThat(xes + ocel).as("personal data").doesNotContain("example.com", "example.org", "+87030", "Some Body",
        "collector1", "supervisor1");
  }

  private void holdToSchema() throws SAXException, IOException {
    String schemas = System.getProperty("remit.test.schemas");
    if (schemas != null) {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Path.of(schemas, "xesieee.xsd").toFile()).newValidator()
          .validate(new StreamSource(new StringReader(xes)));
    }
  }

  private void mustBeXes(long cases) throws SAXException, IOException, ParserConfigurationException {
    Element log = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new InputSource(new StringReader(xes))).getDocumentElement();
    assertThat(log.getAttribute("xes.version")).isEqualTo("1849.2016");
    NodeList traces = log.getElementsByTagName("trace");
    Set<String> names = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < traces.getLength(); i++) {
      Instant before = Instant.MIN;
      for (Node child = traces.item(i).getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child instanceof Element element && element.getTagName().equals("event")) {
          Map<String, String> said = attributes(element);
          assertThat(said).containsKeys("concept:name", "time:timestamp", "lifecycle:transition", "org:resource");
          assertThat(said.get("lifecycle:transition")).isIn("start", "complete", "ate_abort");
          Instant at = Instant.parse(said.get("time:timestamp"));
          assertThat(at).as("the events of a trace are in order").isAfterOrEqualTo(before);
          before = at;
          assertThat(ids.add(said.get("concept:instance"))).as("an id is there once").isTrue();
        } else if (child instanceof Element element && element.getAttribute("key").equals("concept:name")) {
          names.add(element.getAttribute("value"));
        }
      }
      assertThat(before).as("a trace has events").isAfter(Instant.MIN);
    }
    assertThat(names).hasSize((int) cases);
    assertThat(traces.getLength()).isEqualTo((int) cases);
  }

  private static Map<String, String> attributes(Element element) {
    Map<String, String> said = new HashMap<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element attribute) {
        said.put(attribute.getAttribute("key"), attribute.getAttribute("value"));
      }
    }
    return said;
  }

  /** The rules of the standard: what is used is declared, and each relation leads to an object. */
  private void mustBeOcel(long cases) throws IOException {
    JsonNode log = new ObjectMapper().readTree(ocel);
    Set<String> eventTypes = names(log.path("eventTypes"));
    Set<String> objectTypes = names(log.path("objectTypes"));
    Set<String> objects = new HashSet<>();
    long casesThere = 0;
    for (JsonNode object : log.path("objects")) {
      assertThat(objects.add(object.path("id").asText())).isTrue();
      assertThat(objectTypes).contains(object.path("type").asText());
      casesThere += object.path("type").asText().equals("case") ? 1 : 0;
      object.path("attributes").forEach(said -> Instant.parse(said.path("time").asText()));
    }
    assertThat(casesThere).isEqualTo(cases);
    Set<String> events = new HashSet<>();
    for (JsonNode event : log.path("events")) {
      assertThat(events.add(event.path("id").asText())).isTrue();
      assertThat(eventTypes).contains(event.path("type").asText());
      Instant.parse(event.path("time").asText());
      assertThat(event.path("relationships")).isNotEmpty()
          .allSatisfy(relation -> assertThat(objects).contains(relation.path("objectId").asText()));
    }
    assertThat(log.path("objects")).allSatisfy(object -> object.path("relationships")
        .forEach(relation -> assertThat(objects).contains(relation.path("objectId").asText())));
    assertThat(events).isNotEmpty();
  }

  private static Set<String> names(JsonNode types) {
    return StreamSupport.stream(types.spliterator(), false).map(type -> type.path("name").asText())
        .collect(Collectors.toSet());
  }
}
