package io.remit.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * What the jar is made of, as its own lists tell: the libraries, which the build lists, and what is part of this
 * source. Each has a version, and licences that {@code src/test/resources/licences} permits.
 */
class SbomTest {

  private static final String LIBRARIES = "META-INF/sbom/application.cdx.json";
  private static final String BUNDLED = "META-INF/sbom/bundled.cdx.json";
  private static final Path LICENCES = Path.of("src", "test", "resources", "licences");
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final String OPEN = "LATEST|RELEASE|.*SNAPSHOT|.*[\\[(),].*";

  @Test
  void eachLibraryAndEachBundledPartHasOnlyLicencesThatArePermitted() {
    Map<String, String> permitted = rows("permitted.csv").stream()
        .collect(toMap(row -> row.getField("licence"), row -> row.getField("why")));
    Set<String> exceptions = new TreeSet<>();
    rows("exceptions.csv").forEach(row -> exceptions.add(row.getField("component") + ": " + row.getField("licence")));
    assertThat(permitted.values()).allSatisfy(why -> assertThat(why).isNotBlank());

    Set<String> used = new TreeSet<>();
    assertThat(components()).hasSizeGreaterThan(150).allSatisfy(component -> {
      List<String> licences = licencesOf(component);
      assertThat(licences).as("licences of %s", nameOf(component)).isNotEmpty().allSatisfy(licence -> {
        assertThat(permitted.containsKey(licence) || exceptions.contains(nameOf(component) + ": " + licence))
            .as("%s of %s is permitted", licence, nameOf(component)).isTrue();
        used.add(permitted.containsKey(licence) ? licence : nameOf(component) + ": " + licence);
      });
    });
    assertThat(used).as("what is permitted and what is used").containsAll(exceptions).containsAll(permitted.keySet());
  }

  @Test
  void noVersionIsLeftOpen() {
    assertThat(listed(LIBRARIES)).hasSizeGreaterThan(150)
        .allSatisfy(library -> assertThat(library.path("version").asText()).isNotBlank().doesNotMatch(OPEN));
    // the build forbids ranges and plugins without a version by itself
    assertThat(listed(LIBRARIES)).extracting(library -> library.path("purl").asText()).doesNotHaveDuplicates();
  }

  @Test
  void theListNamesTheEngineAndKnowsThatTheDatabaseOfTheDemoIsNotInProduction() {
    Map<String, JsonNode> byName = listed(LIBRARIES).stream().collect(toMap(SbomTest::nameOf, Function.identity()));

    assertThat(byName.get("org.camunda.bpm/camunda-engine").path("version").asText()).startsWith("7.24.");
    assertThat(byName.get("com.h2database/h2").path("scope").asText()).isEqualTo("optional");
    assertThat(byName).doesNotContainKey("org.springframework.security/spring-security-oauth2-authorization-server");
  }

  /** Whoever adds a library of pages, a font or data lays its licence beside it, and lists it. */
  @Test
  void whatIsBundledIsWhereTheListSaysAndNothingElseIs() throws IOException {
    List<String> paths = listed(BUNDLED).stream()
        .map(part -> part.path("properties").path(0).path("value").asText()).toList();
    assertThat(paths).hasSizeGreaterThan(5).allSatisfy(path ->
        assertThat(Objects.requireNonNull(SbomTest.class.getClassLoader().getResource(path), path)).isNotNull());

    assertThat(listed(BUNDLED)).filteredOn(part -> part.path("group").asText().equals("com.helger.font")).isNotEmpty()
        .allSatisfy(font -> assertThat(SourceTree.text(Path.of("pom.xml")))
            .contains("<fonts.version>" + font.path("version").asText() + "</fonts.version>"));
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      assertThat(files.map(RESOURCES::relativize).filter(SbomTest::isOthersWork).map(Path::toString)).isNotEmpty()
          .allSatisfy(file -> assertThat(paths).anySatisfy(path ->
              assertThat(Path.of(file).getParent()).isEqualTo(Path.of(path).getParent())));
    }
  }

  private static boolean isOthersWork(Path file) {
    String name = file.getFileName().toString();
    return name.contains("LICENSE") || name.contains(".min.") || name.endsWith(".woff2") || name.endsWith(".ttf");
  }

  private static List<JsonNode> components() {
    List<JsonNode> all = new ArrayList<>(listed(LIBRARIES));
    all.addAll(listed(BUNDLED));
    return all;
  }

  private static String nameOf(JsonNode component) {
    return component.path("group").asText() + "/" + component.path("name").asText();
  }

  private static List<String> licencesOf(JsonNode component) {
    return StreamSupport.stream(component.path("licenses").spliterator(), false)
        .map(each -> each.has("expression") ? each.path("expression").asText()
            : each.path("license").path("id").asText(each.path("license").path("name").asText())).toList();
  }

  private static List<JsonNode> listed(String list) {
    try (InputStream content = SbomTest.class.getClassLoader().getResourceAsStream(list)) {
      JsonNode read = new ObjectMapper().readTree(Objects.requireNonNull(content, "the build has not made " + list));
      return StreamSupport.stream(read.path("components").spliterator(), false).toList();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static List<NamedCsvRecord> rows(String file) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(LICENCES.resolve(file))) {
      return rows.stream().toList();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
