package io.remit.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Folders and files that only Remit's own operating system user can enter and read, whatever that user's umask. On file
 * systems that know no such rights, as those of Windows, they are made as any other.
 */
public final class OwnFiles {

  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";

  private OwnFiles() {
  }

  /** Makes a folder, and those above it, as far as they are missing. */
  public static Path makeFolder(Path folder) throws IOException {
    return Files.createDirectories(folder, rights(folder, FOLDER));
  }

  /** Makes a file; throws {@link java.nio.file.FileAlreadyExistsException} if there is one. */
  public static void writeNew(Path file, byte[] content) throws IOException {
    Files.createFile(file, ofFile(file));
    Files.write(file, content);
  }

  /** Fills a file that is there; when this returns the content is on the disk, and outlives a power cut. */
  public static void writeToDisk(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Gives a file another name in one step, in place of what has this name; it then outlives a power cut. */
  public static void rename(Path file, Path newName) throws IOException {
    Files.move(file, newName, StandardCopyOption.ATOMIC_MOVE);
    Path folder = Objects.requireNonNull(newName.getParent());
    // On POSIX a move is kept only once its folder is on disk; Windows cannot open a folder as a file.
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** With these rights a new file is made. */
  static FileAttribute<?>[] ofFile(Path file) {
    return rights(file, FILE);
  }

  /** Closes a folder or a file that is there already to everybody else. */
  public static void close(Path path) throws IOException {
    if (isPosix(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(Files.isDirectory(path) ? FOLDER : FILE));
    }
  }

  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /**
   * The rights with which something new is made; none where its file system knows none.
   *
   * @param permissions as {@code rw-r-----}
   */
  public static FileAttribute<?>[] rights(Path path, String permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
        : new FileAttribute<?>[0];
  }
}
