package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.remit.model.Finding;
import io.remit.model.UnreadableModel;
import io.remit.model.XmlModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A process owner draws a step by choosing it; what Modeler writes then is right. */
@Tag("long")
class ElementTemplatesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path MODELS = Path.of("bpmn");
  private static final Path TIMERS = Path.of("docs", "timers-to-copy.bpmn");
  private static final boolean WRITES = "write".equals(System.getProperty("remit.templates"));
  private static final Models SHIPPED = EditedModels.SHIPPED;
  private static final ElementTemplates TEMPLATES = new ElementTemplates(SHIPPED);
  private static final String CASE = "collection-case.bpmn";

  /** The names of the templates, without those of folders. */
  static Stream<String> names() {
    return TEMPLATES.files().keySet().stream();
  }

  @Test
  void offersWhatExists() throws IOException {
    if (WRITES) {
      write();
    }
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MODELS.resolve(".camunda"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(MODELS.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }

    assertThat(found).as("run this test with -Dremit.templates=write").isEqualTo(TEMPLATES.files());
    assertThat(Files.readString(TIMERS)).as("run this test with -Dremit.templates=write")
        .isEqualTo(TEMPLATES.timers());
  }

  private static void write() throws IOException {
    Path folder = MODELS.resolve(ElementTemplates.FOLDER);
    Files.createDirectories(folder);
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, String> file : TEMPLATES.files().entrySet()) {
      Files.writeString(MODELS.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(TIMERS, TEMPLATES.timers());
  }

  @ParameterizedTest
  @MethodSource("names")
  void isWhatModelerReads(String name) throws IOException {
    JsonNode template = JSON.readTree(TEMPLATES.files().get(name));
    JsonSchema schema = schema();

    assertThat(schema.validate(template)).isEmpty();
    ((ObjectNode) template.at("/properties/0/binding")).put("type", "camunda:taskListener");
    assertThat(schema.validate(template)).as("a binding that Modeler does not know").isNotEmpty();
  }

  /** A template, where it is applied, and what is entered; "same" where the shipped step is what it makes. */
  private static final List<String> STEPS = List.of(
      "send-decided-message, collection-case.bpmn, send_reminder_message, same",
      "send-message, collection-case.bpmn, send_message_message, text=overdue-letter days=14",
      "robot-call, collection-case.bpmn, send_telephone_message, text=robot-script days=1",
      "rest, call-debtor.bpmn, rest_after_refusal, same",
      "hold, call-debtor.bpmn, raise_dispute, same",
      "hold, call-debtor.bpmn, raise_hardship, reason=VULNERABLE",
      "call, collection-case.bpmn, call_in_message, same",
      "visit, collection-case.bpmn, visit_in_visit, same",
      "refer-to-court, collection-case.bpmn, court_in_legal, same",
      "place-with-partner, collection-case.bpmn, place_in_outsourcing, same",
      "decide-next-treatment, collection-case.bpmn, decide_visit_treatment, same",
      "decide-visit-eligibility, collection-case.bpmn, decide_visit_eligibility, same",
      "decide-stage-by-aging, collection-case.bpmn, decide_stage, same");

  @Test
  void makeStepsThatKeepTheRules() throws Exception {
    Models made = SHIPPED;
    for (String step : STEPS) {
      String[] words = step.split(", ");
      made = AppliedTemplate.in(made, words[1], words[2], template(words[0]), values(words[3]));
      if (words[3].equals("same")) {
        Models alone = AppliedTemplate.in(SHIPPED, words[1], words[2], template(words[0]), values(words[3]));
        assertThat(withoutBlanks(alone, words[1])).as(step).isEqualTo(withoutBlanks(SHIPPED, words[1]));
      }
    }

    assertThat(made.text(CASE).orElseThrow()).contains(">overdue-letter<", "modelerTemplate=\"io.remit.visit\"");
    assertThat(ModelContract.check(made)).isEmpty();
    assertThat(STEPS.stream().map(step -> step.substring(0, step.indexOf(','))).distinct().count())
        .as("templates that are tried").isEqualTo(names().count());
  }

  /** What a model says, whoever wrote it: without the names of templates, blanks, and in one order of attributes. */
  private static List<String> withoutBlanks(Models models, String file) throws UnreadableModel {
    List<String> said = new ArrayList<>();
    XmlModel.readOfAnyKind(models.text(file).orElseThrow().getBytes(StandardCharsets.UTF_8)).all().forEach(part -> {
      part.attributes().forEach((attribute, value) -> said.add(part.name() + " " + attribute + " " + value));
      said.add(part.name() + " " + part.text().strip());
    });
    said.removeIf(each -> each.contains("modelerTemplate"));
    said.sort(null);
    return said;
  }

  @ParameterizedTest
  @CsvSource({"send-message, text, collection-case.bpmn, send_message_message",
      "robot-call, text, collection-case.bpmn, send_message_message",
      "hold, reason, call-debtor.bpmn, raise_dispute"})
  void eachChoiceIsUnderstood(String name, String input, String file, String element) throws IOException {
    JsonNode template = template(name);
    List<String> choices = new ArrayList<>();
    template.path("properties").forEach(property -> property.path("choices")
        .forEach(choice -> choices.add(choice.path("value").asText())));

    assertThat(choices).isNotEmpty().doesNotHaveDuplicates().allSatisfy(choice -> {
      Models made = AppliedTemplate.in(SHIPPED, file, element, template, Map.of(input, choice));
      Findings found = new Findings();
      new TaskRules().check(made, found);
      new MessageRules().check(made, found);
      assertThat(found.all()).isEmpty();
    });
  }

  @Test
  void whoChoosesNothingIsTold() throws IOException {
    Models made = AppliedTemplate.in(SHIPPED, CASE, "send_message_message", template("send-message"), Map.of());
    Findings found = new Findings();
    new TaskRules().check(made, found);

    assertThat(found.all()).extracting(Finding::element).containsExactly("send_message_message");
  }

  @Test
  void aTimerThatIsCopiedKeepsTheRules() {
    String timers = TEMPLATES.timers();
    String event = timers.substring(timers.indexOf("<bpmn:intermediateCatchEvent id=\"old_enough_for_visit\""));
    event = event.substring(0, event.indexOf("</bpmn:intermediateCatchEvent>")).replace("${", "\\${")
        .replace("old_enough_for_visit\" name", "reminder_treatment_due\" name")
        .replaceFirst(">", ">\\$1") + "</bpmn:intermediateCatchEvent>";

    Models made = EditedModels.with(SHIPPED, CASE, "<bpmn:intermediateCatchEvent id=\"reminder_treatment_due\"[^>]*>"
        + "(.*?)<bpmn:timerEventDefinition.*?</bpmn:intermediateCatchEvent>", event);

    assertThat(made.text(CASE).orElseThrow()).contains("name=\"Old enough for VISIT\"");
    assertThat(ModelContract.check(made)).isEmpty();
  }

  private static JsonNode template(String name) throws IOException {
    return JSON.readTree(TEMPLATES.files().get(ElementTemplates.FOLDER + name.strip() + ".json"));
  }

  private static Map<String, String> values(String entered) {
    Map<String, String> values = new TreeMap<>(Map.of("days", "7", "reason", "DISPUTE"));
    Stream.of(entered.split(" ")).map(each -> each.split("=")).filter(each -> each.length == 2)
        .forEach(each -> values.put(each[0], each[1]));
    return values;
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream schema = ElementTemplatesTest.class.getResourceAsStream("element-template.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    }
  }
}
