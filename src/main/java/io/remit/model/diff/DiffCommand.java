package io.remit.model.diff;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.UnreadableModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code models diff OLD NEW}: says what changed between two folders of models. */
public final class DiffCommand {

  private static final int SAME = 0;
  private static final int DIFFERENT = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final Set<String> LANGUAGES = Set.of("en", "zh");
  private static final Set<String> FORMATS = Set.of("text", "json");
  private static final String MODELS = "bpmn";

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> options = new HashMap<>(Map.of("--language", "en", "--format", "text"));
  private final List<String> folders = new ArrayList<>();

  private DiffCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Compares and prints.
   *
   * @param words the old folder, the new folder, and {@code --language en|zh}, {@code --format text|json},
   *     {@code --pictures FOLDER}; a folder may be a checkout with the models in {@code bpmn}
   * @return 0 if nothing differs, 1 if something does, 2 if the words or a folder cannot be used
   */
  public static int run(PrintStream out, PrintStream err, List<String> words) {
    DiffCommand command = new DiffCommand(out, err);
    return command.understand(words) ? command.compare() : NOT_UNDERSTOOD;
  }

  private boolean understand(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (!word.startsWith("--")) {
        folders.add(word);
      } else if (equals > 0) {
        options.put(word.substring(0, equals), word.substring(equals + 1));
      } else if (i + 1 < words.size()) {
        options.put(word, words.get(++i));
      } else {
        return refuse("After " + PlainLine.of(word) + " something is missing.");
      }
    }
    if (folders.size() != 2) {
      return refuse("It takes two folders, the old models and the new ones; here are " + folders.size() + ".");
    }
    if (!LANGUAGES.contains(option("--language"))) {
      return refuse("The language is en or zh.");
    }
    if (!FORMATS.contains(option("--format"))) {
      return refuse("The format is text or json.");
    }
    for (String option : options.keySet()) {
      if (!Set.of("--language", "--format", "--pictures").contains(option)) {
        return refuse(PlainLine.of(option) + " is not known here.");
      }
    }
    return true;
  }

  private boolean refuse(String reason) {
    err.println(reason);
    err.println("models diff OLD NEW [--language en|zh] [--format text|json] [--pictures FOLDER]");
    return false;
  }

  private String option(String name) {
    return options.getOrDefault(name, "");
  }

  private int compare() {
    Optional<ModelFolder> old = read(folders.get(0));
    Optional<ModelFolder> neu = read(folders.get(1));
    if (old.isEmpty() || neu.isEmpty()) {
      return NOT_UNDERSTOOD;
    }
    List<Difference> differences = ModelDifferences.between(old.get(), neu.get());
    Language language = Language.of(option("--language"));
    if (option("--format").equals("json")) {
      out.println(DifferenceJson.of(differences, language));
    } else {
      print(differences, new DifferenceWords(language));
    }
    boolean drawn = !options.containsKey("--pictures") || draw(old.get(), neu.get(), language);
    out.flush();
    return !drawn ? NOT_UNDERSTOOD : differences.isEmpty() ? SAME : DIFFERENT;
  }

  private Optional<ModelFolder> read(String name) {
    try {
      Path folder = Path.of(name);
      if (!Files.isDirectory(folder)) {
        err.println("There is no folder " + PlainLine.of(name) + ".");
        return Optional.empty();
      }
      Path inside = folder.resolve(MODELS);
      return Optional.of(ModelFolder.in(Files.isDirectory(inside) ? inside : folder));
    } catch (IOException | InvalidPathException e) {
      err.println("The folder " + PlainLine.of(name) + " cannot be read.");
      return Optional.empty();
    }
  }

  private void print(List<Difference> differences, DifferenceWords words) {
    Map<String, List<Difference>> byFile = new LinkedHashMap<>();
    differences.forEach(each -> byFile.computeIfAbsent(each.file(), file -> new ArrayList<>()).add(each));
    byFile.forEach((file, ofFile) -> {
      out.println(PlainLine.of(file));
      words.sentences(ofFile).forEach(sentence -> out.println("  " + sentence));
      out.println();
    });
    out.println(words.say(byFile.isEmpty() ? "total.none" : byFile.size() == 1 ? "total.one" : "total",
        Map.of("0", String.valueOf(byFile.size()))));
  }

  /** Draws each drawing that differs as it was and as it is; says which cannot be drawn. */
  private boolean draw(ModelFolder old, ModelFolder neu, Language language) {
    boolean drawn = true;
    Map<String, ModelFile> earlier = drawings(old);
    Map<String, ModelFile> all = new LinkedHashMap<>(earlier);
    Map<String, ModelFile> now = drawings(neu);
    all.putAll(now);
    for (String name : all.keySet()) {
      ModelFile before = earlier.get(name);
      ModelFile after = now.get(name);
      try {
        ChangedPicture picture = ChangedPicture.of(before, after, language);
        if (picture.isChanged()) {
          String file = name.substring(0, name.length() - ".bpmn".length()).replaceAll("[^\\w.-]", "-");
          write(file + ".old.svg", before == null ? "" : picture.before());
          write(file + ".new.svg", after == null ? "" : picture.after());
        }
      } catch (UnreadableModel e) {
        err.println(PlainLine.of(name) + " cannot be drawn: " + PlainLine.of(String.valueOf(e.getMessage())));
      } catch (IOException | InvalidPathException e) {
        err.println("The picture of " + PlainLine.of(name) + " cannot be written.");
        drawn = false;
      }
    }
    return drawn;
  }

  private static Map<String, ModelFile> drawings(ModelFolder folder) {
    Map<String, ModelFile> drawings = new LinkedHashMap<>();
    folder.files().stream().filter(file -> file.name().endsWith(".bpmn"))
        .forEach(file -> drawings.put(file.name(), file));
    return drawings;
  }

  private void write(String name, String svg) throws IOException {
    if (!svg.isEmpty()) {
      Path folder = Path.of(option("--pictures"));
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), svg);
    }
  }
}
