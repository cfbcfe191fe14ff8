package io.remit.dataset;

import io.remit.files.OwnFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of an export, while one program writes there: a folder for each table, in it one for each month, in it a
 * file. What is written lies beside them until all of it is whole, then takes its place; what a killed run left is
 * removed by the next one. Remit's system user writes there, its group may read.
 */
final class ExportFolder implements AutoCloseable {

  private static final String OWN = ".remit-export";
  private static final String LOCK = "lock";
  private static final String FILE = "part.parquet";
  private static final String UNFINISHED = ".unfinished";

  private final Path folder;
  private final FileChannel channel;
  private final Map<Path, Path> places = new LinkedHashMap<>();

  private ExportFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Opens it, and makes it if it is not there.
   *
   * @throws ExportRefusedException if it is something else, or another run writes there
   */
  static ExportFolder open(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ExportRefusedException(folder + " is no folder");
    }
    Path own = folder.resolve(OWN);
    if (Files.isDirectory(folder) && !Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new ExportRefusedException(folder + " has other files: name one for exports alone");
        }
      }
    }
    makeFolder(own);
    ExportFolder opened = new ExportFolder(folder, locked(folder, own.resolve(LOCK)));
    try {
      opened.removeWhatWasLeft();
    } catch (IOException | RuntimeException failed) {
      opened.channel.close();
      throw failed;
    }
    return opened;
  }

  private static FileChannel locked(Path folder, Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException thisProgram) {
      // as if it were another one
    }
    channel.close();
    throw new ExportRefusedException("Another export writes into " + folder + " now");
  }

  private void removeWhatWasLeft() throws IOException {
    try (Stream<Path> left = Files.list(folder.resolve(OWN))) {
      for (Path each : left.filter(path -> path.toString().endsWith(UNFINISHED)).toList()) {
        Files.delete(each);
      }
    }
  }

  /**
   * What the file of a month says of itself; empty if there is none.
   *
   * @throws ExportRefusedException if it is none of an export
   */
  Optional<FileFacts> facts(ExportedTable table, YearMonth month) {
    Path file = place(table, month);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Refuses a folder in which the pseudonyms are those of another key: nothing would join. */
  void requireKey(String keyName) throws IOException {
    for (Path file : files()) {
      if (!read(file).keyName().equals(keyName)) {
        throw new ExportRefusedException("The files of " + folder + " were made with another "
            + KeyedPseudonyms.VARIABLE + ": give that one, or name a new folder");
      }
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (ExportedTable table : ExportedTable.values()) {
      if (Files.isDirectory(folder.resolve(table.folder()))) {
        try (Stream<Path> months = Files.list(folder.resolve(table.folder()))) {
          months.map(month -> month.resolve(FILE)).filter(Files::exists).forEach(files::add);
        }
      }
    }
    return files;
  }

  private static FileFacts read(Path file) {
    try {
      return FileFacts.of(file);
    } catch (IOException other) {
      throw new ExportRefusedException(String.valueOf(other.getMessage()), other);
    }
  }

  /** An empty file to be filled, which {@link #publish} puts into the place of a month. */
  Path stage(ExportedTable table, YearMonth month) throws IOException {
    Path staged = folder.resolve(OWN).resolve(table.folder() + "-" + month + UNFINISHED);
    Files.createFile(staged, OwnFiles.rights(staged, "rw-r-----"));
    places.put(staged, place(table, month));
    return staged;
  }

  /** Puts all files into their places: one after the other, each at once. */
  void publish() throws IOException {
    for (Path staged : places.keySet()) {
      try (FileChannel whole = FileChannel.open(staged, StandardOpenOption.WRITE)) {
        whole.force(true);
      }
    }
    for (Map.Entry<Path, Path> each : places.entrySet()) {
      makeFolder(Objects.requireNonNull(each.getValue().getParent()));
      OwnFiles.rename(each.getKey(), each.getValue());
    }
    places.clear();
  }

  private Path place(ExportedTable table, YearMonth month) {
    return folder.resolve(table.folder()).resolve("month=" + month).resolve(FILE);
  }

  private static void makeFolder(Path path) throws IOException {
    Files.createDirectories(path, OwnFiles.rights(path, "rwxr-x---"));
  }

  /** Removes what was not put into its place, and lets others write. */
  @Override
  public void close() throws IOException {
    try {
      removeWhatWasLeft();
    } finally {
      channel.close();
    }
  }
}
