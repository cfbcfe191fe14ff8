package io.remit.process;

import io.remit.contact.ConversationOutcome;
import io.remit.contact.Conversations;
import io.remit.gate.Channel;
import io.remit.hold.Hold;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the outcome of a call. */
@Component
class RecordCall implements TaskListener {

  private static final Set<ConversationOutcome> POSSIBLE = EnumSet.of(ConversationOutcome.PROMISED,
      ConversationOutcome.REFUSED, ConversationOutcome.DISPUTED, ConversationOutcome.HARDSHIP,
      ConversationOutcome.NOT_REACHED, ConversationOutcome.WRONG_NUMBER, ConversationOutcome.THIRD_PARTY,
      ConversationOutcome.CONTACT_PERSON_ASKED, ConversationOutcome.CONTACT_PERSON_REFUSED,
      ConversationOutcome.PAUSE);

  private final Conversations conversations;
  private final CurrentUser user;

  RecordCall(Conversations conversations, CurrentUser user) {
    this.conversations = conversations;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Optional<Hold.Reason> reason = conversations.record(CaseModel.caseOf(task.getExecution()),
        ConversationForm.read(task, Channel.CALL, POSSIBLE, user.id()));
    reason.ifPresent(given -> CaseModel.setForNow(task.getExecution(), CaseModel.HOLD_REASON, given.name()));
  }
}
