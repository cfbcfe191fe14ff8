package io.remit.audit.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program of this machine. */
final class Command {

  private Command() {
  }

  /** What it printed, and how it ended. */
  record Answer(int status, String text) {
  }

  static boolean isThere(String program) {
    try {
      return run(program, "--version").status() == 0;
    } catch (IOException | InterruptedException notThere) {
      return false;
    }
  }

  static Answer run(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }
}
