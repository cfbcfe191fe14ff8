package io.remit.casefile;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.DebtorDetails;
import io.remit.contact.ContactAttempts;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.Clearance;
import io.remit.gate.Person;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.remit.limitation.Limitations;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The debtor and the debts of a placed case as its partner may be told of them. A phone number and an address are shown
 * only if the gate lets them be used now, by means that the partner may use.
 */
@Component
class PlacedDebtor {

  private final ContactsByPeople contacts;
  private final ReachableDebtors reachable;
  private final ContactAttempts attempts;
  private final Limitations limitations;
  private final BusinessCalendar calendar;
  private final FormWords words;

  PlacedDebtor(ContactsByPeople contacts, ReachableDebtors reachable, ContactAttempts attempts, Limitations limitations,
      BusinessCalendar calendar, FormWords words) {
    this.contacts = contacts;
    this.reachable = reachable;
    this.attempts = attempts;
    this.limitations = limitations;
    this.calendar = calendar;
    this.words = words;
  }

  /** One debt, without the lender's number for it; null is what the partner is not told. */
  record Debt(@Nullable String product, @Nullable LocalDate dueDate, @Nullable String overdue,
      @Nullable String outstanding) {
  }

  /**
   * The facts in the order in which they are read.
   *
   * @param reader user id
   */
  List<Fact> facts(WholeCase about, Partner partner, String reader) {
    Set<DataField> allowed = partner.scope().dataFields();
    DebtorDetails debtor = about.debtor();
    Reachability known = reachable.of(about.its().debtorId());
    List<Fact> facts = new ArrayList<>();
    addIf(allowed.contains(DataField.DEBTOR_NAME), facts, "Name", debtor.name());
    Map<Channel, Clearance> answers = answers(about, partner, reader);
    answers.forEach((channel, answer) -> facts.add(new Fact(
        channel == Channel.CALL ? "Call now?" : "Visit now?",
        words.sentence(DebtorPart.answer(answer.decision(), debtor.timeZone())))));
    addIf(allowed.contains(DataField.PHONE), facts, "Phone", addressOf(answers.get(Channel.CALL)));
    addIf(allowed.contains(DataField.ADDRESS) && known.livesAtHisAddress()
        && addressOf(answers.get(Channel.VISIT)) != null, facts, "Address", debtor.address());
    addIf(allowed.contains(DataField.EMAIL), facts, "E-mail", known.emailForOthers());
    addIf(allowed.contains(DataField.CITY), facts, "City", debtor.city());
    addIf(allowed.contains(DataField.REGION), facts, "Region", debtor.region());
    addIf(allowed.contains(DataField.COUNTRY), facts, "Country", debtor.country());
    addIf(allowed.contains(DataField.TIME_ZONE), facts, "Local time",
        DebtorPart.localTime(calendar.now().atZone(debtor.timeZone()), words.language()));
    addIf(allowed.contains(DataField.LANGUAGE), facts, "Language", debtor.language());
    addIf(allowed.contains(DataField.OVERDUE_AMOUNT), facts, "Overdue",
        FormWords.money(about.its().currency(), about.figures().overdue()));
    addIf(allowed.contains(DataField.OUTSTANDING_AMOUNT), facts, "Outstanding",
        FormWords.money(about.its().currency(), about.figures().outstanding()));
    addIf(allowed.contains(DataField.CONTACTS_SO_FAR), facts, "Contacts so far",
        String.valueOf(attempts.ofCase(about.caseNumber()).size()));
    limitations.barred(about.accounts(), debtor).values().stream().min(LocalDate::compareTo).ifPresent(since ->
        facts.add(new Fact("Too old to be sued for: do not speak of court", since.toString())));
    return words.labelled(facts);
  }

  /** The debts, with what may be told of each. */
  List<Debt> debts(WholeCase about, Set<DataField> allowed) {
    LocalDate today = calendar.today();
    String currency = about.its().currency();
    return about.accounts().stream().map(account -> new Debt(
        allowed.contains(DataField.PRODUCT) ? account.product() : null,
        allowed.contains(DataField.OLDEST_DUE_DATE) ? account.oldestDueDate() : null,
        allowed.contains(DataField.OVERDUE_AMOUNT) ? FormWords.money(currency, account.overdueOn(today)) : null,
        allowed.contains(DataField.OUTSTANDING_AMOUNT)
            ? FormWords.money(currency, account.outstandingAmount()) : null)).toList();
  }

  private Map<Channel, Clearance> answers(WholeCase about, Partner partner, String reader) {
    Map<Channel, Clearance> answers = new EnumMap<>(Channel.class);
    for (Channel channel : List.of(Channel.CALL, Channel.VISIT)) {
      if (partner.scope().channels().contains(channel)) {
        answers.put(channel, contacts.lookFor(about.caseNumber(), channel, Person.DEBTOR, reader));
      }
    }
    return answers;
  }

  private static @Nullable String addressOf(@Nullable Clearance answer) {
    return answer != null && answer.allowed() ? answer.address() : null;
  }

  private static void addIf(boolean told, List<Fact> facts, String label, @Nullable String value) {
    if (told && value != null && !value.isBlank()) {
      facts.add(new Fact(label, value));
    }
  }
}
