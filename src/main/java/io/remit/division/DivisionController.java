package io.remit.division;

import io.remit.cases.InvalidInputException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who works on what, for supervisors. */
@RestController
@RequestMapping("/api/division")
@Tag(name = "Division")
class DivisionController {

  private final Divisions divisions;
  private final CaseMoves moves;

  DivisionController(Divisions divisions, CaseMoves moves) {
    this.divisions = divisions;
    this.moves = moves;
  }

  /** @param absent user id of a collector whose cases are to be divided as if away; null for all cases */
  record Wanted(@Nullable String absent) {
  }

  /** Which preview to run, and why. */
  record Order(Long preview, String reason) {
  }

  /** Which cases to give to whom, and why. */
  record Transfer(List<String> cases, String to, String reason) {
  }

  /** A run or preview: see {@link DivisionRun}. */
  record Run(long id, DivisionRun.Status status, @Nullable String absent, String previewedBy, Instant previewedAt,
      @Nullable String reason, @Nullable String runBy, @Nullable Instant runAt) {

    static Run of(DivisionRun run) {
      return new Run(run.runId(), run.status(), run.absent(), run.previewedBy(), run.previewedAt(), run.reason(),
          run.runBy(), run.runAt());
    }
  }

  /** Cases, minutes in a week, and how many percent of the capacity these are; null without a capacity. */
  record Load(int cases, long minutes, @Nullable BigDecimal percent) {

    static Load of(int cases, long minutes, int capacity) {
      return new Load(cases, minutes, capacity == 0 ? null : BigDecimal.valueOf(minutes * 100)
          .divide(BigDecimal.valueOf(capacity), 1, RoundingMode.HALF_UP));
    }
  }

  record CollectorLine(String userId, int capacityMinutes, Load before, Load after) {

    static CollectorLine of(Share share) {
      return new CollectorLine(share.userId(), share.capacityMinutes(),
          Load.of(share.casesBefore(), share.minutesBefore(), share.capacityMinutes()),
          Load.of(share.casesAfter(), share.minutesAfter(), share.capacityMinutes()));
    }
  }

  /** @param outcome of the run; null in a preview */
  record MoveLine(String caseNumber, String debtorId, @Nullable String from, @Nullable String to, int minutes,
      String why, @Nullable String outcome) {

    static MoveLine of(RunRepository.Carried carried) {
      Move move = carried.move();
      return new MoveLine(move.caseNumber(), move.debtorId(), move.from(), move.to(), move.minutes(), move.why(),
          carried.outcome());
    }
  }

  /**
   * What a run would do or did.
   *
   * @param moves the cases that change hands
   * @param nobody the cases that nobody works and nobody suits
   */
  record Report(Run run, List<CollectorLine> collectors, List<MoveLine> moves, List<MoveLine> nobody) {

    static Report of(Divisions.Report report) {
      return new Report(Run.of(report.run()), report.shares().stream().map(CollectorLine::of).toList(),
          report.moves().stream().filter(carried -> carried.move().changes()).map(MoveLine::of).toList(),
          report.moves().stream().filter(carried -> carried.move().isForNobody()).map(MoveLine::of).toList());
    }
  }

  @PostMapping("/preview")
  @Operation(summary = "Who would get what: before and after for each collector, and each move with its reason")
  Report preview(@RequestBody Wanted wanted, Principal user) {
    return Report.of(divisions.preview(wanted.absent(), user.getName()));
  }

  @PostMapping("/run")
  @Operation(summary = "Do exactly what a preview told; refused (409) if it would tell something else by now")
  Report run(@RequestBody Order order, Principal user) {
    if (order.preview() == null) {
      throw new InvalidInputException("preview", "is missing");
    }
    return Report.of(divisions.run(order.preview(), order.reason(), user.getName()));
  }

  @PostMapping("/move")
  @Operation(summary = "Give cases, and the debtors' others, to a collector")
  List<CaseMoves.Result> move(@RequestBody Transfer transfer, Principal user) {
    return moves.move(transfer.cases(), transfer.to(), transfer.reason(), user.getName());
  }

  @GetMapping("/runs")
  @Operation(summary = "The newest runs and previews")
  List<Run> runs() {
    return divisions.newest().stream().map(Run::of).toList();
  }

  @GetMapping("/runs/{runId}")
  @Operation(summary = "What a run did, or a preview told")
  Report run(@PathVariable long runId) {
    return divisions.find(runId).map(Report::of)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such run"));
  }

  @ExceptionHandler
  ProblemDetail outdated(PreviewOutdatedException outdated) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, outdated.getMessage());
  }
}
