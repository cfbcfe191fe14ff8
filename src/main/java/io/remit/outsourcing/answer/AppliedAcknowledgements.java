package io.remit.outsourcing.answer;

import io.remit.cases.BusinessCalendar;
import io.remit.outsourcing.PartnerAnswers;
import io.remit.outsourcing.answer.PartnerFile.Status;
import io.remit.outsourcing.deletion.DeletionProofs;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies acknowledgements and confirmations of deletion, each file as a whole. */
@Component
class AppliedAcknowledgements {

  private final PartnerAnswers answers;
  private final DeletionProofs proofs;
  private final PartnerFileRepository files;
  private final BusinessCalendar calendar;

  AppliedAcknowledgements(PartnerAnswers answers, DeletionProofs proofs, PartnerFileRepository files,
      BusinessCalendar calendar) {
    this.answers = answers;
    this.proofs = proofs;
    this.files = files;
    this.calendar = calendar;
  }

  @Transactional
  void apply(String partnerId, String name, String sha256, AcknowledgementFile file) {
    file.batches().forEach((batch, taken) -> answers.acknowledged(partnerId, batch, taken));
    files.insert(partnerId, name, sha256, Status.APPLIED, file.lines(), calendar.now(), List.of());
  }

  /** Reads and applies a confirmation of deletion. */
  @Transactional
  void applyDeletions(String partnerId, String name, String sha256, Lines lines) {
    DeletionFile file = DeletionFile.of(partnerId, lines, proofs, calendar.today());
    proofs.confirmedByFile(partnerId, file.deletedOn());
    files.insert(partnerId, name, sha256, Status.APPLIED, file.lines(), calendar.now(), List.of());
  }

  /** The partner reported what it did, be it nothing. */
  @Transactional
  void reported(String partnerId) {
    answers.reported(partnerId);
  }
}
