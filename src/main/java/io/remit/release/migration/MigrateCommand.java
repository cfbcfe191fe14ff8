package io.remit.release.migration;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.release.CommandWords;
import io.remit.release.CommandWords.NotUnderstoodException;
import io.remit.release.RunningRemit;
import io.remit.release.RunningRemit.Answer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code models migrate}: asks a {@link RunningRemit} what would move, or has it moved and tells how far it is. */
public final class MigrateCommand {

  private static final int ALL_MOVED = 0;
  private static final int SOME_STAY = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final String ROUTE = "/api/models/migrations";
  private static final String USAGE = """
      models migrate PROCESS [--dry-run] [--from VERSION]
        moves the open cases of older versions of PROCESS to the newest; with --dry-run it only tells what would move
      """ + RunningRemit.USAGE;
  private static final Set<String> OPTIONS = Set.of("--user", "--url", "--from");
  private static final String DRY_RUN = "--dry-run";
  private static final int SHOWN_CASES = 1000;

  private final PrintStream out;
  private final RunningRemit remit;
  private final Duration pause;

  private MigrateCommand(PrintStream out, RunningRemit remit, Duration pause) {
    this.out = out;
    this.remit = remit;
    this.pause = pause;
  }

  /** What a node answered instead of what was asked for. */
  private static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * Does what the words say.
   *
   * @param words behind {@code models migrate}
   * @return 0 if all open cases move, or have begun to where a code allows one request; 1 if some stay; 2
   *     if it was not understood or refused
   */
  public static int run(PrintStream out, PrintStream err, List<String> words) {
    return run(out, err, words, System.getenv(), Duration.ofSeconds(1));
  }

  static int run(PrintStream out, PrintStream err, List<String> words, Map<String, String> environment,
      Duration pause) {
    try {
      CommandWords understood = CommandWords.read(words, OPTIONS, Set.of(DRY_RUN));
      String process = understood.one();
      RunningRemit remit = RunningRemit.named(understood, environment);
      try {
        MigrateCommand command = new MigrateCommand(out, remit, pause);
        return understood.has(DRY_RUN) ? command.preview(process, understood.value("--from"))
            : command.migrate(process, understood.value("--from"));
      } catch (IOException unreachable) {
        err.println("Remit at " + remit.url() + " does not answer: " + unreachable.getMessage());
      }
    } catch (NotUnderstoodException problem) {
      err.print(USAGE);
      err.println(problem.getMessage());
    } catch (RefusedException refused) {
      err.println(RunningRemit.plain(String.valueOf(refused.getMessage())));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return NOT_UNDERSTOOD;
  }

  private int preview(String process, @Nullable String from) throws IOException, InterruptedException,
      RefusedException {
    JsonNode versions = get("/preview?process=" + encoded(process) + (from == null ? "" : "&from=" + encoded(from)));
    if (versions.isEmpty()) {
      out.println("No open case is on an older version of " + process + ".");
    }
    long stay = 0;
    for (JsonNode version : versions) {
      stay += version.path("stay").asLong();
      out.printf("%s (%s), version %s to %s, %s: %d open cases, %d can move, %d stay%n", version.path("name").asText(),
          process, version.path("fromVersion").asText(), version.path("toVersion").asText(),
          version.path("kind").asText(), version.path("cases").asLong(), version.path("canMove").asLong(),
          version.path("stay").asLong());
      if (!version.path("why").isNull()) {
        out.println("  " + version.path("why").asText());
      }
      version.path("places").forEach(at -> out.printf("  %6d at %s (%s)%s%n", at.path("cases").asLong(),
          at.path("name").asText(), at.path("element").asText(),
          at.path("why").isNull() ? "" : ": stay, " + at.path("why").asText()));
    }
    return stay == 0 ? ALL_MOVED : SOME_STAY;
  }

  private int migrate(String process, @Nullable String from) throws IOException, InterruptedException,
      RefusedException {
    Map<String, String> order = new HashMap<>();
    order.put("process", process);
    if (from != null) {
      order.put("from", from);
    }
    JsonNode started = good(remit.post(ROUTE, order));
    if (remit.isAskedOnce()) {
      out.println("It has begun, and goes on by itself. How far it is: in Cockpit, Models, or GET "
          + remit.url() + ROUTE);
      return ALL_MOVED;
    }
    long stayed = 0;
    for (JsonNode id : started.path("ids")) {
      JsonNode far = awaitEnd(id.asLong());
      stayed += far.path("stayed").asLong();
      if (far.path("stayed").asLong() > 0) {
        tellWhoStayed(id.asLong());
      }
    }
    return stayed == 0 ? ALL_MOVED : SOME_STAY;
  }

  private JsonNode awaitEnd(long id) throws IOException, InterruptedException, RefusedException {
    while (true) {
      JsonNode far = get("/" + id);
      out.printf("version %s to %s: %d moved, %d stayed, %d had ended, %d left of %d%n",
          far.path("fromVersion").asText(), far.path("toVersion").asText(), far.path("moved").asLong(),
          far.path("stayed").asLong(), far.path("ended").asLong(), far.path("left").asLong(),
          far.path("total").asLong());
      if (far.path("finished").asBoolean()) {
        return far;
      }
      Thread.sleep(pause.toMillis());
    }
  }

  private void tellWhoStayed(long id) throws IOException, InterruptedException, RefusedException {
    JsonNode page = get("/" + id + "/report?outcome=STAYED&size=" + SHOWN_CASES);
    page.path("items").forEach(item -> out.printf("  %s%s stays: %s%n", item.path("caseNumber").asText(),
        item.path("elementName").isNull() ? "" : " at " + item.path("elementName").asText() + " ("
            + item.path("element").asText() + ")", item.path("why").asText()));
    if (page.path("total").asLong() > SHOWN_CASES) {
      out.println("  and more: GET " + remit.url() + ROUTE + "/" + id + "/report?outcome=STAYED&page=1");
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException, RefusedException {
    return good(remit.get(ROUTE + path));
  }

  private static JsonNode good(Answer answer) throws RefusedException {
    if (!answer.isGood()) {
      throw new RefusedException("Refused (" + answer.status() + ") " + answer.body().path("detail").asText());
    }
    return answer.body();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
