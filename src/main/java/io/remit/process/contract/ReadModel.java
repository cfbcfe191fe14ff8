package io.remit.process.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.remit.model.Finding;
import io.remit.model.ModelCheck;
import io.remit.model.ModelFile;
import io.remit.model.ModelPart;
import io.remit.model.ModelRule;
import io.remit.model.NamedElements;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.xml.sax.SAXParseException;

/** A file of the folder, read as text and, where it is a model, as the engine's libraries read it. */
final class ReadModel {

  /** What is said where a rule cannot even be asked. */
  static final String UNLIKE = "something in it is so unlike Remit's models that not every rule could be asked";

  private static final ModelCheck CHECK = new ModelCheck(ModelLanguage.VOCABULARY);
  private static final List<FileRules> RULES = List.of(new ExpressionRules(), new TimerRules(), new PathRules(),
      new DecisionTaskRules(), new DecisionRules(), new AgingRules(), new PlaceRules(), new LabelRules());
  private static final Pattern MISPLACED =
      Pattern.compile(".*(?:starting with|declaration of) element '(?:\\{\"?[^}]*?\"?:)?(?:\\w+:)?(\\w+)}?'.*",
          Pattern.DOTALL);
  private static final Pattern LACKING =
      Pattern.compile(".*Attribute '(.*?)' must appear on element '(?:\\w+:)?(.*?)'.*", Pattern.DOTALL);
  private static final Pattern TWICE = Pattern.compile(".*multiple occurrences of ID value '(.*?)'.*", Pattern.DOTALL);
  private static final Pattern DANGLING = Pattern.compile(".*binding for IDREF '(.*?)'.*", Pattern.DOTALL);
  private static final Pattern LINE = Pattern.compile("Line=(\\d+)");

  private final ModelCheck.ReadFile read;
  private final NamedElements elements;
  private final List<Finding> unfit = new ArrayList<>();
  private final List<Finding> findings;
  private Optional<BpmnModelInstance> process = Optional.empty();
  private Optional<DmnModelInstance> decision = Optional.empty();
  private Optional<JsonNode> form = Optional.empty();

  private ReadModel(ModelFile file) {
    this.read = CHECK.read(file);
    this.elements = new NamedElements(read.model());
    unfit.addAll(read.findings());
    if (read.model() != null && !namesSchemas(read.model())) {
      parse(file);
    }
    List<Finding> all = new ArrayList<>(unfit);
    RULES.forEach(rules -> all.addAll(findingsOf(rules)));
    this.findings = all.stream().map(elements::complete).distinct().toList();
  }

  static ReadModel of(ModelFile file) {
    return new ReadModel(file);
  }

  /** The engine's libraries would fetch the schemas that a file names, from wherever it says. */
  private static boolean namesSchemas(ModelPart model) {
    return model.all().stream().flatMap(part -> part.attributes().keySet().stream())
        .anyMatch(name -> name.getNamespaceURI().equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
            && !name.getLocalPart().equals("type"));
  }

  private void parse(ModelFile file) {
    try {
      if (file.ends(".bpmn")) {
        process = Optional.of(EngineReader.process(file.content()));
      } else if (file.ends(".dmn")) {
        decision = Optional.of(EngineReader.decision(read.model(), file.content()))
            .filter(model -> !model.getModelElementsByType(DecisionTable.class).isEmpty());
        if (decision.isEmpty()) {
          unfit.add(new Finding(file.name(), 1, "", ModelRule.MODEL_CAN_BE_READ, "there is no table in it"));
        }
      } else {
        form = Optional.of(JsonTree.read(text()));
      }
    } catch (RuntimeException | JsonProcessingException unreadable) {
      unfit.add(unreadable(file, unreadable));
    }
  }

  private static Finding unreadable(ModelFile file, Exception reason) {
    Throwable cause = reason;
    while (cause.getCause() != null && !(cause instanceof SAXParseException)) {
      cause = cause.getCause();
    }
    String written = String.valueOf(cause.getMessage()).strip();
    String message = written.replaceAll("Error: URI=\\S* Line=\\d+: |cvc-[\\w.-]+: ", "");
    Matcher line = LINE.matcher(written);
    int at = cause instanceof SAXParseException parsed ? parsed.getLineNumber()
        : line.find() ? Integer.parseInt(line.group(1)) : 1;
    Matcher twice = TWICE.matcher(message);
    if (twice.matches()) {
      return new Finding(file.name(), at, twice.group(1), ModelRule.MODEL_CAN_BE_READ, "two elements have this id");
    }
    Matcher dangling = DANGLING.matcher(message);
    if (dangling.matches()) {
      return new Finding(file.name(), at, "", ModelRule.MODEL_CAN_BE_READ,
          "something refers to " + dangling.group(1) + ", and there is no such element");
    }
    Matcher misplaced = MISPLACED.matcher(message);
    Matcher lacking = LACKING.matcher(message);
    return new Finding(file.name(), at, "", ModelRule.MODEL_CAN_BE_READ,
        misplaced.matches() ? misplaced.group(1) + " has no place here"
            : lacking.matches() ? lacking.group(2) + " must have " + lacking.group(1)
            : "it cannot be read: " + message);
  }

  private List<Finding> findingsOf(FileRules rules) {
    Findings found = new Findings();
    try {
      rules.check(this, found);
    } catch (RuntimeException unlike) {
      found.add(name(), "", ModelRule.MODEL_CAN_BE_READ, UNLIKE);
    }
    return found.all();
  }

  String name() {
    return read.file().name();
  }

  String text() {
    return new String(read.file().content(), StandardCharsets.UTF_8);
  }

  /** The file as the rules of safety read it. */
  ModelCheck.ReadFile read() {
    return read;
  }

  /** What it is made of, as it is written; null for a text, and for what cannot be read. */
  ModelPart parts() {
    return read.model();
  }

  Optional<BpmnModelInstance> process() {
    return process;
  }

  /** The decision, if it has a table. */
  Optional<DmnModelInstance> decision() {
    return decision;
  }

  Optional<JsonNode> form() {
    return form;
  }

  /** Whether nothing in it could run or is out of place, so that it may be evaluated. */
  boolean isSound() {
    return unfit.isEmpty();
  }

  /** Whether it is a model that nobody can read. */
  boolean isUnreadable() {
    return read.file().isDeployed() && process.isEmpty() && decision.isEmpty() && form.isEmpty();
  }

  /** What is wrong with it alone. */
  List<Finding> findings() {
    return findings;
  }

  /** A finding in it, with the line and the name of the element. */
  Finding complete(Finding finding) {
    return elements.complete(finding);
  }
}
