package io.remit.outsourcing.answer;

import io.remit.contact.ConversationOutcome;
import io.remit.contact.conversation.ContactResult;
import io.remit.contact.conversation.ConversationReport;
import io.remit.gate.ContactPreferences.EnteredHours;
import io.remit.promise.PromiseEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a partner tells of a contact, in the form in which every report comes in. */
final class Reports {

  private Reports() {
  }

  static ConversationReport of(Activity activity, String actor) {
    boolean promised = activity.type() == Activity.Type.PROMISE;
    ConversationOutcome outcome = promised ? ConversationOutcome.PROMISED : Objects.requireNonNull(activity.outcome());
    PromiseEntry.Entered promise = promised ? new PromiseEntry.Entered(text(activity.amount()), text(activity.date()),
        null, null, null) : PromiseEntry.Entered.NONE;
    return ConversationReport.byPerson(Objects.requireNonNull(activity.channel()), new ContactResult(outcome.name(),
        null, null, promise, new ContactResult.PlanAsked(null, null), new ContactResult.Pause(null, null, null),
        new ContactResult.Complaint(null, null), new ContactResult.Wish(null, null,
            new EnteredHours(null, null, null, null)), activity.text()), actor);
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }
}
