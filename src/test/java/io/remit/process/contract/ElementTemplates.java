package io.remit.process.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.cases.Channel;
import io.remit.cases.Stage;
import io.remit.contact.treatment.StepText;
import io.remit.hold.Hold;
import io.remit.process.CaseModel;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * The element templates of Camunda Modeler for the steps that Remit offers, made of what exists: texts that are
 * registered, reasons of holds, processes, and decisions as the drawings ask them.
 */
final class ElementTemplates {

  /** Where Modeler looks for them: beside the models. */
  static final String FOLDER = ".camunda/element-templates/";
  /** Of no version: Modeler takes no template of a newer one than its own. */
  private static final String SCHEMA =
      "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
  private static final String ID = "io.remit.";
  /** Raise it when what is hidden changes; Modeler then offers to bring steps up. */
  private static final int VERSION = 1;
  private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
  private static final String BEFORE_NEXT = "Days before the next step";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A called process as a step: the name of its file, its process, and what it says of itself. */
  private record Called(String file, String process, String name, String description) {
  }

  private static final List<Called> CALLED = List.of(
      new Called("call", CaseModel.CALL, "Call the debtor",
          "A collector calls the debtor; the form takes what was said."),
      new Called("visit", CaseModel.VISIT, "Visit the debtor",
          "A field agent visits the debtor. Ask first whether a visit makes sense."),
      new Called("refer-to-court", "court-case", "Go to court",
          "A legal officer looks at the case and sues, or does not."),
      new Called("place-with-partner", CaseModel.PLACEMENT, "Place with a partner",
          "An outsourcing officer places the case with a partner."));

  private final Models models;

  ElementTemplates(Models models) {
    this.models = models;
  }

  /** The templates by the names of their files. */
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    all().forEach((name, template) -> files.put(FOLDER + name + ".json", written(template)));
    return files;
  }

  private static String written(Map<String, Object> template) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(template) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Map<String, Object>> all() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    all.put("send-decided-message", service("send-decided-message", "Send the message that was decided",
        "Sends what the decision before it answered: its text by its channel. The gate still decides whether it may.",
        hidden("sendMessage")));
    all.put("send-message", service("send-message", "Send a message",
        "Sends one text, whatever was decided. The channel is the last word of its name; the gate still decides"
            + " whether it may.", hidden("sendMessage"), text("Text", texts(false)), days(BEFORE_NEXT)));
    all.put("robot-call", service("robot-call", "Robot call",
        "A voice robot calls the debtor. The gate still decides whether it may.", hidden("sendMessage"),
        text("What the robot says", texts(true)), days(BEFORE_NEXT)));
    all.put("rest", service("rest", "Leave in peace",
        "The case rests so many days, unless it rests longer anyway.", hidden("restCase"), days("Days")));
    all.put("hold", service("hold", "Put on hold",
        "Pauses the case for a reason. End the way behind it with the error \"hold raised\".", hidden("raiseHold"),
        choice("Reason", input("reason"), Arrays.stream(Hold.Reason.values()).filter(Hold.Reason::isReviewed)
            .collect(Collectors.toMap(Enum::name, ElementTemplates::words, (one, other) -> one,
                LinkedHashMap::new)))));
    CALLED.stream().filter(called -> models.processIds().contains(called.process()))
        .forEach(called -> all.put(called.file(), call(called)));
    decisions().forEach((decision, task) -> all.put("decide-" + decision, decide(decision, task)));
    return all;
  }

  private static Map<String, Object> service(String id, String name, String description,
      Map<?, ?>... properties) {
    return template(id, name, description, "bpmn:ServiceTask", List.of(properties));
  }

  private static Map<String, Object> call(Called called) {
    return template(called.file(), called.name(), called.description(), "bpmn:CallActivity", List.of(
        hidden(property("calledElement"), called.process()),
        hidden(Map.of("type", "camunda:in:businessKey"), BUSINESS_KEY)));
  }

  /** The decisions that drawings ask, each with one of the tasks that do. */
  private SortedMap<String, BusinessRuleTask> decisions() {
    SortedMap<String, BusinessRuleTask> asked = new TreeMap<>();
    models.processes().values().stream()
        .flatMap(model -> model.getModelElementsByType(BusinessRuleTask.class).stream())
        .forEach(task -> asked.putIfAbsent(task.getCamundaDecisionRef(), task));
    return asked;
  }

  private Map<String, Object> decide(String decision, BusinessRuleTask task) {
    List<Map<String, Object>> properties = new ArrayList<>();
    properties.add(hidden(property("camunda:decisionRef"), decision));
    if (task.getCamundaResultVariable() != null) {
      properties.add(hidden(property("camunda:resultVariable"), task.getCamundaResultVariable()));
      properties.add(hidden(property("camunda:mapDecisionResult"), task.getCamundaMapDecisionResult()));
    }
    task.getExtensionElements().getElementsQuery().filterByType(CamundaExecutionListener.class).list().forEach(
        listener -> properties.add(hidden(ordered("type", "camunda:executionListener", "event",
            listener.getCamundaEvent(), "implementationType", "delegateExpression"),
            listener.getCamundaDelegateExpression())));
    task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().forEach(mapping -> {
      mapping.getCamundaInputParameters().forEach(
          given -> properties.add(hidden(input(given.getCamundaName()), given.getTextContent().strip())));
      mapping.getCamundaOutputParameters().forEach(
          taken -> properties.add(hidden(ordered("type", "camunda:outputParameter", "source",
              taken.getTextContent().strip()), taken.getCamundaName())));
    });
    Decision table = models.decision(decision).orElseThrow().getModelElementById(decision);
    return template("decide-" + decision, "Decide: " + table.getName(),
        "Asks the decision " + decision + " with the facts of the case, and takes its answer.",
        "bpmn:BusinessRuleTask", properties);
  }

  private static Map<String, Object> template(String id, String name, String description, String type,
      List<? extends Map<?, ?>> properties) {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("$schema", SCHEMA);
    template.put("name", name);
    template.put("id", ID + id);
    template.put("version", VERSION);
    template.put("description", description);
    template.put("appliesTo", List.of("bpmn:Task", type));
    template.put("elementType", Map.of("value", type));
    template.put("properties", properties);
    template.put("entriesVisible", false);
    return template;
  }

  private static Map<String, Object> hidden(String bean) {
    return hidden(property("camunda:delegateExpression"), "${" + bean + "}");
  }

  private static Map<String, Object> hidden(Map<String, ?> binding, String value) {
    return ordered("type", "Hidden", "value", value, "binding", binding);
  }

  private static Map<String, Object> days(String label) {
    Map<String, Object> days = ordered("label", label, "type", "String", "value", "7", "binding", input("days"));
    days.put("constraints", ordered("notEmpty", true, "pattern",
        ordered("value", "^[1-9]\\d{0,2}$", "message", "Write a number of days from 1 to 999.")));
    return days;
  }

  private static Map<String, Object> text(String label, Map<String, String> texts) {
    return choice(label, input("text"), texts);
  }

  /**
   * Something that somebody must choose, so nothing is chosen before.
   *
   * @param names what people read, by what is written
   */
  private static Map<String, Object> choice(String label, Map<String, ?> binding, Map<String, String> names) {
    Map<String, Object> choice = ordered("label", label, "type", "Dropdown", "choices", names.entrySet().stream()
        .map(each -> ordered("name", each.getValue(), "value", each.getKey())).toList());
    choice.put("binding", binding);
    choice.put("constraints", Map.of("notEmpty", true));
    return choice;
  }

  /** The registered texts that a step may send, by name, with the channel in words. */
  private Map<String, String> texts(boolean byRobot) {
    return models.text("messages/register.csv").orElseThrow().lines().skip(1)
        .map(line -> StepText.of(line.substring(0, line.indexOf(',')))).flatMap(Optional::stream).distinct()
        .filter(text -> (text.channel() == Channel.ROBOT_CALL) == byRobot)
        .sorted((one, other) -> one.template().compareTo(other.template()))
        .collect(Collectors.toMap(StepText::template, text -> text.template() + " (" + words(text.channel()) + ")",
            (one, other) -> one, LinkedHashMap::new));
  }

  private static String words(Enum<?> constant) {
    return switch (constant.name()) {
      case "SMS" -> "SMS";
      case "EMAIL" -> "e-mail";
      default -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private static Map<String, Object> property(String name) {
    return ordered("type", "property", "name", name);
  }

  private static Map<String, Object> input(String name) {
    return ordered("type", "camunda:inputParameter", "name", name);
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  /** What templates cannot say: timers that wait until a case is old enough for a stage, to be copied out of it. */
  String timers() {
    String events = Stream.of(Stage.values()).skip(1).map(stage -> """
            <bpmn:intermediateCatchEvent id="old_enough_for_%1$s" name="Old enough for %2$s">
              <bpmn:timerEventDefinition id="old_enough_for_%1$s_definition">
                <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${aging.stageDue(execution, '%2$s')}</bpmn:timeDate>
              </bpmn:timerEventDefinition>
            </bpmn:intermediateCatchEvent>
        """.formatted(stage.name().toLowerCase(Locale.ROOT), stage.name())).collect(Collectors.joining());
    String shapes = Stream.of(Stage.values()).skip(1).map(stage -> """
              <bpmndi:BPMNShape id="old_enough_for_%1$s_di" bpmnElement="old_enough_for_%1$s">
                <dc:Bounds x="%2$d" y="100" width="36" height="36" />
                <bpmndi:BPMNLabel>
                  <dc:Bounds x="%3$d" y="143" width="90" height="27" />
                </bpmndi:BPMNLabel>
              </bpmndi:BPMNShape>
        """.formatted(stage.name().toLowerCase(Locale.ROOT), 40 + 140 * stage.ordinal(), 13 + 140 * stage.ordinal()))
        .collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
        xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions_timers_to_copy" \
        targetNamespace="https://remit.io/bpmn" modeler:executionPlatform="Camunda Platform" \
        modeler:executionPlatformVersion="7.24.0">
          <bpmn:process id="timers-to-copy" name="Timers to copy" isExecutable="false">
        %s  </bpmn:process>
          <bpmndi:BPMNDiagram id="timers_to_copy_diagram">
            <bpmndi:BPMNPlane id="timers_to_copy_plane" bpmnElement="timers-to-copy">
        %s    </bpmndi:BPMNPlane>
          </bpmndi:BPMNDiagram>
        </bpmn:definitions>
        """.formatted(events, shapes);
  }
}
