package io.remit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a process owner writes beside a model so that open cases can follow it: the file {@code
 * collection-case.migration.json}.
 *
 * @param from the versions from which cases may come: {@code 2.3.0}, {@code 2.3.x} or {@code 2.x}
 * @param elements the element of the new drawing at which a case goes on, by the one of the old at which it stands;
 *     what keeps its id needs none
 * @param redate the timers of the new drawing whose dates are computed anew; all others keep theirs
 * @param comment for people, or empty
 */
public record MigrationInstructions(List<String> from, Map<String, String> elements, Set<String> redate,
    String comment) {

  /** Every element keeps its id, every timer its date. */
  public static final MigrationInstructions EQUAL_IDS =
      new MigrationInstructions(List.of(), Map.of(), Set.of(), "");

  static final Pattern VERSIONS = Pattern.compile("\\d{1,9}\\.(x|\\d{1,9}\\.(x|\\d{1,9}))");
  private static final String FILE_ENDING = ".migration.json";

  public MigrationInstructions {
    from = List.copyOf(from);
    elements = Map.copyOf(elements);
    redate = Set.copyOf(redate);
  }

  /** The name of the file beside the model of a process. */
  public static String fileOf(String process) {
    return process + FILE_ENDING;
  }

  /**
   * Reads the content of such a file.
   *
   * @throws IllegalArgumentException if it does not have the form of one
   */
  public static MigrationInstructions read(ModelFile file) {
    InstructionsFile read = InstructionsFile.read(file);
    if (!read.findings().isEmpty()) {
      throw new IllegalArgumentException(read.findings().get(0).toString());
    }
    return read.instructions();
  }

  /** Whether cases of a version may come. */
  public boolean covers(String version) {
    return from.stream().anyMatch(each -> each.equals(version)
        || each.endsWith(".x") && version.startsWith(each.substring(0, each.length() - 1)));
  }

  /** The way back; of two elements that became one neither is found again by it. */
  public MigrationInstructions inverse() {
    Map<String, Long> becoming = elements.values().stream()
        .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    Map<String, String> back = new LinkedHashMap<>();
    elements.forEach((old, fresh) -> {
      if (becoming.getOrDefault(fresh, 0L) == 1) {
        back.put(fresh, old);
      }
    });
    return new MigrationInstructions(List.of(), back,
        redate.stream().map(timer -> back.getOrDefault(timer, timer)).collect(Collectors.toSet()), comment);
  }
}
