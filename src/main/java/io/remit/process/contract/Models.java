package io.remit.process.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.model.Finding;
import io.remit.model.ModelCheck;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** All models that belong together, each read once, by those who ask rules of them. */
final class Models {

  private final ModelFolder folder;
  private final SortedMap<String, ReadModel> files = new TreeMap<>();

  private Models(ModelFolder folder) {
    this.folder = folder;
  }

  static Models of(ModelFolder folder) {
    Models models = new Models(folder);
    // each takes its time when it is asked for the first time
    InParallel.results(List.<Callable<Object>>of(() -> Bpmn.INSTANCE, () -> Dmn.INSTANCE, () -> EngineReader.BPMN,
        () -> ModelLanguage.VOCABULARY));
    InParallel.results(folder.files().stream().<Callable<ReadModel>>map(file -> () -> ReadModel.of(file)).toList())
        .forEach(model -> models.files.put(model.name(), model));
    return models;
  }

  /** A copy in which some files are changed or added; the others are not read again. */
  Models with(List<ModelFile> changed) {
    Models copy = new Models(folder);
    copy.files.putAll(files);
    changed.forEach(file -> copy.files.put(file.name(), ReadModel.of(file)));
    return copy;
  }

  /** A copy without a file. */
  Models without(String file) {
    Models copy = new Models(folder);
    copy.files.putAll(files);
    copy.files.remove(file);
    return copy;
  }

  /** What is wrong with files by themselves, and why some were not read. */
  List<Finding> findings() {
    List<Finding> found = new ArrayList<>(folder.unread());
    files.values().forEach(file -> found.addAll(file.findings()));
    return found;
  }

  /** A finding with the line and the name of its element. */
  Finding complete(Finding finding) {
    ReadModel file = files.get(finding.file());
    return file == null ? finding : file.complete(finding);
  }

  Collection<ReadModel> files() {
    return files.values();
  }

  /** Whether there is a model that nobody can read, so that what it would do for others is unknown. */
  boolean areIncomplete() {
    return files.values().stream().anyMatch(ReadModel::isUnreadable);
  }

  /** The files as the rules of safety read them. */
  Collection<ModelCheck.ReadFile> read() {
    return files.values().stream().map(ReadModel::read).toList();
  }

  /** Processes by file name: those that can be read. */
  Map<String, BpmnModelInstance> processes() {
    SortedMap<String, BpmnModelInstance> processes = new TreeMap<>();
    files.forEach((name, file) -> file.process().ifPresent(process -> processes.put(name, process)));
    return processes;
  }

  /** Asks something of each process. One that is too unlike Remit's to be asked is a finding. */
  void eachProcess(Findings found, BiConsumer<String, BpmnModelInstance> ask) {
    each(processes(), found, ask);
  }

  /** Asks something of each decision. */
  void eachDecision(Findings found, BiConsumer<String, DmnModelInstance> ask) {
    each(decisions(), found, ask);
  }

  /** Asks something of each form. */
  void eachForm(Findings found, BiConsumer<String, FormModel> ask) {
    SortedMap<String, FormModel> forms = new TreeMap<>();
    forms().forEach((file, json) -> forms.put(file, new FormModel(json)));
    each(forms, found, ask);
  }

  private static <T> void each(Map<String, T> models, Findings found, BiConsumer<String, T> ask) {
    models.forEach((file, model) -> {
      try {
        ask.accept(file, model);
      } catch (RuntimeException unlike) {
        found.add(file, "", ModelRule.MODEL_CAN_BE_READ, ReadModel.UNLIKE);
      }
    });
  }

  /** Decisions by file name: those that can be read, and have a table. */
  Map<String, DmnModelInstance> decisions() {
    SortedMap<String, DmnModelInstance> decisions = new TreeMap<>();
    files.forEach((name, file) -> file.decision().ifPresent(decision -> decisions.put(name, decision)));
    return decisions;
  }

  /** A decision, if it is in the file that is named like it. */
  Optional<DmnModelInstance> decision(String id) {
    return Optional.ofNullable(files.get(id + ".dmn")).flatMap(ReadModel::decision)
        .filter(model -> model.getModelElementById(id) != null);
  }

  /** Whether nothing is wrong with a file by itself, so that it may be evaluated. */
  boolean isSound(String file) {
    return Optional.ofNullable(files.get(file)).filter(ReadModel::isSound).isPresent();
  }

  /** Forms by file name. */
  Map<String, JsonNode> forms() {
    SortedMap<String, JsonNode> forms = new TreeMap<>();
    files.forEach((name, file) -> file.form().ifPresent(form -> forms.put(name, form)));
    return forms;
  }

  /** A file as it is. */
  Optional<ModelFile> file(String name) {
    return Optional.ofNullable(files.get(name)).map(read -> read.read().file());
  }

  /** The text of a file, whatever it is. */
  Optional<String> text(String file) {
    return Optional.ofNullable(files.get(file)).map(ReadModel::text);
  }

  /** The ids of all executable processes. */
  Collection<String> processIds() {
    return all(processes().values(), Process.class).filter(Process::isExecutable).map(Process::getId).toList();
  }

  /** The ids of all decisions. */
  Collection<String> decisionIds() {
    return all(decisions().values(), Decision.class).map(Decision::getId).toList();
  }

  /** The ids of all forms. */
  Collection<String> formIds() {
    return forms().values().stream().map(form -> form.path("id").asText()).toList();
  }

  /** The process that carries cases; empty if the folder has none. */
  Optional<BpmnModelInstance> collectionCase() {
    return Optional.ofNullable(files.get(CaseModel.KEY + ".bpmn")).flatMap(ReadModel::process);
  }

  private static <T extends ModelElementInstance> Stream<T> all(
      Collection<? extends org.camunda.bpm.model.xml.ModelInstance> models, Class<T> type) {
    return models.stream().flatMap(model -> model.getModelElementsByType(type).stream());
  }
}
