package io.remit.gateway.smpp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.StrictBufferedInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection on which the machine acknowledges at once what it received, where it can (Linux). Else it may wait 40 ms
 * to do so with the next thing that is sent; and a centre that holds back its second answer until its first is
 * acknowledged (Nagle's algorithm, RFC 896) would make the parts of a long text wait for each other all the same.
 */
class PromptConnection extends SocketConnection {

  private static final Logger LOG = LoggerFactory.getLogger(PromptConnection.class);

  private static final int BUFFER = 65536;

  private final InputStream in;

  /**
   * @param transport on which the bytes go
   * @param socket the same, or what secures it
   */
  PromptConnection(Socket transport, Socket socket) throws IOException {
    super(socket);
    boolean possible = transport.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    in = possible ? new StrictBufferedInputStream(new Acknowledging(transport, socket.getInputStream()), BUFFER)
        : super.getInputStream();
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  /** The option holds for what was just received, and has to be set anew each time. */
  private static final class Acknowledging extends FilterInputStream {

    private final Socket transport;

    Acknowledging(Socket transport, InputStream in) {
      super(in);
      this.transport = transport;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      if (count > 0) {
        acknowledge();
      }
      return count;
    }

    /** What was received counts, whether that succeeds or not. */
    private void acknowledge() {
      try {
        transport.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      } catch (IOException closedMeanwhile) {
        LOG.debug("Nothing to acknowledge on any more");
      }
    }
  }
}
