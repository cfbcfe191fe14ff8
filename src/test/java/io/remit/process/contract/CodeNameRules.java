package io.remit.process.contract;

import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import io.remit.process.decision.DecisionTable;
import io.remit.process.decision.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;

/** The names that the code uses of the models are there, and what models throw at each other is caught. */
final class CodeNameRules implements ModelRules {

  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java/io/remit/process"), Path.of("src/main/java/io/remit/access"));
  private static final Pattern ELEMENT_ID_IN_CODE =
      Pattern.compile("\"((?:task|stage|decide|which|timer|wait|send|held|in)_[a-z_]*[a-z])\"");

  @Override
  public void check(Models models, Violations found) {
    Set<String> elements = names(models, FlowElement.class, FlowElement::getId);
    for (String id : idsInCode()) {
      missing(elements.contains(id), id, "the code names this element", found);
    }
    missing(models.processIds().contains(CaseModel.KEY), CaseModel.KEY, "the code starts this process", found);
    Stream.concat(Tables.ALL.stream().map(DecisionTable::key),
        Stream.of(CaseModel.TREATMENT_DECISION, CaseModel.VISIT_DECISION)).forEach(decision ->
            missing(models.decisionIds().contains(decision), decision, "the code asks this decision", found));
    missing(names(models, Message.class, Message::getName).equals(
            Set.of(CaseModel.CASE_CHANGED, CaseModel.MATTER_CHANGED, CaseModel.CONTACT_TAKEN_BACK)),
        CaseModel.CASE_CHANGED, "models wait for it, for " + CaseModel.MATTER_CHANGED + " and "
        + CaseModel.CONTACT_TAKEN_BACK
            + ", and for nothing else",
        found);
    checkErrors(models, found);
  }

  private static void checkErrors(Models models, Violations found) {
    Set<String> caught = new TreeSet<>();
    Set<String> thrown = new TreeSet<>();
    models.processes().values().stream()
        .flatMap(model -> model.getModelElementsByType(ErrorEventDefinition.class).stream())
        .forEach(definition -> (isBoundary(definition) ? caught : thrown).add(codeOf(definition)));
    missing(caught.contains(CaseModel.HOLD_RAISED) && thrown.equals(caught), CaseModel.HOLD_RAISED,
        "models throw the errors " + thrown + " and catch " + caught, found);
  }

  private static boolean isBoundary(ErrorEventDefinition definition) {
    return definition.getParentElement() instanceof BoundaryEvent;
  }

  private static String codeOf(ErrorEventDefinition definition) {
    Error error = definition.getError();
    return error == null ? "(any)" : String.valueOf(error.getErrorCode());
  }

  private static void missing(boolean there, String name, String detail, Violations found) {
    found.unless(there, "bpmn/", name, ModelRule.CODE_NAMES_EXISTING_ELEMENTS, detail);
  }

  private static <T extends BaseElement> Set<String> names(Models models, Class<T> type, Function<T, String> name) {
    return models.processes().values().stream().map(model -> model.getModelElementsByType(type))
        .flatMap(Collection::stream).map(name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> idsInCode() {
    Set<String> ids = new TreeSet<>();
    for (Path folder : SOURCES) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher literal = ELEMENT_ID_IN_CODE.matcher(Files.readString(file));
          while (literal.find()) {
            ids.add(literal.group(1));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ids;
  }
}
