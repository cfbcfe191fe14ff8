package io.remit.access;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Debian's nginx with the configuration that {@code docs/nginx.conf} shows, or that for two nodes. Of that only ports,
 * the place of the certificate and the time that somebody may take to send are others.
 */
final class Nginx implements AutoCloseable {

  static final String NAME = "collect.example";

  private static final Logger LOG = LoggerFactory.getLogger(Nginx.class);
  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final char[] PASSWORD = "of-this-test".toCharArray();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port = OpenIdProvider.freePort();
  private final int plainPort = OpenIdProvider.freePort();
  private final Process process;
  private final SSLContext tls;

  Nginx(Path folder, int remit) throws IOException, GeneralSecurityException {
    this(folder, Path.of("docs", "nginx.conf"), Map.of("server 127.0.0.1:8080;", "server 127.0.0.1:" + remit + ";"));
  }

  /**
   * @param file the configuration
   * @param nodes what stands in it of where Remit is, and what shall
   */
  Nginx(Path folder, Path file, Map<String, String> nodes) throws IOException, GeneralSecurityException {
    KeyStore key = certificate(folder);
    tls = trusting(key);
    Files.writeString(folder.resolve("cert.pem"), pem("CERTIFICATE", key.getCertificate("proxy").getEncoded()));
    Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key.getKey("proxy", PASSWORD).getEncoded()));
    Files.writeString(folder.resolve("remit.conf"), documented(folder, file, nodes));
    Files.writeString(folder.resolve("nginx.conf"), """
        daemon off;
        master_process off;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          include %1$s/remit.conf;
        }
        """.formatted(folder));
    process = new ProcessBuilder(PROGRAM.toString(), "-p", folder.toString(), "-c",
        folder.resolve("nginx.conf").toString(), "-e", folder.resolve("error.log").toString())
        .redirectErrorStream(true).redirectOutput(folder.resolve("nginx.out").toFile()).start();
    await().atMost(PATIENCE).until(() -> {
      if (!process.isAlive()) {
        throw new AssertionError(Files.readString(folder.resolve("nginx.out")));
      }
      return answers();
    });
  }

  /** Whether the tests run: they do where there is an nginx, and on CI, which has to have it. */
  static boolean mustStart() {
    boolean there = Files.isExecutable(PROGRAM);
    if (!there) {
      LOG.warn("Tests are skipped: there is no {}; Debian has it in nginx-light", PROGRAM);
    }
    return there || "true".equals(System.getenv("CI"));
  }

  private String documented(Path folder, Path file, Map<String, String> nodes) throws IOException {
    String text = Files.readString(file);
    Map<String, String> replaced = new HashMap<>(nodes);
    replaced.putAll(Map.ofEntries(
        Map.entry("listen 80 ", "listen 127.0.0.1:" + plainPort + " "),
        Map.entry("listen 443 ssl default_server;", "listen 127.0.0.1:" + port + " ssl default_server;"),
        Map.entry("listen 443 ssl http2;", "listen 127.0.0.1:" + port + " ssl http2;"),
        Map.entry("/etc/nginx/collect.example.pem", folder.resolve("cert.pem").toString()),
        Map.entry("/etc/nginx/collect.example.key", folder.resolve("key.pem").toString()),
        Map.entry("client_body_timeout 10s;", "client_body_timeout 1s;")));
    for (Map.Entry<String, String> own : replaced.entrySet()) {
      if (!text.contains(own.getKey())) {
        throw new AssertionError(file + " does not say " + own.getKey());
      }
      text = text.replace(own.getKey(), own.getValue());
    }
    return text;
  }

  private static KeyStore certificate(Path folder) throws IOException, GeneralSecurityException {
    Path store = folder.resolve("proxy.p12");
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-alias", "proxy", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + NAME, "-ext",
        "SAN=dns:" + NAME, "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass",
        new String(PASSWORD)).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!Files.exists(store)) {
      throw new AssertionError(said);
    }
    KeyStore key = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(store)) {
      key.load(content, PASSWORD);
    }
    return key;
  }

  private static SSLContext trusting(KeyStore key) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("proxy", key.getCertificate("proxy"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  private static String pem(String what, byte[] content) {
    return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
        + "\n-----END " + what + "-----\n";
  }

  private boolean answers() {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  int plainPort() {
    return plainPort;
  }

  /** Somebody at an address of this machine who calls the proxy by its name. */
  RawHttp from(String address) {
    return from(address, NAME);
  }

  RawHttp from(String address, String name) {
    return new RawHttp(port, () -> connect(address, name));
  }

  SSLSocket connect(String address, String name) throws IOException {
    Socket plain = new Socket();
    plain.bind(new InetSocketAddress(address, 0));
    plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(plain, name, port, true);
    encrypted.startHandshake();
    return encrypted;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
