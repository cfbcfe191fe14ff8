package io.remit.exchange;

import io.remit.exchange.DeliveryFailedException.Reason;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** What the SSH library's errors mean. */
final class SftpFailures {

  private SftpFailures() {
  }

  /** @param atLogin whether it happened while logging in */
  static Reason reasonOf(Throwable failure, boolean atLogin) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      Reason reason = reasonOfOne(each);
      if (reason != null) {
        return reason;
      }
    }
    return atLogin ? Reason.LOGIN_REFUSED : Reason.BROKEN_OFF;
  }

  private static @Nullable Reason reasonOfOne(Throwable failure) {
    if (failure instanceof SftpException refused) {
      return switch (refused.getStatus()) {
        case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED -> Reason.DISK_FULL;
        case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT -> Reason.NOT_ALLOWED;
        case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH -> Reason.NO_FOLDER;
        default -> Reason.BROKEN_OFF;
      };
    }
    if (failure instanceof TimeoutException || failure instanceof InterruptedIOException) {
      return Reason.TIMED_OUT;
    }
    if (failure instanceof SocketException || failure instanceof UnresolvedAddressException
        || failure instanceof UnknownHostException) {
      return Reason.UNREACHABLE;
    }
    return failure instanceof SshException ssh
        && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
        ? Reason.LOGIN_REFUSED : null;
  }
}
