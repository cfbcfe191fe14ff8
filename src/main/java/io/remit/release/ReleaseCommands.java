package io.remit.release;

import static io.remit.release.RunningRemit.plain;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.model.Finding;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.release.CommandWords.NotUnderstoodException;
import io.remit.release.RunningRemit.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What people do with releases on the command line: each command asks a {@link RunningRemit}. */
public final class ReleaseCommands {

  /** What each command is told. */
  public static final String USAGE = """
      models deploy FOLDER --comment TEXT [--label TEXT] [--based-on N]
                                             proposes a folder; another person approves it
      models deploy --from N|start --comment TEXT
                                             proposes the files of release N, or of the folder given at the start
      models approve N [--note TEXT]         lets a release run at once
      models refuse N --note TEXT            refuses a release
      models rollback N --note TEXT          goes back to the release that ran before
      models list                            the releases, and which runs
      """ + RunningRemit.USAGE;

  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final String RELEASES = "/api/models/releases";
  private static final Set<String> OPTIONS =
      Set.of("--user", "--url", "--comment", "--label", "--based-on", "--from", "--note");

  private final PrintStream out;
  private final PrintStream err;
  private final CommandWords words;
  private final RunningRemit remit;

  private ReleaseCommands(PrintStream out, PrintStream err, CommandWords words, RunningRemit remit) {
    this.out = out;
    this.err = err;
    this.words = words;
    this.remit = remit;
  }

  /** Proposes a folder, or the files of a release. */
  public static int deploy(PrintStream out, PrintStream err, List<String> words) {
    return run("deploy", out, err, words, System.getenv());
  }

  /** Approves a release. */
  public static int approve(PrintStream out, PrintStream err, List<String> words) {
    return run("approve", out, err, words, System.getenv());
  }

  /** Refuses a release. */
  public static int refuse(PrintStream out, PrintStream err, List<String> words) {
    return run("refuse", out, err, words, System.getenv());
  }

  /** Goes back to the release before. */
  public static int rollback(PrintStream out, PrintStream err, List<String> words) {
    return run("rollback", out, err, words, System.getenv());
  }

  /** Lists the releases. */
  public static int list(PrintStream out, PrintStream err, List<String> words) {
    return run("list", out, err, words, System.getenv());
  }

  /** @return 0 if it was done, 1 if Remit refused it, 2 if the words are not understood or Remit cannot be reached */
  static int run(String command, PrintStream out, PrintStream err, List<String> words,
      Map<String, String> environment) {
    try {
      CommandWords understood = CommandWords.read(words, OPTIONS, Set.of());
      RunningRemit remit = RunningRemit.named(understood, environment);
      try {
        return new ReleaseCommands(out, err, understood, remit).run(command);
      } catch (IOException unreachable) {
        err.println("Remit at " + remit.url() + " does not answer: " + unreachable.getMessage());
      }
    } catch (NotUnderstoodException problem) {
      err.println(problem.getMessage());
      err.print(USAGE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return NOT_UNDERSTOOD;
  }

  private int run(String command) throws IOException, InterruptedException {
    return switch (command) {
      case "deploy" -> deploy();
      case "approve" -> decide("APPROVED");
      case "refuse" -> decide("REFUSED");
      case "rollback" -> rollBack();
      default -> list();
    };
  }

  private int deploy() throws IOException, InterruptedException {
    Map<String, String> query = new HashMap<>(Map.of("comment", words.needed("--comment")));
    words.put(query, "label", "--label");
    words.put(query, "basedOn", "--based-on");
    byte[] body = new byte[0];
    if (words.has("--from")) {
      words.none();
      words.put(query, "from", "--from");
    } else {
      ModelFolder folder = folder(words.one());
      if (!folder.unread().isEmpty()) {
        folder.unread().stream().map(Finding::toString).forEach(err::println);
        return BAD;
      }
      body = zipped(folder);
    }
    String asked = query.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return told(remit.post(RELEASES + "?" + asked, body, "application/zip"), release -> "Release "
        + release.path("number") + " is proposed. Another person approves it with: models approve "
        + release.path("number"));
  }

  private static ModelFolder folder(String name) {
    Path folder = Path.of(name);
    if (!Files.isDirectory(folder)) {
      throw new NotUnderstoodException("There is no folder " + name);
    }
    try {
      return ModelFolder.in(folder);
    } catch (IOException unreadable) {
      throw new NotUnderstoodException("The folder " + name + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static byte[] zipped(ModelFolder folder) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.UTF_8)) {
      for (ModelFile file : folder.files()) {
        zip.putNextEntry(new ZipEntry(file.name()));
        zip.write(file.content());
      }
    }
    return archive.toByteArray();
  }

  private int decide(String decision) throws IOException, InterruptedException {
    Map<String, String> body = new HashMap<>(Map.of("decision", decision));
    words.put(body, "note", "--note");
    return told(post("/decision", body), release -> "Release " + release.path("number")
        + (decision.equals("APPROVED") ? " runs." : " is refused."));
  }

  private int rollBack() throws IOException, InterruptedException {
    return told(post("/rollback", Map.of("note", words.needed("--note"))), release -> "The files of release "
        + release.path("restores") + " run again, as release " + release.path("number") + ".");
  }

  private Answer post(String action, Map<String, String> body) throws IOException, InterruptedException {
    String number = words.one();
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw new NotUnderstoodException(number + " is no number of a release");
    }
    return remit.post(RELEASES + "/" + number + action, body);
  }

  private int list() throws IOException, InterruptedException {
    words.none();
    return told(remit.get(RELEASES), releases -> {
      List<String> lines = new ArrayList<>();
      for (JsonNode release : releases.path("items")) {
        lines.add(String.format("%-4s %-11s %s  %s%s%s", release.path("number").asText(),
            release.path("status").asText(), release.path("proposedAt").asText(), release.path("proposedBy").asText(),
            release.path("decidedBy").isNull() ? "" : ", decided by " + release.path("decidedBy").asText(),
            release.path("comment").isNull() ? "" : ": " + release.path("comment").asText()));
      }
      return String.join(System.lineSeparator(), lines);
    });
  }

  private int told(Answer answer, Function<JsonNode, String> done) {
    JsonNode body = answer.body();
    if (answer.isGood()) {
      out.println(plain(done.apply(body)));
      return GOOD;
    }
    err.println(plain(body.path("detail").asText("Remit answers " + answer.status())));
    for (JsonNode finding : body.path("findings")) {
      err.println(plain("  " + finding.path("file").asText()
          + (finding.path("line").asInt() > 0 ? ", line " + finding.path("line").asInt() : "")
          + (finding.path("element").asText().isEmpty() ? ""
              : ", " + finding.path("name").asText() + " (" + finding.path("element").asText() + ")") + ": "
          + finding.path("detail").asText() + " [" + finding.path("rule").asText() + ": "
          + finding.path("sentence").asText() + "] " + finding.path("remedy").asText()));
    }
    return BAD;
  }
}
