package io.remit.outsourcing.answer;

import io.remit.cases.BusinessCalendar;
import io.remit.outsourcing.PartnerAnswers;
import io.remit.outsourcing.answer.PartnerFile.Status;
import io.remit.outsourcing.change.ChangeAnswers;
import io.remit.outsourcing.deletion.DeletionProofs;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies acknowledgements of batches and of files of changes, and confirmations of deletion, each as a whole. */
@Component
class AppliedAcknowledgements {

  private final PartnerAnswers answers;
  private final ChangeAnswers changes;
  private final DeletionProofs proofs;
  private final PartnerFileRepository files;
  private final BusinessCalendar calendar;

  AppliedAcknowledgements(PartnerAnswers answers, ChangeAnswers changes, DeletionProofs proofs,
      PartnerFileRepository files, BusinessCalendar calendar) {
    this.answers = answers;
    this.changes = changes;
    this.proofs = proofs;
    this.files = files;
    this.calendar = calendar;
  }

  /**
   * Which cases of a batch a partner took.
   *
   * @throws FaultException if anything in it is wrong; then nothing is applied
   */
  @Transactional
  void ofBatches(String partnerId, String name, String sha256, Lines lines) {
    AcknowledgementFile file = AcknowledgementFile.of(lines, batch -> answers.casesOf(partnerId, batch));
    file.batches().forEach((batch, taken) -> answers.acknowledged(partnerId, batch, taken));
    files.insert(partnerId, name, sha256, Status.APPLIED, file.lines(), calendar.now(), List.of());
  }

  /**
   * Which lines of a file of changes a partner took.
   *
   * @throws FaultException if anything in it is wrong; then nothing is applied
   */
  @Transactional
  void ofChanges(String partnerId, String name, String sha256, Lines lines) {
    ChangeAcknowledgementFile file = ChangeAcknowledgementFile.of(lines,
        reference -> changes.linesOf(partnerId, reference));
    file.files().forEach((reference, taken) -> changes.acknowledged(partnerId, reference, taken));
    files.insert(partnerId, name, sha256, Status.APPLIED, file.lines(), calendar.now(), List.of());
  }

  /** Reads and applies a confirmation of deletion. */
  @Transactional
  void ofDeletions(String partnerId, String name, String sha256, Lines lines) {
    DeletionFile file = DeletionFile.of(lines, caseNumber -> proofs.earliest(partnerId, caseNumber),
        calendar.today());
    proofs.confirmedByFile(partnerId, file.deletedOn());
    files.insert(partnerId, name, sha256, Status.APPLIED, file.lines(), calendar.now(), List.of());
  }

  /** The partner reported what it did, be it nothing. */
  @Transactional
  void reported(String partnerId) {
    answers.reported(partnerId);
  }
}
