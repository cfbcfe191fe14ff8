package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import io.remit.contact.treatment.TreatmentQuestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

/** What the code says of itself to those who check models is so; and nothing is left in it that no model needs. */
class CodeFitsModelsTest {

  private static final Path RELEASED = Path.of("src/main/resources/io/remit/model/released-ids.txt");
  private static final Pattern ELEMENT_ID_IN_CODE =
      Pattern.compile("\"((?:task|stage|decide|which|timer|wait|send|held|in)_[a-z_]*[a-z])\"");
  private static final Pattern COLOUR_IN_GUIDE =
      Pattern.compile("\\| (\\w+) \\|[^|]*\\| `(#[0-9a-f]{6})`, `(#[0-9a-f]{6})` \\|");

  @Test
  void everyBeanForModelsIsUsedByOne() {
    assertThat(ExpressionRules.beansNamedIn(EditedModels.SHIPPED)).containsAll(ModelBeans.names());
  }

  @Test
  void ofEachDelegateItIsSaidWhetherItsWorkCanBeRolledBack() {
    assertThat(TaskRules.undecidedDelegates()).isEmpty();
  }

  /** {@code ids-in-code.txt} has every id that the code names, and no other. */
  @Test
  void theElementsThatTheCodeNamesAreListed() {
    Set<String> named = Stream.of("process", "access").map(name -> Path.of("src/main/java/io/remit", name))
        .flatMap(CodeFitsModelsTest::sources).filter(source -> !source.toString().contains("contract"))
        .flatMap(source -> ELEMENT_ID_IN_CODE.matcher(read(source)).results()).map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));

    Set<String> listed = Lists.of("ids-in-code.txt").values().stream().flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).isEqualTo(named);
  }

  /** {@code work-groups.txt} is what access grants; its tables are nobody else's business. */
  @Test
  void theWorkOfGroupsIsWhatAccessGrants() {
    Class<?> workProcess = ClassUtils.resolveClassName("io.remit.access.WorkProcess", null);
    Map<String, String> granted = Arrays.stream(workProcess.getEnumConstants())
        .collect(Collectors.toMap(work -> (String) ask(work, "key"), work -> (String) ask(ask(work, "workers"), "id")));

    assertThat(TaskRules.GROUPS).isEqualTo(granted);
  }

  @Test
  void theColoursAreThoseOfTheGuide() {
    Map<String, ColourRules.Colour> guide =
        COLOUR_IN_GUIDE.matcher(read(Path.of("docs", "modelling-style.md"))).results().collect(Collectors.toMap(
            (MatchResult row) -> row.group(1), row -> new ColourRules.Colour(row.group(2), row.group(3))));

    assertThat(ColourRules.COLOURS).isEqualTo(guide);
  }

  @Test
  void theFactsOfACaseAreThoseThatAreGiven() {
    Constructor<?> constructor = TreatmentQuestions.class.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Object[] mocks =
        Arrays.stream(constructor.getParameterTypes()).map(type -> mock(type, RETURNS_DEEP_STUBS)).toArray();
    TreatmentQuestions questions = (TreatmentQuestions) BeanUtils.instantiateClass(constructor, mocks);

    assertThat(questions.facts("C1").keySet()).isEqualTo(TreatmentQuestions.FACTS);
  }

  /**
   * With {@code -Dremit.released-ids.write=true} the lines of versions that are not listed yet are added: do it when a
   * version is released.
   */
  @Test
  void theDrawingsAreReleased() throws IOException {
    Map<String, String> drawn = new TreeMap<>();
    EditedModels.SHIPPED.processes().values().stream().flatMap(ReleasedIds::of)
        .forEach(each -> drawn.put(each.process() + " " + each.version(), each.line().strip()));
    Map<String, String> listed = new TreeMap<>();
    ReleasedIds.list().forEach(each -> listed.put(each.process() + " " + each.version(), each.line().strip()));
    if (Boolean.getBoolean("remit.released-ids.write")) {
      String header = read(RELEASED).lines().takeWhile(line -> line.startsWith("#"))
          .collect(Collectors.joining("\n", "", "\n\n"));
      drawn.forEach(listed::putIfAbsent);
      Files.writeString(RELEASED, header + String.join("\n", listed.values()) + "\n");
    }

    assertThat(listed).as("raise the version tag of what has other places to wait").containsAllEntriesOf(drawn);
  }

  private static Object ask(Object target, String method) {
    return ReflectionTestUtils.invokeMethod(target, method);
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
