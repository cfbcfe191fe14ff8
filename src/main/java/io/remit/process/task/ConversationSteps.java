package io.remit.process.task;

import io.remit.cases.Channel;
import io.remit.contact.conversation.AtTheDoor;
import io.remit.contact.conversation.ContactResult;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.Conversations;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import io.remit.process.ReportsUnderWay;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Takes what a call or a visit brought, as its form has it or as it was reported. */
@Component
public class ConversationSteps {

  private final Conversations conversations;
  private final ReportsUnderWay reports;
  private final CurrentUser user;

  ConversationSteps(Conversations conversations, ReportsUnderWay reports, CurrentUser user) {
    this.conversations = conversations;
    this.reports = reports;
    this.user = user;
  }

  /**
   * What a visit's form has: what came of it, and how it was made.
   *
   * @param result as of a call
   * @param atTheDoor see there
   */
  public record VisitForm(ContactResult result, AtTheDoor atTheDoor) {
  }

  /** Takes a visit's form. */
  public FormStep<VisitForm> takenFromVisit() {
    return task -> record(task, reports.currentOr(() -> {
      VisitForm form = SubmittedForm.takenFrom(task, user.id()).as(VisitForm.class);
      return ConversationReport.byPerson(Channel.VISIT, form.result(), form.atTheDoor(), user.id());
    }));
  }

  /** @param mayWork asked before a form is read: whether who sends it may do so */
  public FormStep<ContactResult> taken(Channel channel, Consumer<DelegateTask> mayWork) {
    return task -> {
      ConversationReport report = reports.currentOr(() -> {
        mayWork.accept(task);
        return ConversationReport.byPerson(channel,
            SubmittedForm.takenFrom(task, user.id()).as(ContactResult.class), user.id());
      });
      record(task, report);
    };
  }

  private void record(DelegateTask task, ConversationReport report) {
    conversations.record(CaseModel.caseOf(task.getExecution()), report).ifPresent(reason ->
        CaseModel.setForNow(task.getExecution(), CaseModel.HOLD_REASON, reason.name()));
  }
}
