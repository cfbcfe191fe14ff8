package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.remit.model.ModelPart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;

/** Models are read as the engine's libraries read them, with one schema for all. */
class EngineReaderTest {

  @Test
  void eachModelIsReadAsTheLibrariesReadIt() {
    assertThat(EditedModels.SHIPPED.files()).filteredOn(file -> file.process().isPresent()).hasSizeGreaterThan(30)
        .allSatisfy(file -> assertThat(Bpmn.convertToString(file.process().get())).isEqualTo(
            Bpmn.convertToString(Bpmn.readModelFromStream(streamOf(file.text())))));
    assertThat(EditedModels.SHIPPED.files()).filteredOn(file -> file.decision().isPresent()).hasSizeGreaterThan(30)
        .allSatisfy(file -> assertThat(Dmn.convertToString(file.decision().get())).isEqualTo(
            Dmn.convertToString(Dmn.readModelFromStream(streamOf(file.text())))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<bpmn:startEvent />", "id=\"end_refused\"", "sourceRef=\"which_outcome\""})
  void whatBreaksTheSchemaIsSaidInTheSameWords(String part) {
    String broken = EditedModels.SHIPPED.text("call-debtor.bpmn").orElseThrow()
        .replace("<bpmn:process ", part.startsWith("<") ? part + "<bpmn:process " : "<bpmn:process ")
        .replace(part.startsWith("<") ? "\0" : part, "");

    Throwable said = catchThrowable(() -> EngineReader.process(broken.getBytes(StandardCharsets.UTF_8)));

    assertThat(said).rootCause().hasMessage(NestedExceptionUtils.getMostSpecificCause(
        catchThrowable(() -> Bpmn.readModelFromStream(streamOf(broken)))).getMessage());
  }

  @Test
  void aDecisionOfAnOlderVersionOfDmnIsReadToo() {
    ReadModel shipped = EditedModels.SHIPPED.files().stream().filter(file -> file.name().equals("limitation.dmn"))
        .findFirst().orElseThrow();
    String older = shipped.text().replaceFirst("https://www.omg.org/spec/DMN/20191111/MODEL/",
        "http://www.omg.org/spec/DMN/20180521/MODEL/").replaceFirst("(?s)<dmndi:DMNDI>.*</dmndi:DMNDI>", "");
    ModelPart root = shipped.parts();
    ModelPart olderRoot = new ModelPart(
        new QName("http://www.omg.org/spec/DMN/20180521/MODEL/", "definitions"),
        root.attributes(), "", root.children(), 1);

    byte[] content = older.getBytes(StandardCharsets.UTF_8);
    Decision read = EngineReader.decision(olderRoot, content).getModelElementById("limitation");
    assertThat(read).isNotNull();
  }

  private static ByteArrayInputStream streamOf(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
