package io.remit.outsourcing.answer;

import io.remit.cases.BusinessCalendar;
import io.remit.outsourcing.PartnerAnswers;
import io.remit.outsourcing.answer.PartnerFile.Status;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies acknowledgements, each as a whole. */
@Component
class AppliedAcknowledgements {

  private final PartnerAnswers answers;
  private final PartnerFileRepository files;
  private final BusinessCalendar calendar;

  AppliedAcknowledgements(PartnerAnswers answers, PartnerFileRepository files, BusinessCalendar calendar) {
    this.answers = answers;
    this.files = files;
    this.calendar = calendar;
  }

  @Transactional
  void apply(String partnerId, String name, String sha256, AcknowledgementFile file) {
    file.batches().forEach((batch, taken) -> answers.acknowledged(partnerId, batch, taken));
    files.insert(partnerId, name, sha256, Status.APPLIED, file.lines(), calendar.now(), List.of());
  }
}
