package io.remit.intake;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For each test an intake of its own, with nothing in it. */
abstract class WithIntake {

  @TempDir
  Path folder;
  IntakeFixture intake;

  @BeforeEach
  void start() {
    intake = new IntakeFixture(folder);
  }

  @AfterEach
  void stop() {
    intake.close();
  }
}
