package io.remit.process.trial;

import io.remit.trial.Lived;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Starts a program in which a copy lives: this Remit once more, with nothing of its environment. */
final class LifeElsewhere {

  private static final String MAIN = "io.remit.RemitApplication";
  /** Where the program is one file, which finds its classes itself. */
  private static final String PACKED = "nested:";

  private LifeElsewhere() {
  }

  /**
   * Waits until the copy has lived.
   *
   * @throws IllegalStateException if Remit does not run under these models; its message tells why
   * @throws InterruptedException if this thread is to end; the program ends with it
   */
  static Lived live(LifeOrder order) throws IOException, InterruptedException {
    Process program = start();
    try (OutputStream in = program.getOutputStream()) {
      CompletableFuture<byte[]> said = CompletableFuture.supplyAsync(() -> readAll(program));
      in.write((LifeProgram.JSON.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
      byte[] answer = said.get();
      if (answer.length == 0) {
        throw new IllegalStateException("the program ended without an answer, with " + program.waitFor());
      }
      LifeProgram.Answer read = LifeProgram.JSON.readValue(answer, LifeProgram.Answer.class);
      if (read.lived() == null) {
        throw new IllegalStateException(read.failure());
      }
      return read.lived();
    } catch (ExecutionException unread) {
      throw new IOException(unread);
    } finally {
      program.destroyForcibly().onExit().join();
    }
  }

  private static byte[] readAll(Process program) {
    try {
      return program.getInputStream().readAllBytes();
    } catch (IOException ended) {
      return new byte[0];
    }
  }

  private static Process start() throws IOException {
    String classes = System.getProperty("java.class.path");
    List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=" + TimeZone.getDefault().getID()));
    words.addAll(isPacked() ? List.of("-jar", classes) : List.of(MAIN));
    words.add(LifeProgram.NAME);
    ProcessBuilder program = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    program.environment().clear();
    // on the command line the class path of a build is too long for some systems
    program.environment().put("CLASSPATH", classes);
    return program.start();
  }

  private static boolean isPacked() {
    return LifeElsewhere.class.getProtectionDomain().getCodeSource().getLocation().toString().contains(PACKED);
  }
}
