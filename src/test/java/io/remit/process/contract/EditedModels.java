package io.remit.process.contract;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The models of this repository, and copies of them with something changed. */
final class EditedModels {

  static final Models SHIPPED = shipped();

  private EditedModels() {
  }

  private static Models shipped() {
    try {
      return Models.of(ModelFolder.in(Path.of("bpmn")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A copy in which one file is changed.
   *
   * @throws IllegalArgumentException if there is nothing to change
   */
  static Models with(Models models, String file, String regex, String replacement) {
    String text = models.text(file).orElseThrow();
    String changed = Pattern.compile(regex, Pattern.DOTALL).matcher(text).replaceAll(replacement);
    if (changed.equals(text)) {
      throw new IllegalArgumentException("nothing in " + file + " matches " + regex);
    }
    return holding(models, file, changed);
  }

  /** A copy in which a file has this text, whether it was there or not. */
  static Models holding(Models models, String file, String text) {
    return models.with(List.of(new ModelFile(file, text.getBytes(StandardCharsets.UTF_8))));
  }
}
