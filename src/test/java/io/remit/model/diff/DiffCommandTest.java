package io.remit.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code models diff} as it is called. */
class DiffCommandTest {

  private static final String OLD = "bpmn";

  @TempDir
  private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void copyTheModels() throws IOException {
    Path copy = folder.resolve("checkout/bpmn");
    for (var file : Edited.SHIPPED.files()) {
      Path path = copy.resolve(file.name());
      Files.createDirectories(path.getParent());
      Files.write(path, file.content());
    }
  }

  private int run(String... words) {
    return DiffCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), List.of(words));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String checkout() {
    return folder.resolve("checkout").toString();
  }

  private void edit(String file, String before, String after) throws IOException {
    Path path = folder.resolve("checkout/bpmn").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(before);
    Files.writeString(path, text.replace(before, after));
  }

  @Test
  void nothingDiffers() {
    assertThat(run(OLD, checkout())).isZero();
    assertThat(said().strip()).isEqualTo("Nothing differs.");
    assertThat(complained()).isEmpty();
  }

  @Test
  void whatDiffersIsSaidFileByFile() throws IOException {
    edit("stage-by-aging.dmn", "&gt;= 30<", "&gt;= 20<");
    edit("call-debtor.bpmn", "name=\"days\">7<", "name=\"days\">5<");

    assertThat(run(OLD, checkout())).isEqualTo(1);
    assertThat(said().lines()).containsExactly("call-debtor.bpmn",
        "  The step 'Leave in peace for a while' (rest_after_refusal): input days: 7 → 5",
        "  The step 'Give the debtor time to call back' (rest_after_contact_person): input days: 7 → 5", "",
        "stage-by-aging.dmn", "  Row 4 'Called by a collector' (rule_telephone), which answers Stage: TELEPHONE: "
            + "Days past due: >= 30 → >= 20",
        "", "2 files differ.");
  }

  @Test
  void itIsSaidInChinese() throws IOException {
    edit("stage-by-aging.dmn", "&gt;= 30<", "&gt;= 20<");

    assertThat(run("--language=zh", OLD, checkout())).isEqualTo(1);
    assertThat(said()).contains("第 4 行", "1 个文件有差异。");
  }

  @Test
  void asDataItHasTheValuesOfTheFiles() throws IOException {
    edit("stage-by-aging.dmn", "\"VISIT\"</text>\n        </outputEntry>", "\"LEGAL\"</text>\n        </outputEntry>");

    assertThat(run(OLD, checkout(), "--format", "json")).isEqualTo(1);
    JsonNode one = new ObjectMapper().readTree(said()).get(0);
    assertThat(one.get("file").asText()).isEqualTo("stage-by-aging.dmn");
    assertThat(one.get("kind").asText()).isEqualTo("cell");
    assertThat(one.get("what").asText()).isEqualTo("changed");
    assertThat(one.get("element").asText()).isEqualTo("rule_visit");
    assertThat(one.get("detail").asText()).isEqualTo("Stage");
    assertThat(one.get("before").asText()).isEqualTo("\"VISIT\"");
    assertThat(one.get("after").asText()).isEqualTo("\"LEGAL\"");
    assertThat(one.get("where").get("row").asText()).isEqualTo("3");
    assertThat(one.get("facts").get("Days past due").asText()).isEqualTo(">= 90");
    assertThat(one.get("sentence").asText()).startsWith("Row 3 ");
  }

  @Test
  void picturesAreWrittenOfWhatDiffers() throws IOException {
    edit("complaint.bpmn", "name=\"Upheld?\"", "name=\"Right?\"");
    Files.delete(folder.resolve("checkout/bpmn/absence.bpmn"));
    Path pictures = folder.resolve("new/pictures");

    assertThat(run(OLD, checkout(), "--pictures", pictures.toString())).isEqualTo(1);
    try (Stream<Path> written = Files.list(pictures)) {
      assertThat(written.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("absence.old.svg",
          "complaint.old.svg", "complaint.new.svg");
    }
    assertThat(Files.readString(pictures.resolve("complaint.new.svg"))).contains(">Right?<");
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestGoesOn() throws IOException {
    edit("complaint.bpmn", "</bpmn:process>", "");
    edit("stage-by-aging.dmn", "&gt;= 30<", "&gt;= 20<");
    Files.write(folder.resolve("checkout/bpmn/large.txt"), new byte[1_000_001]);

    assertThat(run(OLD, checkout(), "--pictures", folder.resolve("p").toString())).isEqualTo(1);
    assertThat(said()).contains("complaint.bpmn\n  The new one cannot be read", ">= 30 → >= 20",
        "large.txt\n  The new one cannot be read, so it is not compared: it is larger than 1000000 bytes");
    assertThat(complained()).contains("complaint.bpmn cannot be drawn");
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    assertThat(run(OLD, folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(complained()).contains("There is no folder ").contains("nowhere.");
  }

  @Test
  void picturesThatCannotBeWrittenAreSaid() throws IOException {
    edit("complaint.bpmn", "name=\"Upheld?\"", "name=\"Right?\"");
    Path taken = Files.writeString(folder.resolve("taken"), "a file");

    assertThat(run(OLD, checkout(), "--pictures", taken.toString())).isEqualTo(2);
    assertThat(said()).contains("Right?");
    assertThat(complained()).contains("The picture of complaint.bpmn cannot be written.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bpmn", "bpmn bpmn bpmn", "bpmn bpmn --language fr", "bpmn bpmn --format xml",
      "bpmn bpmn --pictures", "bpmn bpmn --colour red", "bpmn \u0000"})
  void whatIsNotUnderstoodIsExplained(String words) {
    assertThat(run(words.split(" "))).isEqualTo(2);
    assertThat(complained()).isNotBlank();
    assertThat(said()).isEmpty();
  }

  @Test
  void nothingInANameSteersTheTerminal() throws IOException {
    edit("complaint.bpmn", "name=\"Upheld?\"", "name=\"Up\u009b31m\u202Eheld?\"");

    assertThat(run(OLD, checkout())).isEqualTo(1);
    assertThat(said()).contains("'Up[U+009B]31m[U+202E]held?'").doesNotContain("\u009b", "\u202E");
  }
}
