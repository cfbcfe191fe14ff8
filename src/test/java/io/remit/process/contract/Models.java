package io.remit.process.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.process.CaseModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** All models that belong together: what {@code bpmn/} holds, or a copy of it with something broken. */
final class Models {

  private static final Path FOLDER = Path.of("bpmn");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SortedMap<String, String> texts = new TreeMap<>();
  private final SortedMap<String, List<XmlPart>> parts = new TreeMap<>();
  private final SortedMap<String, BpmnModelInstance> processes = new TreeMap<>();
  private final SortedMap<String, DmnModelInstance> decisions = new TreeMap<>();
  private final SortedMap<String, JsonNode> forms = new TreeMap<>();

  private Models() {
  }

  /** The models of this repository. */
  static Models shipped() {
    Models models = new Models();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(file -> Files.isRegularFile(file) && isVisible(file)).toList()) {
        models.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return models;
  }

  private static boolean isVisible(Path file) {
    return StreamSupport.stream(FOLDER.relativize(file).spliterator(), false)
        .noneMatch(part -> part.toString().startsWith("."));
  }

  /**
   * A copy in which one file is changed.
   *
   * @throws IllegalArgumentException if there is nothing to change, or the result is no model at all
   */
  Models with(String file, String regex, String replacement) {
    String changed = Pattern.compile(regex, Pattern.DOTALL).matcher(texts.get(file)).replaceAll(replacement);
    if (changed.equals(texts.get(file))) {
      throw new IllegalArgumentException("nothing in " + file + " matches " + regex);
    }
    Models copy = new Models();
    copy.texts.putAll(texts);
    copy.parts.putAll(parts);
    copy.processes.putAll(processes);
    copy.decisions.putAll(decisions);
    copy.forms.putAll(forms);
    copy.put(file, changed);
    return copy;
  }

  private void put(String file, String text) {
    texts.put(file, text);
    try {
      if (file.endsWith(".bpmn") || file.endsWith(".dmn")) {
        parts.put(file, XmlPart.of(text));
      }
      if (file.endsWith(".bpmn")) {
        processes.put(file, Bpmn.readModelFromStream(bytes(text)));
      } else if (file.endsWith(".dmn")) {
        decisions.put(file, Dmn.readModelFromStream(bytes(text)));
      } else if (file.endsWith(".form")) {
        forms.put(file, JSON.readTree(text));
      }
    } catch (RuntimeException | JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is not a valid model: " + e.getMessage(), e);
    }
  }

  /** The files as a start reads them. */
  ModelFolder folder() {
    return new ModelFolder(texts.entrySet().stream()
        .map(file -> new ModelFile(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8))).toList(),
        List.of());
  }

  /** Processes by file name. */
  Map<String, BpmnModelInstance> processes() {
    return processes;
  }

  /** Decisions by file name. */
  Map<String, DmnModelInstance> decisions() {
    return decisions;
  }

  /** A decision, if it is in the file that is named like it. */
  Optional<DmnModelInstance> decision(String id) {
    return Optional.ofNullable(decisions.get(id + ".dmn")).filter(model -> model.getModelElementById(id) != null);
  }

  /** Forms by file name. */
  Map<String, JsonNode> forms() {
    return forms;
  }

  /** The text of a file, whatever it is. */
  Optional<String> text(String file) {
    return Optional.ofNullable(texts.get(file));
  }

  /** The XML of processes and decisions by file name. */
  Map<String, List<XmlPart>> parts() {
    return parts;
  }

  /** The ids of all executable processes. */
  Collection<String> processIds() {
    return all(processes.values(), Process.class).filter(Process::isExecutable).map(Process::getId).toList();
  }

  /** The ids of all decisions. */
  Collection<String> decisionIds() {
    return all(decisions.values(), Decision.class).map(Decision::getId).toList();
  }

  /** The ids of all forms. */
  Collection<String> formIds() {
    return forms.values().stream().map(form -> form.path("id").asText()).toList();
  }

  /** The process that carries cases. */
  BpmnModelInstance collectionCase() {
    String file = CaseModel.KEY + ".bpmn";
    return Optional.ofNullable(processes.get(file))
        .orElseThrow(() -> new IllegalArgumentException("there is no " + file));
  }

  private static <T extends ModelElementInstance> Stream<T> all(
      Collection<? extends org.camunda.bpm.model.xml.ModelInstance> models, Class<T> type) {
    return models.stream().flatMap(model -> model.getModelElementsByType(type).stream());
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
