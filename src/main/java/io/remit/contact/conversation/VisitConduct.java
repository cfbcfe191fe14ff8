package io.remit.contact.conversation;

import static io.remit.cases.EnteredText.isEntered;

import io.remit.card.CardNumbers;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.contact.ConversationOutcome;
import io.remit.safety.SafetyNote.Level;
import io.remit.safety.SafetyNotes;
import io.remit.visit.AgentsNeeded;
import io.remit.visit.FieldAgents;
import io.remit.visit.VisitReport;
import io.remit.visit.VisitReport.Entry;
import io.remit.visit.VisitReports;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks how a visit was made, and keeps it: as many agents as it needs, who showed who they are, went in only if they
 * were asked in, and told nobody else of the debt.
 */
@Component
class VisitConduct {

  private static final int LONGEST_EVIDENCE = 2000;
  private static final int LONGEST_NOTE = 500;

  private final AgentsNeeded needed;
  private final FieldAgents people;
  private final VisitReports visits;
  private final SafetyNotes safety;

  VisitConduct(AgentsNeeded needed, FieldAgents people, VisitReports visits, SafetyNotes safety) {
    this.needed = needed;
    this.people = people;
    this.visits = visits;
    this.safety = safety;
  }

  private enum Answer {
    YES, NO
  }

  /**
   * Checks a visit of ours and keeps how it was made. After an unsafe one nobody goes there alone.
   *
   * @param at when the gate allowed it
   * @param note in the reporter's own words, or null
   * @throws InvalidInputException if the visit was not made as it has to be, or that was not told
   */
  void keep(CollectionCase current, ConversationReport report, ConversationOutcome outcome, @Nullable String note,
      Instant at) {
    AtTheDoor door = report.atTheDoor();
    String second = secondAgent(current, door.secondAgent(), report.actor(), at);
    boolean met = outcome.rightParty();
    boolean shown = answer("identityShown", door.identityShown(), met) == Answer.YES;
    if (met && !shown) {
      throw new InvalidInputException("identityShown", "must be YES: nobody is met who does not know who we are");
    }
    Entry entry = met || isEntered(door.entry()) ? EnteredText.choice("entry", door.entry(), Entry.class) : null;
    if (answer("othersTold", door.othersTold(), met) == Answer.YES) {
      throw new InvalidInputException("othersTold",
          "must be NO: tell a supervisor if somebody else heard of the debt, who records the visit as a complaint");
    }
    visits.add(new VisitReport(current.caseNumber(), at, report.actor(), second, outcome.name(), shown, entry,
        evidence(door.evidence())));
    if (outcome == ConversationOutcome.UNSAFE) {
      safety.write(current.debtorId(), new SafetyNotes.Entered(Level.TWO_AGENTS.name(),
          EnteredText.required("note", note, LONGEST_NOTE)), report.actor());
    }
  }

  private @Nullable String secondAgent(CollectionCase current, @Nullable String entered, String actor, Instant at) {
    if (entered == null || entered.isBlank()) {
      if (needed.forVisit(current, at) > 1) {
        throw new InvalidInputException("secondAgent", "is missing: nobody goes there alone");
      }
      return null;
    }
    String second = entered.strip();
    if (!people.mayAccompany(actor, second)) {
      throw new InvalidInputException("secondAgent", "must be the user id of another field agent");
    }
    return second;
  }

  private static Answer answer(String field, @Nullable String entered, boolean required) {
    return required || isEntered(entered) ? EnteredText.choice(field, entered, Answer.class) : Answer.NO;
  }

  private static @Nullable String evidence(@Nullable String entered) {
    if (entered != null && entered.length() > LONGEST_EVIDENCE) {
      throw new InvalidInputException("evidence", "is longer than " + LONGEST_EVIDENCE + " characters");
    }
    return entered == null || entered.isBlank() ? null : CardNumbers.masked(entered.strip());
  }
}
