package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.remit.model.Finding;
import io.remit.model.FindingWords;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.ModelRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models that others drew for other programs: each is refused with reasons, and none brings the checker down. With
 * {@code -Dremit.foreign.models=FOLDER} all models below a folder are asked, and what was found is counted.
 */
class ForeignModelsTest {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"d\" targetNamespace=\"http://a.b\">";

  @Test
  void aProcessOfAnotherProgramIsRefusedWithReasons() {
    List<Finding> findings = findingsIn(HEAD + "<process id=\"p\"><startEvent id=\"Start_1\"/><task id=\"Task_1\"/>"
        + "<sequenceFlow id=\"Flow_1\" sourceRef=\"Start_1\" targetRef=\"Task_1\"/></process></definitions>");

    assertThat(findings).extracting(Finding::rule).contains(ModelRule.ID_IS_MEANINGFUL, ModelRule.MADE_FOR_CAMUNDA_7,
        ModelRule.VERSION_IS_SEMANTIC, ModelRule.EVERYTHING_IS_DRAWN, ModelRule.EVERY_PATH_ENDS);
    assertThat(findings).anySatisfy(finding -> {
      assertThat(finding.element()).isEqualTo("Task_1");
      assertThat(finding.detail()).isEqualTo("no way leads on from it");
    });
  }

  @Test
  void twoTimersBehindOneGatewayRace() {
    String timer = "<intermediateCatchEvent id=\"%s\"><timerEventDefinition><timeDate>${aging.%s(execution)}</timeDate>"
        + "</timerEventDefinition></intermediateCatchEvent>";
    List<Finding> findings = findingsIn(HEAD + "<process id=\"p\"><eventBasedGateway id=\"which_first\"/>"
        + timer.formatted("early", "offerDue") + timer.formatted("late", "promiseDue")
        + "<sequenceFlow id=\"a\" sourceRef=\"which_first\" targetRef=\"early\"/>"
        + "<sequenceFlow id=\"b\" sourceRef=\"which_first\" targetRef=\"late\"/></process></definitions>");

    assertThat(findings).anySatisfy(finding -> {
      assertThat(finding.rule()).isEqualTo(ModelRule.TIMERS_DO_NOT_RACE);
      assertThat(finding.element()).isEqualTo("which_first");
      assertThat(finding.detail()).isEqualTo("2 timers follow it, and which is first decides");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "<", "no XML at all", "{}", "<html></html>", "\u0000",
      "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d>&a;</d>",
      HEAD + "</definitions>",
      HEAD + "<process id=\"p\"/></definitions>",
      HEAD + "<process id=\"p\"><startEvent/><endEvent/></process></definitions>",
      HEAD + "<process id=\"p\"><task id=\"t\"/><task id=\"t\"/></process></definitions>",
      HEAD + "<process id=\"p\"><sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"/></process></definitions>",
      HEAD + "<process id=\"p\"><userTask id=\"u\"/><boundaryEvent id=\"b\"/></process></definitions>",
      HEAD + "<process id=\"p\"><exclusiveGateway id=\"g\" default=\"f\"/></process></definitions>",
      HEAD + "<process id=\"p\"><scriptTask id=\"s\"><script>run()</script></scriptTask></process></definitions>",
      HEAD + "<process id=\"p\"><serviceTask id=\"s\" implementation=\"##WebService\"/></process></definitions>",
      HEAD + "<process id=\"p\"><subProcess id=\"s\" triggeredByEvent=\"true\"><startEvent id=\"t\">"
          + "<timerEventDefinition/></startEvent></subProcess></process></definitions>",
      HEAD + "<process id=\"p\"><intermediateThrowEvent id=\"t\"><linkEventDefinition name=\"l\"/>"
          + "</intermediateThrowEvent><choreographyTask id=\"c\"/></process></definitions>",
      HEAD + "<process id=\"p\"><adHocSubProcess id=\"a\"><task id=\"t\"/></adHocSubProcess><transaction id=\"x\"/>"
          + "</process></definitions>",
      HEAD + "<collaboration id=\"c\"><participant id=\"a\"/><messageFlow id=\"m\" sourceRef=\"a\" targetRef=\"a\"/>"
          + "</collaboration></definitions>",
      "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:s=\"http://www.signavio.com\"/>",
      "<definitions xmlns=\"http://schema.omg.org/spec/BPMN/2.0\"><process/></definitions>"})
  void whateverAFileHoldsIsAFinding(String content) {
    assertThat(findingsIn(content)).isNotEmpty().allSatisfy(ForeignModelsTest::tellsAPerson);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"components\": [1, 2]}", "{\"components\": {}}",
      "{\"id\": \"a\", \"components\": [{\"type\": \"radio\", \"values\": \"x\"}, {\"type\": 3}, {}]}"})
  void whateverAFormHoldsIsAFinding(String content) {
    assertThat(findingsIn("foreign.form", content.getBytes(StandardCharsets.UTF_8))).isNotEmpty()
        .allSatisfy(ForeignModelsTest::tellsAPerson);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<definitions/>", "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
      + " id=\"d\" name=\"d\" namespace=\"n\"><decision id=\"foreign\" name=\"f\"><literalExpression id=\"l\">"
      + "<text>1 + 1</text></literalExpression></decision></definitions>",
      "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\">"
          + "<decision id=\"foreign\" name=\"f\"><decisionTable id=\"t\"><output id=\"o\"/><rule id=\"r\">"
          + "<outputEntry id=\"e\"/></rule></decisionTable></decision></definitions>"})
  void whateverADecisionHoldsIsAFinding(String content) {
    assertThat(findingsIn("foreign.dmn", content.getBytes(StandardCharsets.UTF_8))).isNotEmpty()
        .allSatisfy(ForeignModelsTest::tellsAPerson);
  }

  /** A validator of XML fetches the schemas that a file names; a file of somebody else names whatever they like. */
  @Test
  void nothingIsFetchedThatAFileNames() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.createContext("/", exchange -> {
      asked.incrementAndGet();
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
    });
    elsewhere.start();
    try {
      String address = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/a.xsd";
      for (String hint : List.of("schemaLocation=\"http://a.b " + address
          + " http://www.omg.org/spec/BPMN/20100524/MODEL " + address
          + " http://www.omg.org/spec/BPMN/20100524/DI " + address + "\"",
          "noNamespaceSchemaLocation=\"" + address + "\"")) {
        String named = HEAD.replace("id=\"d\"",
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:a=\"http://a.b\" xsi:" + hint + " id=\"d\"");
        assertThat(findingsIn(named + "<process id=\"p\"><a:b/></process></definitions>")).isNotEmpty();
        assertThat(findingsIn("foreign.dmn", (named + "</definitions>").getBytes(StandardCharsets.UTF_8))).isNotEmpty();
      }
    } finally {
      elsewhere.stop(0);
    }

    assertThat(asked).hasValue(0);
  }

  @Test
  void aFolderThatLacksPartsSaysWhich() {
    assertThat(ModelContract.check(new ModelFolder(List.of(), List.of())))
        .anySatisfy(finding -> {
          assertThat(finding.file()).isEqualTo("collection-case.bpmn");
          assertThat(finding.detail()).isEqualTo("Remit starts this process, and it is missing");
        }).allSatisfy(ForeignModelsTest::tellsAPerson);

    List<Finding> withoutDecision = ModelContract.check(EditedModels.SHIPPED.without("stage-by-aging.dmn"));
    assertThat(withoutDecision).extracting(Finding::toString).anyMatch(each -> each.startsWith("collection-case.bpmn"))
        .anyMatch(each -> each.startsWith("stage-by-aging.dmn"));
  }

  @Test
  void noModelOfOthersBringsTheCheckerDown() throws IOException {
    String folder = System.getProperty("remit.foreign.models", "");
    assumeThat(folder).as("a folder of models, by -Dremit.foreign.models").isNotEmpty();
    List<Path> models;
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      models = files.filter(file -> file.toString().endsWith(".bpmn") && Files.isRegularFile(file)).toList();
    }
    Map<ModelRule, Integer> findings = new EnumMap<>(ModelRule.class);
    Map<ModelRule, Integer> filesByRule = new EnumMap<>(ModelRule.class);
    Map<String, Integer> reasons = new HashMap<>();
    int clean = 0;
    long started = System.nanoTime();

    for (Path model : models) {
      List<Finding> found = findingsIn("foreign.bpmn", Files.readAllBytes(model));
      clean += found.isEmpty() ? 1 : 0;
      assertThat(found).as("%s", model).allSatisfy(ForeignModelsTest::tellsAPerson);
      found.forEach(finding -> findings.merge(finding.rule(), 1, Integer::sum));
      found.forEach(finding -> reasons.merge(finding.rule() + " " + finding.detail(), 1, Integer::sum));
      found.stream().map(Finding::rule).distinct().forEach(rule -> filesByRule.merge(rule, 1, Integer::sum));
    }

    System.out.println(models.size() + " models, " + clean + " without a finding, "
        + (System.nanoTime() - started) / 1_000_000_000L + " s");
    findings.forEach((rule, count) -> System.out.println(
        "| `" + rule + "` | " + filesByRule.get(rule) + " | " + count + " |"));
    new TreeMap<>(reasons).entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(60).forEach(each -> System.out.println(each.getValue() + "  " + each.getKey()));
    assertThat(models).isNotEmpty();
  }

  private static List<Finding> findingsIn(String content) {
    return findingsIn("foreign.bpmn", content.getBytes(StandardCharsets.UTF_8));
  }

  /** What is wrong with a file, without what else its folder lacks. */
  private static List<Finding> findingsIn(String name, byte[] content) {
    return ModelContract.check(new ModelFolder(List.of(new ModelFile(name, content)), List.of())).stream()
        .filter(finding -> finding.file().equals(name) || finding.file().isEmpty()).toList();
  }

  private static void tellsAPerson(Finding finding) {
    assertThat(finding.detail()).isNotBlank().doesNotContain("Exception").doesNotContain("cvc-")
        .doesNotContain("org.camunda").doesNotContain("java.");
    assertThatCode(() -> FindingWords.in("zh").detail(finding)).doesNotThrowAnyException();
  }
}
