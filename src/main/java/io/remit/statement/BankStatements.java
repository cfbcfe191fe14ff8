package io.remit.statement;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** Reads what banks send: ISO 20022 camt.053 and camt.054 (versions 02 to 08) and MT940. */
@Component
@EnableConfigurationProperties(StatementLimits.class)
public class BankStatements {

  private static final int BYTES_OF_MARK = 3;

  private final StatementLimits limits;

  BankStatements(StatementLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file from its start to its end, entry by entry; it never holds more than one entry of it.
   *
   * @param content not closed
   * @param size of the content in bytes
   * @param to told each entry in the order of the file, also where the file turns out to be refused further on
   * @throws StatementRefused if the file cannot be used
   * @throws IOException if the content cannot be read
   */
  public void read(InputStream content, long size, Consumer<BankEntry> to) throws StatementRefused, IOException {
    if (size > limits.size().toBytes()) {
      throw new StatementRefused(1, null, "too-large", "The file has more than " + limits.size().toBytes()
          + " bytes (remit.statements.most.size).");
    }
    BufferedInputStream buffered = new BufferedInputStream(StreamUtils.nonClosing(content));
    if (isXml(buffered)) {
      new CamtReader(limits, to).read(buffered);
    } else {
      new Mt940Reader(limits, to).read(buffered);
    }
  }

  private static boolean isXml(BufferedInputStream content) throws IOException {
    content.mark(64);
    byte[] start = content.readNBytes(64);
    content.reset();
    int from = start.length >= BYTES_OF_MARK && start[0] == (byte) 0xef ? BYTES_OF_MARK : 0;
    for (int position = from; position < start.length; position++) {
      if (!Character.isWhitespace(start[position])) {
        return start[position] == '<';
      }
    }
    return false;
  }
}
