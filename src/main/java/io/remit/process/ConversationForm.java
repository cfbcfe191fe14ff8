package io.remit.process;

import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.ConversationReport.Pause;
import io.remit.contact.conversation.ConversationReport.Wish;
import io.remit.gate.Channel;
import io.remit.gate.DebtorWishes.EnteredHours;
import io.remit.promise.PromiseEntry;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Reads what the forms of calls and visits have in common. */
final class ConversationForm {

  private ConversationForm() {
  }

  static ConversationReport read(DelegateTask task, Channel channel, String actor) {
    SubmittedForm form = SubmittedForm.takenFrom(task, actor);
    return ConversationReport.byPerson(channel, form.outcome(), form.text("initiative"), form.text("overdueReason"),
        new PromiseEntry.Entered(form.text("promiseAmount"), form.text("promiseDate"), form.text("promiseMethod"),
            form.text("promiseReminder"), form.text("representative")),
        form.text("planInstalments"), form.text("planFirstDate"),
        new Pause(form.text("holdReason"), form.text("contactName"), form.text("contactPhone")),
        form.text("complaint"), form.text("complaintAbout"),
        new Wish(form.text("number"), form.text("channel"), new EnteredHours(form.text("from"), form.text("to"),
            form.text("notFrom"), form.text("notTo"))),
        form.text("note"), actor);
  }
}
