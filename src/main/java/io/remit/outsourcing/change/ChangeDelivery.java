package io.remit.outsourcing.change;

import io.remit.exchange.Outbox;
import io.remit.exchange.SealedFiles;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.outsourcing.PartnerFolder;
import io.remit.outsourcing.change.ChangeFile.Line;
import io.remit.partner.PartnerKey;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings files of changes to partners: sealed for the confirmed key, by the partner's folder or server. */
@Component
class ChangeDelivery {

  private final ChangePackage content;
  private final SealedFiles sealedFiles;
  private final OpenPgp openPgp;
  private final Outbox outbox;

  ChangeDelivery(ChangePackage content, SealedFiles sealedFiles, OpenPgp openPgp, Outbox outbox) {
    this.content = content;
    this.sealedFiles = sealedFiles;
    this.openPgp = openPgp;
    this.outbox = outbox;
  }

  /**
   * Brings a file, once.
   *
   * @throws io.remit.exchange.DeliveryFailedException with the reason
   * @throws io.remit.exchange.openpgp.UnusableKeyException if the partner's key or ours cannot be used now
   */
  void deliver(ChangeFile file, List<Line> lines, PartnerKey key) {
    outbox.send(PartnerFolder.of(file.partnerId()), plainName(file) + ".pgp", sealed(file, lines, key));
  }

  /** Brings the same file once more. */
  void deliverAgain(ChangeFile file, List<Line> lines, PartnerKey key) {
    outbox.sendAgain(PartnerFolder.of(file.partnerId()), plainName(file) + ".pgp", sealed(file, lines, key));
  }

  private static String plainName(ChangeFile file) {
    return file.reference() + ".zip";
  }

  private byte[] sealed(ChangeFile file, List<Line> lines, PartnerKey key) {
    return sealedFiles.of(PartnerFolder.of(file.partnerId()), plainName(file), openPgp.certificate(key.armoured()),
        () -> content.of(file, lines));
  }
}
