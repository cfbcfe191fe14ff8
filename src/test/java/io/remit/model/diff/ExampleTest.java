package io.remit.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The example of {@code docs/models-diff.md} and its two pictures are what the edit gives; {@code -Dremit.picture=draw}
 * draws them anew.
 */
class ExampleTest {

  private static final Path PAGE = Path.of("docs", "models-diff.md");
  private static final Path PICTURES = Path.of("docs", "models-diff");
  private static final String COMPLAINT = "complaint.bpmn";

  private static ModelFolder edited() {
    ModelFolder drawing = Edited.with(Edited.SHIPPED, COMPLAINT, ExampleTest::withSecondLook);
    ModelFolder ages =
        Edited.with(drawing, "stage-by-aging.dmn", text -> text.replace("&gt;= 30<", "&gt;= 20<"));
    ModelFolder waits = Edited.with(ages, "next-treatment.dmn",
        text -> text.replaceFirst("(id=\"telephone_text_waitDays\">\\s*<text>)14", "$110"));
    ModelFolder form = Edited.with(waits, "handle-complaint.form",
        text -> text.replaceFirst("\"label\": \"Not upheld", "\"label\": \"Not upheld, after a second look"));
    return Edited.with(form, "messages/overdue-sms.zh.1.txt", text -> text.replaceFirst("请", "请您"));
  }

  private static String withSecondLook(String text) {
    return text.replace("versionTag=\"1.0.0\"", "versionTag=\"1.1.0\"")
        .replace("complaintAnswerDue(execution)", "inDays(execution, 2)")
        .replace("sourceRef=\"which_outcome\" targetRef=\"tell_not_upheld\"",
            "sourceRef=\"which_outcome\" targetRef=\"look_again\"")
        .replace("<bpmn:endEvent id=\"end_upheld\"", """
            <bpmn:userTask id="look_again" name="Look at it again" camunda:candidateGroups="managers"
                camunda:dueDate="${aging.inDays(execution, 3)}" />
            <bpmn:sequenceFlow id="flow_looked" sourceRef="look_again" targetRef="tell_not_upheld" />
            <bpmn:endEvent id="end_upheld\"""")
        .replace("<dc:Bounds x=\"390\" y=\"160\"", "<dc:Bounds x=\"560\" y=\"160\"")
        .replace("<dc:Bounds x=\"582\" y=\"182\"", "<dc:Bounds x=\"752\" y=\"182\"")
        .replace("<dc:Bounds x=\"568\" y=\"222\"", "<dc:Bounds x=\"738\" y=\"222\"")
        .replace("<di:waypoint x=\"530\" y=\"200\" />", "<di:waypoint x=\"700\" y=\"200\" />")
        .replace("<di:waypoint x=\"582\" y=\"200\" />", "<di:waypoint x=\"752\" y=\"200\" />")
        .replace("</bpmndi:BPMNPlane>", """
            <bpmndi:BPMNShape id="look_again_di" bpmnElement="look_again" bioc:stroke="#831311" bioc:fill="#ffcdd2">
              <dc:Bounds x="390" y="160" width="120" height="80" />
            </bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="flow_looked_di" bpmnElement="flow_looked">
              <di:waypoint x="510" y="200" />
              <di:waypoint x="560" y="200" />
            </bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>""");
  }

  @Test
  void thePageSaysWhatTheCommandSays() throws IOException {
    assertThat(Files.readString(PAGE)).contains(Edited.said(edited()));
  }

  @Test
  void thePicturesAreThoseOfTheEdit() throws Exception {
    ChangedPicture picture =
        ChangedPicture.of(Edited.shipped(COMPLAINT), Edited.of(edited(), COMPLAINT), Language.ENGLISH);
    Map<String, String> pictures =
        Map.of("complaint.old.svg", picture.before(), "complaint.new.svg", picture.after());
    for (Map.Entry<String, String> each : pictures.entrySet()) {
      Path file = PICTURES.resolve(each.getKey());
      if ("draw".equals(System.getProperty("remit.picture"))) {
        Files.createDirectories(PICTURES);
        Files.writeString(file, each.getValue());
      }
      assertThat(Files.readString(file)).as(file + ", drawn anew with -Dremit.picture=draw").isEqualTo(each.getValue());
    }
  }
}
