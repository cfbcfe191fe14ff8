package io.remit.cockpit;

import io.remit.casefile.GateAnswers;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CaseRepository.NextTreatment;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.NextStep;
import io.remit.cockpit.CaseProcesses.Decided;
import io.remit.cockpit.CaseProcesses.Step;
import io.remit.cockpit.CaseProcesses.Wait;
import io.remit.legal.PendingSuits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
  private final StagePlaces places;
  private final CaseProcesses processes;
  private final CasePauses pauses;
  private final PendingSuits suits;
  private final LastContacts contacts;
  private final BusinessCalendar calendar;

  CaseStanding(CaseRepository cases, StagePlaces places, CaseProcesses processes, CasePauses pauses,
      PendingSuits suits, LastContacts contacts, BusinessCalendar calendar) {
    this.cases = cases;
    this.places = places;
    this.processes = processes;
    this.pauses = pauses;
    this.suits = suits;
    this.contacts = contacts;
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
  record Standing(String caseNumber, Instant at, Status status, @Nullable CloseReason closeReason,
      @Nullable Instant closedAt, StagePlaces.Place stage, List<Wait> waits, List<Step> steps,
      List<CasePauses.Pause> pauses, GateAnswers.@Nullable Answer contact, LastContacts.@Nullable Denied denied,
      boolean atCourt, @Nullable Treatment treatment, @Nullable NextStep next) {
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
        places.of(current), processes.waits(running), processes.steps(running), pauses.of(caseNumber),
        closed ? null : contacts.now(current), closed ? null : contacts.denied(current), suits.has(caseNumber),
        treatment(current),
        grows ? places.next(current).orElse(null) : null);
  }

  private @Nullable Treatment treatment(CollectionCase current) {
    return processes.lastDecision(cases.processOf(current.caseNumber()))
        .map(decided -> new Treatment(decided, cases.nextTreatment(current.caseNumber()),
            current.treatmentNotBefore()))
        .orElse(null);
  }
}
