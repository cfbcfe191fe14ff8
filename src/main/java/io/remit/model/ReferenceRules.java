package io.remit.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** What a model refers to is there. */
final class ReferenceRules {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  /** The kind of an element, the attribute by which it refers to another model, and the kind of that. */
  private static final List<Reference> REFERENCES = List.of(
      new Reference("callActivity", new QName("calledElement"), "process"),
      new Reference("businessRuleTask", new QName(CAMUNDA, "decisionRef"), "decision"),
      new Reference("userTask", new QName(CAMUNDA, "formRef"), "form"));

  private record Reference(String from, QName attribute, String to) {
  }

  private ReferenceRules() {
  }

  /** @param unread the files that nobody could read, and that may hold what is referred to */
  static void check(Map<String, ModelPart> models, Set<String> unread, List<Finding> found) {
    for (Reference reference : REFERENCES) {
      Set<String> existing = models.values().stream().flatMap(model -> model.all().stream())
          .filter(part -> part.is(reference.to()) && isUsable(part))
          .map(part -> part.attribute("id")).collect(Collectors.toSet());
      unread.forEach(file -> existing.add(file.substring(0, file.lastIndexOf('.'))));
      models.forEach((file, model) -> model.all().stream()
          .filter(part -> part.is(reference.from()))
          .filter(part -> !existing.contains(String.valueOf(part.attributes().get(reference.attribute()))))
          .forEach(part -> found.add(new Finding(file, part.line(), part.attribute("id"), ModelRule.REFERENCE_EXISTS,
              told(reference.to(), part.attributes().get(reference.attribute()), existing)))));
    }
  }

  private static String told(String kind, @Nullable String name, Set<String> existing) {
    return name == null ? "it names no " + kind : "there is no " + kind + " " + name
        + Spelling.nearest(name, existing).map(each -> "; is " + each + " meant?").orElse("");
  }

  private static boolean isUsable(ModelPart part) {
    return !part.is("process") || part.attribute("isExecutable").equals("true");
  }
}
