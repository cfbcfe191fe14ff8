package io.remit.process.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.process.CaseModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A form as its rules see it. */
record FormModel(JsonNode json) {

  String id() {
    return json.path("id").asText();
  }

  /** All components, those inside of groups too. */
  List<JsonNode> components() {
    List<JsonNode> all = new ArrayList<>();
    collect(json, all);
    return all;
  }

  /** The keys of the fields that are sent. */
  List<String> keys() {
    return components().stream().filter(component -> component.has("key")).map(component -> component.get("key"))
        .map(JsonNode::asText).toList();
  }

  /** What a person can choose as the outcome. */
  Set<String> outcomes() {
    Set<String> values = new TreeSet<>();
    components().stream().filter(component -> component.path("key").asText().equals(CaseModel.OUTCOME))
        .forEach(outcome -> outcome.path("values").forEach(option -> values.add(option.path("value").asText())));
    return values;
  }

  private static void collect(JsonNode parent, List<JsonNode> all) {
    parent.path("components").forEach(component -> {
      all.add(component);
      collect(component, all);
    });
  }
}
