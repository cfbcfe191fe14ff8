package io.remit.casefile;

import io.remit.hardship.Hardships;
import io.remit.hardship.Relief;
import io.remit.hardship.Reliefs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Debtors who cannot pay, and what was granted to them. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
@Tag(name = "Hardship")
class HardshipController {

  private final KnownCases cases;
  private final Hardships hardships;
  private final Reliefs reliefs;

  HardshipController(KnownCases cases, Hardships hardships, Reliefs reliefs) {
    this.cases = cases;
    this.hardships = hardships;
    this.reliefs = reliefs;
  }

  /** The hold to which evidence is added. */
  record Taken(long holdId) {
  }

  @PostMapping("/hardship")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Take down why a debtor cannot pay; the case pauses until a supervisor has decided on relief")
  Taken request(@PathVariable String caseNumber, @RequestBody Hardships.Entered request, Principal user) {
    cases.number(caseNumber);
    return new Taken(hardships.request(caseNumber, request, user.getName())
        .orElseThrow(KnownCases::closed).number());
  }

  @GetMapping("/reliefs")
  @Operation(summary = "What was granted to the debtor for hardship, oldest first")
  List<Relief> reliefs(@PathVariable String caseNumber) {
    cases.number(caseNumber);
    return reliefs.ofCase(caseNumber);
  }
}
