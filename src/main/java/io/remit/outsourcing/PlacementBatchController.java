package io.remit.outsourcing;

import io.remit.outsourcing.PlacementBatch.Line;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The batches in which cases are handed over, over REST. */
@RestController
@RequestMapping("/api/partners/{partnerId}/batches")
@Tag(name = "Partners")
class PlacementBatchController {

  private final BatchRequests requests;
  private final PartnerRegister register;

  PlacementBatchController(BatchRequests requests, PartnerRegister register) {
    this.requests = requests;
    this.register = register;
  }

  /** A batch that a partner got. */
  record Batch(long batchId, String reference, LocalDate day, LocalDate termEnds, @Nullable Instant deliveredAt) {

    static Batch of(PlacementBatch batch) {
      return new Batch(batch.batchId(), batch.reference(), batch.day(), batch.termEnds(), batch.deliveredAt());
    }
  }

  /** Cases that go together: what they come to, and each of them. */
  record Cases(List<BatchSum> sums, List<PlacedCase> cases) {

    static Cases of(List<Line> lines) {
      return new Cases(BatchSum.of(lines.stream().map(Line::terms).toList()),
          lines.stream().map(Line::terms).map(PlacedCase::of).toList());
    }
  }

  /** A case of a batch; commission as far as it was agreed. */
  record PlacedCase(String caseNumber, String currency, BigDecimal outstanding, BigDecimal overdue, long daysPastDue,
      @Nullable BigDecimal commissionPercent, @Nullable BigDecimal mostCommission) {

    static PlacedCase of(CaseTerms terms) {
      return new PlacedCase(terms.caseNumber(), terms.currency(), terms.outstanding(), terms.overdue(),
          terms.daysPastDue(), terms.commissionPercent(), terms.mostCommission());
    }
  }

  /** How many cases go now. */
  record Going(int cases) {
  }

  @GetMapping
  @Operation(summary = "The batches that a partner got, the newest first")
  List<Batch> all(@PathVariable String partnerId) {
    return requests.of(partner(partnerId)).stream().map(Batch::of).toList();
  }

  @GetMapping("/next")
  @Operation(summary = "What would go to a partner now, what it comes to and what each case costs")
  Cases next(@PathVariable String partnerId) {
    return Cases.of(requests.waitingFor(partner(partnerId)));
  }

  @GetMapping("/{batchId}")
  @Operation(summary = "The cases of a batch, what they come to and what each costs")
  Cases one(@PathVariable String partnerId, @PathVariable long batchId) {
    return Cases.of(requests.linesOf(batch(partnerId, batchId)));
  }

  @PostMapping
  @Operation(summary = "Hand over what is approved for a partner now, and not at the hour of the day")
  Going handOver(@PathVariable String partnerId) {
    return new Going(requests.handOverNow(partner(partnerId)));
  }

  @PostMapping("/{batchId}/delivery")
  @Operation(summary = "Send a batch's file again, as it was; refused if a case of it was paid or taken back")
  Batch sendAgain(@PathVariable String partnerId, @PathVariable long batchId) {
    PlacementBatch batch = batch(partnerId, batchId);
    requests.sendAgain(batch, partner(partnerId));
    return Batch.of(batch);
  }

  private Partner partner(String partnerId) {
    return register.find(partnerId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such partner"));
  }

  private PlacementBatch batch(String partnerId, long batchId) {
    return requests.find(partnerId, batchId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such batch"));
  }
}
