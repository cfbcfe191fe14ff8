package io.remit.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.access.StartedDemo;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** What operators see of a demo in which a debt came in, a text went out and a call is due. */
@Tag("own-application")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class OperatorsViewTest {

  private static final Path DASHBOARD = Path.of("docs/grafana/remit.json");
  private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+$");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"");
  private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");
  private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)}");
  private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*[=!]");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w|\\s*\\()");
  /** Prometheus adds it to what it scrapes. */
  private static final String INSTANCE = "instance";

  @TempDir
  private static Path folder;

  private final ObjectMapper json = new ObjectMapper();
  private StartedDemo demo;

  @BeforeAll
  void liveADay() {
    demo = new StartedDemo(folder, "2007-09-03T08:00:00Z", "--remit.monitoring.refresh=1d",
        "--logging.structured.format.console=ecs", "--logging.level.org.camunda.bpm.engine.bpmn.behavior=debug");
    demo.deliver("arrears", """
        account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,\
        phone,time_zone
        A1,LOAN,EUR,100,100,2007-08-20,D1,Xu Diaz,+870301234567,Etc/UTC
        A2,LOAN,EUR,100,100,2007-07-20,D2,Ada Okoro,+870301234568,Etc/UTC
        """);
    demo.moveTo("2007-09-03T18:00:00Z");
    demo.bean(WatchedFigures.class).refresh();
  }

  @AfterAll
  void end() {
    demo.close();
    // an application that ends leaves it to the next one
    System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
  }

  @Test
  void whatHappenedIsInTheMetrics() {
    List<String> samples = demo.get("operator", "/actuator/prometheus").body().lines().toList();

    assertThat(samples)
        .anySatisfy(line -> assertThat(line).startsWith("remit_cases{").contains("stage=\"MESSAGE\"").endsWith(" 1.0"));
    assertThat(samples).anySatisfy(line -> assertThat(line).startsWith("remit_tasks_open{")
        .contains("process=\"call-debtor\"", "team=\"collectors\"").endsWith(" 1.0"));
    assertThat(samples).anySatisfy(line -> assertThat(line).startsWith("remit_contacts{")
        .contains("channel=\"SMS\"", "status=\"SENT\""));
    assertThat(samples).anySatisfy(line -> assertThat(line).startsWith("remit_gateway_handover_seconds_count{")
        .contains("gateway=\"file\"", "outcome=\"taken\""));
    assertThat(samples).anySatisfy(line -> assertThat(line).startsWith("remit_intake_rows{")
        .contains("kind=\"ARREARS\"").endsWith(" 2.0"));
    assertThat(samples)
        .anySatisfy(line -> assertThat(line).startsWith("remit_jobs_due{").contains("kind=\"timer\"").endsWith(" 0.0"));
    assertThat(samples).as("no query failed").filteredOn(line -> line.startsWith("remit_figures_failures_total"))
        .isNotEmpty().allSatisfy(line -> assertThat(line).endsWith(" 0.0"));
    assertThat(samples).as("nobody is named").noneMatch(line -> line.contains("D1") || line.contains("Diaz"));
  }

  @Test
  void whatTheDashboardAsksForIsThere() throws IOException {
    Map<String, Set<String>> exposed = new TreeMap<>();
    demo.get("operator", "/actuator/prometheus").body().lines().map(SAMPLE::matcher).filter(Matcher::matches)
        .forEach(sample -> exposed.computeIfAbsent(sample.group(1), name -> new TreeSet<>())
            .addAll(sample.group(2) == null ? Set.of() : all(LABEL, sample.group(2))));
    List<String> asked = new ArrayList<>();
    json.readTree(Files.readString(DASHBOARD)).findValuesAsText("expr").forEach(asked::add);

    assertThat(asked).hasSizeGreaterThan(15);
    for (String expression : asked) {
      Set<String> labels = new HashSet<>();
      all(BY, expression).forEach(list -> labels.addAll(List.of(list.split("\\s*,\\s*"))));
      all(MATCHERS, expression).forEach(list -> labels.addAll(all(MATCHER, list)));
      labels.remove(INSTANCE);
      String metricsOnly = expression.replaceAll(BY.pattern(), "").replaceAll(MATCHERS.pattern(), "")
          .replaceAll("\\[[^]]*]", "");
      List<String> metrics = NAME.matcher(metricsOnly).results().map(MatchResult::group).toList();
      assertThat(metrics).as(expression).isNotEmpty();
      metrics.forEach(metric -> {
        assertThat(exposed).as(expression).containsKey(metric);
        assertThat(exposed.get(metric)).as(expression).containsAll(labels);
      });
    }
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
  }

  @Test
  void anyoneSeesWhetherItIsUpAndOperatorsSeeWhatIsNot() throws IOException {
    assertThat(demo.get(null, "/actuator/health").body()).contains("\"status\":\"UP\"").doesNotContain("components");
    assertThat(demo.get("collector1", "/actuator/health").body()).doesNotContain("components");
    JsonNode components = json.readTree(demo.get("operator", "/actuator/health").body()).get("components");
    assertThat(components.fieldNames()).toIterable().contains("db", "dispatcher", "gateways", "inbox", "processEngine");

    Path inTheWay = folder.resolve("inbox/payments");
    Files.deleteIfExists(inTheWay);
    Files.createDirectories(inTheWay.getParent());
    Files.createFile(inTheWay);
    try {
      HttpResponse<String> down = demo.get("admin", "/actuator/health");
      assertThat(down.statusCode()).isEqualTo(503);
      assertThat(json.readTree(down.body()).at("/components/inbox").toString()).contains("DOWN", "payments");
      assertThat(demo.get(null, "/actuator/health").statusCode()).isEqualTo(503);
    } finally {
      Files.delete(inTheWay);
    }
  }

  @Test
  void aLineOfTheLogNamesTheCaseItIsAboutAndNoPerson(CapturedOutput output) throws IOException {
    Path inTheWay = folder.resolve("outbox");
    FileSystemUtils.deleteRecursively(inTheWay);
    Files.createFile(inTheWay);
    demo.deliver("arrears", """
        account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,\
        phone,time_zone
        A3,LOAN,EUR,100,100,2007-08-20,D3,Mo Diaz,+870301234569,Etc/UTC
        """);
    demo.post("admin", "/api/clock/advance", "{\"days\": 1}");
    Files.delete(inTheWay);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : output.getAll().lines().filter(line -> line.startsWith("{")).toList()) {
      lines.add(json.readTree(line));
    }

    assertThat(lines).isNotEmpty().noneMatch(line -> line.toString().contains("Diaz")
        || line.toString().contains("+8703012"));
    assertThat(lines).as("of the engine").anyMatch(line -> line.path("case").asText().equals("C100001")
        && line.at("/log/logger").asText().startsWith("org.camunda."));
    assertThat(lines).as("of the dispatcher").anyMatch(line -> line.path("case").asText().equals("C100003")
        && line.at("/log/logger").asText().endsWith("Dispatcher"));
  }
}
