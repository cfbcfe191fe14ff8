package io.remit.process.trial;

import io.remit.model.Finding;
import io.remit.model.ModelFolder;
import io.remit.process.contract.ModelContract;
import io.remit.trial.OtherVersionException;
import io.remit.trial.RunningDatabase;
import io.remit.trial.RunningNode;
import io.remit.trial.ScratchPlace;
import io.remit.trial.TrialOrder;
import io.remit.trial.TrialReport;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code models try FOLDER}: what the open portfolio would do under other models. It reads the running database and
 * changes nothing there; two copies live in memory or in a PostgreSQL of their own, and reach nobody.
 */
public final class TryCommand {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final int BOTH_AT_ONCE = 2;
  private static final String USAGE = """
      models try FOLDER [--days 30] [--cases 1000|all] [--answers not-reached|none] [--format text|json]
                        [--language en|zh]
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
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return REFUSED;
  }

  private int run() throws IOException, SQLException, InterruptedException {
    List<Finding> findings = ModelContract.check(ModelFolder.in(order.folder()));
    if (!findings.isEmpty()) {
      findings.forEach(finding -> err.println(finding));
      err.println("The models of " + order.folder() + " are refused: " + findings.size() + " findings");
      return REFUSED;
    }
    RunningNode node = RunningNode.read(order.settings());
    String password = System.getenv("REMIT_SCRATCH_PASSWORD");
    ScratchPlace place = new ScratchPlace(order.scratchUrl(),
        order.scratchUser() == null ? "remit" : order.scratchUser(), password == null ? "" : password);
    try (Connection running = RunningDatabase.open(node)) {
      Instant begin = order.from() == null ? RunningDatabase.now(running) : order.from();
      TrialReport report = new PortfolioTrial(node, place, begin, order.days(), order.openCases(),
          order.answers(), BOTH_AT_ONCE, err::println).run(running, order.folder().toRealPath());
      out.println(order.json() ? report.json() : report.text(order.language()));
      return DONE;
    }
  }
}
