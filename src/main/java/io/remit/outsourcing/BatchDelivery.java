package io.remit.outsourcing;

import io.remit.cases.InvalidInputException;
import io.remit.exchange.Delivered;
import io.remit.exchange.Outbox;
import io.remit.exchange.SealedFiles;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.outsourcing.PlacementBatch.Line;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKey;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Brings batches to partners: sealed for the confirmed key, by the partner's folder or server. */
@Component
class BatchDelivery {

  private final BatchPackage content;
  private final SealedFiles sealedFiles;
  private final OpenPgp openPgp;
  private final Outbox outbox;

  BatchDelivery(BatchPackage content, SealedFiles sealedFiles, OpenPgp openPgp, Outbox outbox) {
    this.content = content;
    this.sealedFiles = sealedFiles;
    this.openPgp = openPgp;
    this.outbox = outbox;
  }

  /** What the batch's file is called where the partner takes it. */
  static String fileName(PlacementBatch batch) {
    return plainName(batch) + ".pgp";
  }

  private static String plainName(PlacementBatch batch) {
    return batch.reference() + ".zip";
  }

  /** Whether the partner has the file. */
  boolean hasArrived(PlacementBatch batch) {
    return !outbox.receipts(PartnerFolder.of(batch.partnerId()), fileName(batch)).isEmpty();
  }

  /**
   * Brings the batch to the partner, once.
   *
   * @throws io.remit.exchange.DeliveryFailedException with the reason
   * @throws io.remit.exchange.openpgp.UnusableKeyException if the partner's key or ours cannot be used now
   */
  Delivered deliver(PlacementBatch batch, List<Line> lines, Partner partner) {
    return outbox.send(PartnerFolder.of(batch.partnerId()), fileName(batch), sealed(batch, lines, partner));
  }

  /**
   * Brings the same file once more.
   *
   * @throws InvalidInputException if the partner has another key now: the file cannot be opened with it
   */
  Delivered deliverAgain(PlacementBatch batch, List<Line> lines, Partner partner) {
    PartnerKey key = partner.confirmedKey();
    if (key == null || !key.fingerprint().equals(batch.keyFingerprint())) {
      throw new InvalidInputException("partnerId", "has another key now than that for which it was sealed");
    }
    return outbox.sendAgain(PartnerFolder.of(batch.partnerId()), fileName(batch), sealed(batch, lines, partner));
  }

  private byte[] sealed(PlacementBatch batch, List<Line> lines, Partner partner) {
    PartnerKey key = Objects.requireNonNull(partner.confirmedKey());
    return sealedFiles.of(PartnerFolder.of(batch.partnerId()), plainName(batch), openPgp.certificate(key.armoured()),
        () -> content.of(batch, lines, partner));
  }
}
