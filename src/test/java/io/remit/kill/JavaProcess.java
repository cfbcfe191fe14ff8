package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program in a JVM of its own that can be killed. */
final class JavaProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  /** What a shell adds to a signal's number, and SIGKILL. */
  private static final int ENDED_BY_SIGKILL = 128 + 9;

  private final Path output;
  private final Process process;

  /** @param output where the program's output goes */
  JavaProcess(Path output, Class<?> program, String... arguments) {
    this(output, Map.of(), program, arguments);
  }

  /** @param environment variables that it has beside those of this program */
  JavaProcess(Path output, Map<String, String> environment, Class<?> program, String... arguments) {
    this(output, environment, List.of(), program, arguments);
  }

  /** @param options what else its JVM is told */
  JavaProcess(Path output, Map<String, String> environment, List<String> options, Class<?> program,
      String... arguments) {
    this.output = output;
    // what makes a JVM start quickly and leave room for others
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-BytecodeVerificationRemote", "-XX:ReservedCodeCacheSize=128m", "-XX:MetaspaceSize=256m", "-Xmx384m",
        "-cp", classPathOfProduction()));
    command.addAll(options);
    command.add(program.getName());
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder started = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      started.environment().putAll(environment);
      process = started.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the demo's database, which is not in the jar for production either. */
  private static String classPathOfProduction() {
    String separator = File.pathSeparator;
    return Stream.of(System.getProperty("java.class.path").split(separator))
        .filter(entry -> !entry.contains("/com/h2database/")).collect(Collectors.joining(separator));
  }

  /** Waits until the program has said a word and returns what stands behind it in that line. */
  String awaitWord(String word) {
    await().atMost(PATIENCE).until(() -> !process.isAlive() || word(word).isPresent());
    return word(word).orElseThrow(() -> new AssertionError("The program ended: " + read()));
  }

  /** What stands behind a word at the beginning of a line; empty if the program has not said it yet. */
  Optional<String> word(String word) {
    String said = read();
    return said.substring(0, said.lastIndexOf('\n') + 1).lines().filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1)).findFirst();
  }

  String read() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a line to the program's standard input. */
  void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9}: the program has no chance to end in order. */
  void kill() throws InterruptedException {
    assertThat(process.isAlive()).as("alive until it is killed").isTrue();
    process.destroyForcibly();
    assertThat(process.waitFor()).isEqualTo(ENDED_BY_SIGKILL);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
