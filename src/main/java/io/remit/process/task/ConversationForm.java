package io.remit.process.task;

import io.remit.cases.Channel;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.ConversationReport.Pause;
import io.remit.contact.conversation.ConversationReport.Wish;
import io.remit.gate.ContactPreferences.EnteredHours;
import io.remit.promise.PromiseEntry;

/** The fields of the forms of calls and visits, which are the same; {@link ConversationReport} tells what they mean. */
public record ConversationForm(String outcome, String initiative, String overdueReason, String promiseAmount,
    String promiseDate, String promiseMethod, String promiseReminder, String representative, String planInstalments,
    String planFirstDate, String holdReason, String contactName, String contactPhone, String complaint,
    String complaintAbout, String number, String channel, String from, String to, String notFrom, String notTo,
    String note) {

  ConversationReport report(Channel by, String actor) {
    return ConversationReport.byPerson(by, outcome, initiative, overdueReason,
        new PromiseEntry.Entered(promiseAmount, promiseDate, promiseMethod, promiseReminder, representative),
        planInstalments, planFirstDate, new Pause(holdReason, contactName, contactPhone), complaint, complaintAbout,
        new Wish(number, channel, new EnteredHours(from, to, notFrom, notTo)), note, actor);
  }
}
