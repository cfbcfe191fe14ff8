package io.remit.exchange;

import io.remit.exchange.DeliveryFailedException.Reason;
import io.remit.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings files to those outside. A file appears there whole: it is written under another name, brought to the disk,
 * read back, compared and only then given its name. Done again, a file that arrived is not sent a second time, also if
 * they have taken it away meanwhile; what a killed try left is replaced. While a restored database rests, what they may
 * have had already waits for a person.
 */
@Component
public class Outbox {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private final ExchangeFolders folders;
  private final DeliveryRepository deliveries;
  private final DoubtfulFiles doubts;
  private final TransactionTemplate atOnce;
  private final Clock clock;

  Outbox(ExchangeFolders folders, DeliveryRepository deliveries, DoubtfulFiles doubts,
      PlatformTransactionManager transactions, Clock clock) {
    this.folders = folders;
    this.deliveries = deliveries;
    this.doubts = doubts;
    this.atOnce = new TransactionTemplate(transactions);
    // Whatever becomes of the work around it, the file is there.
    this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * Brings a file to somebody, in place of one of this name with another content; does nothing if this content was
   * delivered to them under this name last.
   *
   * @param fileName letters, digits, {@code . _ -}, at most 200, the first a letter or digit; without personal data
   * @return the receipt, that of the first time if it was delivered before
   * @throws DeliveryFailedException with the reason; nothing or a whole file is there then, never half of one
   * @throws IllegalArgumentException if the name is not allowed
   */
  public Delivered send(Correspondent to, String fileName, byte[] content) {
    String sha256 = Sha256.of(content);
    return last(to, fileName).filter(before -> before.sha256().equals(sha256))
        .orElseGet(() -> deliver(to, fileName, content, sha256, false));
  }

  /**
   * Brings a file to somebody once more, because they say that they do not have it.
   *
   * @return a receipt of its own
   * @throws DeliveryFailedException as {@link #send}
   */
  public Delivered sendAgain(Correspondent to, String fileName, byte[] content) {
    return deliver(to, fileName, content, Sha256.of(content), true);
  }

  /** The receipts of a file, the last one first. */
  public List<Delivered> receipts(Correspondent to, String fileName) {
    return deliveries.of(to.id(), fileName);
  }

  private Optional<Delivered> last(Correspondent to, String fileName) {
    return receipts(to, fileName).stream().findFirst();
  }

  private Delivered deliver(Correspondent to, String fileName, byte[] content, String sha256, boolean theyAsked) {
    if (!NAME.matcher(fileName).matches()) {
      throw new IllegalArgumentException("A file name may have only letters, digits, '.', '_' and '-'");
    }
    try (ExchangeFolder folder = folders.outgoing(to)) {
      if (!isThere(folder, to, fileName, sha256)) {
        if (!theyAsked) {
          doubts.letGo(receipt(to, fileName, content, sha256), folder.has(fileName));
        }
        String unfinished = "." + fileName + ".part";
        folder.write(unfinished, content);
        // Before it gets its name: afterwards they may take it away at any moment.
        if (!isThere(folder, to, unfinished, sha256)) {
          throw new DeliveryFailedException(to.id(), Reason.DIFFERS, null);
        }
        folder.rename(unfinished, fileName);
      }
    }
    Delivered delivered = receipt(to, fileName, content, sha256);
    atOnce.executeWithoutResult(status -> deliveries.insert(delivered));
    return delivered;
  }

  private Delivered receipt(Correspondent to, String fileName, byte[] content, String sha256) {
    return new Delivered(to.id(), fileName, folders.wayTo(to), content.length, sha256, clock.instant());
  }

  private static boolean isThere(ExchangeFolder folder, Correspondent to, String name, String sha256) {
    Optional<InputStream> found = folder.read(name);
    if (found.isEmpty()) {
      return false;
    }
    try (InputStream content = found.get()) {
      return Sha256.of(content).equals(sha256);
    } catch (IOException failed) {
      throw new DeliveryFailedException(to.id(), SftpFailures.reasonOf(failed, false), failed);
    }
  }
}
