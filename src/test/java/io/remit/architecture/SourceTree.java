package io.remit.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What there is in the repository that a page can name: files, types, methods, tables of the database. */
final class SourceTree {

  private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface) ([A-Z]\\w*)");
  private static final Pattern TABLE = Pattern.compile("(?i)create table (?:if not exists )?(\\w+)");

  private final Map<Path, String> java = read("src", ".java");
  private final Set<String> types = named(TYPE, java);
  private final Set<String> tables = named(TABLE, read("src/main/resources/db/migration", ".sql"));
  private final List<Path> files = Stream.of("bpmn", "docs", "src").flatMap(folder -> below(Path.of(folder)).stream())
      .toList();

  /** A class, record, enum or interface, nested ones too, by its simple name. */
  boolean hasType(String name) {
    return types.contains(name);
  }

  /** A method of a type that has a file of its own. */
  boolean hasMethod(String type, String method) {
    return java.entrySet().stream().filter(each -> each.getKey().endsWith(type + ".java"))
        .anyMatch(each -> Pattern.compile("\\b" + method + "\\(").matcher(each.getValue()).find());
  }

  /** The classes of the application in whose file a pattern is found. */
  List<String> mainTypesWith(Pattern pattern) {
    return java.entrySet().stream().filter(each -> each.getKey().startsWith("src/main"))
        .filter(each -> pattern.matcher(each.getValue()).find())
        .map(each -> each.getKey().getFileName().toString().replace(".java", "")).sorted().toList();
  }

  /** What the first group of a pattern finds in the application's code. */
  Set<String> inMain(Pattern pattern) {
    return named(pattern, java.entrySet().stream().filter(each -> each.getKey().startsWith("src/main"))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** A table of Remit's own. */
  boolean hasTable(String name) {
    return tables.contains(name);
  }

  /** A file by its path, or by the end of it. */
  boolean hasFile(String name) {
    return Files.isRegularFile(Path.of(name)) || files.stream().anyMatch(each -> each.endsWith(name));
  }

  /** All files with an ending, one behind the other. */
  String textOf(String ending) {
    return files.stream().filter(each -> each.toString().endsWith(ending)).map(SourceTree::text)
        .collect(joining("\n"));
  }

  /** The pages for people. */
  static List<Path> pages() {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"),
        Path.of("CHANGELOG.md"), Path.of("SECURITY.md")));
    below(Path.of("docs")).stream().filter(each -> each.toString().endsWith(".md")).forEach(pages::add);
    pages.add(Path.of("bpmn/messages/README.md"));
    return pages;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<Path, String> read(String folder, String ending) {
    return below(Path.of(folder)).stream().filter(each -> each.toString().endsWith(ending))
        .collect(toMap(each -> each, SourceTree::text));
  }

  private static Set<String> named(Pattern pattern, Map<Path, String> texts) {
    return texts.values().stream()
        .flatMap(each -> pattern.matcher(each).results().map((MatchResult found) -> found.group(1)))
        .collect(toUnmodifiableSet());
  }

  static Set<Path> below(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).filter(each -> !each.toString().contains("node_modules"))
          .collect(toCollection(TreeSet::new));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
