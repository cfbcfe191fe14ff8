package io.remit.casefile;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.DebtorDetails;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.Clearance;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.GateDecision;
import io.remit.gate.Hours;
import io.remit.gate.Person;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.remit.safety.SafetyNotes;
import io.remit.visit.AgentsNeeded;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the debtor is and how to reach the debtor now: a phone number is shown only if the gate lets it be called. */
@Component
class DebtorPart implements CaseFilePart {

  private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  private final ContactGate gate;
  private final ReachableDebtors reachable;
  private final ContactsByPeople contacts;
  private final AgentsNeeded agents;
  private final SafetyNotes safety;
  private final BusinessCalendar calendar;
  private final FormWords words;

  DebtorPart(ContactGate gate, ReachableDebtors reachable, ContactsByPeople contacts, AgentsNeeded agents,
      SafetyNotes safety, BusinessCalendar calendar, FormWords words) {
    this.gate = gate;
    this.reachable = reachable;
    this.contacts = contacts;
    this.agents = agents;
    this.safety = safety;
    this.calendar = calendar;
    this.words = words;
  }

  private record Debtor(List<Fact> debtor) {
  }

  /** The facts in the order in which they are read. */
  @Override
  public Debtor of(OpenedForm form) {
    DebtorDetails debtor = form.about().debtor();
    Channel contactBy = form.contactBy();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Name", debtor.name()));
    if (contactBy != null) {
      Clearance clearance = contacts.lookFor(form.caseNumber(), contactBy, Person.DEBTOR, form.reader());
      add(facts, "Phone", contactBy == Channel.CALL ? clearance.address() : null);
      facts.add(new Fact("Contact now?", words.sentence(answer(clearance.decision(), debtor.timeZone()))));
    }
    if (contactBy == Channel.VISIT) {
      if (agents.forVisit(form.about().its(), calendar.now()) > 1) {
        facts.add(new Fact("Who goes there", words.sentence("nobody goes there alone")));
      }
      safety.of(debtor.debtorId()).forEach(note -> facts.add(new Fact("Safety note",
          words.name(note.level()) + ": " + note.words())));
    }
    add(facts, "E-mail", debtor.email());
    add(facts, "Address", join(debtor.address(), debtor.city(), debtor.country()));
    String time = localTime(calendar.now().atZone(debtor.timeZone()), words.language());
    facts.add(new Fact("Local time", join(time, debtor.language() == null ? null
        : words.sentence("speaks " + debtor.language()))));
    Reachability known = reachable.of(form.about().its().debtorId());
    addWishes(facts, known);
    if (contactBy == Channel.CALL) {
      addContactPerson(facts, form.caseNumber(), known);
    }
    return new Debtor(words.labelled(facts));
  }

  /** What the debtor told us of how to be contacted. */
  private void addWishes(List<Fact> facts, Reachability known) {
    Hours only = known.suitable().onlyThen();
    Hours not = known.suitable().notThen();
    add(facts, "Hours that suit", join(
        only == null ? null : words.sentence("only " + only.from() + " to " + only.to()),
        not == null ? null : words.sentence("not " + not.from() + " to " + not.to())));
    add(facts, "No contact by", known.optedOut().stream().map(words::name).collect(Collectors.joining(", ")));
  }

  /** Third parties are named only where they may be asked. */
  private void addContactPerson(List<Fact> facts, String caseNumber, Reachability known) {
    if (known.hasContactPerson() && reachable.isLost(known)
        && gate.look(Contact.of(caseNumber, Channel.CALL, Person.CONTACT_PERSON,
            contacts.script(Channel.CALL, Person.CONTACT_PERSON)), 0).allowed()) {
      facts.add(new Fact("Contact person: ask only for a call back, no word about the debt",
          join(known.debtor().contactPersonName(), known.debtor().contactPersonPhone())));
    }
  }

  private static void add(List<Fact> facts, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(label, value));
    }
  }

  static String localTime(ZonedDateTime there, Locale language) {
    return LOCAL_TIME.withLocale(language).format(there);
  }

  static String answer(GateDecision decision, ZoneId zone) {
    if (decision.allowed()) {
      return "allowed";
    }
    Instant next = decision.nextAllowedAt();
    return "NO (" + decision.rule() + ")"
        + (next == null ? "" : ", from " + FormWords.dayAndTime(next, zone) + " local time");
  }

  private static String join(@Nullable String... parts) {
    return Arrays.stream(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
  }
}
