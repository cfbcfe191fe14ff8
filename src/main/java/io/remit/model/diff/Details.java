package io.remit.model.diff;

import io.remit.model.ModelPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;

/** The details of a thing by their names, each as a text that can be compared. */
final class Details {

  private static final String BETWEEN = "; ";

  private Details() {
  }

  /** Adds a value to what is already there under its name; nothing if it is empty. */
  static void add(Map<String, String> details, String name, String value) {
    if (!value.isEmpty()) {
      details.merge(name, value, (first, second) -> first + BETWEEN + second);
    }
  }

  /** A difference for each detail that is not the same. */
  static List<Difference> compare(Difference subject, Map<String, String> before, Map<String, String> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Difference> found = new ArrayList<>();
    for (String name : names) {
      String old = before.getOrDefault(name, "");
      String now = after.getOrDefault(name, "");
      if (!old.equals(now)) {
        found.add(subject.detail(name).values(old, now));
      }
    }
    return found;
  }

  /** All that a part says, written in one way: without ids, prefixes and the order of attributes. */
  static String canonical(ModelPart part) {
    StringBuilder text = new StringBuilder(part.name().getLocalPart());
    attributes(part).forEach((name, value) -> {
      if (!name.equals("id")) {
        text.append(' ').append(name).append('=').append(value);
      }
    });
    String content = oneLine(part.text());
    if (!content.isEmpty()) {
      text.append(": ").append(content);
    }
    if (!part.children().isEmpty()) {
      text.append(" (");
      String separator = "";
      for (ModelPart child : part.children()) {
        text.append(separator).append(canonical(child));
        separator = ", ";
      }
      text.append(')');
    }
    return text.toString();
  }

  /** By their local names, sorted. */
  static Map<String, String> attributes(ModelPart part) {
    Map<String, String> sorted = new TreeMap<>();
    part.attributes().entrySet().stream()
        .filter(entry -> !entry.getKey().getNamespaceURI().equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI))
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .forEach(entry -> add(sorted, entry.getKey().getLocalPart(), entry.getValue()));
    return sorted;
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** The first child of a name, or one without anything in it. */
  static ModelPart child(ModelPart part, String localName) {
    return part.children(localName).stream().findFirst()
        .orElseGet(() -> new ModelPart(part.name(), Map.of(), "", List.of(), 0));
  }

  static Map<String, String> empty() {
    return new LinkedHashMap<>();
  }
}
