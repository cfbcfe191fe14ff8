package io.remit.contact.notice;

import io.remit.cases.NextStep;
import io.remit.contact.text.ApprovedText;
import java.time.LocalDate;
import java.util.Optional;

/** The rule that nobody is threatened with a step that would not come: a text may announce only the next one. */
public final class Announcement {

  private Announcement() {
  }

  /**
   * Whether a text may go to a debtor, as far as what it announces is concerned.
   *
   * @param next the step that the model would take next with the case, and its true earliest date
   * @param today the business date
   * @return true if the text announces nothing, or the very step that comes next, on a day that is not over
   */
  public static boolean isTrue(ApprovedText text, Optional<NextStep> next, LocalDate today) {
    return text.announces() == null || next
        .filter(step -> step.stage() == text.announces() && !step.earliest().isBefore(today))
        .isPresent();
  }
}
