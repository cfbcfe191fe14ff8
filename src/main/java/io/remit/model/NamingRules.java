package io.remit.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** How models are named, versioned and drawn. */
final class NamingRules {

  private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
  private static final Set<String> CAMUNDA =
      Set.of("http://camunda.org/schema/1.0/bpmn", "http://camunda.org/schema/1.0/dmn");
  private static final Set<String> IN_THE_FLOW = Set.of("task", "userTask", "serviceTask", "receiveTask",
      "businessRuleTask", "callActivity", "subProcess", "sequenceFlow", "startEvent", "endEvent",
      "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "exclusiveGateway", "inclusiveGateway",
      "parallelGateway", "eventBasedGateway");
  private static final Set<String> MODELS = Set.of("process", "decision", "form");
  private static final Pattern ELEMENT_ID = Pattern.compile("[a-z]+(_[a-z]+)*");
  private static final Pattern MODEL_ID = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern DAYS = Pattern.compile("P[1-9]\\d{0,5}D");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  private final String file;
  private final ModelPart root;
  private final List<Finding> found;

  private NamingRules(String file, ModelPart root, List<Finding> found) {
    this.file = file;
    this.root = root;
    this.found = found;
  }

  static void check(String file, ModelPart root, List<Finding> found) {
    new NamingRules(file, root, found).check();
  }

  private void check() {
    List<ModelPart> models = root.all().stream().filter(part -> MODELS.contains(kind(part))).toList();
    List<String> ids = models.stream().map(model -> model.attribute("id")).toList();
    for (ModelPart model : models) {
      String id = model.attribute("id");
      unless(MODEL_ID.matcher(id).matches(), model, ModelRule.ID_IS_MEANINGFUL,
          "the id is " + id + "; those of whole models are words joined by -");
      if (!kind(model).equals("form")) {
        checkLifetime(model);
      }
    }
    if (!ids.equals(List.of(file.substring(0, file.lastIndexOf('.'))))) {
      found.add(new Finding(file, root.line(), String.join(", ", ids), ModelRule.FILE_IS_NAMED_LIKE_ITS_MODEL,
          ids.isEmpty() ? "the file holds no model" : "the file holds " + String.join(", ", ids)));
    }
    checkPlatform();
    checkElements();
  }

  private void checkLifetime(ModelPart model) {
    String kept = ofCamunda(model, "historyTimeToLive");
    unless(DAYS.matcher(kept).matches(), model, ModelRule.HISTORY_IS_KEPT_FOR_DAYS,
        kept.isEmpty() ? "it has none" : "it is " + kept);
    String version = ofCamunda(model, "versionTag");
    unless(VERSION.matcher(version).matches(), model, ModelRule.VERSION_IS_SEMANTIC,
        version.isEmpty() ? "it has none" : "it is " + version);
  }

  private void checkPlatform() {
    boolean json = kind(root).equals("form");
    String platform = json ? root.attribute("executionPlatform") : ofModeler("executionPlatform");
    String version = json ? root.attribute("executionPlatformVersion") : ofModeler("executionPlatformVersion");
    unless(platform.equals("Camunda Platform") && version.startsWith("7."), root, ModelRule.MADE_FOR_CAMUNDA_7,
        platform.isEmpty() ? "it has none" : "it is " + platform + " " + version);
  }

  private void checkElements() {
    Set<String> drawn = root.all().stream().flatMap(part -> List.of(part.attribute("bpmnElement"),
        part.attribute("dmnElementRef")).stream()).collect(Collectors.toSet());
    for (ModelPart part : root.all()) {
      boolean inTheFlow = IN_THE_FLOW.contains(kind(part));
      String id = part.attribute("id");
      if (inTheFlow) {
        unless(ELEMENT_ID.matcher(id).matches(), part, ModelRule.ID_IS_MEANINGFUL, "the id is " + id);
      }
      if (inTheFlow || kind(part).equals("decision")) {
        unless(drawn.contains(id), part, ModelRule.EVERYTHING_IS_DRAWN, "it is not in the picture");
      }
    }
  }

  private void unless(boolean kept, ModelPart part, ModelRule rule, String detail) {
    if (!kept) {
      found.add(new Finding(file, part.line(), part.attribute("id"), rule, detail));
    }
  }

  private String ofModeler(String attribute) {
    return root.attributes().getOrDefault(new QName(MODELER, attribute), "");
  }

  private static String ofCamunda(ModelPart part, String attribute) {
    return part.attributes().entrySet().stream()
        .filter(each -> CAMUNDA.contains(each.getKey().getNamespaceURI())
            && each.getKey().getLocalPart().equals(attribute))
        .map(Map.Entry::getValue).findFirst().orElse("");
  }

  private static String kind(ModelPart part) {
    return part.name().getLocalPart();
  }
}
