package io.remit.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate of a test's own server, made anew with the JDK's keytool. Its holder signed it, so that nobody trusts
 * it who was not told to.
 *
 * @param store PKCS12 with the key, under {@link #PASSWORD}
 */
public record TestCertificate(Path store) {

  public static final String PASSWORD = "changeit";
  private static final String ALIAS = "server";

  /** @param host the name that it bears */
  public static TestCertificate forHost(Path folder, String host) throws IOException, InterruptedException {
    Path store = folder.resolve(host + ".p12");
    Path log = folder.resolve(host + ".log");
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-validity", "2", "-dname", "CN=" + host, "-ext",
        "SAN=dns:" + host, "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString(),
        // nobody has to be slow who guesses the password of this one
        "-J-Dkeystore.pkcs12.keyPbeIterationCount=1", "-J-Dkeystore.pkcs12.certPbeIterationCount=1",
        "-J-Dkeystore.pkcs12.macIterationCount=1")
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
      throw new AssertionError("keytool failed: " + Files.readString(log));
    }
    return new TestCertificate(store);
  }

  /** TLS for a server that bears the certificate. */
  public SSLContext server() {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(content(), PASSWORD.toCharArray());
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(keys.getKeyManagers(), null, null);
      return tls;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** TLS for a client that trusts this certificate and no other. */
  public SSLSocketFactory trusting() {
    try {
      KeyStore certificates = KeyStore.getInstance("PKCS12");
      certificates.load(null, null);
      certificates.setCertificateEntry(ALIAS, content().getCertificate(ALIAS));
      TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(certificates);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return tls.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The key as a PEM file. */
  public Path keyFile() throws IOException, GeneralSecurityException {
    return pem("key", "PRIVATE KEY", content().getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
  }

  /** The certificate, which is also what trusts it, as a PEM file. */
  public Path certificateFile() throws IOException, GeneralSecurityException {
    return pem("certificate", "CERTIFICATE", content().getCertificate(ALIAS).getEncoded());
  }

  private KeyStore content() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD.toCharArray());
    }
    return keys;
  }

  private Path pem(String name, String kind, byte[] encoded) throws IOException {
    return Files.writeString(store.resolveSibling(store.getFileName() + "-" + name + ".pem"), "-----BEGIN " + kind
        + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + kind
        + "-----\n");
  }
}
