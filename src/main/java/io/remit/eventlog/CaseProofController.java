package io.remit.eventlog;

import io.remit.eventlog.CaseNotRight.Status;
import io.remit.eventlog.Conformance.Checked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Whether every case is as it should be, for operators and managers. */
@RestController
@RequestMapping("/api/case-proofs")
@Tag(name = "Cases")
class CaseProofController {

  private static final int MOST_SHOWN = 1000;

  private final CaseProofs proofs;

  CaseProofController(CaseProofs proofs) {
    this.proofs = proofs;
  }

  /** Something that is not so, in words. */
  record Found(String rule, String text, @Nullable String elementId, @Nullable String elementName,
      @Nullable String detail) {

    static Found of(Finding finding) {
      return new Found(finding.rule().name(), finding.rule().sentence(), finding.elementId(), finding.elementName(),
          finding.detail());
    }
  }

  /**
   * One case as it is now.
   *
   * @param state null if it is in none, which is a finding
   * @param waitsAt the element of the model, or null
   * @param until when it goes on by itself or its task should be done; null if there is no day
   * @param groups who has a task of it
   */
  record Proof(String caseNumber, @Nullable String state, @Nullable String waitsAt, @Nullable Instant until,
      Set<String> groups, List<Found> findings) {

    static Proof of(Checked checked) {
      List<Found> findings = checked.findings().stream().map(Found::of).toList();
      return checked.state().map(state -> new Proof(checked.caseNumber(), state.name().name(), state.elementId(),
          state.until(), state.groups(), findings))
          .orElseGet(() -> new Proof(checked.caseNumber(), null, null, null, Set.of(), findings));
    }
  }

  /**
   * What a check found.
   *
   * @param states how many cases are in each state
   * @param notRight how many are not as they should be
   * @param items the first of them
   */
  record Checks(Instant at, long cases, Map<String, Long> states, long notRight, List<Proof> items) {
  }

  /** What is known from the last check of a night; its parts are null before there was one. */
  record Last(@Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable Long cases, @Nullable Long notRight,
      List<Known> items) {
  }

  /**
   * A case that is not right, as far as is known.
   *
   * @param status OPEN while an operator has the task, LEFT if one decided that it stays as it is
   */
  record Known(String caseNumber, Status status, Instant foundAt, @Nullable String decidedBy, @Nullable String note,
      List<Found> findings) {

    static Known of(CaseNotRight known) {
      return new Known(known.caseNumber(), known.status(), known.foundAt(), known.endedBy(), known.note(),
          known.findings().stream().map(Found::of).toList());
    }
  }

  @GetMapping
  @Operation(summary = "The last nightly check, and the cases that are not right as far as is known")
  Last last() {
    List<Known> items = proofs.notRight(MOST_SHOWN).stream().map(Known::of).toList();
    return proofs.lastRun()
        .map(run -> new Last(run.startedAt(), run.finishedAt(), run.cases(), run.notRight(), items))
        .orElseGet(() -> new Last(null, null, null, null, items));
  }

  @PostMapping
  @Operation(summary = "Checks every open case, and those closed since the last night, now")
  Checks check() {
    CaseProofs.Report report = proofs.check();
    return new Checks(report.at(), report.cases(), report.states(), report.notRight().size(),
        report.notRight().stream().limit(MOST_SHOWN).map(Proof::of).toList());
  }

  @GetMapping("/{caseNumber}")
  @Operation(summary = "The one state in which a case is, and what is not right about it")
  Proof one(@PathVariable String caseNumber) {
    return proofs.of(caseNumber).map(Proof::of)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such case"));
  }
}
