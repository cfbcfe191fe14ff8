package io.remit.process.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.casefile.ShownFields;
import io.remit.cases.Channel;
import io.remit.contact.ConversationOutcome;
import io.remit.model.ModelExpression;
import io.remit.model.ModelRule;
import io.remit.model.Spelling;
import io.remit.process.CaseModel;
import io.remit.process.task.FormStep;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/** Forms: what they show and what becomes of what they send. */
final class FormRules implements ModelRules {

  private static final Pattern SHOWN = Pattern.compile("\\{\\{(.*?)}}");
  private static final Pattern VIEW_PATH = Pattern.compile("(\\w+View)\\.(\\w+)");
  /** What the view says of each outcome, for the one that is chosen. */
  private static final Pattern OF_OUTCOME = Pattern.compile("get value\\((\\w+View\\.\\w+), outcome\\)");
  private static final String NO_OUTCOME = "=outcome = null";
  private static final Pattern OTHER_OUTCOME = Pattern.compile("=outcome != \"(\\w+)\"");
  private static final Map<String, Channel> CONVERSATIONS =
      Map.of("recordCall", Channel.CALL, "recordVisit", Channel.VISIT);
  private static final Pattern EMPTY_LIST = Pattern.compile("=count\\((\\w+View)\\.(\\w+)\\) = 0");

  @Override
  public void check(Models models, Findings found) {
    models.eachForm(found, (file, form) -> {
      Set<String> keys = new HashSet<>();
      for (JsonNode component : form.components()) {
        checkWhatIsShown(file, component, found);
        checkCondition(file, component, form.outcomes(), found);
        String key = component.path("key").asText();
        found.unless(key.isEmpty() || keys.add(key), file, key, ModelRule.FORM_IS_PLAIN, "two fields have this key");
      }
    });
    models.eachProcess(found, (file, model) -> model.getModelElementsByType(UserTask.class)
        .forEach(task -> checkReading(models, task, found)));
  }

  private static void checkWhatIsShown(String file, JsonNode component, Findings found) {
    String id = component.path("id").asText();
    Matcher shown = SHOWN.matcher(component.path("text").asText());
    while (shown.find()) {
      String name = shown.group(1).strip();
      Matcher path = VIEW_PATH.matcher(OF_OUTCOME.matcher(name).replaceFirst("$1"));
      boolean written = path.matches();
      if (!written || !ShownFields.has(path.group(1), path.group(2))) {
        found.add(file, id, ModelRule.FORM_SHOWS_WHAT_EXISTS,
            "it shows " + name + ", which there is not" + (written ? nearest(path.group(1), path.group(2)) : ""));
      }
    }
    if (component.has("dataSource")) {
      component.path("columns").forEach(column -> checkRows(file, id, component.path("dataSource").asText(),
          column.path("key").asText(), found));
    }
    if (component.has("valuesExpression")) {
      checkRows(file, id, component.path("valuesExpression").asText(), "label", found);
      checkRows(file, id, component.path("valuesExpression").asText(), "value", found);
    }
  }

  private static String nearest(String view, String field) {
    return Spelling.nearest(field, ShownFields.of(view)).map(each -> "; is " + view + "." + each + " meant?")
        .orElse("");
  }

  private static void checkRows(String file, String id, String source, String column, Findings found) {
    Matcher path = VIEW_PATH.matcher(source.replaceFirst("^=\\s*", ""));
    found.unless(path.matches() && ShownFields.has(path.group(1), path.group(2), column), file, id,
        ModelRule.FORM_SHOWS_WHAT_EXISTS,
        "it shows " + column + " of " + source);
  }

  private static void checkCondition(String file, JsonNode component, Set<String> outcomes, Findings found) {
    JsonNode hide = component.path("conditional").path("hide");
    if (!hide.isMissingNode()) {
      Matcher outcome = OTHER_OUTCOME.matcher(hide.asText());
      Matcher list = EMPTY_LIST.matcher(hide.asText());
      boolean known = hide.asText().equals(NO_OUTCOME) || outcome.matches() && outcomes.contains(outcome.group(1))
          || list.matches() && ShownFields.has(list.group(1), list.group(2));
      found.unless(known, file, component.path("id").asText(), ModelRule.FORM_CONDITION_IS_KNOWN,
          "it is hidden by " + hide.asText());
    }
  }

  /** What is read of a form is a record: each field of the form has its component, and each component its field. */
  private static void checkReading(Models models, UserTask task, Findings found) {
    String file = task.getCamundaFormRef() + ".form";
    JsonNode json = models.forms().get(file);
    Optional<String> listener = completeListener(task);
    if (json == null || listener.isEmpty()) {
      return;
    }
    FormModel form = new FormModel(json);
    Map<String, Class<?>> read = fieldsReadBy(listener.get());
    without(form.keys(), read.keySet()).forEach(key -> found.add(file, key, ModelRule.FORM_FIELDS_ARE_READ,
        listener.get() + " does not read the field " + key));
    without(read.keySet(), form.keys()).forEach(key -> found.add(file, form.id(), ModelRule.FORM_FIELDS_ARE_READ,
        listener.get() + " reads the field " + key + ", and the form has none"));
    Set<String> accepted = acceptedBy(listener.get(), read.get(CaseModel.OUTCOME));
    without(form.outcomes(), accepted).forEach(outcome -> found.add(file, CaseModel.OUTCOME,
        ModelRule.FORM_OUTCOMES_ARE_ACCEPTED, "it offers " + outcome + ", which the code does not accept"));
    without(accepted, form.outcomes()).forEach(outcome -> found.add(file, CaseModel.OUTCOME,
        ModelRule.FORM_OUTCOMES_ARE_ACCEPTED, "it does not offer " + outcome + ", which the code accepts"));
  }

  private static Set<String> without(Collection<String> names, Collection<String> others) {
    Set<String> left = new TreeSet<>(names);
    left.removeAll(others);
    return left;
  }

  private static Map<String, Class<?>> fieldsReadBy(String listener) {
    return fieldsOf(ModelBeans.typeOf(listener).orElseThrow().as(FormStep.class).getGeneric(0).toClass())
        .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
  }

  private static Stream<RecordComponent> fieldsOf(Class<?> form) {
    return Arrays.stream(form.getRecordComponents())
        .flatMap(field -> field.getType().isRecord() ? fieldsOf(field.getType()) : Stream.of(field));
  }

  /** What a conversation can end with depends on its channel; any other outcome is a constant of its own enum. */
  private static Set<String> acceptedBy(String listener, Class<?> outcome) {
    Stream<?> accepted = CONVERSATIONS.containsKey(listener)
        ? ConversationOutcome.reportedBy(CONVERSATIONS.get(listener)).stream()
        : outcome == null ? Stream.of() : Stream.of(outcome.getEnumConstants());
    return accepted.map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<String> completeListener(UserTask task) {
    return task.getExtensionElements() == null ? Optional.empty()
        : task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().stream()
            .filter(listener -> "complete".equals(listener.getCamundaEvent()))
            .map(listener -> ModelExpression.of(String.valueOf(listener.getCamundaDelegateExpression())))
            .filter(ModelExpression.Bean.class::isInstance).map(bean -> ((ModelExpression.Bean) bean).name())
            .findFirst().filter(bean -> ModelBeans.typeOf(bean).isPresent());
  }
}
