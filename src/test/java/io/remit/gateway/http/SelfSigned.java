package io.remit.gateway.http;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS with a certificate that nobody vouches for. */
final class SelfSigned {

  private static final String PASSWORD = "changeit";

  private SelfSigned() {
  }

  /** Makes the certificate with the JDK's own tool. */
  static SSLContext in(Path folder) throws Exception {
    Path store = folder.resolve("self-signed.p12");
    int exit = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
        "-keyalg", "EC", "-dname", "CN=localhost", "-alias", "server", "-storetype", "PKCS12", "-storepass", PASSWORD,
        "-keystore", store.toString()).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new AssertionError("keytool failed with " + exit);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(store)) {
      keys.load(content, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    return tls;
  }
}
