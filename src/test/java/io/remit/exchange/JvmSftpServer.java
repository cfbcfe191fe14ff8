package io.remit.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server in the tests' own JVM, whose disk can be full and which can be killed in the middle. */
public final class JvmSftpServer implements AutoCloseable {

  private static final String PASSWORD = "correct horse";

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey = newKey();
  private volatile long room = Long.MAX_VALUE;
  private volatile long diesAfter = Long.MAX_VALUE;
  private volatile LongConsumer watcher = written -> { };
  private final AtomicInteger writes = new AtomicInteger();

  /** @param folder where a login begins */
  public JvmSftpServer(Path folder) {
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPasswordAuthenticator((user, password, session) -> user.equals("remit") && password.equals(PASSWORD));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder.toAbsolutePath()));
    SftpSubsystemFactory sftp = new SftpSubsystemFactory();
    sftp.addSftpEventListener(new Disk());
    server.setSubsystemFactories(List.of(sftp));
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SftpServer settings() {
    return settings(PASSWORD, KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()));
  }

  public SftpServer settings(String password, String fingerprint) {
    return new SftpServer("127.0.0.1", server.getPort(), "remit", List.of(fingerprint), password, "", ".", "out",
        Duration.ofSeconds(20));
  }

  static String anotherFingerprint() {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, newKey().getPublic());
  }

  /** From now on each file may have so many bytes. */
  public void haveRoomFor(long bytes) {
    room = bytes;
  }

  /** The connection ends when so many bytes of a file were written. */
  public void dieAfter(long bytes) {
    diesAfter = bytes;
  }

  /** Hears of each part that was written: how far the file has come. */
  void watch(LongConsumer written) {
    watcher = written;
  }

  /** How many parts of files were written so far. */
  int writes() {
    return writes.get();
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
      pairs.initialize(256);
      return pairs.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Disk implements SftpEventListener {

    @Override
    public void writing(ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from,
        int length) throws IOException {
      if (offset + length > room) {
        throw new SftpException(SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, "no space left");
      }
    }

    @Override
    public void written(ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from,
        int length, Throwable thrown) {
      writes.incrementAndGet();
      watcher.accept(offset + length);
      if (offset + length > diesAfter) {
        session.close(true);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
