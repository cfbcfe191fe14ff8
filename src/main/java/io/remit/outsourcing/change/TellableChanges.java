package io.remit.outsourcing.change;

import io.remit.ledger.LedgerEntry;
import io.remit.outsourcing.BatchComposed;
import io.remit.outsourcing.change.Change.Kind;
import io.remit.outsourcing.change.Marks.Told;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a partner is to be told of one placement. */
@Component
class TellableChanges {

  private final TellableCases cases;
  private final ToldFacts facts;
  private final PartnerRegister register;

  TellableChanges(TellableCases cases, ToldFacts facts, PartnerRegister register) {
    this.cases = cases;
    this.facts = facts;
    this.register = register;
  }

  /**
   * What is to be told of a placement.
   *
   * @param owed what is owed by then
   */
  record Found(long placementId, List<Change> changes, Owed owed) {

    boolean isNothing() {
      return changes.isEmpty();
    }

    boolean isUrgent() {
      return changes.stream().anyMatch(Change::urgent);
    }
  }

  /** Compares a placement with what its partner was told. */
  Found of(Told placement, Partner partner) {
    Map<String, String> told = told(placement);
    if (placement.runs() && cases.hasAccounts(placement.caseNumber())) {
      PlacedNow now = cases.of(placement.caseNumber(), partner);
      return new Found(placement.placementId(),
          Differences.of(told, now, register.standingOf(partner).isGood()), now.owed());
    }
    Owed owed = cases.owed(placement.caseNumber(), partner);
    if (placement.runs()) {
      return new Found(placement.placementId(), List.of(), owed);
    }
    Instant end = placement.endedAt();
    List<LedgerEntry> booked = end == null ? List.of() : cases.booked(placement.caseNumber()).stream()
        .filter(entry -> !entry.bookedAt().isAfter(end)).toList();
    return new Found(placement.placementId(), Differences.ofEnd(told, booked, owed,
        Objects.requireNonNullElse(placement.endReason(), Kind.ENDED.name())), owed);
  }

  /** What was booked before a partner had the case is none of its business. */
  private Map<String, String> told(Told placement) {
    Map<String, String> told = facts.of(placement.placementId());
    Instant placed = placement.placedAt();
    if (!told.isEmpty() || placed == null) {
      return told;
    }
    facts.tell(placement.placementId(), cases.booked(placement.caseNumber()).stream()
        .filter(entry -> entry.bookedAt().isBefore(placed))
        .collect(Collectors.toMap(entry -> Fact.entry(entry.entryId()), entry -> "")));
    return facts.of(placement.placementId());
  }

  /** The partner is told what was found. */
  void told(Found found) {
    Map<Fact, String> told = new LinkedHashMap<>();
    found.changes().forEach(change -> told.put(change.fact(), change.told()));
    told.put(Fact.OWED, found.owed().told());
    facts.tell(found.placementId(), told);
  }

  /** The partner gets cases: what is in their list it knows from then on. */
  @EventListener
  void composed(BatchComposed batch) {
    batch.lines().forEach(line -> {
      PlacedNow now = cases.of(line.caseNumber(), batch.partner());
      Map<Fact, String> told = new LinkedHashMap<>();
      now.data().forEach((field, value) -> told.put(Fact.data(field), value));
      now.booked().forEach(entry -> told.put(Fact.entry(entry.entryId()), ""));
      told.put(Fact.OWED, now.owed().told());
      facts.tell(line.placementId(), told);
    });
  }
}
