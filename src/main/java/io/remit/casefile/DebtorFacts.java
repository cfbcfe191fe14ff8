package io.remit.casefile;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.Admission;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.GateDecision;
import io.remit.gate.Hours;
import io.remit.gate.Person;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who the debtor is and how he may be reached now: a phone number is shown only if the gate lets it be called. */
@Component
class DebtorFacts {

  private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);

  private final ContactGate gate;
  private final ReachableDebtors reachable;
  private final ContactsByPeople contacts;
  private final BusinessCalendar calendar;
  private final Shown shown;

  DebtorFacts(ContactGate gate, ReachableDebtors reachable, ContactsByPeople contacts, BusinessCalendar calendar,
      Shown shown) {
    this.gate = gate;
    this.reachable = reachable;
    this.contacts = contacts;
    this.calendar = calendar;
    this.shown = shown;
  }

  record Fact(String label, String value) {
  }

  /**
   * The facts in the order in which they are read.
   *
   * @param contactBy how somebody is about to contact the debtor; null if nobody is
   * @param actor who that is: a user id
   */
  List<Fact> of(CollectionCase current, DebtorDetails debtor, Channel contactBy, String actor) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Name", debtor.name()));
    if (contactBy != null) {
      Admission admission = contacts.lookFor(current.caseNumber(), contactBy, Person.DEBTOR, actor);
      add(facts, "Phone", contactBy == Channel.CALL ? admission.address() : null);
      facts.add(new Fact("Contact now?", shown.sentence(answer(admission.decision(), debtor.timeZone()))));
    }
    add(facts, "E-mail", debtor.email());
    add(facts, "Address", join(debtor.address(), debtor.city(), debtor.country()));
    String time = LOCAL_TIME.withLocale(shown.language()).format(calendar.now().atZone(debtor.timeZone()));
    facts.add(new Fact("Local time", join(time, debtor.language() == null ? null
        : shown.sentence("speaks " + debtor.language()))));
    addWishes(facts, reachable.of(current.debtorId()));
    if (contactBy == Channel.CALL) {
      addContactPerson(facts, current);
    }
    return shown.labelled(facts);
  }

  /** What he told us of how he wants to be contacted. */
  private void addWishes(List<Fact> facts, Reachability known) {
    Hours only = known.suitable().onlyThen();
    Hours not = known.suitable().notThen();
    add(facts, "Hours that suit", join(
        only == null ? null : shown.sentence("only " + only.from() + " to " + only.to()),
        not == null ? null : shown.sentence("not " + not.from() + " to " + not.to())));
    add(facts, "No contact by", known.optedOut().stream().map(shown::name).collect(Collectors.joining(", ")));
  }

  /** Third parties are named only where they may be asked. */
  private void addContactPerson(List<Fact> facts, CollectionCase current) {
    Reachability reachability = reachable.of(current.debtorId());
    if (reachability.hasContactPerson() && reachable.isLost(reachability)
        && gate.look(Contact.of(current.caseNumber(), Channel.CALL, Person.CONTACT_PERSON,
            contacts.script(Channel.CALL, Person.CONTACT_PERSON)), 0).allowed()) {
      facts.add(new Fact("Contact person: ask only for a call back, no word about the debt",
          join(reachability.debtor().contactPersonName(), reachability.debtor().contactPersonPhone())));
    }
  }

  private static void add(List<Fact> facts, String label, String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(label, value));
    }
  }

  private static String answer(GateDecision decision, ZoneId zone) {
    if (decision.allowed()) {
      return "allowed";
    }
    Instant next = decision.nextAllowedAt();
    return "NO (" + decision.rule() + ")"
        + (next == null ? "" : ", from " + DAY_AND_TIME.format(next.atZone(zone)) + " local time");
  }

  private static String join(String... parts) {
    return Arrays.stream(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
  }
}
