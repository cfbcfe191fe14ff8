package io.remit.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A folder of real files: at each date a snapshot of all accounts, and from the second date on the payments before it. */
public record RealFolder(Path path) {

  /** The dates of the snapshots, in their order. */
  public List<LocalDate> dates() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("arrears-"))
          .map(name -> LocalDate.parse(name.substring("arrears-".length(), name.length() - ".csv".length()))).sorted()
          .toList();
    }
  }

  public Path arrears(LocalDate date) {
    return path.resolve("arrears-" + date + ".csv");
  }

  public Path payments(LocalDate date) {
    return path.resolve("payments-" + date + ".csv");
  }
}
