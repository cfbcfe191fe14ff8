package io.remit.model.diff;

import io.remit.model.ModelPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A drawing as it is read: its processes, the elements and ways in them, and where each is drawn.
 *
 * @param processes by id
 * @param nodes all that is drawn as a shape, by id
 * @param flows all that is drawn as a line, by id
 * @param rest what else the file says of no element, by its name
 */
record Drawing(Map<String, Drawn> processes, Map<String, Drawn> nodes, Map<String, Drawn> flows,
    Map<String, String> rest, DrawnPlaces places) {

  private static final Set<String> FLOWS = Set.of("sequenceFlow", "messageFlow", "association", "conversationLink");
  private static final Set<String> NODES = Set.of("dataObjectReference", "dataStoreReference", "dataObject",
      "dataStore", "textAnnotation", "group", "participant", "lane", "transaction", "callActivity", "choreographyTask");
  private static final Pattern NODE = Pattern.compile("\\w*(Event|[tT]ask|Gateway|[sS]ubProcess)");
  private static final Set<String> CONTAINERS = Set.of("laneSet", "childLaneSet");
  private static final Set<String> POINTERS = Set.of("incoming", "outgoing", "flowNodeRef", "laneSet", "childLaneSet");

  /**
   * Something drawn.
   *
   * @param type its name in BPMN, for an event with what it waits for or does: {@code boundaryEvent.timer}
   * @param container the id of the sub-process in which it lies; empty for the process itself
   * @param details all else that is said of it, by name
   */
  record Drawn(String id, String type, String name, String container, String from, String to,
      Map<String, String> details, ModelPart part) {

    boolean isGateway() {
      return type.endsWith("Gateway");
    }

    boolean isPlain() {
      return name.isEmpty() && details.isEmpty();
    }
  }

  static Drawing nothing() {
    return new Drawing(Map.of(), Map.of(), Map.of(), Map.of(), DrawnPlaces.nothing());
  }

  static Drawing of(ModelPart definitions) {
    return new Reading(definitions).drawing();
  }

  /** The name by which people know an element; its id if it has none. */
  String nameOf(String id) {
    Drawn drawn = nodes.get(id);
    return drawn == null || drawn.name().isEmpty() ? id : drawn.name();
  }

  /** The names of what leads to an element, or of what an event is attached to. */
  List<String> namesBefore(String id) {
    return flows.values().stream().filter(flow -> flow.to().equals(id)).map(flow -> nameOf(flow.from())).distinct()
        .toList();
  }

  /** The names of where an element leads. */
  List<String> namesAfter(String id) {
    return flows.values().stream().filter(flow -> flow.from().equals(id)).map(flow -> nameOf(flow.to())).distinct()
        .toList();
  }

  /** The id of the way that a gateway or step takes if no condition holds; empty if there is none. */
  private static String defaultOf(ModelPart part) {
    return part.attribute("default");
  }

  /** One walk through a file. */
  private static final class Reading {

    private final ModelPart definitions;
    private final Map<String, ModelPart> byId = new HashMap<>();
    private final Map<String, Drawn> processes = new LinkedHashMap<>();
    private final Map<String, Drawn> nodes = new LinkedHashMap<>();
    private final Map<String, Drawn> flows = new LinkedHashMap<>();
    private final Set<String> defaults;

    Reading(ModelPart definitions) {
      this.definitions = definitions;
      definitions.all().forEach(part -> byId.putIfAbsent(part.attribute("id"), part));
      defaults = definitions.all().stream().map(Drawing::defaultOf).collect(Collectors.toSet());
    }

    Drawing drawing() {
      Map<String, String> rest = Details.empty();
      long count = definitions.children("process").size();
      for (ModelPart part : definitions.children()) {
        String type = part.name().getLocalPart();
        if (type.equals("process") || type.equals("collaboration")) {
          Map<String, String> details = Details.empty();
          read(part, details, type.equals("process") && count > 1 ? part.attribute("id") : "");
          String id = freeId(processes, part, type);
          processes.put(id, new Drawn(id, type, part.attribute("name"), "", "", "", details, part));
        } else if (!type.equals("BPMNDiagram") && !isReferred(type)) {
          Details.add(rest, type, Details.canonical(part));
        }
      }
      return new Drawing(processes, nodes, flows, rest, DrawnPlaces.of(definitions));
    }

    /** What elements refer to is told at these. */
    private static boolean isReferred(String type) {
      return Set.of("message", "error", "signal", "escalation", "category").contains(type);
    }

    private void read(ModelPart part, Map<String, String> details, String container) {
      Details.attributes(part).forEach((name, value) -> attribute(details, name, value));
      for (ModelPart child : part.children()) {
        String type = child.name().getLocalPart();
        if (CONTAINERS.contains(type)) {
          child.children().forEach(lane -> node(lane, container));
        } else if (FLOWS.contains(type)) {
          flow(child, container);
        } else if (isNode(type)) {
          node(child, container);
        } else if (!POINTERS.contains(type)) {
          DrawnDetails.add(details, child, this::referred);
        }
      }
      if (part.is("lane")) {
        Details.add(details, "steps", part.children("flowNodeRef").stream().map(ref -> ref.text().strip())
            .sorted().collect(Collectors.joining(", ")));
      }
    }

    private static boolean isNode(String type) {
      return NODES.contains(type) || NODE.matcher(type).matches();
    }

    private void attribute(Map<String, String> details, String name, String value) {
      if (!DrawnDetails.isLeftOut(name, value)) {
        Details.add(details, name, DrawnDetails.isReference(name) ? referred(value) : value);
      }
    }

    private void node(ModelPart part, String container) {
      String type = part.name().getLocalPart();
      String id = freeId(nodes, part, type);
      Map<String, String> details = Details.empty();
      // The place is kept, so that an element comes before those in it.
      nodes.put(id, new Drawn(id, type, "", container, "", "", details, part));
      read(part, details, id);
      String name = part.attribute("name");
      if (type.equals("textAnnotation")) {
        name = Details.oneLine(Details.child(part, "text").text());
        details.remove("text");
      } else if (type.equals("group")) {
        name = details.getOrDefault("categoryValueRef", "");
        details.remove("categoryValueRef");
      }
      nodes.put(id, new Drawn(id, DrawnDetails.typeOf(part), name, container, "", "", details, part));
    }

    private void flow(ModelPart part, String container) {
      String id = freeId(flows, part, part.name().getLocalPart());
      Map<String, String> details = Details.empty();
      read(part, details, container);
      if (defaults.contains(id)) {
        details.put("default", "true");
      }
      flows.put(id, new Drawn(id, part.name().getLocalPart(), part.attribute("name"), container,
          part.attribute("sourceRef"), part.attribute("targetRef"), details, part));
    }

    private String freeId(Map<String, Drawn> taken, ModelPart part, String type) {
      String id = part.attribute("id");
      List<String> candidates = new ArrayList<>(List.of(id.isEmpty() ? type : id));
      while (taken.containsKey(candidates.get(candidates.size() - 1))) {
        candidates.add(candidates.get(0) + " " + (candidates.size() + 1));
      }
      return candidates.get(candidates.size() - 1);
    }

    /**
     * What is said of the thing that an id names: that by which the engine knows a message, signal or error, and the
     * name and the id of an element.
     */
    private String referred(String id) {
      ModelPart part = byId.get(id);
      if (part == null) {
        return id;
      }
      String name = part.attribute("name") + part.attribute("value");
      String key = switch (part.name().getLocalPart()) {
        case "message", "signal", "categoryValue" -> "";
        case "error" -> part.attribute("errorCode");
        case "escalation" -> part.attribute("escalationCode");
        default -> id;
      };
      return name.isEmpty() || name.equals(key) ? key.isEmpty() ? id : key
          : name + (key.isEmpty() ? "" : " (" + key + ")");
    }
  }
}
