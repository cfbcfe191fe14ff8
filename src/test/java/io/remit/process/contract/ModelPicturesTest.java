package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.junit.jupiter.api.Test;

/** The pictures in {@code docs/models} show the models as they are; {@code docs/render-models.mjs} makes them anew. */
class ModelPicturesTest {

  private static final Path MODELS = Path.of("bpmn");
  private static final Path PICTURES = Path.of("docs", "models");
  private static final String HOW_TO_MEND = "older than its model: run `npm ci && npm run render-models` in docs";

  @Test
  void everyProcessHasItsPicture() throws Exception {
    for (Path model : filesIn(MODELS, ".bpmn")) {
      Path picture = PICTURES.resolve(nameOf(model).replace(".bpmn", ".svg"));
      assertThat(picture).exists();
      assertThat(Files.readString(picture)).as("%s is %s", picture, HOW_TO_MEND).contains(fingerprintOf(model));
    }
  }

  @Test
  void everyCollapsedSubProcessHasItsPicture() throws Exception {
    for (Path model : filesIn(MODELS, ".bpmn")) {
      for (String inside : collapsedIn(model)) {
        assertThat(PICTURES.resolve(nameOf(model).replace(".bpmn", "." + inside + ".svg"))).content()
            .as(HOW_TO_MEND).contains(fingerprintOf(model));
      }
    }
  }

  @Test
  void theLadderTellsTheAgesOfTheTableAsItIs() throws Exception {
    assertThat(PICTURES.resolve("collection-case.svg")).content().as(HOW_TO_MEND)
        .contains(fingerprintOf(MODELS.resolve("stage-by-aging.dmn")));
  }

  @Test
  void everyDecisionIsOnThePage() throws Exception {
    Path page = PICTURES.resolve("decisions.md");
    String text = Files.readString(page);
    for (Path model : filesIn(MODELS, ".dmn")) {
      assertThat(text).as("%s is %s", page, HOW_TO_MEND).contains(fingerprintOf(model));
    }
  }

  @Test
  void noPictureIsLeftOfAModelThatIsGone() throws Exception {
    List<String> wanted = new ArrayList<>();
    for (Path model : filesIn(MODELS, ".bpmn")) {
      wanted.add(nameOf(model).replace(".bpmn", ".svg"));
      collapsedIn(model).forEach(inside -> wanted.add(nameOf(model).replace(".bpmn", "." + inside + ".svg")));
    }
    assertThat(filesIn(PICTURES, ".svg").stream().map(ModelPicturesTest::nameOf))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  /** The sub-processes whose inside is drawn on a plane of its own. */
  private static List<String> collapsedIn(Path model) {
    return Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(BpmnPlane.class).stream()
        .map(BpmnPlane::getBpmnElement).filter(SubProcess.class::isInstance).map(BaseElement::getId).toList();
  }

  /** As the script writes it: over Unix line ends, whatever the checkout made of them. */
  private static String fingerprintOf(Path model) throws IOException, NoSuchAlgorithmException {
    String content = Files.readString(model).replace("\r\n", "\n");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "<!-- " + nameOf(model) + " sha256 " + HexFormat.of().formatHex(digest) + " -->";
  }

  private static List<Path> filesIn(Path folder, String extension) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> nameOf(file).endsWith(extension)).sorted().toList();
    }
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }
}
