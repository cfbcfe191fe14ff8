package io.remit.division;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What is known of the collectors, for supervisors. */
@RestController
@RequestMapping("/api/collectors")
@Tag(name = "Collectors")
class CollectorController {

  private final CollectorRegister register;

  CollectorController(CollectorRegister register) {
    this.register = register;
  }

  /** A collector with the absences that are not over. */
  record Known(String userId, Set<String> languages, Set<String> skills, Set<String> places, Set<String> products,
      int dailyMinutes, Set<DayOfWeek> workingDays, List<Away> absences) {

    static Known of(Collector collector, Map<String, List<Absence>> absences) {
      return new Known(collector.userId(), collector.languages(), collector.skills(), collector.places(),
          collector.products(), collector.dailyMinutes(), collector.workingDays(),
          absences.getOrDefault(collector.userId(), List.of()).stream().map(Away::of).toList());
    }
  }

  /** Days of an absence, both included. */
  record Away(long id, LocalDate from, LocalDate to) {

    static Away of(Absence absence) {
      return new Away(absence.absenceId(), absence.firstDay(), absence.lastDay());
    }
  }

  /** ISO dates of the first and the last day. */
  record NewAbsence(String from, String to) {
  }

  @GetMapping
  @Operation(summary = "All collectors of whom something is known")
  List<Known> all() {
    Map<String, List<Absence>> absences = register.absences();
    return register.all().stream().map(collector -> Known.of(collector, absences)).toList();
  }

  @GetMapping("/{userId}")
  @Operation(summary = "What a collector can do, how much, and when he is away")
  Known one(@PathVariable String userId) {
    return register.find(userId).map(collector -> Known.of(collector, register.absences()))
        .orElseThrow(() -> notFound("nothing is known of such a collector"));
  }

  @PutMapping("/{userId}")
  @Operation(summary = "Set what a collector can do, and how much")
  Known save(@PathVariable String userId, @RequestBody CollectorEntry.Entered entered) {
    mustBeCollector(userId);
    return Known.of(register.save(userId, entered), register.absences());
  }

  @DeleteMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Give a collector no more cases")
  void remove(@PathVariable String userId) {
    if (!register.remove(userId)) {
      throw notFound("nothing is known of such a collector");
    }
  }

  @PostMapping("/{userId}/absences")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Enter an absence: when it begins, the collector's open cases are divided anew")
  Away absent(@PathVariable String userId, @RequestBody NewAbsence absence, Principal user) {
    mustBeCollector(userId);
    return Away.of(register.addAbsence(userId, absence.from(), absence.to(), user.getName()));
  }

  @DeleteMapping("/{userId}/absences/{absenceId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take an absence back")
  void present(@PathVariable String userId, @PathVariable long absenceId) {
    if (!register.removeAbsence(userId, absenceId)) {
      throw notFound("there is no such absence");
    }
  }

  private void mustBeCollector(String userId) {
    if (!register.isCollector(userId)) {
      throw notFound("there is no such user in the collectors' group");
    }
  }

  private static ResponseStatusException notFound(String reason) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
  }
}
