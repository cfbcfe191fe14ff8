package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.remit.model.Finding;
import io.remit.model.HostileChange;
import io.remit.model.Marker;
import io.remit.model.ModelCheck;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.ModelRule;
import io.remit.model.Mutations;
import io.remit.process.contract.ModelBeans;
import io.remit.process.contract.ModelLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first lock: what is asked at each start refuses hostile models, and runs nothing of them to find out. */
class HostileModelsTest {

  private static final Path SHIPPED = Path.of("bpmn");
  private static final int MUTATED = 200;
  private static final long SEED = 7_240_611L;

  private final ModelCheck check = new ModelCheck(ModelLanguage.VOCABULARY);
  private final ModelFolder shipped = read(SHIPPED);
  private int madeBefore;

  @BeforeEach
  void count() {
    madeBefore = Marker.made();
  }

  @AfterEach
  void nothingRan() {
    assertThat(Marker.made()).as("times that code of a model ran").isEqualTo(madeBefore);
  }

  @TestFactory
  Stream<DynamicTest> aHostileModelIsRefusedWithItsFile() {
    List<HostileChange> changes = HostileChange.all();
    assertThat(changes).as("hostile models").hasSizeGreaterThan(180).doesNotHaveDuplicates();
    return changes.stream().map(change -> dynamicTest(change.toString(), () -> {
      assertThat(check.safetyOf(change.madeFrom(shipped))).extracting(Finding::file).contains(change.file());
    }));
  }

  @Test
  void aModelWithSomethingHostileAnywhereIsRefused() {
    List<ModelFile> mutated = new Mutations(SEED, shipped).next(MUTATED);

    List<ModelFile> taken = mutated.stream().filter(file -> check.safetyOf(file).isEmpty()).toList();

    assertThat(taken).as("of %d mutated models, those that were taken: %s", mutated.size(), texts(taken)).isEmpty();
  }

  @Test
  void theShippedModelsAreTaken() {
    assertThat(check.check(shipped)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      another threshold         | stage-by-aging.dmn       | &gt;= 180                  | &gt;= 200
      a range                   | stage-by-aging.dmn       | &gt;= 180                  | [180..364]
      a cell that computes      | next-treatment.dmn       | &lt; 2                     | &lt; 2 + 1
      a cell in CDATA           | stage-by-aging.dmn       | &gt;= 180                  | <![CDATA[>= 180]]>
      another name              | call-debtor.bpmn         | name="Call the debtor"     | \
      name="Ring the debtor's number (once)"
      a Chinese name            | call-debtor.bpmn         | name="Call the debtor"     | name="致电债务人"
      another group             | call-debtor.bpmn         | "collectors"               | "collectors,supervisors"
      another wait              | call-debtor.bpmn         | name="days">7              | name="days">10
      another date              | call-debtor.bpmn         | ${aging.contactEnd(execution)} | \
      ${aging.inDays(execution, 2)}
      another text              | messages/overdue-sms.en.1.txt | {contactPhone}        | {contactPhone} (office hours)
      another label             | call-debtor.form         | "label": "Note"            | \
      "label": "Note: what was said?"
      another word              | words/words.zh.csv       | reminder,提醒              | reminder,提示
      """)
  void aHarmlessEditIsTaken(String name, String file, String before, String after) {
    ModelFile edited = new HostileChange(name, file, before, after).madeFrom(shipped);

    assertThat(check.safetyOf(edited)).isEmpty();
  }

  /** As a process owner draws it in Modeler: a step with a bean of the list, its flow, its shape, an annotation. */
  @Test
  void aNewStepIsTaken() {
    ModelFile edited = new HostileChange("a new step", "call-debtor.bpmn", "<bpmn:endEvent id=\"end_refused\"",
        """
        <bpmn:serviceTask id="send_again" name="Send it again" camunda:asyncBefore="true" \
        camunda:delegateExpression="${sendMessage}">
              <bpmn:documentation>Because it "may" be &lt; 1 &amp; late.</bpmn:documentation>
              <bpmn:extensionElements>\
              <camunda:failedJobRetryTimeCycle>R5/PT10M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
            </bpmn:serviceTask>
            <!-- drawn by the process owner -->
            <bpmn:textAnnotation id="note_again"><bpmn:text>New since May</bpmn:text></bpmn:textAnnotation>
            <bpmn:parallelGateway id="both_ways" name="Both" />
            <bpmn:endEvent id="end_refused\"""").madeFrom(shipped);

    assertThat(check.safetyOf(edited)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.js", "run.groovy", "run.py", "run.html", "run.ftl", "run.cmmn", "run.cmmn11.xml",
      "run.xml",
      "run.bpmn20.xml", "run.dmn11.xml", "run.BPMN", "run.bpmn.bak", "../run.bpmn", "a/run.bpmn", "/run.bpmn",
      "run me.bpmn", "run\u0000.bpmn", "run%2f.bpmn", ".bpmn", "messages/run.bpmn", "messages/run.txt",
      "words/run.properties",
      "messages/../run.en.1.txt"})
  void aFileThatDoesNotBelongThereIsRefused(String name) {
    ModelFile odd = new ModelFile(name, "x".getBytes(StandardCharsets.UTF_8));

    assertThat(check.safetyOf(odd)).extracting(Finding::rule).containsExactly(ModelRule.FILE_IS_EXPECTED);
  }

  @Test
  void twoFilesCannotHoldTheSameProcess() {
    ModelFile copy = new ModelFile("call-again.bpmn", contentOf("call-debtor.bpmn"));

    assertThat(check.check(HostileChange.with(shipped, copy))).extracting(Finding::file, Finding::rule)
        .contains(tuple("call-again.bpmn", ModelRule.FILE_IS_NAMED_LIKE_ITS_MODEL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "IBM037", "ISO-8859-1"})
  void aModelInAnotherEncodingIsRefused(String encoding) {
    String text = new String(contentOf("call-debtor.bpmn"), StandardCharsets.UTF_8).replace("Call the debtor",
        "Ruf ihn \u00e4n")
        .replace("UTF-8", encoding);
    ModelFile encoded = new ModelFile("call-debtor.bpmn", text.getBytes(Charset.forName(encoding)));

    assertThat(check.safetyOf(encoded)).extracting(Finding::rule).containsExactly(ModelRule.FILE_IS_PLAIN_TEXT);
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 20_000})
  void aModelThatIsNestedDeeplyIsRefused(int depth) {
    ModelFile form = new ModelFile("deep.form", "{\"components\": [".repeat(depth).getBytes(StandardCharsets.UTF_8));
    ModelFile process = new ModelFile("deep.bpmn",
        ("<a>".repeat(depth) + "</a>".repeat(depth)).getBytes(StandardCharsets.UTF_8));

    assertThat(check.safetyOf(form)).extracting(Finding::rule).containsExactly(ModelRule.FILE_IS_PLAIN_TEXT);
    assertThat(check.safetyOf(process)).extracting(Finding::rule).containsExactly(ModelRule.FILE_IS_PLAIN_TEXT);
  }

  @Test
  void aLinkOutOfTheFolderAndAHugeFileAreNotEvenRead(@TempDir Path folder) throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.bpmn"), "<secret/>");
    Path models = Files.createDirectory(folder.resolve("models"));
    Files.createSymbolicLink(models.resolve("linked.bpmn"), outside);
    Files.createSymbolicLink(models.resolve("messages"), folder);
    Files.write(models.resolve("huge.bpmn"), new byte[1_000_001]);
    Files.writeString(models.resolve(".hidden.js"), "run");
    Files.writeString(models.resolve("inside.dmn"), "<x/>");
    Files.createSymbolicLink(models.resolve("same.dmn"), models.resolve("inside.dmn"));

    ModelFolder read = ModelFolder.in(models);

    assertThat(read.files()).extracting(ModelFile::name).containsExactly("inside.dmn", "same.dmn");
    assertThat(read.unread()).extracting(Finding::file).containsExactly("huge.bpmn", "linked.bpmn", "messages");
    assertThat(check.check(read)).extracting(Finding::file)
        .contains("huge.bpmn", "linked.bpmn", "messages", "inside.dmn", "same.dmn");
  }

  @Test
  void allThatIsWrongIsToldInOneList() {
    ModelFolder broken = shipped;
    for (HostileChange change : HostileChange.all().stream().filter(each -> each.name().endsWith("that runs"))
        .toList()) {
      broken = HostileChange.with(broken, change.madeFrom(shipped));
    }

    assertThat(ModelsRefused.because(check.check(broken), "file:/srv/remit/bpmn/").getMessage())
        .startsWith("Remit does not start: the models at file:/srv/remit/bpmn/ break ")
        .contains("Nothing was deployed, and nothing of them was run.")
        .containsPattern(
            "\n  call-debtor.bpmn, line \\d+, element \\S+: .* \\[EXPRESSION_IS_KNOWN: an expression is one")
        .contains("\n  collection-case.bpmn, line ", "\n  stage-by-aging.dmn, line ", "\n  court-case.bpmn, line ");
  }

  @Test
  void whatModelsMayCallIsThere() {
    ModelLanguage.METHODS.forEach((bean, methods) -> {
      assertThat(ModelBeans.names()).contains(bean);
      assertThat(ModelBeans.typeOf(bean).orElseThrow().toClass().getDeclaredMethods()).as(bean).extracting("name")
          .containsAll(methods);
    });
  }

  private byte[] contentOf(String name) {
    return shipped.files().stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow().content();
  }

  private static String texts(List<ModelFile> files) {
    return files.stream().map(file -> new String(file.content(), StandardCharsets.UTF_8)).findFirst().orElse("");
  }

  private static ModelFolder read(Path folder) {
    try {
      return ModelFolder.in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
