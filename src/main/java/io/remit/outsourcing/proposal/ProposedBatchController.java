package io.remit.outsourcing.proposal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What became of the batch of proposed cases that an officer decided on, over REST. */
@RestController
@Tag(name = "Partners")
class ProposedBatchController {

  private final ProposedBatches batches;

  ProposedBatchController(ProposedBatches batches) {
    this.batches = batches;
  }

  /**
   * A batch of proposed cases.
   *
   * @param composedAt null until its list was fixed
   * @param outcome null until somebody decided, as is who did
   */
  record Batch(@Nullable Instant composedAt, ProposedBatches.@Nullable Outcome outcome, @Nullable String decidedBy,
      List<Case> cases) {
  }

  /** One of its cases; result is null as long as it waits, why is there where it was not approved with the others. */
  record Case(String caseNumber, ProposedBatch.@Nullable Result result, @Nullable String why) {
  }

  @GetMapping("/api/partners/{partnerId}/batches/proposed")
  @Operation(summary = "The newest batch of cases that were proposed for a partner, and what became of each")
  Batch newest(@PathVariable String partnerId) {
    ProposedBatch batch = batches.newestOf(partnerId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing was proposed for this partner"));
    return new Batch(batch.composedAt(), batch.outcome(), batch.decidedBy(), batches.linesOf(batch).stream()
        .map(line -> new Case(line.caseNumber(), line.result(), line.why())).toList());
  }
}
