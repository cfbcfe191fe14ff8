package io.remit.batch;

import io.remit.batch.BatchOrder.Action;
import io.remit.cases.AgingPolicy;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Stage;
import io.remit.division.Roster;
import io.remit.hold.Hold;
import io.remit.hold.HoldEntry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody orders for many cases, and tells what can be ordered. */
@Component
class OrderEntry {

  private final HoldEntry holds;
  private final AgingPolicy aging;
  private final Roster roster;

  OrderEntry(HoldEntry holds, AgingPolicy aging, Roster roster) {
    this.holds = holds;
    this.aging = aging;
    this.roster = roster;
  }

  /** The reasons for which many cases can be paused. */
  List<Hold.Reason> holds() {
    return holds.reasonsForMany();
  }

  /** Those that the ladder has; without the first, which reminds of what is not due yet. */
  List<Stage> stages() {
    return Stream.of(Stage.values()).skip(1).filter(stage -> aging.stageAt(aging.startOf(stage)) == stage).toList();
  }

  /** User ids of the collectors who are not away today. */
  List<String> collectors() {
    return roster.collectorsThere();
  }

  /** @throws InvalidInputException if a field cannot be accepted */
  BatchOrder read(Batches.Entered entered) {
    Action action = EnteredText.choice("action", entered.action(), Action.class);
    return switch (action) {
      case HOLD -> new BatchOrder(action, holds.checkedForMany(entered.hold(), entered.until()),
          isBlank(entered.until()) ? null : EnteredText.date("until", entered.until()), null, null);
      case RELEASE -> new BatchOrder(action, holds.checkedForMany(entered.hold(), null), null, null, null);
      case STAGE -> new BatchOrder(action, null, null, stage(entered.toStage()), null);
      case REASSIGN -> new BatchOrder(action, null, null, null, collector(entered.toCollector()));
      case RECALL -> new BatchOrder(action, null, null, null, null);
    };
  }

  private Stage stage(@Nullable String entered) {
    Stage stage = EnteredText.choice("toStage", entered, Stage.class);
    if (!stages().contains(stage)) {
      throw new InvalidInputException("toStage", "must be one of "
          + stages().stream().map(Stage::name).collect(Collectors.joining(", ")));
    }
    return stage;
  }

  private String collector(@Nullable String entered) {
    if (entered == null || !roster.isThere(entered)) {
      throw new InvalidInputException("toCollector", "must be the id of a collector who is not away today");
    }
    return entered;
  }

  private static boolean isBlank(@Nullable String entered) {
    return entered == null || entered.isBlank();
  }
}
