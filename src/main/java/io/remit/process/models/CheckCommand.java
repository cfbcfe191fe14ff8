package io.remit.process.models;

import io.remit.model.Finding;
import io.remit.model.FindingWords;
import io.remit.model.ModelFolder;
import io.remit.process.contract.ModelContract;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a folder of models against the whole contract, and says what it breaks, to a person or to a program. */
final class CheckCommand {

  static final String USAGE = """
      models check FOLDER [--format text|json|sarif] [--language en|zh]     what is wrong with the models in a folder
      """;

  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final Map<String, Set<String>> OPTIONS =
      Map.of("--format", Set.of("text", "json", "sarif"), "--language", Set.of("en", "zh"));

  private CheckCommand() {
  }

  /** @param words behind {@code models check} */
  static int run(PrintStream out, PrintStream err, List<String> words) {
    Map<String, String> said = new HashMap<>(Map.of("--format", "text", "--language", "en"));
    String folder = understood(words, said);
    if (folder == null) {
      err.print(USAGE);
      return NOT_UNDERSTOOD;
    }
    try {
      Path path = Path.of(folder);
      if (!Files.isDirectory(path)) {
        err.println("There is no folder " + folder);
        return NOT_UNDERSTOOD;
      }
      List<Finding> findings = ModelContract.check(ModelFolder.in(path));
      FindingWords language = FindingWords.in(said.get("--language"));
      String report = switch (said.get("--format")) {
        case "json" -> JsonReport.of(findings, language);
        case "sarif" -> SarifReport.of(findings, language, folder);
        default -> TextReport.of(findings, language);
      };
      out.writeBytes(report.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return findings.isEmpty() ? GOOD : BAD;
    } catch (IOException | InvalidPathException unreadable) {
      err.println("The folder " + folder + " cannot be read: " + unreadable.getMessage());
      return NOT_UNDERSTOOD;
    }
  }

  /**
   * Puts what was said into the options.
   *
   * @return the folder, or null if the words are not understood
   */
  private static String understood(List<String> words, Map<String, String> said) {
    String folder = null;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      if (OPTIONS.containsKey(option)) {
        boolean joined = word.contains("=");
        String value = joined ? word.substring(option.length() + 1) : i + 1 < words.size() ? words.get(++i) : "";
        if (!OPTIONS.get(option).contains(value)) {
          return null;
        }
        said.put(option, value);
      } else if (word.startsWith("-") || folder != null) {
        return null;
      } else {
        folder = word;
      }
    }
    return folder;
  }
}
