package io.remit.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.ModelFile;
import io.remit.model.ModelPart;
import io.remit.model.XmlModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two pictures of a drawing that was changed. */
class ChangedPictureTest {

  private static final Set<String> ELEMENTS = Set.of("svg", "g", "title", "rect", "circle", "polygon", "polyline",
      "line", "path", "text", "tspan");
  private static final Set<String> ATTRIBUTES = Set.of("width", "height", "viewBox", "role", "font-family", "font-size",
      "font-weight", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "x", "y", "x1", "y1",
      "x2", "y2", "rx", "cx", "cy", "r", "points", "d", "transform", "text-anchor");
  private static final String COMPLAINT = "complaint.bpmn";

  private static ChangedPicture picture(String file, UnaryOperator<String> edit) throws Exception {
    ModelFile shipped = Edited.shipped(file);
    return ChangedPicture.of(shipped, Edited.file(file, edit.apply(Edited.text(shipped))), Language.ENGLISH);
  }

  private static ModelPart read(String svg) throws Exception {
    return XmlModel.readOfAnyKind(svg.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(String svg) throws Exception {
    return read(svg).all().stream().map(part -> part.text().strip()).filter(text -> !text.isEmpty()).toList();
  }

  @Test
  void everyShippedDrawingIsDrawnWithItsNames() throws Exception {
    for (ModelFile file : Edited.SHIPPED.files()) {
      if (file.name().endsWith(".bpmn")) {
        ChangedPicture picture = ChangedPicture.of(file, null, Language.ENGLISH);
        String said = String.join(" ", texts(picture.before())).replaceAll("\\s+", "");

        assertThat(picture.isChanged()).isTrue();
        assertThat(read(picture.before()).all()).as(file.name()).allSatisfy(ChangedPictureTest::isHarmless);
        ModelDifferences.drawing(file).nodes().values().forEach(node -> assertThat(said).as(file.name())
            .contains(node.name().replaceAll("\\s+", "")));
        assertThat(texts(picture.after())).contains("Nothing in this picture differs.");
      }
    }
  }

  private static void isHarmless(ModelPart part) {
    assertThat(part.name().getLocalPart()).isIn(ELEMENTS);
    assertThat(part.attributes().keySet()).allSatisfy(name -> {
      assertThat(name.getNamespaceURI()).isEmpty();
      assertThat(name.getLocalPart()).isIn(ATTRIBUTES);
    });
  }

  @Test
  void whatChangedIsAmberWithASign() throws Exception {
    ChangedPicture picture = picture(COMPLAINT, text -> text.replace("\"supervisors\"", "\"managers\""));

    assertThat(picture.isChanged()).isTrue();
    for (String svg : List.of(picture.before(), picture.after())) {
      assertThat(svg).contains("stroke=\"#b25e00\"").doesNotContain("#1b7f37", "#c62828", "#1565c0");
      assertThat(texts(svg)).contains("!", "changed").doesNotContain("+", "−", "↔");
    }
  }

  @Test
  void whatIsNewIsGreenAndWhatIsGoneIsRed() throws Exception {
    ChangedPicture picture = picture(COMPLAINT, text -> text.replace("\"tell_upheld\"", "\"say_upheld\""));

    assertThat(texts(picture.before())).contains("−", "gone").doesNotContain("+");
    assertThat(texts(picture.after())).contains("+", "new").doesNotContain("−");
    assertThat(picture.before()).contains("stroke=\"#c62828\"").doesNotContain("#1b7f37");
    assertThat(picture.after()).contains("stroke=\"#1b7f37\"").doesNotContain("#c62828");
  }

  @Test
  void whatMovedHasABlueOutline() throws Exception {
    ChangedPicture picture = picture(COMPLAINT, text -> text.replace("<dc:Bounds x=\"32\" y=\"62\"",
        "<dc:Bounds x=\"30\" y=\"62\""));

    assertThat(texts(picture.after())).contains("↔", "moved").doesNotContain("!", "+");
  }

  @Test
  void whatChangedInACollapsedStageIsShownInItAndOnIt() throws Exception {
    ChangedPicture picture = picture("collection-case.bpmn",
        text -> text.replace("id=\"send_visit_message\" name=\"Send message\"",
            "id=\"send_visit_message\" name=\"Write\""));

    assertThat(texts(picture.after())).contains("VISIT", "Write", "Visit the debtor").doesNotContain("Go to court");
    assertThat(texts(picture.after()).stream().filter("!"::equals)).hasSize(3);
  }

  @Test
  void theLegendIsSaidInChinese() throws Exception {
    ModelFile file = Edited.shipped(COMPLAINT);

    assertThat(texts(ChangedPicture.of(null, file, Language.CHINESE).after())).contains("新增", "complaint.bpmn（现）");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&lt;script&gt;alert(1)&lt;/script&gt;", "&quot; onload=&quot;alert(1)",
      "${''.getClass().forName('x')}", "]]&gt;&lt;image href=&quot;http://x&quot;/&gt;", "\u202Egnihton\u202C",
      "&#9;tab&#10;line", "مرحبا بالعالم", "&#x1F4A9;&#x1F4A9;"})
  void whatPeopleWriteIsOnlyText(String name) throws Exception {
    ChangedPicture picture = picture(COMPLAINT, text -> text.replace("name=\"Handle the complaint\"",
        "name=\"" + name + "\"").replace("name=\"Upheld?\"", "name=\"" + name + "\"")
        .replace("name=\"yes\"", "name=\"" + name + "\"").replace("\"#ffcdd2\"", "\"url(#a) " + name + "\""));

    assertThat(read(picture.after()).all()).allSatisfy(ChangedPictureTest::isHarmless);
    assertThat(picture.after()).doesNotContain("<script", "<image", "url(", "\u202E");
  }

  @Test
  void aVeryLongNameStaysInItsShape() throws Exception {
    String word = "wort".repeat(5_000);
    ChangedPicture picture = picture(COMPLAINT, text -> text.replace("Handle the complaint", word));

    assertThat(picture.after().length()).isLessThan(30_000);
    assertThat(texts(picture.after()).stream().filter(text -> text.startsWith("wort"))
        .allMatch(text -> TextLines.width(text, 12) <= 125)).isTrue();
    assertThat(texts(picture.after()).stream().collect(Collectors.joining())).contains("…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "1e308", "-1e308", "Infinity", "x", ""})
  void oddPlacesMakeAPictureAllTheSame(String number) throws Exception {
    ChangedPicture picture = picture(COMPLAINT, text -> text.replace("x=\"120\" y=\"40\" width=\"120\"",
        "x=\"" + number + "\" y=\"" + number + "\" width=\"" + number + "\""));

    assertThat(read(picture.after()).attribute("viewBox")).matches("0 0 [0-9.]+ [0-9.]+");
  }
}
