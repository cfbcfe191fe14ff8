package io.remit.intake.inbox;

import io.remit.files.OwnFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One folder into which files are dropped: tells which are ready, and puts them away when they are dealt with. */
final class InboxFolder {

  private static final int POLLS_UNTIL_RETRY = 12;

  private final Path folder;
  private Map<Path, Sighting> sightings = new HashMap<>();

  InboxFolder(Path folder) {
    this.folder = folder;
  }

  /** What a file looked like at a poll, and for how many more polls it is to be left alone. */
  private record Sighting(long size, long modified, int pollsToWait) {

    boolean isSameAs(@Nullable Sighting other) {
      return other != null && size == other.size && modified == other.modified;
    }

    Sighting after(@Nullable Sighting before) {
      return before != null && isSameAs(before)
          ? new Sighting(size, modified, Math.max(0, before.pollsToWait - 1)) : this;
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** Whether files can be taken from it; one that is not there yet is made when it is looked into. */
  boolean isUsable() {
    return Files.notExists(folder) || Files.isDirectory(folder) && Files.isReadable(folder) && Files.isWritable(folder);
  }

  /** The files that look as they did at the last poll, so that nobody is still writing them; ordered by name. */
  List<Path> readyFiles() throws IOException {
    OwnFiles.makeFolder(folder);
    Map<Path, Sighting> current = new HashMap<>();
    List<Path> ready = new ArrayList<>();
    for (Path file : candidates()) {
      Sighting before = sightings.get(file);
      Sighting now = sight(file).after(before);
      current.put(file, now);
      if (now.isSameAs(before) && now.pollsToWait() == 0) {
        ready.add(file);
      }
    }
    sightings = current;
    return ready;
  }

  /** Leaves a file that could not be taken in where it is, to be tried again after a while. */
  void postpone(Path file) {
    sightings.computeIfPresent(file,
        (path, seen) -> new Sighting(seen.size(), seen.modified(), POLLS_UNTIL_RETRY));
  }

  /** Moves a file into a folder below this one, with its report beside it; what is there already stays as it is. */
  void putAway(Path file, String subfolder, byte[] report) throws IOException {
    Path target = OwnFiles.makeFolder(folder.resolve(subfolder));
    String name = file.getFileName().toString();
    for (int number = 1;; number++) {
      Path free = target.resolve(number == 1 ? name : numbered(name, number));
      if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS) && writeNew(reportOf(free), report)) {
        move(file, free);
        return;
      }
    }
  }

  private static void move(Path file, Path target) throws IOException {
    try {
      Files.move(file, target);
    } catch (IOException failure) {
      Files.deleteIfExists(reportOf(target));
      throw failure;
    }
  }

  private List<Path> candidates() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !isMarkedUnfinished(file.getFileName().toString().toLowerCase(Locale.ROOT)))
          .sorted()
          .toList();
    }
  }

  private static boolean isMarkedUnfinished(String name) {
    return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
  }

  private static Sighting sight(Path file) {
    File seen = file.toFile();
    return new Sighting(seen.length(), seen.lastModified(), 0);
  }

  private static boolean writeNew(Path path, byte[] content) throws IOException {
    try {
      OwnFiles.writeNew(path, content);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private static Path reportOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".report.json");
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    return dot < 1 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
  }
}
