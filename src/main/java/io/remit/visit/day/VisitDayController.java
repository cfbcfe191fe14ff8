package io.remit.visit.day;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.visit.FieldAgents;
import io.remit.visit.day.DayView.Day;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The list of visits of an agent for a day: for the agent, and for supervisors. */
@RestController
@RequestMapping("/api/visits")
@Tag(name = "Visits")
class VisitDayController {

  private final VisitDays days;
  private final DayView view;
  private final DayPaper paper;
  private final AuditTrail audit;
  private final FieldAgents people;
  private final BusinessCalendar calendar;

  VisitDayController(VisitDays days, DayView view, DayPaper paper, AuditTrail audit, FieldAgents people,
      BusinessCalendar calendar) {
    this.days = days;
    this.view = view;
    this.paper = paper;
    this.audit = audit;
    this.people = people;
    this.calendar = calendar;
  }

  /**
   * Who takes a list over.
   *
   * @param agent user id of who had it
   * @param date ISO date; today if missing
   * @param to user id of who has it from now on
   */
  record HandOver(@Nullable String agent, @Nullable String date, @Nullable String to) {
  }

  @GetMapping("/day")
  @Operation(summary = "The visits of an agent on a day in their order; a field agent sees their own")
  Day day(@RequestParam(required = false) @Nullable String date,
      @RequestParam(required = false) @Nullable String agent, Authentication user) {
    return shown(found(agentOf(agent, user), dayOf(date)), user);
  }

  @GetMapping("/day.pdf")
  @Operation(summary = "The same as a page to print, with a map")
  ResponseEntity<byte[]> page(@RequestParam(required = false) @Nullable String date,
      @RequestParam(required = false) @Nullable String agent, Authentication user) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
        .body(paper.print(shown(found(agentOf(agent, user), dayOf(date)), user)));
  }

  @PostMapping("/day")
  @Operation(summary = "Make the list of a day, in place of one that was made before")
  Day make(@RequestParam(required = false) @Nullable String date,
      @RequestParam(required = false) @Nullable String agent, Authentication user) {
    LocalDate day = dayOf(date);
    if (day.isBefore(calendar.today())) {
      throw new InvalidInputException("date", "lies in the past");
    }
    String whose = agentOf(agent, user);
    if (!people.isFieldAgent(whose)) {
      throw new InvalidInputException("agent", "must be the user id of a field agent");
    }
    return shown(days.make(whose, day, user.getName())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "the agent is absent on that day")), user);
  }

  @PostMapping("/day/handover")
  @Operation(summary = "Let another agent make the visits of a list that were not made yet")
  Day handOver(@RequestBody HandOver wanted, Authentication user) {
    if (wanted.agent() == null || wanted.to() == null || wanted.to().equals(wanted.agent())
        || !people.isFieldAgent(wanted.to())) {
      throw new InvalidInputException("to", "must be another field agent");
    }
    return shown(days.handOver(wanted.agent(), dayOf(wanted.date()), wanted.to(), user.getName())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT,
            "there is no such list, or the other agent is absent on that day")), user);
  }

  private VisitDay found(String agent, LocalDate day) {
    return days.find(agent, day)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no list of that day"));
  }

  private Day shown(VisitDay list, Authentication user) {
    list.stops().forEach(stop -> audit.record(Kind.VIEW, user.getName(), stop.caseNumber(), "visit list"));
    return view.of(list);
  }

  private LocalDate dayOf(@Nullable String entered) {
    return entered == null || entered.isBlank() ? calendar.today() : EnteredText.date("date", entered);
  }

  /** A field agent has their own list; who may see others' says whose. */
  private String agentOf(@Nullable String entered, Authentication user) {
    if (entered == null || entered.isBlank() || entered.equals(user.getName())) {
      return user.getName();
    }
    if (people.isFieldAgent(user.getName())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "this list is not yours");
    }
    return entered;
  }
}
