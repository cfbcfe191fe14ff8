package io.remit.visit.day;

import io.remit.cases.InvalidInputException;
import io.remit.visit.FieldAgents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The field agents for whom lists of visits are made each night. */
@RestController
@RequestMapping("/api/visits/agents")
@Tag(name = "Visits")
class FieldAgentController {

  private final FieldAgentRegister register;
  private final FieldAgents people;
  private final VisitDays days;

  FieldAgentController(FieldAgentRegister register, FieldAgents people, VisitDays days) {
    this.register = register;
    this.people = people;
    this.days = days;
  }

  @GetMapping
  @Operation(summary = "Where the days of field agents begin, when, and who is absent")
  List<FieldAgent> all() {
    return register.all();
  }

  @PutMapping("/{userId}")
  @Transactional
  @Operation(summary = "Say where and when a field agent's day begins, how many visits it has, and who is absent")
  FieldAgent save(@PathVariable String userId, @RequestBody FieldAgentRegister.Entered entered, Principal user) {
    if (!people.isFieldAgent(userId)) {
      throw new InvalidInputException("userId", "must be the user id of a field agent");
    }
    FieldAgent saved = register.save(userId, entered, user.getName());
    days.absent(saved);
    return saved;
  }
}
