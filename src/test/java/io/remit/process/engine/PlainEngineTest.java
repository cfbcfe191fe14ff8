package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.remit.model.HostileChange;
import io.remit.model.Marker;
import io.remit.model.ModelCheck;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.Mutations;
import io.remit.process.contract.ModelLanguage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The locks are needed: an engine without them runs what these models say. Each lock alone is enough. */
@Tag("long")
class PlainEngineTest {

  private static final String PROCESS = """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" \
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="https://remit.io/bpmn">
        %s
        <process id="p" isExecutable="true" camunda:historyTimeToLive="P1D">%s</process>
      </definitions>""";

  private static final Engine UNLOCKED = new Engine(new NoLock());
  private static final Engine PARSER_LOCKED = new Engine(new ParserLock());
  private static final Engine DEPLOYER_LOCKED = new Engine(new DeployerLock());
  private static final Engine LOCKED = new Engine(new ModelLock());

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      name of a start signal  | true  | <signal id="m" name="RUN" />   | <startEvent id="s">\
      <signalEventDefinition id="e" signalRef="m" /></startEvent>
      handler of a start form | true  |                                | <startEvent id="s" \
      camunda:formHandlerClass="CLASS" />
      date of a start timer   | true  |                                | <startEvent id="s">\
      <timerEventDefinition id="t"><timeDate \
      xsi:type="tFormalExpression">RUN</timeDate></timerEventDefinition></startEvent>
      name of a task          | false |                                | <startEvent id="s" />\
      <sequenceFlow id="f" sourceRef="s" targetRef="u" /><userTask id="u" name="RUN" />
      class of a service task | false |                                | <startEvent id="s" />\
      <sequenceFlow id="f" sourceRef="s" targetRef="u" /><serviceTask id="u" camunda:class="CLASS" />
      script                  | false |                                | <startEvent id="s" />\
      <sequenceFlow id="f" sourceRef="s" targetRef="u" /><scriptTask id="u" \
      scriptFormat="juel"><script>RUN</script></scriptTask>
      """)
  void withoutALockItRuns(String name, boolean whileDeploying, String before, String content) {
    String model = PROCESS.formatted(before == null ? "" : before, content).replace("RUN", HostileChange.RUN)
        .replace("CLASS", Marker.class.getName());
    ModelFile file = new ModelFile("p.bpmn", model.getBytes(StandardCharsets.UTF_8));
    int made = Marker.made();
    long known = UNLOCKED.processes();
    // what the expressions make is no date, no name and no form handler: the engine says so, but has made it
    Throwable unused = catchThrowable(() -> {
      UNLOCKED.deploy(file);
      UNLOCKED.engine.getRuntimeService().startProcessInstanceByKey("p");
    });
    assertThat(UNLOCKED.processes()).isEqualTo(whileDeploying ? known : known + 1);
    assertThat(Marker.made()).as(name + " on an engine without a lock").isGreaterThan(made);

    int madeThere = Marker.made();
    for (Engine locked : List.of(PARSER_LOCKED, DEPLOYER_LOCKED, LOCKED)) {
      assertThatThrownBy(() -> locked.deploy(file)).isInstanceOf(ProcessEngineException.class)
          .hasStackTraceContaining("The model is refused");
    }
    assertThat(Marker.made()).isEqualTo(madeThere);
  }

  /** What the parser makes of a file, so neither texts nor how a file is written. */
  @Test
  void whatTheParserItselfHasReadIsEnoughToRefuse() throws Exception {
    ModelFolder shipped = ModelFolder.in(Path.of("bpmn"));
    List<ModelFile> hostile = new ArrayList<>(HostileChange.all().stream()
        .filter(change -> change.file().endsWith(".bpmn") || change.file().endsWith(".dmn"))
        .filter(change -> !List.of("instruction", "byte order mark", "another version of XML").contains(change.name()))
        .map(change -> change.madeFrom(shipped)).toList());
    hostile.addAll(new Mutations(611, shipped).next(200).stream().filter(file -> !file.name().endsWith(".form"))
        .toList());
    int made = Marker.made();

    List<ModelFile> taken = hostile.stream().filter(PARSER_LOCKED::takes).toList();

    assertThat(taken).as("of %d models, those that were taken", hostile.size()).isEmpty();
    assertThat(PARSER_LOCKED.processes()).isZero();
    assertThat(PARSER_LOCKED.engine.getRepositoryService().createDecisionDefinitionQuery().count()).isZero();
    assertThat(Marker.made()).as("times that code of a model ran").isEqualTo(made);
  }

  /** A model that was in the engine's tables before there was a lock. */
  @Test
  void aModelThatIsAlreadyDeployedIsNotRead() {
    ModelFile file = new ModelFile("p.bpmn", PROCESS.formatted("", """
        <startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="u" /><userTask id="u" name="RUN" />""")
        .replace("RUN", HostileChange.RUN).getBytes(StandardCharsets.UTF_8));
    UNLOCKED.deploy(file);
    int made = Marker.made();
    try (Engine after = new Engine(new ModelLock(), UNLOCKED.database)) {
      assertThatThrownBy(() -> after.engine.getRuntimeService().startProcessInstanceByKey("p"))
          .hasStackTraceContaining("The model is refused");
    }
    assertThat(Marker.made()).isEqualTo(made);
  }

  @AfterAll
  static void close() {
    List.of(UNLOCKED, PARSER_LOCKED, DEPLOYER_LOCKED, LOCKED).forEach(Engine::close);
  }

  private static final class NoLock extends AbstractProcessEnginePlugin {
  }

  /** Only what looks at the engine's own reading. */
  private static final class ParserLock extends AbstractProcessEnginePlugin {

    private final ModelCheck check = new ModelCheck(ModelLanguage.VOCABULARY);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      engine.setBpmnParseFactory(parser -> new SafeParse(parser, check));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
      engine.getDmnEngineConfiguration().getTransformer().getTransformListeners().add(new SafeDecisions(check));
    }
  }

  /** Only what looks at a deployment before the engine reads it. */
  private static final class DeployerLock extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      engine.setCustomPreDeployers(
          new ArrayList<>(List.of(new SafeDeployments(new ModelCheck(ModelLanguage.VOCABULARY)))));
    }
  }

  private static final class Engine implements AutoCloseable {

    private final String database;
    private final ProcessEngine engine;

    Engine(ProcessEnginePlugin lock) {
      this(lock, "jdbc:h2:mem:" + UUID.randomUUID());
    }

    Engine(ProcessEnginePlugin lock, String database) {
      this.database = database;
      StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
      configuration.setJdbcUrl(database);
      configuration.setDatabaseSchemaUpdate("true");
      configuration.setProcessEngineName(UUID.randomUUID().toString());
      configuration.setJobExecutorActivate(false);
      configuration.setMetricsEnabled(false);
      configuration.setProcessEnginePlugins(new ArrayList<>(List.of(lock)));
      engine = configuration.buildProcessEngine();
    }

    void deploy(ModelFile file) {
      RepositoryService repository = engine.getRepositoryService();
      repository.createDeployment().addInputStream(file.name(), new ByteArrayInputStream(file.content())).deploy();
    }

    long processes() {
      return engine.getRepositoryService().createProcessDefinitionQuery().count();
    }

    boolean takes(ModelFile file) {
      try {
        deploy(file);
        return true;
      } catch (ProcessEngineException refused) {
        return false;
      }
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
