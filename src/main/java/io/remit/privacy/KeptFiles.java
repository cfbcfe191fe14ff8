package io.remit.privacy;

import io.remit.files.OwnFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The files of the work folder, and how old they are. What is in none of the folders named here, such as our key and
 * files that wait to be taken in, is not touched.
 */
@Component
class KeptFiles {

  /** A folder within the work folder, by parts of its path; the first that fits says what its files are. */
  private static final Map<RecordKind, List<Pattern>> FOLDERS = Map.of(
      RecordKind.SOURCE_FILE, List.of(Pattern.compile("inbox/[^/]+/(done|refused)/.+"), Pattern.compile("spool/.+")),
      RecordKind.MESSAGE_FILE, List.of(Pattern.compile("outbox/.+"), Pattern.compile("print/.+")),
      RecordKind.PAPER, List.of(Pattern.compile("court/.+"), Pattern.compile("plans/.+")),
      RecordKind.PARTNER_FILE, List.of(Pattern.compile("outsourcing/.+"), Pattern.compile("sealed/.+")),
      RecordKind.BOOKS_EXPORT, List.of(Pattern.compile("books/.+")));
  private static final Pattern OF_A_CASE = Pattern.compile("(?:[0-9a-f]{1,64}-)?(C\\d+)(?:\\D.*)?");

  private final Path root;

  KeptFiles(@Value("${remit.work-folder}") String workFolder) {
    this.root = Path.of(workFolder);
  }

  /** The kinds of which files are kept. */
  Set<RecordKind> kinds() {
    return FOLDERS.keySet();
  }

  /**
   * Removes the files of a kind that were written longer ago.
   *
   * @param days by the clock of the file system, which also wrote down when each was written
   * @return how many were removed
   */
  int removeOlder(RecordKind kind, int days) {
    if (!Files.isDirectory(root)) {
      return 0;
    }
    FileTime oldest = FileTime.from(now().toInstant().minus(Duration.ofDays(days)));
    return remove((name, attributes) -> isOf(kind, name) && attributes.lastModifiedTime().compareTo(oldest) < 0);
  }

  /** Removes the files that are named by one of some cases. */
  int removeOf(List<String> cases) {
    Set<String> wanted = Set.copyOf(cases);
    return remove((name, attributes) -> {
      Matcher matcher = OF_A_CASE.matcher(name.substring(name.lastIndexOf('/') + 1));
      return matcher.matches() && wanted.contains(matcher.group(1))
          && kinds().stream().anyMatch(kind -> isOf(kind, name));
    });
  }

  private static boolean isOf(RecordKind kind, String name) {
    return FOLDERS.getOrDefault(kind, List.of()).stream().anyMatch(folder -> folder.matcher(name).matches());
  }

  private int remove(BiPredicate<String, BasicFileAttributes> isToGo) {
    List<Path> found = new ArrayList<>();
    try {
      if (Files.isDirectory(root)) {
        Files.walkFileTree(root, new Finder(found, isToGo));
      }
      int removed = 0;
      for (Path file : found) {
        removed += Files.deleteIfExists(file) ? 1 : 0;
      }
      return removed;
    } catch (IOException failed) {
      throw new UncheckedIOException("Files of the work folder could not be removed", failed);
    }
  }

  /** What the file system takes for now: on a server of files that may be another time than ours. */
  private FileTime now() {
    try {
      Path mark = Files.createTempFile(OwnFiles.makeFolder(root), ".", ".tmp");
      try {
        return Files.getLastModifiedTime(mark, LinkOption.NOFOLLOW_LINKS);
      } finally {
        Files.deleteIfExists(mark);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("The work folder cannot be written", failed);
    }
  }

  /** Finds files; links are not followed. */
  private final class Finder extends SimpleFileVisitor<Path> {

    private final List<Path> found;
    private final BiPredicate<String, BasicFileAttributes> isWanted;

    Finder(List<Path> found, BiPredicate<String, BasicFileAttributes> isWanted) {
      this.found = found;
      this.isWanted = isWanted;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()
          && isWanted.test(root.relativize(file).toString().replace('\\', '/'), attributes)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
      if (failed instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failed;
    }
  }
}
