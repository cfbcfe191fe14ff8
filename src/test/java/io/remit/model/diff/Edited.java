package io.remit.model.diff;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped models with small edits, and what is said of these. */
final class Edited {

  static final ModelFolder SHIPPED = read();

  private Edited() {
  }

  private static ModelFolder read() {
    try {
      return ModelFolder.in(Path.of("bpmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shipped models with the first place that a regular expression finds in a file replaced. */
  static ModelFolder with(String file, String regex, String replacement) {
    return with(SHIPPED, file, text -> {
      Matcher found = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
      if (!found.find()) {
        throw new IllegalArgumentException(file + " has no " + regex);
      }
      return found.replaceFirst(replacement);
    });
  }

  static ModelFolder with(ModelFolder folder, String file, UnaryOperator<String> edit) {
    List<ModelFile> files = new ArrayList<>(folder.files());
    files.replaceAll(each -> each.name().equals(file) ? file(file, edit.apply(text(each))) : each);
    return new ModelFolder(files, folder.unread());
  }

  static ModelFolder without(String file) {
    return new ModelFolder(SHIPPED.files().stream().filter(each -> !each.name().equals(file)).toList(), List.of());
  }

  static ModelFolder and(String name, String text) {
    List<ModelFile> files = new ArrayList<>(SHIPPED.files());
    files.add(file(name, text));
    return new ModelFolder(files, List.of());
  }

  static ModelFile file(String name, String text) {
    return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static ModelFile shipped(String name) {
    return SHIPPED.files().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  static ModelFile of(ModelFolder folder, String name) {
    return folder.files().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  static String text(ModelFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }

  /** What is said of the difference to the shipped models, in English. */
  static List<String> said(ModelFolder edited) {
    return said(SHIPPED, edited, Language.ENGLISH);
  }

  static List<String> said(ModelFolder before, ModelFolder after, Language language) {
    return new DifferenceWords(language).sentences(ModelDifferences.between(before, after));
  }

  /** What is said of one edit. */
  static List<String> saidOf(String file, String regex, String replacement) {
    return said(with(file, regex, replacement));
  }
}
