package io.remit.process.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Does what Camunda Modeler does when a template of Camunda 7 is applied to a bare task, for the bindings that Remit's
 * templates have, in its order: attributes, listeners, mappings of calls, inputs and outputs.
 */
final class AppliedTemplate {

  private static final String END = "</bpmn:%s>";

  private AppliedTemplate() {
  }

  /**
   * The models with a step made anew by a template: the shape and the flows stay, nothing else of it does.
   *
   * @param entered what is entered or chosen, by the name of the input; the rest is as the template proposes it
   */
  static Models in(Models models, String file, String element, JsonNode template, Map<String, String> entered) {
    Matcher drawn = Pattern.compile("<bpmn:(\\w+) id=\"" + element + "\"( name=\"[^\"]*\")?[^>]*>.*?</bpmn:\\1>",
        Pattern.DOTALL).matcher(models.text(file).orElseThrow());
    if (!drawn.find()) {
      throw new IllegalArgumentException("there is no " + element + " in " + file);
    }
    String flows = Pattern.compile("<bpmn:(incoming|outgoing)>[^<]*</bpmn:\\1>").matcher(drawn.group()).results()
        .map(flow -> flow.group()).collect(Collectors.joining());
    String type = template.at("/elementType/value").asText().replace("bpmn:", "");
    String tag = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    String made = "<bpmn:" + tag + " id=\"" + element + "\"" + drawn.group(2) + attributes(template) + ">"
        + extensions(template, entered) + flows + END.formatted(tag);
    return EditedModels.with(models, file, Pattern.quote(drawn.group()), Matcher.quoteReplacement(made));
  }

  private static String attributes(JsonNode template) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("camunda:modelerTemplate", template.path("id").asText());
    attributes.put("camunda:modelerTemplateVersion", template.path("version").asText());
    template.path("properties").forEach(property -> {
      if (property.at("/binding/type").asText().equals("property")) {
        attributes.put(property.at("/binding/name").asText(), property.path("value").asText());
      }
    });
    return attributes.entrySet().stream().map(each -> " " + each.getKey() + "=\"" + escaped(each.getValue()) + "\"")
        .collect(Collectors.joining());
  }

  private static String extensions(JsonNode template, Map<String, String> entered) {
    StringBuilder listeners = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    StringBuilder inputs = new StringBuilder();
    StringBuilder outputs = new StringBuilder();
    template.path("properties").forEach(property -> {
      JsonNode binding = property.path("binding");
      String name = binding.path("name").asText();
      String value = escaped(property.path("type").asText().equals("Hidden") ? property.path("value").asText()
          : entered.getOrDefault(name, property.path("value").asText()));
      switch (binding.path("type").asText()) {
        case "property" -> { }
        case "camunda:executionListener" -> listeners.append("<camunda:executionListener %s=\"%s\" event=\"%s\" />"
            .formatted(binding.path("implementationType").asText(), value, binding.path("event").asText()));
        case "camunda:in:businessKey" -> calls.append("<camunda:in businessKey=\"%s\" />".formatted(value));
        case "camunda:inputParameter" -> inputs.append("<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
            .formatted(name, value));
        case "camunda:outputParameter" -> outputs.append(
            "<camunda:outputParameter name=\"%s\">%s</camunda:outputParameter>"
                .formatted(value, escaped(binding.path("source").asText())));
        default -> throw new IllegalArgumentException("nothing is known here of " + binding);
      }
    });
    String mapping = inputs.isEmpty() && outputs.isEmpty() ? ""
        : "<camunda:inputOutput>" + inputs + outputs + "</camunda:inputOutput>";
    String all = listeners.toString() + calls + mapping;
    return all.isEmpty() ? "" : "<bpmn:extensionElements>" + all + "</bpmn:extensionElements>";
  }

  private static String escaped(String value) {
    return HtmlUtils.htmlEscape(value).replace("&#39;", "'");
  }
}
