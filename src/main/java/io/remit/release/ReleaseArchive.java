package io.remit.release;

import io.remit.cases.InvalidInputException;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the folder of models that somebody sends as a ZIP archive. Nothing is written to the disk; an archive that has
 * anything odd in it is refused whole: names that lead elsewhere, hidden files, links, the same name twice, more than a
 * folder of models may have. A folder around all files does not count, nor does what Modeler keeps in
 * {@code .camunda}.
 */
final class ReleaseArchive {

  /** The most bytes that an archive, and what is in it, may have. */
  static final int LARGEST = 10_000_000;
  private static final long LARGEST_CONTENT = 30_000_000;

  private static final String FIELD = "archive";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9.][A-Za-z0-9._-]*)*");
  private static final int LONGEST_NAME = 150;
  private static final Set<String> FOLDERS = Set.of("messages", "words");
  private static final Pattern OF_MODELER = Pattern.compile("([^/]+/)?\\.camunda/.*");

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int UNIX = 3;
  private static final int KIND_OF_FILE = 0xF000;
  private static final int PLAIN_FILE = 0x8000;
  private static final int DIRECTORY = 0x4000;

  private ReleaseArchive() {
  }

  /** @throws InvalidInputException that names what is odd */
  static ModelFolder read(byte[] archive) {
    checkDirectory(archive);
    List<ModelFile> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long left = LARGEST_CONTENT;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) Math.min(ModelFolder.LARGEST_FILE, left) + 1);
        left -= content.length;
        if (content.length > ModelFolder.LARGEST_FILE || left < 0) {
          throw odd("has more in it than a folder of models may have");
        }
        String name = entry.getName();
        if (entry.isDirectory() || OF_MODELER.matcher(name).matches()) {
          continue;
        }
        checkName(name);
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
          throw odd("has a file twice: " + name);
        }
        files.add(new ModelFile(name, content));
        if (files.size() > ModelFolder.MOST_FILES) {
          throw odd("has more than " + ModelFolder.MOST_FILES + " files");
        }
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      throw odd("cannot be read as a ZIP archive with names in UTF-8");
    }
    if (files.isEmpty()) {
      throw odd("has no file in it");
    }
    return ModelFolder.of(withoutFolderAround(files));
  }

  private static void checkName(String name) {
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches() || name.contains("/.") || name.contains("..")) {
      throw odd("has a file whose name is not that of a file of models");
    }
  }

  private static List<ModelFile> withoutFolderAround(List<ModelFile> files) {
    String first = files.get(0).name();
    int end = first.indexOf('/');
    String around = first.substring(0, end + 1);
    if (end < 0 || FOLDERS.contains(first.substring(0, end))
        || !files.stream().allMatch(file -> file.name().startsWith(around))) {
      return files;
    }
    return files.stream().map(file -> new ModelFile(file.name().substring(around.length()), file.content())).toList();
  }

  /**
   * Looks at the archive's own list of its files, which alone tells what is a link. It has to lie at the end, with
   * nothing behind it, and to name no more files than may be.
   */
  private static void checkDirectory(byte[] archive) {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int end = archive.length - END_BYTES;
    if (end < 0 || bytes.getInt(end) != END || bytes.getShort(end + 20) != 0) {
      throw odd("is no ZIP archive, or has a comment or something else behind its end");
    }
    int entries = Short.toUnsignedInt(bytes.getShort(end + 10));
    int at = bytes.getInt(end + 16);
    for (int i = 0; i < entries; i++) {
      if (at < 0 || at > end - ENTRY_BYTES || bytes.getInt(at) != ENTRY) {
        throw odd("is damaged");
      }
      int mode = bytes.getInt(at + 38) >>> 16;
      int kind = mode & KIND_OF_FILE;
      if (bytes.get(at + 5) == UNIX && kind != 0 && kind != PLAIN_FILE && kind != DIRECTORY) {
        throw odd("has a link in it, or something else that is no file");
      }
      at += ENTRY_BYTES + Short.toUnsignedInt(bytes.getShort(at + 28)) + Short.toUnsignedInt(bytes.getShort(at + 30))
          + Short.toUnsignedInt(bytes.getShort(at + 32));
    }
    if (at != end) {
      throw odd("is damaged");
    }
  }

  private static InvalidInputException odd(String what) {
    return new InvalidInputException(FIELD, what);
  }

  /**
   * The name of a file as somebody says it beside its content.
   *
   * @throws InvalidInputException if it is missing, or no name of a file of models
   */
  static String name(@Nullable String said) {
    String name = said == null ? "" : said.strip();
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches() || name.contains("/.") || name.contains("..")) {
      throw new InvalidInputException("file", "is not the name of a file of models, such as stage-by-aging.dmn");
    }
    return name;
  }
}
