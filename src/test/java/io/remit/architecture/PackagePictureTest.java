package io.remit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The picture of the packages in docs/architecture.md is made from the code. Where it is old,
 * {@code mvn test -Dtest=PackagePictureTest -Dremit.picture=draw} draws it anew.
 */
@Tag("long")
class PackagePictureTest {

  private static final Path PAGE = Path.of("docs/architecture.md");
  private static final String BEGIN = "<!-- packages: made by PackagePictureTest -->\n";
  private static final String END = "<!-- end of packages -->\n";

  @Test
  void thePageShowsThePackagesAsTheyAre() throws IOException {
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    String drawn = withPicture(page, picture(knownBy()));
    if ("draw".equals(System.getProperty("remit.picture"))) {
      Files.writeString(PAGE, drawn);
    }

    assertThat(drawn).as("the packages in " + PAGE).isEqualTo(Files.readString(PAGE).replace("\r\n", "\n"));
  }

  private static String withPicture(String page, String picture) {
    assertThat(page).contains(BEGIN, END);
    return page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + picture + page.substring(page.indexOf(END));
  }

  /** Which packages each package knows. */
  private static Map<String, Set<String>> knownBy() {
    Map<String, Set<String>> known = new TreeMap<>();
    for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("io.remit")) {
      Set<String> ofItsPackage = known.computeIfAbsent(packageOf(type), each -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith("io.remit")).map(PackagePictureTest::packageOf)
          .forEach(ofItsPackage::add);
    }
    known.forEach((name, others) -> others.remove(name));
    known.remove("");
    return known;
  }

  private static String packageOf(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length < 3 ? "" : parts[2];
  }

  /** A Mermaid picture. An arrow that follows from others is left out, so that what is left can be read. */
  private static String picture(Map<String, Set<String>> known) {
    StringBuilder text = new StringBuilder("```mermaid\nflowchart TD\n");
    known.forEach((name, others) -> others.stream()
        .filter(other -> others.stream().noneMatch(between -> !between.equals(other) && reaches(known, between, other)))
        .forEach(other -> text.append("  ").append(name).append(" --> ").append(other).append('\n')));
    return text.append("```\n").toString();
  }

  private static boolean reaches(Map<String, Set<String>> known, String from, String to) {
    Set<String> others = known.getOrDefault(from, Set.of());
    return others.contains(to) || others.stream().anyMatch(other -> reaches(known, other, to));
  }
}
