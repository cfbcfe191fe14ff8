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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests with an application of their own run in JVMs of their own, which the build starts only for those it names. */
class OwnApplicationTest {

  @Test
  void theBuildNamesEachOfThem() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));
    List<String> tagged = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests())
        .importPackages("io.remit").stream()
        .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(OwnApplicationTest::isTagged).map(JavaClass::getSimpleName).toList();

    assertThat(tagged).contains("StartTest", "BrowserTest")
        .allSatisfy(name -> assertThat(build).contains("<include>**/" + name + ".java</include>"));
  }

  private static boolean isTagged(JavaClass test) {
    return Stream.concat(Stream.of(test), test.getAllRawSuperclasses().stream())
        .anyMatch(each -> each.isAnnotatedWith(Tag.class)
            && each.getAnnotationOfType(Tag.class).value().equals("own-application"));
  }
}
