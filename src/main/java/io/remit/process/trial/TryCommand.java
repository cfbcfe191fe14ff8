package io.remit.process.trial;

import io.remit.model.Finding;
import io.remit.model.ModelFolder;
import io.remit.process.contract.ModelContract;
import io.remit.trial.DatabaseCopy;
import io.remit.trial.Lived;
import io.remit.trial.OtherVersionException;
import io.remit.trial.RunningDatabase;
import io.remit.trial.RunningNode;
import io.remit.trial.ScratchDatabase;
import io.remit.trial.TrialOrder;
import io.remit.trial.TrialReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * {@code models try FOLDER}: what the open portfolio would do under other models. It reads the running database and
 * changes nothing there; two copies live in memory or in a PostgreSQL of their own, and reach nobody.
 */
public final class TryCommand {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final String USAGE = """
      models try FOLDER [--days 30] [--answers not-reached|none] [--format text|json] [--language en|zh]
                        [--from MOMENT] [--scratch-url jdbc:postgresql://... --scratch-user USER]
        what the open portfolio would do under the models of FOLDER, against those that run. The running database is
        read as a node's settings name it. The password of the scratch database is REMIT_SCRATCH_PASSWORD.
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final TrialOrder order;

  private TryCommand(PrintStream out, PrintStream err, TrialOrder order) {
    this.out = out;
    this.err = err;
    this.order = order;
  }

  /**
   * Does what is asked.
   *
   * @param out takes the report alone
   * @param words those behind {@code models try}
   * @return 0 if there is a report; 1 if the models are refused, or the databases cannot be used; 2 if the words are
   *     not understood
   */
  public static int run(PrintStream out, PrintStream err, List<String> words) {
    TrialOrder order;
    try {
      order = TrialOrder.read(words);
    } catch (IllegalArgumentException odd) {
      err.println(odd.getMessage());
      err.print(USAGE);
      return NOT_UNDERSTOOD;
    }
    // what is said of the copies is not the report
    LoggingSystem.get(TryCommand.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
    try {
      return new TryCommand(out, err, order).run();
    } catch (OtherVersionException | IllegalStateException refused) {
      err.println(refused.getMessage());
    } catch (IOException | SQLException failed) {
      err.println("The trial could not be made: " + failed.getMessage());
    }
    return REFUSED;
  }

  private int run() throws IOException, SQLException {
    long began = System.nanoTime();
    List<Finding> findings = ModelContract.check(ModelFolder.in(order.folder()));
    if (!findings.isEmpty()) {
      findings.forEach(finding -> err.println(finding));
      err.println("The models of " + order.folder() + " are refused: " + findings.size() + " findings");
      return REFUSED;
    }
    RunningNode node = RunningNode.read(order.settings());
    Path folder = Files.createTempDirectory("remit-trial");
    List<ScratchDatabase> copies = new ArrayList<>();
    try (Connection running = RunningDatabase.open(node)) {
      for (int i = 0; i < 2; i++) {
        copies.add(scratch(running));
        TrialRun.makeTables(copies.get(i));
      }
      Instant begin = order.from() == null ? RunningDatabase.now(running) : order.from();
      say("%s rows are copied, %s", new DatabaseCopy(running, copies).copy(), since(began));
      TrialRun trial = new TrialRun(order, node, folder.resolve("work"), begin);
      DeployedModels.write(node.models(), copies.get(0), folder.resolve("old"));
      Lived old = live(trial, copies, "file:" + folder.resolve("old") + "/", false, began);
      Lived fresh = live(trial, copies, "file:" + order.folder().toRealPath() + "/", true, began);
      new TrialReport(order, begin, old, fresh, Duration.ofNanos(System.nanoTime() - began)).print(out);
      return DONE;
    } finally {
      for (ScratchDatabase copy : copies) {
        copy.close();
      }
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** Each copy is dropped as soon as it has lived. */
  private Lived live(TrialRun trial, List<ScratchDatabase> copies, String models, boolean moving, long began)
      throws SQLException {
    try {
      Lived lived = trial.live(copies.get(0), models, moving);
      copies.remove(0).close();
      say("%s days are lived under the %s models, %s", order.days(), moving ? "new" : "old", since(began));
      return lived;
    } catch (RuntimeException failed) {
      Throwable cause = failed;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new IllegalStateException("Remit does not run under the " + (moving ? "new" : "old") + " models: "
          + cause.getMessage(), failed);
    }
  }

  private ScratchDatabase scratch(Connection running) throws SQLException {
    if (order.scratchUrl() != null) {
      String password = System.getenv("REMIT_SCRATCH_PASSWORD");
      return RunningDatabase.scratchBeside(running, order.scratchUrl(),
          order.scratchUser() == null ? "remit" : order.scratchUser(), password == null ? "" : password);
    }
    if (!ScratchDatabase.isInMemoryAtHand()) {
      throw new IllegalStateException("Give --scratch-url: a PostgreSQL database for the copies, not the running one");
    }
    return ScratchDatabase.inMemory();
  }

  private void say(String text, Object... values) {
    err.println(String.format(Locale.ROOT, text, values));
  }

  private static String since(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s";
  }
}
