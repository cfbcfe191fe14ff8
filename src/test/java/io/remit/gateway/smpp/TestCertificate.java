package io.remit.gateway.smpp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A certificate that its holder signed, and its key, as PEM files.
 *
 * @param certificate also what trusts it
 */
record TestCertificate(Path key, Path certificate) {

  private static final String PASSWORD = "changeit";

  /** Makes one with the JDK's keytool. */
  static TestCertificate make(Path folder, String name, String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve(name + ".p12");
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-alias", name, "-keyalg", "RSA", "-keysize", "2048", "-validity", "2", "-dname", "CN=" + host,
        "-ext", "SAN=dns:" + host, "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString())
        .redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile()).start();
    if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
      throw new AssertionError("keytool failed: " + Files.readString(folder.resolve(name + ".log")));
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(store)) {
      keys.load(content, PASSWORD.toCharArray());
    }
    return new TestCertificate(
        pem(folder.resolve(name + "-key.pem"), "PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded()),
        pem(folder.resolve(name + "-cert.pem"), "CERTIFICATE", keys.getCertificate(name).getEncoded()));
  }

  private static Path pem(Path file, String kind, byte[] content) throws IOException {
    return Files.writeString(file, "-----BEGIN " + kind + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind + "-----\n");
  }
}
