package io.remit.casefile;

import io.remit.cases.CaseRepository;
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
import org.springframework.web.server.ResponseStatusException;

/** Debtors who cannot pay, and what was granted to them. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
@Tag(name = "Hardship")
class HardshipController {

  private final CaseRepository cases;
  private final Hardships hardships;
  private final Reliefs reliefs;

  HardshipController(CaseRepository cases, Hardships hardships, Reliefs reliefs) {
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
    exists(caseNumber);
    return new Taken(hardships.request(caseNumber, request, user.getName())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "the case is closed")).number());
  }

  @GetMapping("/reliefs")
  @Operation(summary = "What was granted to the debtor for hardship, oldest first")
  List<Relief> reliefs(@PathVariable String caseNumber) {
    exists(caseNumber);
    return reliefs.ofCase(caseNumber);
  }

  private void exists(String caseNumber) {
    if (cases.find(caseNumber).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such case");
    }
  }
}
