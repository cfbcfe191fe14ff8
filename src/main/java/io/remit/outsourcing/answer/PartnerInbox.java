package io.remit.outsourcing.answer;

import io.remit.exchange.Correspondent;
import io.remit.exchange.DeliveryFailedException;
import io.remit.exchange.DeliveryFailedException.Reason;
import io.remit.exchange.IncomingFiles;
import io.remit.exchange.openpgp.UnusableKeyException;
import io.remit.outsourcing.PartnerFolder;
import io.remit.outsourcing.answer.PartnerFile.Status;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the folders, or onto the servers, of partners for what they sent. */
@Component
class PartnerInbox {

  private static final Logger LOG = LoggerFactory.getLogger(PartnerInbox.class);

  private final PartnerRegister register;
  private final IncomingFiles incoming;
  private final PartnerFiles files;

  PartnerInbox(PartnerRegister register, IncomingFiles incoming, PartnerFiles files) {
    this.register = register;
    this.incoming = incoming;
    this.files = files;
  }

  /** Looks once; what is still being written is taken at a later look. */
  @Scheduled(fixedDelayString = "${remit.outsourcing.poll}")
  void look() {
    for (Partner partner : register.all()) {
      if (partner.confirmedKey() == null) {
        continue;
      }
      try {
        Correspondent from = PartnerFolder.of(partner.partnerId());
        incoming.ready(from).forEach(name -> take(partner, from, name));
      } catch (DeliveryFailedException | UnusableKeyException notNow) {
        LOG.warn("{}", notNow.getMessage());
      }
    }
  }

  private void take(Partner partner, Correspondent from, String name) {
    try {
      byte[] sealed = incoming.fetch(from, name, PartnerFiles.MOST);
      if (files.take(partner, name, sealed) == Status.REFUSED) {
        incoming.refused(from, name);
      } else {
        incoming.done(from, name);
      }
    } catch (DeliveryFailedException failed) {
      LOG.warn("{}", failed.getMessage());
      if (failed.reason() == Reason.TOO_LARGE) {
        incoming.refused(from, name);
      }
    }
  }
}
