package io.remit.exchange.openpgp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends in an error when more comes than is taken: of a file that unpacks to gigabytes only a beginning is unpacked. */
final class LimitedStream extends FilterInputStream {

  private long left;

  LimitedStream(InputStream content, long most) {
    super(content);
    this.left = most;
  }

  /** There was more. */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long skipped = super.skip(wanted);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long read) throws TooMuchException {
    left -= read;
    if (left < 0) {
      throw new TooMuchException();
    }
  }
}
