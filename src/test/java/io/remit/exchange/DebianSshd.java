package io.remit.exchange;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Debian's openssh-server on the loopback address, with a configuration, host key and login key of its own. */
final class DebianSshd implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DebianSshd.class);
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final Path home;
  private final Path folder;
  private final int port;
  private final Process process;

  /**
   * @param home for its files, and its log
   * @param folder where a login begins
   */
  DebianSshd(Path home, Path folder) throws IOException {
    this.home = home;
    this.folder = folder;
    port = freePort();
    makeKey("host");
    makeKey("login");
    makeKey("stranger");
    Files.copy(home.resolve("login.pub"), home.resolve("authorized_keys"));
    // as root it changes to this folder at its start, and will not without it
    if (Files.isWritable(Path.of("/run"))) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    Path configuration = Files.writeString(home.resolve("sshd_config"), """
        ListenAddress 127.0.0.1:%d
        HostKey %s
        PidFile none
        UsePAM no
        StrictModes no
        PermitRootLogin prohibit-password
        PasswordAuthentication no
        AuthorizedKeysFile %s
        Subsystem sftp internal-sftp
        ForceCommand internal-sftp -d %s
        """.formatted(port, home.resolve("host"), home.resolve("authorized_keys"), folder));
    process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", configuration.toString())
        .redirectErrorStream(true).redirectOutput(home.resolve("log").toFile()).start();
    await("sshd").atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive() || answers());
    if (!process.isAlive()) {
      throw new IllegalStateException("sshd: " + Files.readString(home.resolve("log")));
    }
  }

  /** Whether the tests run: they do where there is an sshd, and on CI, which has to have it. */
  static boolean mustStart() {
    boolean there = Files.isExecutable(SSHD);
    if (!there) {
      LOG.warn("Tests are skipped: there is no {}", SSHD);
    }
    return there || "true".equals(System.getenv("CI"));
  }

  SftpServer settings() throws IOException {
    return settings("login");
  }

  /** @param key whose key logs in: {@code login}, or {@code stranger} whom the server does not know */
  SftpServer settings(String key) throws IOException {
    return new SftpServer("127.0.0.1", port, System.getProperty("user.name"), List.of(fingerprint()), "",
        Files.readString(home.resolve(key)), folder.toString(), folder.resolve("out").toString(),
        Duration.ofSeconds(20));
  }

  private String fingerprint() throws IOException {
    return run("ssh-keygen", "-lf", home.resolve("host.pub").toString()).split(" ")[1];
  }

  private void makeKey(String name) throws IOException {
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", home.resolve(name).toString());
    Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString("rw-------"));
  }

  private static String run(String... command) throws IOException {
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (started.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(command[0] + ": " + said);
    }
    return said;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Ends the server and each process that serves a connection, as a power cut would. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
