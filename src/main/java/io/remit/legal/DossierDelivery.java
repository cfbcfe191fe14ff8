package io.remit.legal;

import io.remit.legal.firm.SuitDelivery;
import io.remit.legal.firm.SuitPapers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings the dossier to who sues: the law firm to which the case was referred, else the creditor's own counsel. */
@Component
class DossierDelivery {

  private final DossierSource source;
  private final CourtDossier dossier;
  private final SuitDelivery firms;

  DossierDelivery(DossierSource source, CourtDossier dossier, SuitDelivery firms) {
    this.source = source;
    this.dossier = dossier;
    this.firms = firms;
  }

  /**
   * Writes the dossier as the facts are now. Done again it replaces the same file.
   *
   * @return where it is; empty if the law firm may get nothing
   * @throws io.remit.exchange.DeliveryFailedException if it could not be brought there
   */
  Optional<String> bring(String caseNumber) {
    DossierContent content = source.of(caseNumber);
    return firms.isReferred(caseNumber) ? firms.deliver(caseNumber, allowed -> papers(content.toldTo(allowed)))
        : Optional.of(dossier.write(content));
  }

  private SuitPapers papers(DossierContent content) {
    return new SuitPapers(dossier.print(content), content.currency(), content.totalOutstanding(), content.asOf());
  }
}
