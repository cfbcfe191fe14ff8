package io.remit.casefile;

import io.remit.cases.MatterKey;
import io.remit.evidence.EvidenceFile;
import io.remit.evidence.EvidenceItem;
import io.remit.hold.Hold;
import io.remit.hold.HoldEntry;
import io.remit.hold.Holds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What belongs to one hold: evidence, and who is asked in the debtor's place. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/holds/{holdId}")
@Tag(name = "Holds")
class HoldController {

  private final Holds holds;
  private final HoldEntry entry;
  private final EvidenceFile evidence;

  HoldController(Holds holds, HoldEntry entry, EvidenceFile evidence) {
    this.holds = holds;
    this.entry = entry;
    this.evidence = evidence;
  }

  /** The number of what was added. */
  record Added(long evidenceId) {
  }

  /** @param verdict ACCEPTED, REJECTED or FORGED */
  record Judgement(String verdict) {
  }

  /** @param contactPhone E.164, or null */
  record AskedInstead(String contactName, @Nullable String contactPhone) {
  }

  @GetMapping("/evidence")
  @Operation(summary = "The evidence of a hold: what each document is and where it lies")
  List<EvidenceItem> evidence(@PathVariable String caseNumber, @PathVariable long holdId) {
    return evidence.of(hold(caseNumber, holdId).key());
  }

  @PostMapping("/evidence")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Add a document: what it is, who wrote it, where it lies; the document itself is not stored")
  Added add(@PathVariable String caseNumber, @PathVariable long holdId, @RequestBody EvidenceFile.Entered document,
      Principal user) {
    return new Added(evidence.add(inForce(caseNumber, holdId), document, user.getName()));
  }

  @PostMapping("/evidence/{evidenceId}/verdict")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Record what a second person found of a document: ACCEPTED, REJECTED or FORGED")
  void judge(@PathVariable String caseNumber, @PathVariable long holdId, @PathVariable long evidenceId,
      @RequestBody Judgement judgement, Principal user) {
    evidence.judge(inForce(caseNumber, holdId), evidenceId, judgement.verdict(), user.getName());
  }

  @PostMapping("/contact")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Record who is asked in the debtor's place: who handles the estate, or the administrator")
  void contact(@PathVariable String caseNumber, @PathVariable long holdId, @RequestBody AskedInstead asked,
      Principal user) {
    entry.setContact(inForce(caseNumber, holdId), asked.contactName(), asked.contactPhone(), user.getName());
  }

  private MatterKey inForce(String caseNumber, long holdId) {
    Hold hold = hold(caseNumber, holdId);
    if (!hold.inForce()) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "the hold is over");
    }
    return hold.key();
  }

  private Hold hold(String caseNumber, long holdId) {
    return holds.ofCase(caseNumber).stream().filter(hold -> hold.holdId() == holdId).findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such hold on this case"));
  }
}
