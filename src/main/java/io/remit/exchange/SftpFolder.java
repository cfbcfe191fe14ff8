package io.remit.exchange;

import io.remit.exchange.DeliveryFailedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.helpers.TimeoutIndicator.TimeoutStatus;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHStatExtensionInfo;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHStatPathExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A folder of an SFTP server. */
final class SftpFolder implements ExchangeFolder {

  private static final int PART = 32_000;
  private static final Set<OpenMode> ANEW = EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate);

  private final String correspondent;
  private final ClientSession session;
  private final SftpClient client;
  private final String folder;

  SftpFolder(String correspondent, ClientSession session, SftpClient client, String folder) {
    this.correspondent = correspondent;
    this.session = session;
    this.client = client;
    this.folder = folder;
  }

  @Override
  public List<Entry> entries() {
    return run(() -> {
      List<Entry> found = new ArrayList<>();
      for (DirEntry entry : client.readDir(folder)) {
        Attributes attributes = entry.getAttributes();
        if (attributes.isRegularFile()) {
          found.add(new Entry(entry.getFilename(), attributes.getSize(), attributes.getModifyTime() == null
              ? Instant.EPOCH : attributes.getModifyTime().toInstant()));
        }
      }
      return found;
    });
  }

  @Override
  public boolean has(String name) {
    return run(() -> attributes(name).filter(Attributes::isRegularFile).isPresent());
  }

  @Override
  public Optional<InputStream> read(String name) {
    return run(() -> has(name) ? Optional.of(client.read(path(name))) : Optional.empty());
  }

  /** Of a file, a folder, or a link itself; nothing if there is none of this name. */
  private Optional<Attributes> attributes(String name) throws IOException {
    try {
      return Optional.of(client.lstat(path(name)));
    } catch (SftpException absent) {
      if (isAbsent(absent)) {
        return Optional.empty();
      }
      throw absent;
    }
  }

  @Override
  public void write(String name, byte[] content) {
    try {
      writeThrough(name, content);
    } catch (SftpException refused) {
      throw isFull(refused, content.length)
          ? new DeliveryFailedException(correspondent, Reason.DISK_FULL, refused) : failed(refused);
    } catch (IOException | RuntimeException failure) {
      throw failed(failure);
    }
  }

  private void writeThrough(String name, byte[] content) throws IOException {
    try (CloseableHandle file = client.open(path(name), ANEW)) {
      for (int at = 0; at < content.length; at += PART) {
        client.write(file, at, content, at, Math.min(PART, content.length - at));
      }
      OpenSSHFsyncExtension flush = client.getExtension(OpenSSHFsyncExtension.class);
      if (flush != null && flush.isSupported()) {
        flush.fsync(file);
      }
    }
  }

  /** OpenSSH reports a full disk as "failure"; but it says how much room there is. */
  private boolean isFull(SftpException failed, long toWrite) {
    if (failed.getStatus() != SftpConstants.SSH_FX_FAILURE) {
      return false;
    }
    OpenSSHStatPathExtension room = client.getExtension(OpenSSHStatPathExtension.class);
    try {
      if (room == null || !room.isSupported()) {
        return false;
      }
      OpenSSHStatExtensionInfo there = room.stat(folder);
      return there.f_bavail * there.f_frsize < toWrite;
    } catch (IOException unknown) {
      return false;
    }
  }

  @Override
  public void makeFolder(String name) {
    run(() -> {
      if (attributes(name).isEmpty()) {
        client.mkdir(path(name));
      }
      return name;
    });
  }

  @Override
  public void rename(String name, String newName) {
    run(() -> {
      OpenSSHPosixRenameExtension atOnce = client.getExtension(OpenSSHPosixRenameExtension.class);
      if (atOnce != null && atOnce.isSupported()) {
        atOnce.posixRename(path(name), path(newName));
        return newName;
      }
      // The protocol itself renames onto no file that is there. For a moment there is none, but never half a file.
      if (attributes(newName).isPresent()) {
        client.remove(path(newName));
      }
      client.rename(path(name), path(newName));
      return newName;
    });
  }

  @Override
  public void close() {
    // at once: a server that does not answer must not hold us up, and nothing is left to be said
    session.close(true);
  }

  private String path(String name) {
    return folder + "/" + name;
  }

  private static boolean isAbsent(SftpException failure) {
    return failure.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
        || failure.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH;
  }

  private interface Work<T> {
    T done() throws IOException;
  }

  private <T> T run(Work<T> work) {
    try {
      return work.done();
    } catch (DeliveryFailedException said) {
      throw said;
    } catch (IOException | RuntimeException failure) {
      throw failed(failure);
    }
  }

  /** A connection that was given up because nothing came any more looks like one that was cut. */
  private DeliveryFailedException failed(Throwable failure) {
    boolean givenUp = session.getTimeoutStatus().getStatus() != TimeoutStatus.NoTimeout
        || session.isOpen() && isUnanswered(failure);
    return new DeliveryFailedException(correspondent,
        givenUp ? Reason.TIMED_OUT : SftpFailures.reasonOf(failure, false), failure);
  }

  /** A request that no answer came to, though the connection stands: the library says so in words alone. */
  private static boolean isUnanswered(Throwable failure) {
    return failure instanceof SshException && failure.getMessage() != null
        && failure.getMessage().startsWith("Timeout expired");
  }
}
