package io.remit.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.diff.Difference.What;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for the differences of any two folders of models. */
class ModelDifferencesTest {

  private static final int OF_EACH = Integer.getInteger("remit.differences.of-each", 3);
  private static final ModelFolder NOTHING = new ModelFolder(List.of(), List.of());
  private static final Pattern ATTRIBUTE = Pattern.compile(" [\\w:]+=\"[^\"<>]*\"");
  private static final Pattern VALUE = Pattern.compile("(?<= (?!id=|xsi:|xmlns)[\\w:]{1,40}=\")[^\"<>]+(?=\")"
      + "|(?<=<(?!bpmn:incoming|bpmn:outgoing)[\\w:]{1,40}( [^<>]{0,200})?>)[^<>\\s][^<>]*(?=</)");
  private static final Pattern CELL = Pattern.compile("(?<=<text>)[^<]+(?=</text>)");
  private static final Pattern PARTS = Pattern.compile("(?s)\\s*<(rule|bpmn:sequenceFlow|bpmn:endEvent|"
      + "bpmn:serviceTask|bpmn:userTask) [^>]*[^/]>.*?</\\1>");

  @Test
  void theSameModelsDoNotDiffer() {
    assertThat(ModelDifferences.between(Edited.SHIPPED, copy(UnaryOperator.identity()))).isEmpty();
  }

  @Test
  void spacesDoNotDiffer() {
    assertThat(ModelDifferences.between(Edited.SHIPPED,
        copy(text -> text.replaceAll(">\\s+<", ">\n\n\t<").replace("\" />", "\"/>")))).isEmpty();
  }

  @Test
  void prefixesDoNotDiffer() {
    assertThat(ModelDifferences.between(Edited.SHIPPED, copy(text -> text.replace("bpmn:", "b:").replace(":bpmn=",
        ":b=").replace("camunda:", "c:").replace("xmlns:camunda=", "xmlns:c=")))).isEmpty();
  }

  @Test
  void theOrderOfAttributesDoesNotDiffer() {
    assertThat(ModelDifferences.between(Edited.SHIPPED, copy(ModelDifferencesTest::attributesTurned))).isEmpty();
  }

  private static String attributesTurned(String text) {
    return Pattern.compile("(<[\\w:]+)((?: [\\w:]+=\"[^\"<>]*\")+)").matcher(text).replaceAll(found -> {
      List<String> attributes =
          new ArrayList<>(ATTRIBUTE.matcher(found.group(2)).results().map(MatchResult::group).toList());
      Collections.reverse(attributes);
      return Matcher.quoteReplacement(found.group(1) + String.join("", attributes));
    });
  }

  @Test
  void theOrderOfElementsDoesNotDiffer() {
    assertThat(ModelDifferences.between(Edited.SHIPPED, copy(text -> text.replaceAll(
        "(?s)(<bpmn:endEvent id=\"\\w+\"[^>]*>(?:(?!endEvent).)*</bpmn:endEvent>)\\s*"
            + "(<bpmn:endEvent id=\"\\w+\"[^>]*>(?:(?!endEvent).)*</bpmn:endEvent>)", "$2$1")))).isEmpty();
  }

  /** Models in XML, written another way. */
  private static ModelFolder copy(UnaryOperator<String> edit) {
    return new ModelFolder(Edited.SHIPPED.files().stream().map(
        file -> file.name().matches(".*\\.(bpmn|dmn)") ? Edited.file(file.name(), edit.apply(Edited.text(file))) : file)
        .toList(), List.of());
  }

  @Test
  void everyFileIsToldIfItIsNewAndIfItIsGone() {
    for (ModelFile file : Edited.SHIPPED.files()) {
      ModelFolder one = new ModelFolder(List.of(file), List.of());

      assertThat(Edited.said(NOTHING, one, Language.ENGLISH)).as(file.name()).isNotEmpty().first().asString()
          .startsWith("New ");
      assertThat(Edited.said(one, NOTHING, Language.CHINESE)).as(file.name()).singleElement().asString()
          .startsWith("已删除");
    }
  }

  /** Random edits of all models, each compared there and back. */
  @Test
  void whatIsNewOneWayIsGoneTheOther() {
    Random random = new Random(18);
    for (int i = 0; i < 60; i++) {
      ModelFolder edited = edited(random);
      List<Difference> there = ModelDifferences.between(Edited.SHIPPED, edited);
      List<Difference> back = ModelDifferences.between(edited, Edited.SHIPPED);

      assertThat(there).as("edit " + i).isNotEmpty();
      assertThat(counts(back, false)).as("edit " + i).isEqualTo(counts(there, true));
      assertThat(valuesOf(back, false)).as("edit " + i).isEqualTo(valuesOf(there, true));
    }
  }

  /**
   * Each value of each drawing and table, changed by itself: nothing that a model says is left out. Of the values of
   * the same attribute or element in a file, so many as {@code remit.differences.of-each} says.
   */
  @Test
  void noValueChangesSilently() {
    for (ModelFile file : Edited.SHIPPED.files()) {
      if (file.name().matches(".*\\.(bpmn|dmn)")) {
        String text = Edited.text(file);
        int end = Math.max(text.indexOf("<bpmndi:BPMNDiagram"), text.indexOf("<dmndi:DMNDI"));
        int begin = text.indexOf('>', text.indexOf("definitions "));
        Map<String, List<Integer>> ends = VALUE.matcher(text).region(begin, end).results().collect(
            Collectors.groupingBy(found -> whoseValue(text, found.start()),
                Collectors.mapping(MatchResult::end, Collectors.toList())));
        assertThat(ends).as(file.name()).isNotEmpty();
        for (int place : ends.values().stream().flatMap(of -> of.stream().limit(OF_EACH)).toList()) {
          ModelFile edited = Edited.file(file.name(), text.substring(0, place) + "9" + text.substring(place));

          assertThat(ModelDifferences.between(new ModelFolder(List.of(file), List.of()),
              new ModelFolder(List.of(edited), List.of()))).as(file.name() + ": "
                  + text.substring(Math.max(0, place - 60), place)).isNotEmpty();
        }
      }
    }
  }

  /** The element, and the attribute if it is one's, in which a value stands. */
  private static String whoseValue(String text, int start) {
    String before = text.substring(text.lastIndexOf('<', start), start);
    return before.split("[\\s>]", 2)[0] + (before.endsWith("\"") ? before.substring(before.lastIndexOf(' ')) : "");
  }

  private static ModelFolder edited(Random random) {
    List<ModelFile> models =
        Edited.SHIPPED.files().stream().filter(file -> file.name().matches(".*\\.(bpmn|dmn)")).toList();
    ModelFile model = models.get(random.nextInt(models.size()));
    return Edited.with(Edited.SHIPPED, model.name(), text -> {
      String edited = text;
      for (Pattern pattern : List.of(PARTS, CELL)) {
        List<MatchResult> found = pattern.matcher(edited).results().toList();
        if (!found.isEmpty()) {
          MatchResult one = found.get(random.nextInt(found.size()));
          edited = edited.substring(0, one.start()) + (pattern == CELL ? "42" : "") + edited.substring(one.end());
        }
      }
      return edited.equals(text) ? text.replaceFirst("versionTag=\"\\d", "versionTag=\"9") : edited;
    });
  }

  private static Map<String, Integer> counts(List<Difference> differences, boolean turned) {
    Map<String, Integer> counts = new HashMap<>();
    for (Difference each : differences) {
      What what = !turned ? each.what() : each.what() == What.ADDED ? What.REMOVED
          : each.what() == What.REMOVED ? What.ADDED : each.what();
      counts.merge(each.kind() + " " + what + " " + each.element(), 1, Integer::sum);
    }
    return counts;
  }

  private static List<String> valuesOf(List<Difference> differences, boolean turned) {
    return differences.stream().filter(each -> each.what() == What.CHANGED || each.what() == What.RENAMED)
        .map(each -> each.element() + " " + each.detail() + ": "
            + (turned ? each.after() + " → " + each.before() : each.before() + " → " + each.after()))
        .sorted().toList();
  }

  @Test
  void whatNoModelHoldsIsComparedByItsBytes() {
    ModelFolder before = Edited.and("notes.bin", "one");

    assertThat(Edited.said(before, Edited.and("notes.bin", "three"), Language.ENGLISH))
        .containsExactly("The file is another: 3 bytes before, 5 now");
    assertThat(Edited.said(before)).containsExactly("New file");
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestGoesOn() {
    ModelFolder edited = Edited.with(Edited.with("complaint.bpmn", "</bpmn:process>", "</bpmn:proces>"),
        "stage-by-aging.dmn", text -> text.replace("&gt;= 30<", "&gt;= 20<"));

    assertThat(ModelDifferences.between(Edited.SHIPPED, edited)).extracting(Difference::file)
        .containsExactly("complaint.bpmn", "stage-by-aging.dmn");
    assertThat(Edited.said(edited)).first().asString()
        .startsWith("The new one cannot be read, so it is not compared: ").endsWith(" in line 43");
  }

  @Test
  void aFileThatTriesToReadAnotherIsNotRead() {
    assertThat(Edited.saidOf("complaint.bpmn", "<bpmn:definitions",
        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><bpmn:definitions")).singleElement().asString()
        .startsWith("The new one cannot be read");
  }

  @Test
  void modelsOfOthersAreRead() {
    ModelFolder foreign = Edited.and("foreign.bpmn", """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:z="http://camunda.org/schema/zeebe/1.0">
          <process id="p"><extensionElements><z:thing a="1"/></extensionElements>
            <task id="t" name="T"/><task name="without id"/><task name="again"/></process>
          <process id="q"><startEvent id="s"/></process>
        </definitions>""");

    assertThat(Edited.said(foreign)).contains("New drawing", "New step 'T' (t) in 'p'",
        "New step 'without id' (task) in 'p'", "New step 'again' (task 2) in 'p'");
  }

  @Test
  void allModelsAreComparedWithinTwoSeconds() {
    ModelFolder same = copy(text -> text + "\n");
    ModelDifferences.between(Edited.SHIPPED, same);
    long begin = System.nanoTime();

    assertThat(ModelDifferences.between(Edited.SHIPPED, same)).isEmpty();
    assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
  }
}
