package io.remit.process;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.model.ModelRule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.DataObject;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** How models are named, versioned and drawn. */
final class NamingRules implements ModelRules {

  private static final Pattern ELEMENT_ID = Pattern.compile("[a-z]+(_[a-z]+)*");
  private static final Pattern MODEL_ID = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern DAYS = Pattern.compile("P[1-9]\\d*D");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final String DMN_SHAPE = "DMNShape";

  @Override
  public void check(Models models, Violations found) {
    models.processes().forEach((file, model) -> checkProcess(file, model, found));
    models.decisions().forEach((file, model) -> checkDecision(file, model, models.parts().get(file), found));
    models.forms().forEach((file, form) -> checkForm(file, form, found));
    models.parts().forEach((file, parts) -> checkPlatform(file, parts, found));
  }

  private static void checkProcess(String file, BpmnModelInstance model, Violations found) {
    List<Process> processes = List.copyOf(model.getModelElementsByType(Process.class));
    checkModelIds(file, processes.stream().map(Process::getId).toList(), found);
    for (Process process : processes) {
      checkLifetime(file, process.getId(), process.getCamundaHistoryTimeToLiveString(),
          process.getCamundaVersionTag(), found);
    }
    Set<String> drawn = model.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement)
        .filter(element -> element != null).map(BaseElement::getId).collect(Collectors.toSet());
    model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement)
        .filter(element -> element != null).map(BaseElement::getId).forEach(drawn::add);
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      if (element instanceof DataObject) {
        continue;
      }
      String id = element.getId();
      found.unless(ELEMENT_ID.matcher(id).matches(), file, id, ModelRule.ID_IS_MEANINGFUL, "the id is " + id);
      found.unless(drawn.contains(id), file, id, ModelRule.EVERYTHING_IS_DRAWN, "it is not in the picture");
    }
  }

  private static void checkDecision(String file, DmnModelInstance model, List<XmlPart> parts,
      Violations found) {
    List<Decision> decisions = List.copyOf(model.getModelElementsByType(Decision.class));
    checkModelIds(file, decisions.stream().map(Decision::getId).toList(), found);
    Set<String> drawn = parts.stream()
        .filter(part -> part.tag().equals(DMN_SHAPE) && "dmnElementRef".equals(part.attribute())).map(XmlPart::value)
        .collect(Collectors.toSet());
    for (Decision decision : decisions) {
      String id = decision.getId();
      checkLifetime(file, id, decision.getCamundaHistoryTimeToLiveString(), decision.getVersionTag(), found);
      found.unless(drawn.contains(id), file, id, ModelRule.EVERYTHING_IS_DRAWN, "it is not in the picture");
    }
  }

  private static void checkForm(String file, JsonNode form, Violations found) {
    String id = form.path("id").asText();
    checkModelIds(file, List.of(id), found);
    checkPlatformIs7(file, id, form.path("executionPlatform").asText(), form.path("executionPlatformVersion").asText(),
        found);
  }

  private static void checkModelIds(String file, List<String> ids, Violations found) {
    for (String id : ids) {
      found.unless(MODEL_ID.matcher(id).matches(), file, id, ModelRule.ID_IS_MEANINGFUL,
          "the id is " + id + "; those of whole models are words joined by -");
    }
    found.unless(ids.equals(List.of(file.substring(0, file.lastIndexOf('.')))), file, String.join(", ", ids),
        ModelRule.FILE_IS_NAMED_LIKE_ITS_MODEL, "the file holds " + ids);
  }

  private static void checkLifetime(String file, String id, String timeToLive, String version, Violations found) {
    found.unless(timeToLive != null && DAYS.matcher(timeToLive).matches(), file, id, ModelRule.HISTORY_IS_KEPT_FOR_DAYS,
        "it is " + timeToLive);
    found.unless(version != null && VERSION.matcher(version).matches(), file, id, ModelRule.VERSION_IS_SEMANTIC,
        "it is " + version);
  }

  private static void checkPlatform(String file, List<XmlPart> parts, Violations found) {
    checkPlatformIs7(file, parts.get(0).elementId(), valueOf("executionPlatform", parts),
        valueOf("executionPlatformVersion", parts), found);
  }

  private static String valueOf(String attribute, List<XmlPart> parts) {
    return parts.stream().filter(part -> attribute.equals(part.attribute())).map(XmlPart::value).findFirst()
        .orElse("");
  }

  private static void checkPlatformIs7(String file, String id, String platform, String version, Violations found) {
    found.unless(platform.equals("Camunda Platform") && version.startsWith("7."), file, id, ModelRule.MADE_FOR_CAMUNDA_7,
        "it is " + platform + " " + version);
  }
}
