package io.remit.statement;

import io.remit.files.CountedStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The files of a ZIP archive, one after the other; what they unpack to is limited. */
final class StatementArchive {

  /** Statements pack to a tenth or a fiftieth; what is made to burst packs to a thousandth. */
  private static final int MOST_TIMES_PACKED = 200;
  private static final long ALWAYS_ALLOWED = 1 << 20;
  private static final int MOST_FILES = 1000;
  private static final String END_OF_ARCHIVE = "PK\u0005\u0006";

  private final Packed packed;
  private final StatementLimits limits;
  private long unpackedBytes;

  StatementArchive(InputStream content, StatementLimits limits) {
    this.packed = new Packed(content);
    this.limits = limits;
  }

  /** Takes in one file of an archive. */
  @FunctionalInterface
  interface FileReader {

    /** @param number the first file is 1; its name may hold personal data and is told nobody */
    void read(int number, InputStream file) throws StatementRefused, IOException;
  }

  /**
   * @return how many files there were
   * @throws StatementRefused if the archive itself cannot be used, or what the reader threw
   */
  int each(FileReader reader) throws StatementRefused, IOException {
    int files = 0;
    try {
      // Names count for nothing, and many programs write them in other alphabets than they say: here each byte is one.
      ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.ISO_8859_1);
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        if (isOfProgram(entry)) {
          new Unpacked(zip).transferTo(OutputStream.nullOutputStream());
          continue;
        }
        files++;
        if (files > MOST_FILES) {
          throw new StatementRefused(1, null, "too-many-files", "The archive has more than " + MOST_FILES + " files.");
        }
        Unpacked file = new Unpacked(zip);
        reader.read(files, file);
        file.transferTo(OutputStream.nullOutputStream());
      }
      packed.transferTo(OutputStream.nullOutputStream());
    } catch (ZipException | EOFException damaged) {
      throw new StatementRefused(1, null, "archive", "The archive is damaged, encrypted or packed in an unknown way.");
    } catch (Burst burst) {
      throw burst.refusal;
    }
    if (!packed.endsAsArchivesDo()) {
      throw new StatementRefused(1, null, "archive", "The archive is cut off.");
    }
    if (files == 0) {
      throw new StatementRefused(1, null, "no-statement", "The archive has no file in it.");
    }
    return files;
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException nameIsNotWhatItSays) {
      throw new ZipException("a name is said to be UTF-8 and is not");
    }
  }

  /** Folders, and what some programs put into archives for themselves. */
  private static boolean isOfProgram(ZipEntry entry) {
    return entry.isDirectory() || entry.getName().startsWith("__MACOSX/") || entry.getName().endsWith(".DS_Store");
  }

  /** Carries a refusal through the readers of a stream. */
  private static final class Burst extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient StatementRefused refusal;

    private Burst(StatementRefused refusal) {
      super(refusal.rule());
      this.refusal = refusal;
    }
  }

  /** One file of it: counts what comes out. */
  private final class Unpacked extends CountedStream {

    private Unpacked(InputStream zip) {
      super(zip);
    }

    @Override
    public void close() {
      // The archive goes on behind it.
    }

    @Override
    protected void count(long bytes) throws Burst {
      unpackedBytes += bytes;
      if (unpackedBytes > limits.size().toBytes()) {
        throw new Burst(new StatementRefused(1, null, "too-large", "The archive unpacks to more than "
            + limits.size().toBytes() + " bytes (remit.statements.most.size)."));
      }
      if (unpackedBytes > ALWAYS_ALLOWED && unpackedBytes > packed.bytes * MOST_TIMES_PACKED) {
        throw new Burst(new StatementRefused(1, null, "too-packed",
            "The archive unpacks to more than " + MOST_TIMES_PACKED + " times its size."));
      }
    }
  }

  /** The archive's own bytes: how many there were, and which were the last. */
  private static final class Packed extends FilterInputStream {

    private static final int LENGTH_OF_END = 1024;

    private final byte[] last = new byte[LENGTH_OF_END];
    private long bytes;

    private Packed(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        last[(int) (bytes++ % LENGTH_OF_END)] = (byte) value;
      }
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      for (int index = Math.max(0, read - LENGTH_OF_END); index < read; index++) {
        last[(int) ((bytes + index) % LENGTH_OF_END)] = into[offset + index];
      }
      bytes += Math.max(0, read);
      return read;
    }

    private boolean endsAsArchivesDo() {
      int from = (int) (bytes % LENGTH_OF_END);
      byte[] inOrder = new byte[LENGTH_OF_END];
      for (int index = 0; index < LENGTH_OF_END; index++) {
        inOrder[index] = last[(from + index) % LENGTH_OF_END];
      }
      return new String(inOrder, StandardCharsets.ISO_8859_1).contains(END_OF_ARCHIVE);
    }
  }
}
