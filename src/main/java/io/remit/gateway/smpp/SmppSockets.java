package io.remit.gateway.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * Opens connections within a time limit, with TLS if that is set. The library's own would wait for ever, and would
 * accept a certificate of any host.
 */
class SmppSockets implements ConnectionFactory {

  private final int timeoutMillis;
  private final @Nullable SSLSocketFactory tls;

  /** @throws IllegalStateException if the certificate to trust cannot be read */
  SmppSockets(SmppSettings settings) {
    timeoutMillis = Math.toIntExact(settings.connectTimeout().toMillis());
    tls = settings.tls() ? socketFactory(settings.trustCertificate()) : null;
  }

  @Override
  public Connection createConnection(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(host, port), timeoutMillis);
      return new PromptConnection(socket, tls == null ? socket : secured(tls, socket, host, port));
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private Socket secured(SSLSocketFactory factory, Socket socket, String host, int port) throws IOException {
    SSLSocket secured = (SSLSocket) factory.createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    // compares the host's name with the certificate, which Java otherwise leaves to its caller
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.setSoTimeout(timeoutMillis);
    secured.startHandshake();
    return secured;
  }

  private static SSLSocketFactory socketFactory(String trustCertificate) {
    if (trustCertificate.isEmpty()) {
      return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
    return SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(trustCertificate)))
        .createSslContext().getSocketFactory();
  }
}
