package io.remit.process.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.files.Sha256;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import io.remit.process.contract.ModelContract;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import io.remit.release.migration.MigrationDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A process owner draws a letter before court, with a time to answer behind it: cases that are open follow, are written
 * to once, and go to court after that; and one step leads back.
 */
@ProcessTest
class DrawnLetterTest {

  private static final String CASE = "collection-case.bpmn";
  private static final String INSTRUCTIONS = "collection-case.migration.json";
  private static final String REGISTER = "messages/register.csv";
  private static final String LETTER = "before-court-last-letter";

  /** What the template for messages of Modeler makes of a service task. */
  private static final String STEPS = """
        <bpmn:serviceTask id="letter_before_court" name="Letter before court" \
      camunda:delegateExpression="${sendMessage}" camunda:modelerTemplate="io.remit.send-message" \
      camunda:modelerTemplateVersion="1">
          <bpmn:extensionElements>
            <camunda:inputOutput>
              <camunda:inputParameter name="text">before-court-last-letter</camunda:inputParameter>
              <camunda:inputParameter name="days">14</camunda:inputParameter>
            </camunda:inputOutput>
          </bpmn:extensionElements>
          <bpmn:incoming>flow_legal_court</bpmn:incoming>
          <bpmn:outgoing>flow_letter_written</bpmn:outgoing>
        </bpmn:serviceTask>
        <bpmn:intermediateCatchEvent id="time_to_answer" name="Time to answer">
          <bpmn:incoming>flow_letter_written</bpmn:incoming>
          <bpmn:outgoing>flow_legal_answered</bpmn:outgoing>
          <bpmn:timerEventDefinition id="time_to_answer_timer">
            <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${aging.treatmentDue(execution)}</bpmn:timeDate>
          </bpmn:timerEventDefinition>
        </bpmn:intermediateCatchEvent>
        <bpmn:sequenceFlow id="flow_letter_written" sourceRef="letter_before_court" targetRef="time_to_answer" />
        <bpmn:sequenceFlow id="flow_legal_answered" sourceRef="time_to_answer" targetRef="court_in_legal" />
      """;
  private static final String SHAPES = """
      <bpmndi:BPMNShape id="letter_before_court_di" bpmnElement="letter_before_court" bioc:stroke="#205022" \
      bioc:fill="#c8e6c9" color:background-color="#c8e6c9" color:border-color="#205022">
        <dc:Bounds x="495" y="40" width="110" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="time_to_answer_di" bpmnElement="time_to_answer">
        <dc:Bounds x="652" y="62" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="634" y="102" width="73" height="26" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="flow_letter_written_di" bpmnElement="flow_letter_written">
        <di:waypoint x="605" y="80" />
        <di:waypoint x="652" y="80" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow_legal_answered_di" bpmnElement="flow_legal_answered">
        <di:waypoint x="688" y="80" />
        <di:waypoint x="735" y="80" />
      </bpmndi:BPMNEdge>
      """;

  @Autowired
  private CaseWorld world;
  @Autowired
  private RunningModels running;
  @Autowired
  private ApplicationContext application;

  private final List<String> deployments = new ArrayList<>();
  private ModelFolder shipped;
  private MigrationDesk desk;

  @BeforeEach
  void begin() throws IOException {
    shipped = ModelFolder.in(Path.of("bpmn"));
    desk = new MigrationDesk(application);
  }

  @AfterEach
  void shippedModelsRunAgain() {
    deployments.forEach(deployment -> world.engine.getRepositoryService().deleteDeployment(deployment, true));
    world.database.sql("delete from model_migration_item").update();
    world.database.sql("delete from model_migration").update();
    running.replace(running.read(running.now().release(), shipped));
  }

  @Test
  void openCasesFollowAreWrittenToOnceAndGoToCourtAfterIt() {
    TestedCase first = world.open(world.account(180));
    world.moveTo("2007-09-10T09:00:00Z");
    TestedCase second = world.open(world.account(180));
    ModelFolder drawn = withLetter();
    assertThat(ModelContract.check(drawn)).isEmpty();

    deploy(drawn);
    assertThat(desk.preview("collection-case"))
        .containsExactly("collection-case 2.1.0 -> 2.2.0 MINOR: 2 open, 2 move");
    desk.start("collection-case", "2.1.0", "owner1");
    desk.work();
    world.moveTo("2007-09-17T09:00:00Z");

    assertThat(first.messages()).containsExactly("2007-09-03T09:00:00Z LETTER before-court-letter",
        "2007-09-17T09:00:00Z LETTER before-court-last-letter");
    assertThat(first.process()).isWaitingAt("time_to_answer").hasNotPassed("court_in_legal");
    assertThat(first.openTask()).isEqualTo("none");

    world.moveTo("2007-10-01T09:00:00Z");
    assertThat(first.messages()).as("no second letter").hasSize(2);
    assertThat(first.process()).isWaitingAt("court_in_legal");
    assertThat(first.task().getTaskDefinitionKey()).isEqualTo("task_review_court_case");
    assertThat(second.process()).isWaitingAt("time_to_answer");

    deploy(shipped);
    assertThat(desk.preview("collection-case"))
        .containsExactly("collection-case 2.2.0 -> 2.1.0 MINOR: 2 open, 1 move");
    assertThat(desk.places("collection-case"))
        .contains("time_to_answer 'Time to answer': 1, NO_COUNTERPART");
    desk.start("collection-case", "2.2.0", "owner1");
    desk.work();
    first.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.moveTo("2007-10-10T09:00:00Z");

    assertThat(first.task().getTaskDefinitionKey()).isEqualTo("task_record_court_result");
    assertThat(second.process()).as("what waits where nothing is any more goes on in its own drawing")
        .isWaitingAt("court_in_legal");
    assertThat(second.messages()).containsExactly("2007-09-10T09:00:00Z LETTER before-court-letter",
        "2007-09-24T09:00:00Z LETTER before-court-last-letter");
  }

  private void deploy(ModelFolder models) {
    DeploymentBuilder deployment = world.engine.getRepositoryService().createDeployment();
    models.files().stream().filter(file -> file.name().equals(CASE))
        .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
    deployments.add(0, deployment.deploy().getId());
    running.replace(running.read(running.now().release(), models));
    desk.deployed(models);
  }

  private ModelFolder withLetter() {
    String drawing = textOf(CASE);
    drawing = replaced(drawing, "camunda:versionTag=\"2.1.0\"", "camunda:versionTag=\"2.2.0\"");
    drawing = replaced(drawing, "sourceRef=\"which_legal_treatment\" targetRef=\"court_in_legal\"",
        "sourceRef=\"which_legal_treatment\" targetRef=\"letter_before_court\"");
    drawing = replaced(drawing, "<bpmn:incoming>flow_legal_court</bpmn:incoming>",
        "<bpmn:incoming>flow_legal_answered</bpmn:incoming>");
    String court = "        <bpmn:sequenceFlow id=\"flow_legal_court_done\"";
    drawing = replaced(drawing, court, STEPS + court);
    int shape = drawing.indexOf("<bpmndi:BPMNShape id=\"court_in_legal_di\"");
    int plane = drawing.indexOf("</bpmndi:BPMNPlane>", shape);
    String picture = drawing.substring(shape, plane);
    picture = replaced(picture, "<dc:Bounds x=\"495\" y=\"40\"", "<dc:Bounds x=\"735\" y=\"40\"");
    picture = picture.replaceFirst("<di:waypoint x=\"605\" y=\"80\" />\\s*<di:waypoint x=\"635\" y=\"80\" />"
            + "\\s*<di:waypoint x=\"635\" y=\"340\" />",
        "<di:waypoint x=\"845\" y=\"80\" /><di:waypoint x=\"875\" y=\"80\" /><di:waypoint x=\"875\" y=\"340\" />");
    drawing = drawing.substring(0, shape) + SHAPES + picture + drawing.substring(plane);
    ModelFolder models = holding(shipped, CASE, drawing);
    models = holding(models, INSTRUCTIONS, replaced(textOf(INSTRUCTIONS), "\"from\": [", "\"from\": [\"2.1.x\", "));
    StringBuilder register = new StringBuilder(textOf(REGISTER));
    for (String language : List.of("en", "zh")) {
      String text = language.equals("en") ? "Subject: Last letter before court\n\nDear {debtorName},\n\nPlease pay "
          + "{overdueAmount}, or answer by {courtDate}.\n" : "Subject: 起诉前的最后通知\n\n{debtorName}：\n\n请于 {courtDate} 前支付"
          + " {overdueAmount}，或答复我们。\n";
      String file = LETTER + "." + language + ".1.txt";
      models = holding(models, "messages/" + file, text);
      register.append("%s,%s,1,%s,owner1,2007-09-01,%n".formatted(LETTER, language,
          Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
    }
    return holding(models, REGISTER, register.toString());
  }

  private String textOf(String file) {
    return new String(shipped.file(file).orElseThrow().content(), StandardCharsets.UTF_8);
  }

  private static ModelFolder holding(ModelFolder models, String file, String text) {
    return models.with(new ModelFile(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String replaced(String text, String old, String now) {
    assertThat(text).containsOnlyOnce(old);
    return text.replace(old, now);
  }
}
