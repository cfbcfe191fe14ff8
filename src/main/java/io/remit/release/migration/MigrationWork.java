package io.remit.release.migration;

import io.remit.cases.CaseRepository;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.SeparateWork;
import io.remit.cases.Timeline;
import io.remit.release.migration.Migration.Item;
import io.remit.release.migration.Migration.Outcome;
import io.remit.release.migration.ProcessVersions.CannotMoveException;
import io.remit.release.migration.ProcessVersions.Place;
import io.remit.release.migration.ProcessVersions.Standing;
import io.remit.release.migration.ProcessVersions.Version;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves cases, some in a transaction, together with the note of what became of each: a node that dies in the middle
 * leaves nothing half done, and any node goes on. If one fails, they are split until it fails alone.
 */
@Component
class MigrationWork {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationWork.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int MOST_TRIES = 6;

  private final MigrationRepository migrations;
  private final ProcessVersions versions;
  private final SeparateWork separately;
  private final CaseRepository cases;
  private final Timeline timeline;
  private final Clock clock;
  private final int together;

  /** @param together how many cases are moved in one transaction */
  MigrationWork(MigrationRepository migrations, ProcessVersions versions, SeparateWork separately,
      CaseRepository cases, Timeline timeline, Clock clock,
      @Value("${remit.migration.together:100}") int together) {
    this.migrations = migrations;
    this.versions = versions;
    this.separately = separately;
    this.cases = cases;
    this.timeline = timeline;
    this.clock = clock;
    this.together = together;
  }

  /** Moves whatever case has its turn, until none has. */
  @Scheduled(initialDelayString = "${remit.migration.poll:10s}", fixedDelayString = "${remit.migration.poll:10s}")
  void run() {
    migrations.underWay().forEach(this::run);
  }

  private void run(Migration migration) {
    if (isOvertaken(migration)) {
      migrations.leaveTheRest(migration.id(), Obstacle.OVERTAKEN, clock.instant());
    } else {
      Map<String, Place> places = versions.places(migration.fromDefinition(), migration.toDefinition(),
          migration.instructions()).stream().collect(Collectors.toMap(Place::element, Function.identity()));
      while (someMoved(migration, places)) {
        LOG.debug("Some cases were moved to version {} of {}", migration.toVersion(), migration.process());
      }
    }
    migrations.finish(migration.id(), clock.instant());
    migrations.find(migration.id()).filter(each -> each.finishedAt() != null).ifPresent(this::tell);
  }

  private boolean isOvertaken(Migration migration) {
    return versions.newest(migration.process()).map(Version::definitionId)
        .filter(migration.toDefinition()::equals).isEmpty();
  }

  private void tell(Migration migration) {
    Migration.Progress progress = migrations.progress(migration.id());
    LOG.info("Open cases of {} were moved from version {} to {}: {} moved, {} stayed, {} had ended",
        migration.process(), migration.fromVersion(), migration.toVersion(), progress.moved(), progress.stayed(),
        progress.ended());
  }

  private boolean someMoved(Migration migration, Map<String, Place> places) {
    List<String> taken = new ArrayList<>();
    try {
      return separately.run(() -> {
        List<Item> items = migrations.claim(migration.id(), clock.instant(), together);
        items.forEach(item -> taken.add(item.processId()));
        work(migration, places, items);
        return !items.isEmpty();
      });
    } catch (RuntimeException oneFailed) {
      if (taken.isEmpty()) {
        throw oneFailed;
      }
      LOG.debug("{} cases failed together and are moved in smaller numbers", taken.size(), oneFailed);
      split(migration, places, taken, oneFailed);
      return true;
    }
  }

  private void split(Migration migration, Map<String, Place> places, List<String> taken, RuntimeException failure) {
    if (taken.size() == 1) {
      failed(migration, taken.get(0), failure);
      return;
    }
    int half = taken.size() / 2;
    for (List<String> some : List.of(taken.subList(0, half), taken.subList(half, taken.size()))) {
      try {
        separately.run(() -> {
          work(migration, places, migrations.claim(migration.id(), some));
          return some.size();
        });
      } catch (RuntimeException oneFailed) {
        split(migration, places, some, oneFailed);
      }
    }
  }

  /** What the engine refuses stays; what met somebody else's work is tried again. */
  private void failed(Migration migration, String processId, RuntimeException failure) {
    separately.run(() -> {
      List<Item> open = migrations.claim(migration.id(), List.of(processId));
      open.forEach(item -> {
        if (failure instanceof CannotMoveException) {
          LOG.warn("Process {} cannot be moved to version {} of {}: {}", processId, migration.toVersion(),
              migration.process(), failure.getMessage());
          migrations.settle(migration.id(), List.of(stayed(item, Obstacle.REFUSED_BY_ENGINE, null)));
        } else {
          LOG.debug("Process {} could not be moved and is tried again", processId, failure);
          postpone(migration, item);
        }
      });
      return open;
    });
  }

  private void postpone(Migration migration, Item item) {
    if (migrations.postpone(migration.id(), item.processId(), clock.instant().plus(PAUSE)) >= MOST_TRIES) {
      migrations.settle(migration.id(), List.of(stayed(item, Obstacle.BUSY, null)));
    }
  }

  private void work(Migration migration, Map<String, Place> places, List<Item> items) {
    if (items.isEmpty()) {
      return;
    }
    Map<String, Standing> standing = versions.standing(migration.fromDefinition(),
        items.stream().map(Item::processId).toList()).stream()
        .collect(Collectors.toMap(Standing::processId, Function.identity()));
    List<Item> settled = new ArrayList<>();
    Map<String, Item> moving = new LinkedHashMap<>();
    for (Item item : items) {
      Standing stands = standing.get(item.processId());
      if (stands == null) {
        settled.add(settled(item, Outcome.ENDED, null, null));
      } else if (stands.suspended()) {
        settled.add(stayed(item, Obstacle.SUSPENDED, null));
      } else {
        Place blocked = stands.elements().stream().map(places::get)
            .filter(place -> place != null && place.obstacle() != null).findFirst().orElse(null);
        if (blocked != null) {
          settled.add(settled(item, Outcome.STAYED, blocked.obstacle(), blocked));
        } else if (stands.busy()) {
          postpone(migration, item);
        } else {
          moving.put(item.processId(), item);
          settled.add(settled(item, Outcome.MOVED, null, stands.elements().stream().map(places::get)
              .filter(place -> place != null).findFirst().orElse(null)));
        }
      }
    }
    if (!moving.isEmpty()) {
      versions.move(migration.fromDefinition(), migration.toDefinition(), migration.instructions(),
          List.copyOf(moving.keySet()));
      tellTimelines(migration, moving.values().stream().map(Item::caseNumber).toList());
    }
    migrations.settle(migration.id(), settled);
  }

  private void tellTimelines(Migration migration, List<@Nullable String> businessKeys) {
    List<String> about = businessKeys.stream().filter(key -> key != null).map(MatterKey::caseNumberIn).toList();
    Set<String> known = cases.openAmong(Set.copyOf(about));
    about.stream().filter(known::contains).forEach(caseNumber -> timeline.add(caseNumber, EntryKind.MIGRATED,
        migration.startedBy(), "Moved to version " + migration.toVersion() + " of the model " + migration.process(),
        "from version " + migration.fromVersion()));
  }

  private Item stayed(Item item, Obstacle why, @Nullable Place place) {
    return settled(item, Outcome.STAYED, why, place);
  }

  private Item settled(Item item, Outcome outcome, @Nullable Obstacle why, @Nullable Place place) {
    return new Item(item.processId(), item.caseNumber(), outcome, why == null ? null : why.name(),
        why == null ? null : why.words(), place == null ? null : place.element(),
        place == null ? null : place.name(), clock.instant());
  }
}
