package io.remit.exchange.openpgp;

import io.remit.files.CountedStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends in an error when more comes than is taken: of a file that unpacks to gigabytes only a beginning is unpacked. */
final class LimitedStream extends CountedStream {

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
  protected void count(long read) throws TooMuchException {
    left -= read;
    if (left < 0) {
      throw new TooMuchException();
    }
  }
}
