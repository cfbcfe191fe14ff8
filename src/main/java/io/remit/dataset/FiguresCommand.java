package io.remit.dataset;

import io.remit.dataset.FigureExport.Written;
import io.remit.release.CommandWords;
import io.remit.release.CommandWords.NotUnderstoodException;
import io.remit.trial.RunningDatabase;
import io.remit.trial.RunningNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.dao.DataAccessException;

/**
 * {@code figures export FOLDER}: what a data team works with, as Parquet files. It reads the running database, which
 * the settings of a node name, and writes nothing there.
 */
public final class FiguresCommand {

  private static final String NAME = "figures";
  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final String USAGE = """
      figures export FOLDER [--from 2026-01-01] [--to 2026-12-31]
        writes snapshots, ledger and contacts of whole months into FOLDER, as Parquet, under pseudonyms: a file for each
        table and month, in place of the one before. --from is the first day of a month, --to the last day of one or
        the last day that is over; unless given, all there is. The running database is read as a node's settings name
        it. The key of the pseudonyms is REMIT_FIGURES_KEY.
      """;

  private final Path folder;
  private final @Nullable LocalDate from;
  private final @Nullable LocalDate to;

  private FiguresCommand(CommandWords words) {
    this.folder = folder(words.one());
    this.from = day(words, "--from");
    this.to = day(words, "--to");
    if (from != null && to != null && to.isBefore(from)) {
      throw new NotUnderstoodException("--to is before --from");
    }
  }

  /** Whether the arguments of a start ask for this, and for nothing else. */
  public static boolean isAskedFor(String... arguments) {
    return arguments.length > 0 && arguments[0].equals(NAME);
  }

  /**
   * Does what is asked.
   *
   * @param arguments beginning with {@code figures}; settings of a node may be among them
   * @return 0 if all files are written; 1 if they cannot be, and then none was changed but by a disk that failed; 2 if
   *     the words are not understood
   */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    // what libraries say is not the answer
    LoggingSystem.get(FiguresCommand.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
    return answer(out, err, arguments);
  }

  /** Does what is asked, and leaves the log as it is. */
  static int answer(PrintStream out, PrintStream err, String... arguments) {
    FiguresCommand command;
    try {
      if (arguments.length < 2 || !arguments[1].equals("export")) {
        throw new NotUnderstoodException("Say what: figures export FOLDER");
      }
      command = new FiguresCommand(CommandWords.read(Arrays.stream(arguments).skip(2)
          .filter(word -> !RunningNode.isSetting(word)).toList(), Set.of("--from", "--to"), Set.of()));
    } catch (NotUnderstoodException odd) {
      err.println(odd.getMessage());
      err.print(USAGE);
      return NOT_UNDERSTOOD;
    }
    try {
      Written written = command.export(RunningNode.settings(
          Arrays.stream(arguments).filter(RunningNode::isSetting).toList()));
      out.println(told(written));
      return DONE;
    } catch (ExportRefusedException | IllegalStateException refused) {
      err.println(refused.getMessage());
    } catch (IOException | SQLException | DataAccessException failed) {
      err.println("The figures could not be exported: " + failed);
    }
    return REFUSED;
  }

  private static Path folder(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException odd) {
      throw new NotUnderstoodException(word + " is no folder");
    }
  }

  private static @Nullable LocalDate day(CommandWords words, String option) {
    String said = words.value(option);
    if (said == null) {
      return null;
    }
    try {
      if (said.matches(DAY)) {
        return LocalDate.parse(said);
      }
    } catch (DateTimeException noSuchDay) {
      // then it is none
    }
    throw new NotUnderstoodException(said + " is no day, such as 2026-01-01");
  }

  private Written export(ConfigurableEnvironment settings) throws IOException, SQLException {
    KeyedPseudonyms pseudonyms = Binder.get(settings).bind(ExportSettings.PREFIX, ExportSettings.class)
        .orElseThrow(IllegalStateException::new).pseudonyms();
    ZoneId zone = ZoneId.of(settings.getRequiredProperty("remit.zone"));
    try (Connection running = RunningDatabase.open(RunningNode.of(settings))) {
      LocalDate today = LocalDate.ofInstant(RunningDatabase.now(running), zone);
      try (ExportRows rows = ExportRows.of(running)) {
        return new FigureExport(rows, pseudonyms, zone, today).write(folder, from, to);
      }
    }
  }

  private static String told(Written written) {
    List<String> tables = Arrays.stream(ExportedTable.values())
        .map(table -> written.rows().getOrDefault(table, 0L) + " " + table.name().toLowerCase(Locale.ROOT)).toList();
    return written.months().isEmpty() ? "There is nothing of these months"
        : written.months().get(0) + " to " + written.months().get(written.months().size() - 1) + ": "
            + String.join(", ", tables);
  }
}
