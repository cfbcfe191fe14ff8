package io.remit.model.diff;

import io.remit.model.JsonModel;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.ModelPart;
import io.remit.model.PlainFile;
import io.remit.model.UnreadableModel;
import io.remit.model.XmlModel;
import io.remit.model.diff.Difference.Kind;
import io.remit.model.diff.Difference.What;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What differs between two folders of models. A pure function of the files: nothing of them is evaluated. */
public final class ModelDifferences {

  private static final Pattern VERSION = Pattern.compile("(.+)\\.(\\d{1,6})\\.txt");

  private final Map<String, ModelFile> before;
  private final Map<String, ModelFile> after;

  private ModelDifferences(ModelFolder old, ModelFolder neu) {
    before = byName(old);
    after = byName(neu);
  }

  private static Map<String, ModelFile> byName(ModelFolder folder) {
    Map<String, ModelFile> files = new LinkedHashMap<>();
    folder.files().forEach(file -> files.put(file.name(), file));
    return files;
  }

  /**
   * Compares two folders.
   *
   * @return by the names of the files; empty if they say the same, however they are written
   */
  public static List<Difference> between(ModelFolder old, ModelFolder neu) {
    ModelDifferences differences = new ModelDifferences(old, neu);
    Map<String, ModelFile> all = new TreeMap<>(differences.before);
    all.putAll(differences.after);
    List<Difference> found = new ArrayList<>();
    for (String file : all.keySet()) {
      differences.ofFile(file).forEach(difference -> found.add(difference.in(file)));
    }
    old.unread().forEach(unread -> found.add(unreadable("old", unread.detail()).in(unread.file())));
    neu.unread().forEach(unread -> found.add(unreadable("new", unread.detail()).in(unread.file())));
    return List.copyOf(found);
  }

  private List<Difference> ofFile(String name) {
    ModelFile old = before.get(name);
    ModelFile neu = after.get(name);
    List<Difference> found = new ArrayList<>();
    if (old != null && neu != null && Arrays.equals(old.content(), neu.content())) {
      return found;
    }
    boolean oldIsReadable = old == null || isReadable(old, "old", found);
    boolean newIsReadable = neu == null || isReadable(neu, "new", found);
    if (old == null || neu == null) {
      found.add(Difference.of(Kind.FILE, old == null ? What.ADDED : What.REMOVED, "", name)
          .where("type", "file." + kindOf(name)));
    }
    try {
      if (neu != null && oldIsReadable && newIsReadable) {
        found.addAll(compare(name, old, neu));
      }
    } catch (UnreadableModel e) {
      throw new IllegalStateException("It was read before", e);
    }
    return found;
  }

  private static String kindOf(String name) {
    for (String kind : List.of("bpmn", "dmn", "form", "txt", "csv")) {
      if (name.endsWith("." + kind)) {
        return kind;
      }
    }
    return "other";
  }

  private static boolean isReadable(ModelFile file, String side, List<Difference> found) {
    try {
      switch (kindOf(file.name())) {
        case "bpmn", "dmn", "form" -> read(file);
        case "txt" -> PlainFile.text(file.content());
        case "csv" -> ListDifferences.between("", PlainFile.text(file.content()));
        default -> {
          // Bytes are compared as they are.
        }
      }
      return true;
    } catch (UnreadableModel e) {
      found.add(unreadable(side, String.valueOf(e.getMessage()))
          .where("line", e.line() > 0 ? String.valueOf(e.line()) : ""));
      return false;
    }
  }

  private static Difference unreadable(String side, String reason) {
    return Difference.of(Kind.FILE, What.UNREADABLE, "", "").detail(side).values("", reason);
  }

  /** What a file says; null if there is none. */
  static @Nullable ModelPart read(@Nullable ModelFile file) throws UnreadableModel {
    if (file == null) {
      return null;
    }
    return file.name().endsWith(".form") ? JsonModel.read(file.content()) : XmlModel.readOfAnyKind(file.content());
  }

  private List<Difference> compare(String name, @Nullable ModelFile old, ModelFile neu) throws UnreadableModel {
    return switch (kindOf(name)) {
      case "bpmn" -> drawings(drawing(old), drawing(neu), old == null);
      case "dmn" -> TableDifferences.between(read(old), read(neu));
      case "form" -> FormDifferences.between(form(old), form(neu));
      case "txt" -> old == null ? newText(neu) : TextDifferences.between(text(old), text(neu));
      case "csv" -> old == null ? List.of() : ListDifferences.between(text(old), text(neu));
      default -> old == null ? List.of() : List.of(Difference.of(Kind.FILE, What.CHANGED, "", name)
          .values(String.valueOf(old.content().length), String.valueOf(neu.content().length)));
    };
  }

  /** Of a drawing that is new, its ways are seen in the picture. */
  private static List<Difference> drawings(Drawing old, Drawing neu, boolean isNew) {
    return DrawingDifferences.between(old, neu).stream()
        .filter(difference -> !isNew || difference.kind() != Kind.FLOW).toList();
  }

  /** Reads a drawing; one that is not there has nothing in it. */
  static Drawing drawing(@Nullable ModelFile file) throws UnreadableModel {
    ModelPart definitions = read(file);
    return definitions == null ? Drawing.nothing() : Drawing.of(definitions);
  }

  private static FormFields form(@Nullable ModelFile file) throws UnreadableModel {
    ModelPart form = read(file);
    return form == null ? FormFields.nothing() : FormFields.of(form);
  }

  private static String text(ModelFile file) throws UnreadableModel {
    return PlainFile.text(file.content());
  }

  /** A new version is compared with the one before it. */
  private List<Difference> newText(ModelFile neu) throws UnreadableModel {
    Optional<ModelFile> earlier = versionBefore(neu.name());
    if (earlier.isEmpty()) {
      return TextDifferences.between("", text(neu));
    }
    ModelFile old = earlier.get();
    try {
      return TextDifferences.between(text(old), text(neu)).stream()
          .map(difference -> difference.where("against", old.name())).toList();
    } catch (UnreadableModel unreadableOld) {
      return TextDifferences.between("", text(neu));
    }
  }

  private Optional<ModelFile> versionBefore(String name) {
    Matcher version = VERSION.matcher(name);
    if (version.matches()) {
      for (int earlier = Integer.parseInt(version.group(2)) - 1; earlier > 0; earlier--) {
        String other = version.group(1) + "." + earlier + ".txt";
        ModelFile file = before.getOrDefault(other, after.get(other));
        if (file != null) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }
}
