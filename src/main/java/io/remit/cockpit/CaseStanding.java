package io.remit.cockpit;

import io.remit.cases.AgingPolicy;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CaseRepository.NextTreatment;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.DebtorRepository;
import io.remit.cases.NextStep;
import io.remit.cases.NextSteps;
import io.remit.cases.Stage;
import io.remit.cockpit.CaseProcesses.Decided;
import io.remit.cockpit.CaseProcesses.Step;
import io.remit.cockpit.CaseProcesses.Wait;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.legal.CourtCases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Why a case is where it is: facts, which the page puts into words. Reading it changes nothing. */
@RestController
@Tag(name = "Cases")
class CaseStanding {

  private final CaseRepository cases;
  private final CaseFigures figures;
  private final AgingPolicy aging;
  private final NextSteps nextSteps;
  private final CaseProcesses processes;
  private final CasePauses pauses;
  private final CourtCases courtCases;
  private final ContactsByPeople contacts;
  private final ContactAttempts attempts;
  private final DebtorRepository debtors;
  private final BusinessCalendar calendar;

  CaseStanding(CaseRepository cases, CaseFigures figures, AgingPolicy aging, NextSteps nextSteps,
      CaseProcesses processes, CasePauses pauses, CourtCases courtCases, ContactsByPeople contacts,
      ContactAttempts attempts, DebtorRepository debtors, BusinessCalendar calendar) {
    this.cases = cases;
    this.figures = figures;
    this.aging = aging;
    this.nextSteps = nextSteps;
    this.processes = processes;
    this.pauses = pauses;
    this.courtCases = courtCases;
    this.contacts = contacts;
    this.attempts = attempts;
    this.debtors = debtors;
    this.calendar = calendar;
  }

  /**
   * Why a case is where it is.
   *
   * @param at the moment that all this is about
   * @param waits where its processes wait, the one of the case first
   * @param steps what its processes will do by themselves, the soonest first
   * @param contact what the gate says now to a call in TELEPHONE, to a visit in VISIT; null in any other stage, where
   *     nobody calls or visits, and if the case is closed
   * @param denied the last contact that was tried, if the gate denied it; else null
   * @param atCourt whether a court has yet to decide: until then the case does not move on
   * @param treatment null if none was decided yet
   * @param next the stage that it grows into; null if there is none, or if it does not grow
   */
  record Standing(String caseNumber, Instant at, Status status, CloseReason closeReason, Instant closedAt, Place stage,
      List<Wait> waits, List<Step> steps, List<CasePauses.Pause> pauses, @Nullable Answer contact,
      @Nullable Denied denied, boolean atCourt, @Nullable Treatment treatment, @Nullable NextStep next) {
  }

  /**
   * The stage, and the rule that put the case there: {@code stage-by-aging}.
   *
   * @param since null if the case has not entered it
   * @param daysPastDue today, or when the case was closed; negative before the due date
   * @param pausedDays days that do not count for the stage
   * @param movedDays by how many days somebody moved the case: above zero back, below zero ahead
   * @param fromDays the age from which the rule asks for this stage
   * @param ofAge the stage that the rule asks for at its age now
   */
  record Place(Stage stage, @Nullable Instant since, LocalDate oldestDueDate, long daysPastDue, int pausedDays,
      int movedDays, long fromDays, Stage ofAge) {
  }

  /** @param timeZone the debtor's */
  record Answer(Channel channel, GateDecision decision, ZoneId timeZone) {
  }

  /** What the gate decided at a moment. */
  record Denied(Instant at, Channel channel, GateDecision decision, ZoneId timeZone) {
  }

  /**
   * What was decided last.
   *
   * @param planned the message that was decided then, and for how many days the case rests after the treatment
   * @param notBefore when the next one may be tried; null if nothing stands against it
   */
  record Treatment(Decided decided, NextTreatment planned, @Nullable Instant notBefore) {
  }

  @GetMapping("/api/cases/{caseNumber}/standing")
  @Operation(summary = "Why a case is where it is: the rule, what it waits for, what pauses it, and what comes next")
  Standing standing(@PathVariable String caseNumber) {
    CollectionCase current = cases.find(caseNumber)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such case"));
    List<ProcessInstance> running = processes.of(caseNumber);
    boolean closed = current.status() == Status.CLOSED;
    boolean grows = current.status() == Status.OPEN;
    return new Standing(caseNumber, calendar.now(), current.status(), current.closeReason(), current.closedAt(),
        place(current), processes.waits(running), processes.steps(running), pauses.of(caseNumber),
        closed ? null : answer(current), closed ? null : denied(current), courtCases.atCourt(caseNumber),
        treatment(current),
        grows ? nextSteps.after(current.stage(), current.baseDueDate(), current.ageShift()).orElse(null) : null);
  }

  private Place place(CollectionCase current) {
    long daysPastDue = figures.of(current.caseNumber()).daysPastDue();
    return new Place(current.stage(), current.stageEnteredAt(), current.baseDueDate(), daysPastDue,
        current.ageShift().pausedDays(), current.ageShift().movedDays(), aging.startOf(current.stage()),
        aging.stageAt(daysPastDue - current.ageShift().days()));
  }

  private @Nullable Answer answer(CollectionCase current) {
    Channel channel = switch (current.stage()) {
      case TELEPHONE -> Channel.CALL;
      case VISIT -> Channel.VISIT;
      default -> null;
    };
    return channel == null ? null : new Answer(channel,
        contacts.look(current.caseNumber(), channel, Person.DEBTOR), timeZone(current));
  }

  private @Nullable Denied denied(CollectionCase current) {
    return attempts.ofCase(current.caseNumber()).stream().findFirst()
        .filter(last -> last.status() == ContactAttempt.Status.DENIED)
        .map(last -> new Denied(last.plannedAt(), last.channel(), last.decision(), timeZone(current))).orElse(null);
  }

  private ZoneId timeZone(CollectionCase current) {
    return debtors.get(current.debtorId()).timeZone();
  }

  private @Nullable Treatment treatment(CollectionCase current) {
    return processes.lastDecision(cases.processOf(current.caseNumber()))
        .map(decided -> new Treatment(decided, cases.nextTreatment(current.caseNumber()),
            current.treatmentNotBefore()))
        .orElse(null);
  }
}
