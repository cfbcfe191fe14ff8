package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every element of every model was passed by some process test. Runs after all of them and reads the history that they
 * left in the application they share; so it is to be run together with them, as {@code mvn verify} does. Which test
 * passed what is shown under {@code target/process-test-coverage}, for all together in {@code all/report.html}.
 */
@ProcessTest
@Order(Integer.MAX_VALUE)
class EveryFlowNodeTest {

  private static final Path REPORTS = Path.of("target", "process-test-coverage");

  @Autowired
  private JdbcClient database;

  static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void isPassedBySomeTest(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    for (Process process : model.getModelElementsByType(Process.class)) {
      TreeSet<String> missed = new TreeSet<>();
      model.getModelElementsByType(FlowNode.class).forEach(node -> missed.add(node.getId()));
      missed.removeAll(passedIn(process.getId()));
      assertThat(missed).as("elements of %s that no process test passes", process.getId()).isEmpty();
    }
  }

  private List<String> passedIn(String processKey) {
    return database.sql("select distinct act_id_ from act_hi_actinst where proc_def_key_ = :process")
        .param("process", processKey).query(String.class).list();
  }

  @Test
  void oneReportShowsTheCoverageOfAllTestsTogether() throws IOException {
    try (Stream<Path> files = Files.walk(REPORTS)) {
      String combined = files.filter(file -> file.endsWith("report.json")).map(EveryFlowNodeTest::contentOf)
          .reduce(CoverageStateJsonExporter::combineCoverageStateResults).orElseThrow();
      File all = REPORTS.resolve("all").toFile();
      CoverageReportUtil.writeReport(combined, true, all, "report.html", CoverageReportUtil::generateHtml);
    }
    assertThat(REPORTS.resolve("all/report.html")).content().contains("collection-case", "hold-review");
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
