package io.remit.statement;

import io.remit.files.FileStart;
import io.remit.files.FileStart.StatementFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * Reads what banks send: ISO 20022 camt.052, camt.053 and camt.054 (versions 02 to 13) and MT940, one file or several
 * in a ZIP archive. It is a stream: no more than one entry of a file is held.
 */
@Component
@EnableConfigurationProperties(StatementLimits.class)
public class BankStatements {

  private static final int BUFFER = 1 << 16;

  private final StatementLimits limits;

  BankStatements(StatementLimits limits) {
    this.limits = limits;
  }

  /**
   * What was found when all of a delivery was read.
   *
   * @param files how many files it holds: one, or those of an archive
   * @param refused why files of an archive cannot be used, in their order; the others can
   */
  public record Checked(int files, List<StatementRefused> refused) {

    public Checked {
      refused = List.copyOf(refused);
    }

    /** Whether anything of it can be applied. */
    public boolean isUsable() {
      return refused.size() < files;
    }
  }

  /**
   * Reads all and tells nobody.
   *
   * @param content not closed
   * @param size of the content in bytes
   * @throws StatementRefused if a file that comes alone, or the archive, cannot be used
   * @throws IOException if the content cannot be read
   */
  public Checked check(InputStream content, long size) throws StatementRefused, IOException {
    refuseTooLarge(size);
    BufferedInputStream buffered = buffered(content);
    if (FileStart.of(buffered).statementFormat() != StatementFormat.ARCHIVE) {
      readFile(buffered, nobody -> { });
      return new Checked(1, List.of());
    }
    List<StatementRefused> refused = new ArrayList<>();
    int files = new StatementArchive(buffered, limits).each((number, file) -> {
      try {
        readFile(buffered(file), nobody -> { });
      } catch (StatementRefused bad) {
        refused.add(bad.inFile(number));
      }
    });
    return new Checked(files, refused);
  }

  /**
   * Reads from start to end, entry by entry.
   *
   * @param content not closed
   * @param size of the content in bytes
   * @param checked what {@link #check} found: files that were refused are left out
   * @param to told each entry in the order of the files
   * @throws StatementRefused if it cannot be used; entries may have been told before
   * @throws IOException if the content cannot be read
   */
  public void read(InputStream content, long size, Checked checked, Consumer<BankEntry> to)
      throws StatementRefused, IOException {
    refuseTooLarge(size);
    BufferedInputStream buffered = buffered(content);
    if (FileStart.of(buffered).statementFormat() != StatementFormat.ARCHIVE) {
      readFile(buffered, to);
      return;
    }
    Set<Integer> leftOut = checked.refused().stream().map(StatementRefused::file)
        .collect(Collectors.toSet());
    new StatementArchive(buffered, limits).each((number, file) -> {
      if (!leftOut.contains(number)) {
        readFile(buffered(file), to);
      }
    });
  }

  private void readFile(BufferedInputStream content, Consumer<BankEntry> to) throws StatementRefused, IOException {
    switch (FileStart.of(content).statementFormat()) {
      case XML -> new CamtReader(content, limits, to).read();
      case SWIFT -> new Mt940Reader(content, limits, to).read();
      case ARCHIVE -> throw new StatementRefused(1, null, "nested-archive",
          "It is an archive in an archive; unpack it once.");
      default -> throw new StatementRefused(1, null, "unknown-format",
          "It is no statement that can be read: neither camt.052, camt.053, camt.054 nor MT940.");
    }
  }

  private void refuseTooLarge(long size) throws StatementRefused {
    if (size > limits.size().toBytes()) {
      throw new StatementRefused(1, null, "too-large", "The file has more than " + limits.size().toBytes()
          + " bytes (remit.statements.most.size).");
    }
  }

  private static BufferedInputStream buffered(InputStream content) {
    return new BufferedInputStream(StreamUtils.nonClosing(content), BUFFER);
  }
}
