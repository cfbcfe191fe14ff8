package io.remit.outsourcing.change;

import io.remit.outsourcing.ChangesByFile;
import io.remit.partner.PartnerRegister;
import org.springframework.stereotype.Component;

/** Which partners acknowledged a file of changes before. */
@Component
class AcknowledgedChanges implements ChangesByFile {

  private final ChangeFileRepository files;
  private final PartnerRegister register;

  AcknowledgedChanges(ChangeFileRepository files, PartnerRegister register) {
    this.files = files;
    this.register = register;
  }

  @Override
  public boolean areTakenBy(String partnerId) {
    return files.wasAcknowledgedBy(partnerId)
        && register.find(partnerId).filter(partner -> partner.confirmedKey() != null).isPresent();
  }
}
