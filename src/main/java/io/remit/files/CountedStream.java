package io.remit.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which somebody counts how much has come: who unpacks what others packed stops at a limit. */
public abstract class CountedStream extends FilterInputStream {

  /** @param content what is counted */
  protected CountedStream(InputStream content) {
    super(content);
  }

  /**
   * So much has come since the last time.
   *
   * @param bytes zero at the end of the stream
   * @throws IOException to end the reading
   */
  protected abstract void count(long bytes) throws IOException;

  @Override
  public int read() throws IOException {
    int value = in.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long skipped = in.skip(wanted);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
