package io.remit.release.migration;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command {@code models migrate} as a person at a desk runs it, while a node works. */
public final class MigrateAtTheDesk {

  private final String url;
  private final Runnable node;
  private ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** @param node what a node does now and then */
  public MigrateAtTheDesk(String url, Runnable node) {
    this.url = url;
    this.node = node;
  }

  /** @return the exit code */
  public int run(String user, String... words) {
    return run(Map.of("REMIT_PASSWORD", user), user, words);
  }

  /** As somebody who gives the code of a second factor, which counts for one request. */
  public int runWithCode(String user, String... words) {
    return run(Map.of("REMIT_PASSWORD", user, "REMIT_CODE", "123456"), user, words);
  }

  private int run(Map<String, String> environment, String user, String... words) {
    out = new ByteArrayOutputStream();
    err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--url", url, "--user", user));
    CompletableFuture<Integer> command = CompletableFuture.supplyAsync(() -> MigrateCommand.run(
        new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), all,
        environment, Duration.ofMillis(20)));
    while (!command.isDone()) {
      node.run();
      command.completeOnTimeout(-1, 30, TimeUnit.SECONDS);
    }
    return command.join();
  }

  public String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
