package io.remit.process.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.remit.model.ModelRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What a process owner, an editor and a build server read of the command. */
class ModelsCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String folder;

  @BeforeEach
  void copy(@TempDir Path models) throws IOException {
    FileSystemUtils.copyRecursively(Path.of("bpmn"), models);
    folder = models.toString();
  }

  @Test
  void withoutAFindingItSaysSoAndEndsWithNought() {
    assertThat(run("check", folder)).isZero();
    assertThat(said()).isEqualTo("Nothing is wrong: these models can be used.\n");
  }

  @Test
  void aFindingNamesTheFileTheElementTheRuleAndWhatToDo() throws IOException {
    mistype();

    assertThat(run("check", folder)).isEqualTo(1);
    assertThat(said()).isEqualTo("""
        call-debtor.bpmn:81  Never call this number again (mark_number_wrong)
            delegateExpression: markNumberWorng is not among them; is markNumberWrong meant?
            BEAN_IS_ALLOWED: a model names only beans that are declared for models
            What to do: Look for a slip of the pen in the name; the shipped models show which names there are.

        1 finding in 1 file.
        """);
  }

  @Test
  void theSameIsSaidInChinese() throws IOException {
    mistype();

    assertThat(run("check", "--language", "zh", folder)).isEqualTo(1);
    assertThat(said()).isEqualTo("""
        call-debtor.bpmn:81  Never call this number again (mark_number_wrong)
            delegateExpression：没有 markNumberWorng 这个名称；是否想写 markNumberWrong？
            BEAN_IS_ALLOWED: 模型只使用为模型声明的名称
            怎么办：检查名称是否有笔误；随附的模型中可以看到有哪些名称。

        共 1 处问题，涉及 1 个文件。
        """);
  }

  @Test
  void jsonHasAFieldForEachPart() throws IOException {
    mistype();

    assertThat(run("check", folder, "--format=json")).isEqualTo(1);
    assertThat(JSON.readTree(said())).isEqualTo(JSON.readTree("""
        {"findings": [{"file": "call-debtor.bpmn", "line": 81, "element": "mark_number_wrong",
          "name": "Never call this number again", "rule": "BEAN_IS_ALLOWED",
          "sentence": "a model names only beans that are declared for models",
          "detail": "delegateExpression: markNumberWorng is not among them; is markNumberWrong meant?",
          "remedy": "Look for a slip of the pen in the name; the shipped models show which names there are."}]}
        """));
  }

  /** By the schema of OASIS, which lies beside this test. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void sarifKeepsToItsSchemaAndHasTheLine(String language) throws IOException {
    mistype();
    Files.writeString(Path.of(folder, "a name with \"quotes\".bpmn"), "<");

    assertThat(run("check", folder, "--format", "sarif", "--language", language)).isEqualTo(1);

    JsonNode sarif = JSON.readTree(said());
    JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
        .getSchema(getClass().getResourceAsStream("sarif-schema-2.1.0.json"));
    assertThat(schema.validate(sarif)).isEmpty();
    assertThat(sarif.at("/runs/0/tool/driver/rules")).hasSize(ModelRule.values().length);
    JsonNode result = sarif.at("/runs/0/results/1");
    assertThat(result.path("ruleId").asText()).isEqualTo("BEAN_IS_ALLOWED");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(81);
    assertThat(place.at("/artifactLocation/uri").asText()).startsWith("file:/").endsWith("/call-debtor.bpmn");
  }

  @Test
  void aFolderOfSomethingElseIsFindings(@TempDir Path other) throws IOException {
    Files.write(other.resolve("picture.bpmn"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1});
    Files.writeString(other.resolve("notes.docx"), "PK");

    assertThat(run("check", other.toString())).isEqualTo(1);
    assertThat(said()).contains("picture.bpmn", "it is not UTF-8", "notes.docx", "collection-case.bpmn",
        "Remit starts this process, and it is missing");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "chekc bpmn", "check", "check --format xml bpmn", "check --format", "check bpmn bpmn",
      "check --language fr bpmn", "check --strict bpmn", "check no-such-folder", "check pom.xml"})
  void whatIsNotUnderstoodIsToldAndEndsWithTwo(String words) {
    assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
    assertThat(said()).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).containsAnyOf("models check FOLDER", "There is no folder")
        .doesNotContain("\tat ");
  }

  @Test
  void helpTellsTheCommands() {
    assertThat(run("help")).isZero();
    assertThat(said()).contains("models check FOLDER", "models diff OLD NEW", "models rollback NUMBER");
    assertThat(ModelsCommand.isAskedFor("models", "check")).isTrue();
    assertThat(ModelsCommand.isAskedFor("trail")).isFalse();
    assertThat(ModelsCommand.isAskedFor()).isFalse();
  }

  /** Each of them takes longer to begin than all rules take: the command would be waited for. */
  @Test
  void nothingIsBegunThatNoRuleNeeds(@TempDir Path logs) throws Exception {
    Path loaded = logs.resolve("classes.txt");
    Process command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + loaded, "-cp", System.getProperty("java.class.path"),
        "io.remit.RemitApplication", "models", "check", folder).redirectErrorStream(true).start();
    String answer = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(command.waitFor()).as(answer).isZero();
    assertThat(Files.readString(loaded)).contains("io.remit.process.contract.ModelContract ")
        .doesNotContain("org.springframework.boot.SpringApplication ", "org.camunda.bpm.engine.ProcessEngine ",
            "java.sql.DriverManager ", "com.fasterxml.jackson.databind.ObjectMapper ", "org.camunda.feel.");
  }

  private void mistype() throws IOException {
    Path file = Path.of(folder, "call-debtor.bpmn");
    Files.writeString(file, Files.readString(file).replace("{markNumberWrong}", "{markNumberWorng}"));
  }

  private int run(String... words) {
    String[] arguments = new String[words.length + 1];
    arguments[0] = "models";
    System.arraycopy(words, 0, arguments, 1, words.length);
    return ModelsCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), arguments);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
