package io.remit.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a folder of models, each read once: what is checked is what is used.
 *
 * @param files sorted by name
 * @param unread why some were not read
 */
public record ModelFolder(List<ModelFile> files, List<Finding> unread) {

  /** The most bytes that a file may have. */
  public static final int LARGEST_FILE = 1_000_000;
  /** The most files that a folder may have. */
  public static final int MOST_FILES = 1_000;
  /** The files lie in the folder or in one folder below it. */
  private static final int DEEPEST = 2;

  /** A folder of these files, whatever their order. */
  public static ModelFolder of(Collection<ModelFile> files) {
    return new ModelFolder(files.stream().sorted(Comparator.comparing(ModelFile::name)).toList(), List.of());
  }

  /** The same folder with this file in place of its namesake, or beside the others if it has none. */
  public ModelFolder with(ModelFile changed) {
    List<ModelFile> all = new ArrayList<>(files.stream().filter(file -> !file.name().equals(changed.name())).toList());
    all.add(changed);
    return of(all);
  }

  /** @param name within the folder, such as {@code messages/register.csv} */
  public Optional<ModelFile> file(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** The files that lie in a folder of this one, such as {@code messages/}, in the order of their names. */
  public List<ModelFile> filesIn(String folder) {
    return files.stream().filter(file -> file.name().startsWith(folder)).toList();
  }

  /**
   * Reads a folder. What is hidden (its name begins with a dot) does not count, nor do deeper folders; a link is
   * followed only to a file of the same folder.
   *
   * @throws IOException if the folder cannot be read
   */
  public static ModelFolder in(Path folder) throws IOException {
    Path root = folder.toRealPath();
    List<ModelFile> files = new ArrayList<>();
    List<Finding> unread = new ArrayList<>();
    for (Path path : visibleFiles(root)) {
      String name = root.relativize(path).toString().replace('\\', '/');
      if (files.size() == MOST_FILES) {
        unread.add(unread(name, "there are more than " + MOST_FILES + " files"));
        break;
      }
      if (!path.toRealPath().startsWith(root)) {
        unread.add(unread(name, "it is a link that leads out of the folder"));
      } else if (!Files.isRegularFile(path)) {
        unread.add(unread(name, "it is no file"));
      } else if (Files.size(path) > LARGEST_FILE) {
        unread.add(unread(name, "it is larger than " + LARGEST_FILE + " bytes"));
      } else {
        files.add(new ModelFile(name, Files.readAllBytes(path)));
      }
    }
    return new ModelFolder(List.copyOf(files), List.copyOf(unread));
  }

  /**
   * Writes all files into a folder.
   *
   * @throws IOException if it cannot be written, or a file would lie elsewhere
   */
  public void writeTo(Path folder) throws IOException {
    for (ModelFile file : files) {
      Path path = folder.resolve(file.name()).normalize();
      if (!path.startsWith(folder)) {
        throw new IOException(file.name() + " does not lie in the folder");
      }
      Files.createDirectories(path.getParent());
      Files.write(path, file.content());
    }
  }

  private static List<Path> visibleFiles(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root, DEEPEST)) {
      return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isVisible(root.relativize(path)))
          .sorted().toList();
    }
  }

  private static boolean isVisible(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private static Finding unread(String name, String why) {
    return new Finding(name, 0, "", ModelRule.FILE_IS_EXPECTED, why);
  }
}
