package io.remit.legal.firm;

import io.remit.exchange.Correspondent;
import io.remit.exchange.Outbox;
import io.remit.exchange.SealedFiles;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.files.Sha256;
import io.remit.partner.PartnerKey;
import org.springframework.stereotype.Component;

/** Brings files to law firms: sealed for the confirmed key, by the firm's folder or server. */
@Component
class FirmFolder {

  /** Enough to tell one content of a name from another. */
  private static final int SHORT = 12;

  private final SealedFiles sealedFiles;
  private final OpenPgp openPgp;
  private final Outbox outbox;

  FirmFolder(SealedFiles sealedFiles, OpenPgp openPgp, Outbox outbox) {
    this.sealedFiles = sealedFiles;
    this.openPgp = openPgp;
    this.outbox = outbox;
  }

  /**
   * Brings a file there, once; another content of the same name replaces it.
   *
   * @param name with a plain ending, such as {@code .zip}
   * @return where it is, such as {@code outsourcing/lawfirm1/suit-C100001-7.zip.pgp}
   * @throws io.remit.exchange.DeliveryFailedException with the reason
   */
  String send(String firmId, PartnerKey key, String name, byte[] plain) {
    Correspondent firm = new Correspondent(firmId, "outsourcing/" + firmId);
    // A try that failed left its own sealed file: what changed since is sealed under another name.
    String kept = Sha256.of(plain).substring(0, SHORT) + "-" + name;
    byte[] sealed = sealedFiles.of(firm, kept, openPgp.certificate(key.armoured()), () -> plain);
    outbox.send(firm, name + ".pgp", sealed);
    return firm.folder() + "/" + name + ".pgp";
  }
}
