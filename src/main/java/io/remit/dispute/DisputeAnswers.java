package io.remit.dispute;

import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.contact.incoming.WrittenAnswers;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Brings the answer to a dispute to the debtor. */
@Component
public class DisputeAnswers {

  private final DisputeAnswerRepository answers;
  private final WrittenAnswers writtenAnswers;
  private final Timeline timeline;

  DisputeAnswers(DisputeAnswerRepository answers, WrittenAnswers writtenAnswers, Timeline timeline) {
    this.answers = answers;
    this.writtenAnswers = writtenAnswers;
    this.timeline = timeline;
  }

  /** Plans the answer to the debtor, with the approved reasons. */
  public void answer(MatterKey dispute) {
    writtenAnswers.plan(dispute.caseNumber(), textOf(answers.get(dispute.number())));
  }

  private static String textOf(DisputeAnswer answer) {
    return switch (answer.outcome()) {
      case UPHELD_CLOSE -> "dispute-upheld";
      case UPHELD_CORRECT -> "dispute-corrected";
      case REJECTED -> "dispute-rejected-" + Objects.requireNonNull(answer.reason()).name().toLowerCase(Locale.ROOT)
          .replace('_', '-');
      case MORE_TIME -> throw new IllegalStateException("a dispute that is not decided yet has no answer");
    };
  }

  /** The day has passed by which the debtor should have had an answer. */
  public void late(MatterKey dispute) {
    timeline.add(dispute.caseNumber(), EntryKind.DISPUTE, Timeline.SYSTEM, "The answer to the dispute is late", null);
  }
}
