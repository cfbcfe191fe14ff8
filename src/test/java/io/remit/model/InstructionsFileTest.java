package io.remit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instructions beside a model are read as they are meant, or refused by line and field. */
class InstructionsFileTest {

  private static final String NAME = "call-debtor.migration.json";
  private static final ModelVocabulary NO_WORDS = new ModelVocabulary(Set.of(), Map.of(), Set.of(), Set.of(), Set.of());

  private static ModelFile file(String content) {
    return new ModelFile(NAME, content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> findings(String content) {
    return findings(file(content));
  }

  /** What is wrong with the file beside the model of calls. */
  private static List<String> findings(ModelFile instructions) {
    try {
      ModelFile model = new ModelFile("call-debtor.bpmn", Files.readAllBytes(Path.of("bpmn", "call-debtor.bpmn")));
      return new ModelCheck(NO_WORDS).check(new ModelFolder(List.of(model, instructions), List.of())).stream()
          .filter(finding -> finding.file().equals(instructions.name()))
          .map(finding -> finding.line() + " " + finding.detail() + " " + finding.rule()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theyAreReadAsTheyAreMeant() {
    MigrationInstructions read = MigrationInstructions.read(file("""
        {"from": ["1.2.0", "1.3.x"], "elements": {"old_task": "task_call_debtor", "other": "end_refused"},
         "comment": "A new name"}"""));

    assertThat(read.elements()).containsEntry("old_task", "task_call_debtor").hasSize(2);
    assertThat(List.of("1.2.0", "1.3.0", "1.3.17")).allMatch(read::covers);
    assertThat(List.of("1.2.1", "1.30.0", "1.4.0", "11.3.0", "")).noneMatch(read::covers);
    assertThat(read.inverse().elements()).isEqualTo(Map.of("task_call_debtor", "old_task", "end_refused", "other"));
  }

  @Test
  void ofTwoPlacesThatBecameOneNeitherIsTheWayBack() {
    assertThat(new MigrationInstructions(List.of("1.x"), Map.of("one", "both", "other", "both", "third", "last"),
        Set.of("last"), "").inverse()).isEqualTo(new MigrationInstructions(List.of(), Map.of("last", "third"),
            Set.of("third"), ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{\"from\": [\"1.x\"],; \"elemens\": {\"a\": \"b\"}}"
          + "|2 elemens: there is no such field; there are from, elements, redate and comment ONLY_KNOWN_PARTS",
      "{\"from\": [\"1.x\"],;;\"elements\": {\"a\": \"no_such\"}}"
          + "|3 elements: the process has no element no_such at which cases of a could go on REFERENCE_EXISTS",
      "{\"from\": [\"1.x\"], \"redate\": [\"task_call_debtor\"]}"
          + "|1 redate: the process has no timer task_call_debtor REFERENCE_EXISTS",
      "{\"from\": [\"latest\"]}|1 from: latest names no versions; write 1.2.0, 1.2.x or 1.x VERSION_IS_SEMANTIC",
      "{\"from\": [\"2.x\"]}"
          + "|1 from: cases of 2.x stay where they are, since the first number of 1.4.0 is another VERSION_IS_SEMANTIC",
      "{}|0 from: name the versions from which cases may come, such as [\"1.2.x\"] VERSION_IS_SEMANTIC",
      "{\"from\": \"1.x\"}|1 from: write a list, such as [\"one\", \"other\"] FILE_IS_PLAIN_TEXT",
      "{\"from\": [1.2]}|1 from: write text in quotation marks FILE_IS_PLAIN_TEXT",
      "{\"from\": [\"1.x\"], \"comment\": \"${dataSource}\"}"
          + "|1 comment: plain text of at most 1000 characters VALUE_IS_PLAIN",
      "[]|1 it is no JSON object FILE_IS_PLAIN_TEXT"})
  void whatCannotBeMeantIsRefusedByLineAndField(String content, String finding) {
    assertThat(findings(content.replace(';', '\n'))).contains(finding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"from\": [\"1.x\"]",
      "{\"from\": [\"1.x\"], \"from\": [\"1.x\"]}", "{\"from\": [\"1.x\"]} {}",
      "{\"from\": [\"1.x\"], \"elements\": {\"a\": {\"b\": \"c\"}}}", "", "null", "\uFEFF{\"from\": [\"1.x\"]}",
      "{\"from\": [\"1.x\"], \"elements\": {\"${run}\": \"task_call_debtor\"}}"})
  void whatIsNoFileOfInstructionsIsRefused(String content) {
    assertThat(findings(content)).isNotEmpty();
  }

  @Test
  void instructionsWithoutTheirModelAreRefused() {
    byte[] content = "{\"from\": [\"1.x\"]}".getBytes(StandardCharsets.UTF_8);
    assertThat(findings(new ModelFile("no-such.migration.json", content))).singleElement().asString()
        .startsWith("0 there is no process beside it");
    assertThat(findings(new ModelFile("messages/call-debtor.migration.json", new byte[0]))).singleElement().asString()
        .endsWith("FILE_IS_EXPECTED");
  }
}
