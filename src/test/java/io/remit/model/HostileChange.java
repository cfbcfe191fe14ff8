package io.remit.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change that makes a shipped file hostile; {@code hostile.txt} lists them.
 *
 * @param name what it is
 * @param file the file that is changed
 * @param before what stands there
 * @param after what stands there then
 */
public record HostileChange(String name, String file, String before, String after) {

  /** An expression that loads a class and makes one: the end of every defence, if the engine evaluates it. */
  public static final String RUN =
      "${''.getClass().forName('" + Marker.class.getName() + "').newInstance()}";

  /** All changes that are listed. */
  public static List<HostileChange> all() {
    try (InputStream list = HostileChange.class.getResourceAsStream("hostile.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).map(HostileChange::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HostileChange of(String line) {
    String[] fields = line.split(" \\| ", 3);
    boolean behind = fields[2].contains(" +> ");
    String[] change = fields[2].split(behind ? " \\+> " : " =>(?: |$)", 2);
    String put = change[1].replace("RUN", RUN).replace("CLASS", Marker.class.getName()).replace("\\uFEFF", "\uFEFF");
    return new HostileChange(fields[0], fields[1], change[0], behind && change[0].length() > 1 ? change[0] + put : put);
  }

  /** The file with the change in it. */
  public ModelFile madeFrom(ModelFolder shipped) {
    String text = shipped.files().stream().filter(each -> each.name().equals(file)).findFirst()
        .map(each -> new String(each.content(), StandardCharsets.UTF_8)).orElseThrow();
    String changed = switch (before) {
      case "^" -> after + text;
      case "$" -> text + after;
      default -> replaced(text);
    };
    return new ModelFile(file, changed.getBytes(StandardCharsets.UTF_8));
  }

  private String replaced(String text) {
    int at = text.indexOf(before);
    if (at < 0) {
      throw new IllegalStateException(this + ": nothing in the file is " + before);
    }
    return text.substring(0, at) + after + text.substring(at + before.length());
  }

  /** A folder with a file instead of the one of that name, or beside the others. */
  public static ModelFolder with(ModelFolder shipped, ModelFile changed) {
    Stream<ModelFile> others = shipped.files().stream().filter(file -> !file.name().equals(changed.name()));
    return new ModelFolder(Stream.concat(others, Stream.of(changed)).toList(), List.of());
  }

  @Override
  public String toString() {
    return name + " in " + file;
  }
}
