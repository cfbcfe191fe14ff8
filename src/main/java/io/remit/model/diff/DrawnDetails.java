package io.remit.model.diff;

import io.remit.model.ModelPart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is said of an element of a drawing beside its name: each detail by the word under which people look for it. */
final class DrawnDetails {

  /** Told elsewhere, or of no meaning to anybody. */
  private static final Set<String> LEFT_OUT = Set.of("id", "name", "sourceRef", "targetRef", "default",
      "modelerTemplate", "modelerTemplateVersion");
  /** What an attribute is if it is not written. */
  private static final Set<String> WITHOUT_MEANING = Set.of("startQuantity=1", "completionQuantity=1",
      "isForCompensation=false", "triggeredByEvent=false", "cancelActivity=true", "isInterrupting=true",
      "parallelMultiple=false", "instantiate=false", "gatewayDirection=Unspecified", "eventGatewayType=Exclusive",
      "asyncBefore=false", "asyncAfter=false", "exclusive=true", "processType=None", "isClosed=false",
      "textFormat=text/plain", "associationDirection=None", "implementation=##WebService",
      "implementation=##unspecified", "formRefBinding=latest", "calledElementBinding=latest",
      "decisionRefBinding=latest");
  private static final Set<String> REFERENCES = Set.of("messageRef", "errorRef", "signalRef", "escalationRef",
      "categoryValueRef", "processRef", "attachedToRef", "dataObjectRef", "dataStoreRef");
  private static final String DEFINITION = "EventDefinition";

  private DrawnDetails() {
  }

  static boolean isLeftOut(String name, String value) {
    return LEFT_OUT.contains(name) || WITHOUT_MEANING.contains(name + "=" + value);
  }

  /** Whether an attribute names another part of the file. */
  static boolean isReference(String name) {
    return REFERENCES.contains(name);
  }

  /** The kind of an element; an event is told with what it waits for or does. */
  static String typeOf(ModelPart part) {
    String type = part.name().getLocalPart();
    for (ModelPart child : part.children()) {
      String name = child.name().getLocalPart();
      if (name.endsWith(DEFINITION)) {
        return type + "." + name.substring(0, name.length() - DEFINITION.length());
      }
    }
    return type.equals("subProcess") && part.attribute("triggeredByEvent").equals("true") ? "eventSubProcess" : type;
  }

  /** Adds what a child of an element says of it. */
  static void add(Map<String, String> details, ModelPart child, UnaryOperator<String> referred) {
    String type = child.name().getLocalPart();
    if (type.equals("extensionElements") || type.equals("inputOutput")) {
      child.children().forEach(inner -> extension(details, inner));
    } else if (type.equals("timerEventDefinition")) {
      child.children().forEach(date -> Details.add(details, date.name().getLocalPart(), value(date)));
    } else if (type.endsWith(DEFINITION)) {
      definition(details, child, referred);
    } else if (Set.of("documentation", "conditionExpression", "text").contains(type)) {
      Details.add(details, type, value(child));
    } else {
      Details.add(details, type, Details.canonical(child));
    }
  }

  private static void definition(Map<String, String> details, ModelPart definition, UnaryOperator<String> referred) {
    Details.attributes(definition).forEach((name, value) -> {
      if (!isLeftOut(name, value)) {
        Details.add(details, name, isReference(name) ? referred.apply(value) : value);
      }
    });
    definition.children().forEach(child -> Details.add(details, child.name().getLocalPart(), value(child)));
  }

  private static void extension(Map<String, String> details, ModelPart part) {
    String type = part.name().getLocalPart();
    switch (type) {
      case "inputOutput" -> part.children().forEach(parameter -> extension(details, parameter));
      case "executionListener", "taskListener" ->
          Details.add(details, type + "." + part.attribute("event"), listener(part));
      case "inputParameter", "outputParameter" ->
          Details.add(details, type + "." + part.attribute("name"), value(part));
      case "failedJobRetryTimeCycle" -> Details.add(details, type, value(part));
      default -> Details.add(details, type, Details.canonical(part));
    }
  }

  private static String listener(ModelPart part) {
    if (part.children().isEmpty()) {
      for (String kind : List.of("delegateExpression", "expression", "class")) {
        if (!part.attribute(kind).isEmpty()) {
          return part.attribute(kind);
        }
      }
    }
    return Details.canonical(part);
  }

  private static String value(ModelPart part) {
    return part.children().isEmpty() ? Details.oneLine(part.text()) : Details.canonical(part);
  }
}
