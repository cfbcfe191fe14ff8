package io.remit.audit.seal;

import io.remit.audit.seal.VerificationRepository.Verified;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the trail is as it was sealed, for administrators and managers. */
@RestController
@RequestMapping("/api/audit/verification")
@Tag(name = "Audit")
class TrailController {

  private final Sealer sealer;
  private final TrailWatch watch;

  TrailController(Sealer sealer, TrailWatch watch) {
    this.sealer = sealer;
    this.watch = watch;
  }

  /**
   * How the trail stands.
   *
   * @param last what the last verification found; null before the first one
   * @param unsealedRows how many rows wait for their seal now
   */
  record Standing(@Nullable Verified last, long unsealedRows) {
  }

  /**
   * What a verification found.
   *
   * @param findings the first hundred, in the order of the chain
   */
  record Found(Verified verified, List<Line> findings) {
  }

  record Line(long seal, String table, long id, Finding.What what) {

    static Line of(Finding finding) {
      return new Line(finding.seal(), finding.table(), finding.id(), finding.what());
    }
  }

  @GetMapping
  @Operation(summary = "What the last verification of the trail found, and how many rows wait for their seal")
  Standing standing() {
    return new Standing(watch.last().orElse(null), watch.unsealedRows());
  }

  @PostMapping
  @Operation(summary = "Seals what can be sealed, and holds the whole trail to its seals")
  Found verify() {
    sealer.seal();
    TrailReport report = watch.verify();
    return new Found(watch.last().orElseThrow(), report.findings().stream().map(Line::of).toList());
  }
}
