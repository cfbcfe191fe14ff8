package io.remit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.Suite;

/** The build runs no tests but those of the suites that it names, and the tests of kills. */
class SuitesTest {

  private static final String KILL = "kill";

  private static final Pattern OF_TESTS = Pattern.compile(".*Tests?\\w*\\.class");

  private final List<JavaClass> tests = new ClassFileImporter()
      .withImportOption(new ImportOption.OnlyIncludeTests()).withImportOption(location -> location.matches(OF_TESTS))
      .importPackages("io.remit").stream()
      .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT)).toList();
  private final List<JavaClass> suites = tests.stream().filter(each -> each.isAnnotatedWith(Suite.class)).toList();

  @Test
  void theBuildNamesEachOfThem() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));

    assertThat(suites).extracting(JavaClass::getSimpleName).contains("OtherTests", "OwnApplicationTests")
        .allSatisfy(name -> assertThat(build).contains("<include>io/remit/" + name + ".java</include>"));
    assertThat(tests.stream().filter(SuitesTest::isOfKills)).extracting(JavaClass::getSimpleName).contains("KillTest")
        .allSatisfy(name -> assertThat(build).contains("<include>**/" + name + ".java</include>"));
  }

  @Test
  void whatOneLeavesOutIsInAnother() {
    // what the fast ones leave out for their own reason is in OtherTests
    Stream<String> leftOut = suites.stream().filter(each -> each.isAnnotatedWith(ExcludeTags.class))
        .filter(each -> !each.getSimpleName().equals("FastTests"))
        .flatMap(each -> Stream.of(each.getAnnotationOfType(ExcludeTags.class).value()));
    List<String> run = Stream.concat(Stream.of(KILL), suites.stream()
        .filter(each -> each.isAnnotatedWith(IncludeTags.class))
        .flatMap(each -> Stream.of(each.getAnnotationOfType(IncludeTags.class).value()))).toList();

    assertThat(leftOut).contains("own-application").isSubsetOf(run);
  }

  private static boolean isOfKills(JavaClass test) {
    return test.isAnnotatedWith(Tag.class) && test.getAnnotationOfType(Tag.class).value().equals(KILL);
  }
}
