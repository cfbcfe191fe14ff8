package io.remit.casefile;

import io.remit.approval.SecondDecision;
import io.remit.cases.Corrections;
import io.remit.cases.DebtorRepository;
import io.remit.privacy.DebtorData;
import io.remit.privacy.Erasable;
import io.remit.privacy.ErasureOrder;
import io.remit.privacy.Erasures;
import io.remit.privacy.HeldData;
import io.remit.privacy.LegalHold;
import io.remit.privacy.LegalHolds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What debtors may ask of their data: to see it, and to have it erased; and what keeps that from being done. */
@RestController
@RequestMapping("/api/debtors")
@Tag(name = "Personal data")
class PersonalDataController {

  private final DebtorRepository debtors;
  private final DebtorData data;
  private final Erasures erasures;
  private final LegalHolds holds;
  private final Corrections corrections;

  PersonalDataController(DebtorRepository debtors, DebtorData data, Erasures erasures, LegalHolds holds,
      Corrections corrections) {
    this.debtors = debtors;
    this.data = data;
    this.erasures = erasures;
    this.holds = holds;
    this.corrections = corrections;
  }

  /** Why something is asked for, done or ended. */
  record Why(@Nullable String reason) {
  }

  /** What another person decided. */
  record Decided(SecondDecision.@Nullable Outcome outcome) {
  }

  /** The number of what was made. */
  record Made(long legalHoldId) {
  }

  /** @param asked what was asked for last, or null */
  record ErasureView(Erasable erasable, @Nullable ErasureOrder asked) {
  }

  @GetMapping({"/{debtorId}/data", "/data"})
  @Operation(summary = "All that is held of a debtor, in words")
  HeldData data(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery,
      @RequestParam(required = false) String language) {
    return data.of(known(inPath, inQuery), language);
  }

  @GetMapping(path = {"/{debtorId}/data.pdf", "/data.pdf"}, produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(summary = "The same as a PDF for the debtor")
  ResponseEntity<byte[]> print(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery,
      @RequestParam(required = false) String language) {
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"debtor-data.pdf\"")
        .contentType(MediaType.APPLICATION_PDF).body(data.print(known(inPath, inQuery), language));
  }

  @GetMapping({"/{debtorId}/corrections", "/corrections"})
  @Operation(summary = "What was corrected of what the creditor's files tell of a debtor, and whether it is in force")
  List<Corrections.Correction> corrections(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery) {
    return corrections.of(known(inPath, inQuery));
  }

  @PostMapping({"/{debtorId}/corrections", "/corrections"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Correct the name, the e-mail address or the language of a debtor")
  void correct(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery, @RequestBody Corrections.Entered entered,
      Principal user) {
    corrections.correct(known(inPath, inQuery), entered, user.getName());
  }

  @GetMapping({"/{debtorId}/erasure", "/erasure"})
  @Operation(summary = "Whether a debtor may be erased, what is in the way, and what was asked for")
  ErasureView erasure(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery) {
    String debtorId = known(inPath, inQuery);
    return new ErasureView(erasures.of(debtorId), erasures.newest(debtorId).orElse(null));
  }

  @PostMapping({"/{debtorId}/erasure", "/erasure"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ask for a debtor to be erased; another person decides on it")
  void ask(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery, @RequestBody Why why, Principal user) {
    erasures.ask(known(inPath, inQuery), why.reason(), user.getName());
  }

  @PostMapping({"/{debtorId}/erasure/decision", "/erasure/decision"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Decide on an erasure that another person asked for; if it is approved it is done at once")
  void decide(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery, @RequestBody Decided decided, Principal user) {
    erasures.decide(known(inPath, inQuery), decided.outcome(), user.getName());
  }

  @GetMapping({"/{debtorId}/legal-holds", "/legal-holds"})
  @Operation(summary = "The legal holds on a debtor's data, the newest first")
  List<LegalHold> holds(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery) {
    return holds.of(known(inPath, inQuery));
  }

  @PostMapping({"/{debtorId}/legal-holds", "/legal-holds"})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Keep a debtor's data from being erased")
  Made hold(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery, @RequestBody Why why, Principal user) {
    return new Made(holds.set(known(inPath, inQuery), why.reason(), user.getName()));
  }

  @PostMapping({"/{debtorId}/legal-holds/{legalHoldId}/end", "/legal-holds/{legalHoldId}/end"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Lift a legal hold")
  void lift(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery, @PathVariable long legalHoldId,
      @RequestBody Why why, Principal user) {
    if (!holds.lift(known(inPath, inQuery), legalHoldId, why.reason(), user.getName())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such legal hold");
    }
  }

  private String known(@Nullable String inPath, @Nullable String inQuery) {
    String debtorId = IdInAddress.of(inPath, inQuery, "debtor");
    try {
      return debtors.get(debtorId).debtorId();
    } catch (EmptyResultDataAccessException unknown) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such debtor");
    }
  }
}
