package io.remit.intake.csv;

import io.remit.files.FileStart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A delivered content, kept on disk while it is applied, and gone when closed or when the process dies. */
public record SpooledFile(FileChannel channel, String sha256, long size) implements AutoCloseable {

  private static final int PREFIX_LENGTH = 12;

  /** Enough of the hash to find the file by, for logs. */
  public String sha256Prefix() {
    return sha256.substring(0, PREFIX_LENGTH);
  }

  /** What it is, told by how it begins. */
  public FileStart start() throws IOException {
    ByteBuffer start = ByteBuffer.allocate((int) Math.min(FileStart.LENGTH, size));
    int read;
    do {
      read = channel.read(start, start.position());
    } while (read >= 0 && start.hasRemaining());
    return new FileStart(start.array());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
