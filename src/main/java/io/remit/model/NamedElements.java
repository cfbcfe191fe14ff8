package io.remit.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines and names of the elements of a model, so that a finding tells where it is as a person sees it. */
public final class NamedElements {

  private static final int LONGEST = 60;

  private final Map<String, Named> elements;

  private record Named(int line, String name) {
  }

  /** @param model as it was read; null for a file that has no elements */
  public NamedElements(@Nullable ModelPart model) {
    this.elements = model == null ? Map.of() : elementsOf(model);
  }

  /** A finding in the model, with the line and the name of its element. */
  public Finding complete(Finding finding) {
    Named named = elements.get(finding.element());
    return named == null ? finding : finding.at(named.line(), named.name());
  }

  private static Map<String, Named> elementsOf(ModelPart model) {
    List<ModelPart> all = model.all();
    Map<String, ModelPart> byId = new HashMap<>();
    for (ModelPart part : all) {
      String id = part.attribute("id");
      byId.putIfAbsent(id.isEmpty() ? part.attribute("key") : id, part);
    }
    for (ModelPart part : all) {
      byId.putIfAbsent(part.attribute("key"), part);
    }
    byId.remove("");
    Map<String, Integer> rows = new HashMap<>();
    for (ModelPart part : all) {
      List<ModelPart> rules = part.children("rule");
      for (int i = 0; i < rules.size(); i++) {
        rows.put(rules.get(i).attribute("id"), i + 1);
      }
    }
    Map<String, ModelPart> around = new HashMap<>();
    for (ModelPart part : all) {
      part.children().forEach(child -> around.putIfAbsent(child.attribute("id"), part));
    }
    Map<String, Named> elements = new HashMap<>();
    byId.forEach((id, part) -> elements.put(id, new Named(part.line(), nameOf(part.name().getLocalPart()
        .endsWith("EventDefinition") ? around.getOrDefault(id, part) : part, byId, rows.get(id)))));
    return elements;
  }

  private static String nameOf(ModelPart part, Map<String, ModelPart> byId, @Nullable Integer row) {
    if (row != null) {
      String description = part.children("description").stream().map(ModelPart::text)
          .map(String::strip).findFirst().orElse("");
      return shortened("row " + row + (description.isEmpty() ? "" : ": " + description));
    }
    String name = ownName(part);
    if (name.isEmpty() && part.is("sequenceFlow")) {
      String from = nameOfEnd(part.attribute("sourceRef"), byId);
      String to = nameOfEnd(part.attribute("targetRef"), byId);
      return from.isEmpty() && to.isEmpty() ? "" : from + " -> " + to;
    }
    return shortened(name);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "...";
  }

  private static String nameOfEnd(String id, Map<String, ModelPart> byId) {
    ModelPart end = byId.get(id);
    String name = end == null ? "" : ownName(end);
    return name.isEmpty() ? id : name;
  }

  private static String ownName(ModelPart part) {
    for (String attribute : List.of("name", "label", "text")) {
      String name = part.attribute(attribute).replaceAll("\\s+", " ").strip();
      if (!name.isEmpty()) {
        return name;
      }
    }
    return "";
  }
}
