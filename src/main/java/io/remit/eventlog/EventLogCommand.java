package io.remit.eventlog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * What an operator asks for on the command line: {@code eventlog export FILE.xes}, {@code eventlog export
 * FILE.jsonocel} or {@code eventlog check}. The node ends when it is done: with 0 if all is well, 1 if cases are not
 * as they should be, 2 if it was asked for something else.
 */
@Component
public class EventLogCommand implements ApplicationRunner, ExitCodeGenerator {

  private static final String NAME = "eventlog";

  private static final Logger LOG = LoggerFactory.getLogger(EventLogCommand.class);
  private static final int NOT_RIGHT = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private final EventLog log;
  private final CaseProofs proofs;
  private volatile int exitCode;

  EventLogCommand(EventLog log, CaseProofs proofs) {
    this.log = log;
    this.proofs = proofs;
  }

  /** Whether the arguments of a start ask for this: the node ends when it is done. */
  public static boolean isAskedFor(ApplicationArguments arguments) {
    return arguments.getNonOptionArgs().stream().findFirst().filter(NAME::equals).isPresent();
  }

  @Override
  public void run(ApplicationArguments asked) throws IOException {
    if (isAskedFor(asked)) {
      List<String> words = asked.getNonOptionArgs();
      exitCode = words.equals(List.of(NAME, "check")) ? check()
          : words.size() == 3 && words.get(1).equals("export") ? export(words.get(2)) : notUnderstood();
    }
  }

  private int check() {
    CaseProofs.Report report = proofs.checkAll();
    report.notRight().forEach(one -> one.findings().forEach(finding ->
        LOG.warn("{} {} {} {}", finding.caseNumber(), finding.rule(), finding.elementId(), finding.detail())));
    LOG.info("{} cases were checked, {} are not as they should be; {}", report.cases(), report.notRight().size(),
        report.states());
    return report.notRight().isEmpty() ? 0 : NOT_RIGHT;
  }

  /** A file that is there stays as it is. */
  private int export(String name) throws IOException {
    boolean xes = name.endsWith(".xes");
    if (!xes && !name.endsWith(".jsonocel")) {
      return notUnderstood();
    }
    Path file = Path.of(name);
    try (OutputStream target =
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
      if (xes) {
        log.writeXes(target);
      } else {
        log.writeOcel(target);
      }
    }
    LOG.info("The event log is written: {} bytes", Files.size(file));
    return 0;
  }

  private static int notUnderstood() {
    LOG.error("Known are: eventlog export FILE.xes, eventlog export FILE.jsonocel, eventlog check");
    return NOT_UNDERSTOOD;
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
