package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.outsourcing.PlacementBatch.Line;
import io.remit.outsourcing.PlacementChanges.Concern;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What partners may tell of: the cases that they have, and the batches that they got. */
@Component
public class PartnerAnswers {

  /** What happened while a partner had a case is told some days later. */
  private static final Duration TOLD_LATE = Duration.ofDays(7);

  private final PlacementRepository placements;
  private final PlacementBatchRepository batches;
  private final PlacementChanges changes;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  PartnerAnswers(PlacementRepository placements, PlacementBatchRepository batches, PlacementChanges changes,
      BusinessCalendar calendar, Timeline timeline, ApplicationEventPublisher events) {
    this.placements = placements;
    this.batches = batches;
    this.changes = changes;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
  }

  /** Whether the partner may tell of a case: it has the case, or had it until a few days ago. */
  public boolean mayTellOf(String partnerId, String caseNumber) {
    return placements.wasPlacedWith(caseNumber, partnerId, calendar.now().minus(TOLD_LATE));
  }

  /** The partner told something of a case that it has, or had until a few days ago. */
  public void told(String partnerId, String caseNumber) {
    placements.told(caseNumber, partnerId, calendar.now());
  }

  /** The partner reported, be it that nothing happened. */
  public void reported(String partnerId) {
    events.publishEvent(new PartnerReported(partnerId));
  }

  /**
   * The cases of a batch that the partner got, by its reference.
   *
   * @return empty if the partner got no such batch
   */
  public Optional<Set<String>> casesOf(String partnerId, String reference) {
    return find(partnerId, reference).map(batch -> batches.linesOf(batch.batchId()).stream().map(Line::caseNumber)
        .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * A partner acknowledges a batch: of a case that it did not take, or does not name, an outsourcing officer decides.
   *
   * @param taken of each case that the partner names, whether it took it; the reason if not
   */
  public void acknowledged(String partnerId, String reference, Map<String, Answer> taken) {
    PlacementBatch batch = find(partnerId, reference).orElseThrow();
    for (Line line : batches.linesOf(batch.batchId())) {
      Answer answer = taken.get(line.caseNumber());
      if (answer == null) {
        timeline.add(line.caseNumber(), EntryKind.PLACEMENT, partnerId, "The partner did not acknowledge the case");
        changes.concern(line.caseNumber(), Concern.NOT_ACKNOWLEDGED);
      } else if (!answer.taken()) {
        timeline.add(line.caseNumber(), EntryKind.PLACEMENT, partnerId, "The partner did not take the case",
            answer.reason());
        changes.concern(line.caseNumber(), Concern.NOT_TAKEN);
      }
    }
    batches.acknowledged(batch.batchId(), calendar.now());
  }

  /**
   * What a partner says of a case of a batch.
   *
   * @param reason why it did not take it, in its words; null if it did not say
   */
  public record Answer(boolean taken, @Nullable String reason) {
  }

  private Optional<PlacementBatch> find(String partnerId, String reference) {
    return batches.delivered(partnerId).stream().filter(batch -> batch.reference().equals(reference)).findFirst();
  }
}
