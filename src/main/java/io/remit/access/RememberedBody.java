package io.remit.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body was read to its end before anybody else reads it. */
class RememberedBody extends HttpServletRequestWrapper {

  private final byte[] body;
  private @Nullable ServletInputStream stream;

  /**
   * Reads the body.
   *
   * @param longest how many bytes may be remembered
   * @throws io.remit.cases.InvalidInputException if there are more
   */
  RememberedBody(HttpServletRequest request, int longest) throws IOException {
    super(request);
    body = request.getInputStream().readNBytes(longest + 1);
    if (body.length > longest) {
      throw PlainText.tooLong("body");
    }
  }

  /** A request with another body in place of its own, which was read. */
  RememberedBody(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /** The body, if all its characters are in ASCII. */
  String text() {
    return new String(body, StandardCharsets.US_ASCII);
  }

  @Override
  public ServletInputStream getInputStream() {
    if (stream == null) {
      stream = new RememberedStream(new ByteArrayInputStream(body));
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class RememberedStream extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    private RememberedStream(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return bytes.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("bodies are read by those who wait for them");
    }
  }
}
