package io.remit.audit.seal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an operator or an auditor asks of the trail on the command line. It opens the database and reads: no engine, no
 * port, and nothing is written there.
 */
public final class TrailCommand {

  private static final String NAME = "trail";
  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final String USAGE = """
      trail verify [SEAL]     holds the trail to its seals; SEAL is one that somebody noted before, as NUMBER:HASH
      trail export FOLDER     writes the trail, its seals and a program that verifies them into a new folder
      """;

  private final Verification verification;
  private final TrailExport export;
  private final PrintStream out;

  private TrailCommand(DataSource database, PrintStream out) {
    JdbcClient jdbc = JdbcClient.create(database);
    SealRepository seals = new SealRepository(jdbc);
    TrailRows rows = new TrailRows(jdbc);
    this.verification = new Verification(seals, rows, new TrailErasureRepository(jdbc));
    this.export = new TrailExport(seals, rows);
    this.out = out;
  }

  /** All that is started: the connection to the database. */
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  static class DatabaseAlone {
  }

  /** Whether the arguments of a start ask for this, and for nothing else. */
  public static boolean isAskedFor(String... arguments) {
    return arguments.length > 0 && arguments[0].equals(NAME);
  }

  /**
   * Does what is asked.
   *
   * @param arguments the words of the command, and settings that begin with {@code --}
   * @return 0 if everything is as it was sealed, or was written; 1 if not; 2 if the words are none of the command
   */
  public static int run(PrintStream out, String... arguments) {
    List<String> words = Arrays.stream(arguments).filter(each -> !each.startsWith("--")).toList();
    if (words.size() < 2 || words.size() > 3
        || !words.get(1).equals("verify") && !(words.get(1).equals("export") && words.size() == 3)) {
      out.print(USAGE);
      return NOT_UNDERSTOOD;
    }
    String[] settings = Arrays.stream(arguments).filter(each -> each.startsWith("--")).toArray(String[]::new);
    try (ConfigurableApplicationContext started = new SpringApplicationBuilder(DatabaseAlone.class)
        .web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF).logStartupInfo(false).run(settings)) {
      TrailCommand command = new TrailCommand(started.getBean(DataSource.class), out);
      String word = words.size() == 3 ? words.get(2) : "";
      return words.get(1).equals("export") ? command.export(Path.of(word)) : command.verify(word);
    }
  }

  private int verify(String noted) {
    TrailReport report = verification.verify();
    report.findings().forEach(out::println);
    if (report.allFindings() > report.findings().size()) {
      out.println("... and " + (report.allFindings() - report.findings().size()) + " more");
    }
    out.println(report.sealedRows() + " rows in " + report.seals() + " seals, " + report.erasedRows()
        + " of them removed or erased by a rule; " + report.unsealedRows() + " rows wait for their seal");
    out.println("last seal " + report.head());
    boolean there = noted.isEmpty() || isThere(noted);
    out.println(there ? report.isGood() ? "the trail is as it was sealed" : report.allFindings() + " findings"
        : "the seal " + noted + " is not in the chain: it was made anew");
    return there && report.isGood() ? GOOD : BAD;
  }

  private boolean isThere(String noted) {
    return noted.matches("\\d{1,18}:[0-9a-f]{64}")
        && verification.has(Long.parseLong(noted.substring(0, noted.indexOf(':'))),
            noted.substring(noted.indexOf(':') + 1));
  }

  private int export(Path folder) {
    try {
      out.println(export.writeTo(folder) + " rows were written; python3 " + folder.resolve("verify.py")
          + " verifies them");
      return GOOD;
    } catch (IOException failed) {
      out.println("The trail could not be written: " + failed.getMessage());
      return BAD;
    }
  }
}
