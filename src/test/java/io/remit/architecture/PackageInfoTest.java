package io.remit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Each package says what it does and what it may know, in its {@code package-info.java}. */
@AnalyzeClasses(packages = "io.remit", importOptions = DoNotIncludeTests.class)
class PackageInfoTest {

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Pattern MAY_KNOW = Pattern.compile("(?s)May know:(.*?)(?:<p>|\\*/)");
  private static final Pattern NAME = Pattern.compile("\\{@code ([a-z.]+)}");
  private static final String NOTHING = "nothing else of Remit";

  @ArchTest
  static void eachSaysWhatItDoesAndWhatItMayKnow(JavaClasses classes) {
    assertThat(packagesOf(classes)).isNotEmpty().allSatisfy(each -> {
      assertThat(infoOf(each)).as(each).exists();
      assertThat(mayKnow(each)).as("what " + each + " may know, in " + infoOf(each)).isNotNull();
    });
  }

  @ArchTest
  static void noneKnowsMore(JavaClasses classes) {
    List<String> more = packagesOf(classes).stream().flatMap(each -> knownTo(classes.getPackage(each)).stream()
        .filter(known -> !mayKnow(each).contains(known)).map(known -> each + " knows " + known)).toList();

    assertThat(more).as("what packages know and do not say").isEmpty();
  }

  @ArchTest
  static void whatIsNamedIsThere(JavaClasses classes) {
    Set<String> there = packagesOf(classes);

    assertThat(there).allSatisfy(each -> assertThat(mayKnow(each)).as(each)
        .allSatisfy(named -> assertThat(there).contains("io.remit." + named)));
  }

  private static Set<String> packagesOf(JavaClasses classes) {
    return classes.stream().filter(type -> !type.getSimpleName().equals("package-info"))
        .map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> knownTo(JavaPackage one) {
    return one.getClassDependenciesFromThisPackage().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
        .filter(name -> name.startsWith("io.remit.") && !name.equals(one.getName()))
        .map(name -> name.substring("io.remit.".length())).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Null if it does not say. */
  private static List<String> mayKnow(String name) {
    String info = Files.exists(infoOf(name)) ? SourceTree.text(infoOf(name)) : "";
    return MAY_KNOW.matcher(info).results().map(found -> found.group(1)).findFirst()
        .filter(said -> said.contains(NOTHING) || said.contains("{@code"))
        .map(said -> NAME.matcher(said).results().map((MatchResult found) -> found.group(1)).toList()).orElse(null);
  }

  private static Path infoOf(String name) {
    return MAIN.resolve(name.replace('.', '/')).resolve("package-info.java");
  }
}
