package io.remit.contact.notice;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactLedger;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.gate.Channel;
import io.remit.gate.ContactGate;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.gate.Reachability;
import io.remit.hold.Hold.Reason;
import io.remit.hold.Holds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is written to a debtor about terms that are offered to him or agreed with him, and about their end. */
@Component
public class TermsMessages {

  private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.SMS, Channel.LETTER);

  private final Map<MatterKey.Kind, TermsValues> values;
  private final MessageTexts texts;
  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final ContactGate gate;
  private final Holds holds;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  TermsMessages(ObjectProvider<TermsValues> values, MessageTexts texts, CaseRepository cases, ContactLedger ledger,
      ContactGate gate, Holds holds, BusinessCalendar calendar, Timeline timeline) {
    this.values = values.stream().collect(Collectors.toMap(TermsValues::kind, Function.identity()));
    this.texts = texts;
    this.cases = cases;
    this.ledger = ledger;
    this.gate = gate;
    this.holds = holds;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * Plans a text about terms through the first channel that serves and has one; the dispatcher sends it.
   *
   * @param text the name of its templates without the channel, such as {@code plan-offer}
   */
  public void tell(MatterKey matter, String text) {
    CollectionCase current = cases.get(matter.caseNumber());
    Reachability debtor = gate.reachability(current.debtorId());
    Optional<Channel> channel = CHANNELS.stream().filter(debtor::serves)
        .filter(each -> texts.find(template(text, each), debtor.debtor().language()).isPresent()).findFirst();
    if (channel.isEmpty()) {
      timeline.add(current.caseNumber(), "DENIED", null, Timeline.SYSTEM, "No address serves for the text " + text,
          null);
      return;
    }
    ledger.planAboutTerms(new ContactLedger.Plan(current.caseNumber(), current.debtorId(), current.stage().name(),
        channel.get(), Person.DEBTOR, template(text, channel.get()), null, Timeline.SYSTEM), matter, calendar.now(),
        calendar.now());
  }

  /** The values of a message's placeholders that are about its terms; empty if it must not go out any more. */
  public Optional<Map<Placeholder, String>> valuesOf(ContactAttempt attempt) {
    boolean roomForTerms = holds.pausedFor(attempt.caseNumber()).stream().allMatch(Reason::leavesRoomForTerms);
    return roomForTerms ? values.get(attempt.matter().kind()).of(attempt.matter(), attempt.template())
        : Optional.empty();
  }

  /** The gate forbade a message about terms: it is tried again from when it may go, as long as it is true. */
  public void denied(ContactAttempt attempt, GateDecision decision) {
    if (decision.nextAllowedAt() != null && valuesOf(attempt).isPresent()) {
      ledger.planAboutTerms(new ContactLedger.Plan(attempt.caseNumber(), attempt.debtorId(), attempt.stage(),
          attempt.channel(), attempt.person(), attempt.template(), null, Timeline.SYSTEM), attempt.matter(),
          calendar.now(), decision.nextAllowedAt());
    }
  }

  private static String template(String text, Channel channel) {
    return text + "-" + channel.name().toLowerCase(Locale.ROOT);
  }
}
