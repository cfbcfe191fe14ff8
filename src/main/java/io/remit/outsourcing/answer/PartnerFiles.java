package io.remit.outsourcing.answer;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.InvalidInputException;
import io.remit.exchange.openpgp.Certificate;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.exchange.openpgp.RefusedFileException;
import io.remit.exchange.openpgp.UnusableKeyException;
import io.remit.files.Sha256;
import io.remit.outsourcing.PlacementChanges;
import io.remit.outsourcing.PlacementChanges.Concern;
import io.remit.outsourcing.answer.PartnerFile.Status;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKey;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what a partner sent. Only what the confirmed key signed and ours opens is read at all. An acknowledgement, or
 * a confirmation of deletion, is applied as a whole or not at all. Of an activity file the good lines are applied, each
 * once, and the others named; one that is wrong as a whole is refused. Taken again it changes nothing.
 */
@Component
class PartnerFiles {

  /** So much may be in a file, in bytes, and in what it unpacks to. */
  static final int MOST = 20_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(PartnerFiles.class);

  private final OpenPgp openPgp;
  private final PartnerFileRepository files;
  private final ReportedActivities activities;
  private final PlacementChanges changes;
  private final AppliedAcknowledgements acknowledgements;
  private final BusinessCalendar calendar;

  PartnerFiles(OpenPgp openPgp, PartnerFileRepository files, ReportedActivities activities,
      PlacementChanges changes, AppliedAcknowledgements acknowledgements, BusinessCalendar calendar) {
    this.openPgp = openPgp;
    this.files = files;
    this.activities = activities;
    this.changes = changes;
    this.acknowledgements = acknowledgements;
    this.calendar = calendar;
  }

  /**
   * Takes a file.
   *
   * @param name as it lies there; it says nothing of what is in it
   */
  Status take(Partner partner, String name, byte[] sealed) {
    String partnerId = partner.partnerId();
    try {
      return apply(partnerId, name, opened(partner, sealed));
    } catch (RefusedFileException unusable) {
      return refuse(partnerId, name, Sha256.of(sealed), Fault.ofFile(unusable.rule().code(), String.valueOf(
          unusable.getMessage())));
    } catch (FaultException unusable) {
      return refuse(partnerId, name, Sha256.of(sealed), unusable.fault());
    }
  }

  private byte[] opened(Partner partner, byte[] sealed) {
    PartnerKey key = partner.confirmedKey();
    if (key == null) {
      throw new FaultException(Fault.ofFile("no-key", "The partner has no confirmed key"));
    }
    return openPgp.open(sealed, certificate(key), MOST);
  }

  private Certificate certificate(PartnerKey key) {
    try {
      return openPgp.certificate(key.armoured());
    } catch (UnusableKeyException expired) {
      throw new FaultException(Fault.ofFile("unusable-key", String.valueOf(expired.getMessage())));
    }
  }

  private Status apply(String partnerId, String name, byte[] plain) {
    String sha256 = Sha256.of(plain);
    if (files.isApplied(partnerId, sha256)) {
      files.insert(partnerId, name, sha256, Status.ALREADY_APPLIED, 0, calendar.now(), List.of());
      return Status.ALREADY_APPLIED;
    }
    Lines lines = Lines.read(plain);
    if (lines.header().equals(AcknowledgementFile.HEADER)) {
      acknowledgements.ofBatches(partnerId, name, sha256, lines);
    } else if (lines.header().equals(ChangeAcknowledgementFile.HEADER)) {
      acknowledgements.ofChanges(partnerId, name, sha256, lines);
    } else if (lines.header().equals(DeletionFile.HEADER)) {
      acknowledgements.ofDeletions(partnerId, name, sha256, lines);
    } else if (lines.header().equals(ActivityFile.HEADER)) {
      apply(partnerId, name, sha256, ActivityFile.of(lines));
      acknowledgements.reported(partnerId);
    } else {
      throw new FaultException(new Fault(1, "", "unknown-header", "The header is that of no file that is taken"));
    }
    return Status.APPLIED;
  }

  private void apply(String partnerId, String name, String sha256, ActivityFile file) {
    List<Fault> faults = new ArrayList<>(file.faults());
    int applied = 0;
    for (Activity activity : file.activities()) {
      try {
        if (activities.apply(partnerId, activity, Partner.groupOf(partnerId))) {
          applied++;
        }
      } catch (FaultException wrong) {
        faults.add(wrong.fault());
      } catch (InvalidInputException notAccepted) {
        faults.add(notAccepted(activity, notAccepted));
      }
    }
    files.insert(partnerId, name, sha256, Status.APPLIED, applied, calendar.now(), faults);
    if (!faults.isEmpty()) {
      LOG.warn("A file of partner {}: {} lines were applied, {} were not", partnerId, applied, faults.size());
    }
  }

  /** Whether the gate allowed the contact is the one thing about the outcome that is not known before. */
  private Fault notAccepted(Activity activity, InvalidInputException refused) {
    boolean breach = refused.field().equals("outcome");
    if (breach) {
      changes.concern(activity.caseNumber(), Concern.BREACH);
    }
    return new Fault(activity.line().number(), "", breach ? "not-allowed" : "not-accepted",
        String.valueOf(refused.getMessage()));
  }

  private Status refuse(String partnerId, String name, String sha256, Fault fault) {
    files.insert(partnerId, name, sha256, Status.REFUSED, 0, calendar.now(), List.of(fault));
    LOG.warn("A file of partner {} was refused: {}, line {}", partnerId, fault.rule(), fault.line());
    return Status.REFUSED;
  }
}
