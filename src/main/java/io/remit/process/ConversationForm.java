package io.remit.process;

import io.remit.contact.ConversationOutcome;
import io.remit.contact.ConversationReport;
import io.remit.gate.Channel;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Reads what the forms of calls and visits have in common. */
final class ConversationForm {

  private ConversationForm() {
  }

  static ConversationReport read(DelegateTask task, Channel channel, Set<ConversationOutcome> possible, String actor) {
    SubmittedForm form = SubmittedForm.takenFrom(task, actor);
    return new ConversationReport(channel, possible, form.outcome(), form.text("initiative"),
        form.text("overdueReason"), form.text("promiseAmount"), form.text("promiseDate"), form.text("promiseMethod"),
        form.text("promiseReminder"), form.text("representative"), form.text("planInstalments"),
        form.text("planFirstDate"), form.text("holdReason"), form.text("complaint"), form.text("complaintAbout"),
        form.text("note"), actor);
  }
}
