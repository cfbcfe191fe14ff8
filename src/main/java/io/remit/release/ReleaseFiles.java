package io.remit.release;

import io.remit.files.Sha256;
import io.remit.model.ModelFolder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The names of the files of a folder with the SHA-256 of each, in the order of the names. */
final class ReleaseFiles {

  private ReleaseFiles() {
  }

  /** The SHA-256 of each file by its name. */
  static Map<String, String> digests(ModelFolder folder) {
    return new TreeMap<>(
        folder.files().stream().collect(Collectors.toMap(file -> file.name(), file -> Sha256.of(file.content()))));
  }

  /** The SHA-256 of the whole: of a line for each file, as {@code sha256sum} writes them, in the order of the names. */
  static String digest(ModelFolder folder) {
    String lines = digests(folder).entrySet().stream().map(file -> file.getValue() + "  " + file.getKey() + "\n")
        .collect(Collectors.joining());
    return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
  }
}
