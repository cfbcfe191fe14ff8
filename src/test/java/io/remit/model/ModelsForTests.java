package io.remit.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Models that run, for tests of what reads them. */
public final class ModelsForTests {

  private ModelsForTests() {
  }

  /** Those that Remit brings along. */
  public static RunningModels shipped() {
    return in(Path.of("bpmn"));
  }

  /** Those of a folder. */
  public static RunningModels in(Path folder) {
    try {
      return new RunningModels(ModelFolder.in(folder));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
