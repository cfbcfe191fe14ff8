package io.remit.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder for the files that Remit hands to people and other systems (property {@code remit.work-folder}). A file in
 * it is either whole or absent, also after a crash, and only Remit's own operating system user can read it.
 */
@Component
public class WorkFolder {

  private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  /** A file that was begun and could not be ended may have left some bytes free. */
  private static final long LEAST_ROOM = 100_000;

  private final Path root;

  /** @param root the folder's path; it is made with the first file */
  public WorkFolder(@Value("${remit.work-folder}") String root) {
    this.root = Path.of(root);
  }

  /**
   * Writes a file, in place of one that is already there under this name. Folders are made as needed.
   *
   * @param content what the file is to hold
   * @param names the folders below the work folder, and last the file: letters, digits, {@code . _ -}, at most 200 of
   *     them, the first a letter or a digit
   * @return the file's name within the work folder, parted by {@code /}, such as {@code court/100001.pdf}
   * @throws IllegalArgumentException if a name is not allowed
   * @throws UncheckedIOException if the file could not be written; the one that was there is then unchanged
   */
  public String write(byte[] content, String... names) {
    Path file = fileOf(names);
    String relativeName = String.join("/", names);
    try {
      replace(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write " + relativeName, e);
    }
    return relativeName;
  }

  /**
   * Reads a file.
   *
   * @param names as in {@link #write}
   * @return empty if there is no such file
   * @throws IllegalArgumentException if a name is not allowed
   * @throws UncheckedIOException if the file could not be read
   */
  public Optional<byte[]> read(String... names) {
    try {
      return Optional.of(Files.readAllBytes(fileOf(names)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + String.join("/", names), e);
    }
  }

  /** Whether the disk on which it lies has no room left, as far as can be found out. */
  public boolean isFull() {
    Path there = root.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return Files.getFileStore(there).getUsableSpace() < LEAST_ROOM;
    } catch (IOException unknown) {
      return false;
    }
  }

  private Path fileOf(String... names) {
    Path file = root;
    for (String name : names) {
      if (!SAFE_NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("A file name may have only letters, digits, '.', '_' and '-'");
      }
      file = file.resolve(name);
    }
    return file;
  }

  private void replace(Path file, byte[] content) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    OwnFiles.makeFolder(folder);
    Path temporary = Files.createTempFile(folder, ".", ".tmp", OwnFiles.ofFile(folder));
    try {
      OwnFiles.writeToDisk(temporary, content);
      OwnFiles.rename(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
