package io.remit.contact.treatment;

import io.remit.cases.Channel;
import io.remit.cases.DebtorDetails;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ConversationOutcome;
import io.remit.gate.Person;
import io.remit.region.RegionalRules;
import io.remit.safety.SafetyNotes;
import io.remit.visit.LocalTeams;
import io.remit.visit.LocalTeams.Place;
import io.remit.visit.LocalTeams.Team;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is asked before somebody is sent to a debtor, beside what is asked before every contact. */
@Component
class VisitQuestions {

  private static final String NONE = "NONE";
  /** An attempt that was made and did not come to the debtor, or to which the debtor did not answer. */
  private static final Set<Status> MADE = EnumSet.of(Status.SENT, Status.DELIVERED, Status.FAILED);

  private final RegionalRules regions;
  private final SafetyNotes safety;
  private final LocalTeams teams;
  private final ContactAttempts attempts;

  VisitQuestions(RegionalRules regions, SafetyNotes safety, LocalTeams teams, ContactAttempts attempts) {
    this.regions = regions;
    this.safety = safety;
    this.teams = teams;
    this.attempts = attempts;
  }

  /** Whether nobody is visited where the debtor lives, by a rule for the region. */
  boolean regionClosed(DebtorDetails debtor) {
    return regions.visitsStoppedUntil(debtor).isPresent();
  }

  /** Who visits where the debtor lives: a {@link Team}. */
  String teamFor(DebtorDetails debtor) {
    return teams.teamAt(new Place(debtor.country(), debtor.region(), debtor.city())).name();
  }

  /** The most that the safety notes about the debtor ask for; NONE if there are none. */
  String safetyNote(DebtorDetails debtor) {
    return safety.levelFor(debtor.debtorId()).map(Enum::name).orElse(NONE);
  }

  /** How many other channels were tried since the debtor was last spoken with, without success. */
  int channelsTried(String caseNumber) {
    Set<Channel> tried = EnumSet.noneOf(Channel.class);
    attempts.ofCase(caseNumber).stream().takeWhile(attempt -> !reachedTheDebtor(attempt))
        .filter(attempt -> attempt.channel() != Channel.VISIT && attempt.person() == Person.DEBTOR)
        .filter(attempt -> attempt.isTreatment() && MADE.contains(attempt.status()))
        .forEach(attempt -> tried.add(attempt.channel()));
    return tried.size();
  }

  private static boolean reachedTheDebtor(ContactAttempt attempt) {
    return attempt.outcome() != null && ConversationOutcome.valueOf(attempt.outcome()).rightParty();
  }

  /** Whether somebody could go there now. */
  boolean arePossible(DebtorDetails debtor) {
    return !regionClosed(debtor) && !safety.forbidsVisits(debtor.debtorId())
        && teams.teamAt(new Place(debtor.country(), debtor.region(), debtor.city())) != Team.NONE;
  }
}
