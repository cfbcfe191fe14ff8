package io.remit.release.migration;

import io.remit.cases.InvalidInputException;
import io.remit.cases.SeparateWork;
import io.remit.cases.Timeline;
import io.remit.model.MigrationInstructions;
import io.remit.model.ModelFolder;
import io.remit.release.ModelsReplaced;
import io.remit.release.migration.Migration.Item;
import io.remit.release.migration.Migration.Outcome;
import io.remit.release.migration.Migration.Progress;
import io.remit.release.migration.ProcessVersions.OpenProcess;
import io.remit.release.migration.ProcessVersions.Place;
import io.remit.release.migration.ProcessVersions.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which open cases may follow their model to its newest version, and the orders to do it. The newest is what was
 * deployed last: after a roll-back its tag is lower than that of the version before, and cases go back to it.
 */
@Component
public class Migrations implements ModelsReplaced {

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final int ROWS_AT_ONCE = 1000;

  private final ProcessVersions versions;
  private final MigrationRepository migrations;
  private final SeparateWork separately;
  private final Clock clock;

  Migrations(ProcessVersions versions, MigrationRepository migrations, SeparateWork separately, Clock clock) {
    this.versions = versions;
    this.migrations = migrations;
    this.separately = separately;
    this.clock = clock;
  }

  /**
   * What moving the open cases of one version would do now.
   *
   * @param kind how far the versions are apart
   * @param byItself whether they are moved without anybody's asking
   * @param canStart whether a person may start it
   * @param why they cannot be moved, or not by themselves, in words; else null
   * @param comment of the instructions by which they would move, or empty
   * @param cases how many are open
   * @param canMove how many of them would move as they stand
   * @param places where they stand
   */
  record Preview(String process, String name, String fromVersion, int fromNumber, String toVersion, int toNumber,
      MigrationKind kind, boolean byItself, boolean canStart, @Nullable String why, String comment, long cases,
      long canMove, long stay, List<CasesAt> places) {
  }

  /**
   * Open cases that stand at one element.
   *
   * @param target the element at which they would go on, or null
   * @param code why they would stay, or null
   * @param why the same in words
   */
  record CasesAt(String element, String name, long cases, @Nullable String target, @Nullable String code,
      @Nullable String why) {
  }

  /** A migration and how far it is. */
  record Shown(Migration migration, Progress progress) {
  }

  /** Cases of this version are being moved already. */
  static class UnderWayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnderWayException() {
      super("the open cases of this version are being moved already");
    }
  }

  /** By what cases would move, or why they do not. */
  private record Way(MigrationKind kind, boolean byItself, @Nullable MigrationInstructions instructions,
      @Nullable String why) {
  }

  /**
   * Models were deployed: keeps the instructions that came with them, and lets cases follow that move by themselves.
   *
   * @param folder all files of the models that are the newest now
   */
  @Override
  public void deployed(ModelFolder folder) {
    versions.asRemit(() -> {
      List<Version> all = versions.newest();
      // At once, since moves may take long to begin: other nodes hear of it a few seconds later, and then it is there.
      separately.run(() -> {
        all.forEach(newest -> instructionsIn(folder, newest.process())
            .ifPresent(instructions -> migrations.keepInstructions(newest.definitionId(), instructions)));
        return true;
      });
      all.forEach(this::followByThemselves);
      return true;
    });
  }

  private static Optional<MigrationInstructions> instructionsIn(ModelFolder folder, String process) {
    String name = MigrationInstructions.fileOf(process);
    return folder.files().stream().filter(file -> file.name().equals(name)).findFirst()
        .map(MigrationInstructions::read);
  }

  /**
   * Lets those follow that began with a version when the next one was there already, since what opened them had asked
   * for the newest version before: all that no order names yet.
   */
  @Scheduled(initialDelayString = "${remit.migration.late-check:1m}",
      fixedDelayString = "${remit.migration.late-check:1m}")
  void followLate() {
    versions.asRemit(() -> {
      versions.newest().forEach(newest -> olderWithOpen(newest.process()).forEach(older -> {
        Way way = wayBetween(older, newest);
        if (way.byItself() && openIn(older).anyMatch(some -> !migrations.nameAll(older, newest, some))) {
          startIfNobodyDid(older, newest, way);
        }
      }));
      return true;
    });
  }

  private void followByThemselves(Version newest) {
    olderWithOpen(newest.process()).forEach(older -> {
      Way way = wayBetween(older, newest);
      if (way.byItself()) {
        startIfNobodyDid(older, newest, way);
      } else {
        LOG.info("{} open cases stay on version {} of {}: {}", versions.count(older.definitionId()), older.tag(),
            older.process(),
            way.why() == null ? "somebody has to start their move to " + newest.tag() : way.why());
      }
    });
  }

  /** The versions of a model but the newest in which something runs. */
  private Stream<Version> olderWithOpen(String process) {
    return versions.others(process).stream().filter(older -> !versions.open(older.definitionId(), "", 1).isEmpty());
  }

  private void startIfNobodyDid(Version older, Version newest, Way way) {
    try {
      start(older, newest, way, Timeline.SYSTEM);
    } catch (DuplicateKeyException another) {
      LOG.debug("Another node has begun to move cases of version {} of {}", older.tag(), older.process());
    }
  }

  /**
   * What would happen now; nothing is written.
   *
   * @param process key of a model, or null for all
   * @param fromVersion a version tag, or null for all
   * @throws InvalidInputException if there is no such model
   */
  List<Preview> preview(@Nullable String process, @Nullable String fromVersion) {
    return versions.asRemit(() -> {
      List<Preview> previews = new ArrayList<>();
      for (Version newest : process == null ? versions.newest() : List.of(known(process))) {
        olderWithOpen(newest.process())
            .filter(older -> fromVersion == null || fromVersion.equals(older.tag()))
            .forEach(older -> previews.add(preview(older, newest)));
      }
      return List.copyOf(previews);
    });
  }

  private Version known(String process) {
    return versions.newest(process)
        .orElseThrow(() -> new InvalidInputException("process", "there is no such model"));
  }

  private Preview preview(Version older, Version newest) {
    Way way = wayBetween(older, newest);
    Map<String, Long> standing = versions.standing(older.definitionId());
    long cases = versions.count(older.definitionId());
    MigrationInstructions instructions = way.instructions();
    List<CasesAt> places = versions.places(older.definitionId(), newest.definitionId(),
            instructions == null ? MigrationInstructions.EQUAL_IDS : instructions).stream()
        .filter(place -> standing.getOrDefault(place.element(), 0L) > 0)
        .map(place -> casesAt(place, standing.getOrDefault(place.element(), 0L)))
        .sorted(Comparator.comparing(CasesAt::cases).reversed().thenComparing(CasesAt::element)).toList();
    long stay = instructions == null ? cases : versions.countThatStay(older.definitionId(),
        places.stream().filter(place -> place.target() == null).map(CasesAt::element).toList());
    return new Preview(older.process(), newest.name(), older.tag(), older.number(), newest.tag(), newest.number(),
        way.kind(), way.byItself(), instructions != null, way.why(),
        instructions == null ? "" : instructions.comment(), cases, cases - stay, stay, places);
  }

  private static CasesAt casesAt(Place place, long cases) {
    Obstacle obstacle = place.obstacle();
    return new CasesAt(place.element(), place.name(), cases, place.target(), obstacle == null ? null : obstacle.name(),
        obstacle == null ? null : obstacle.words());
  }

  private Way wayBetween(Version older, Version newest) {
    MigrationKind kind = MigrationKind.between(older.tag(), newest.tag());
    if (kind == MigrationKind.MAJOR) {
      return new Way(kind, false, null, whyNot(kind));
    }
    if (kind == MigrationKind.PATCH && versions.places(older.definitionId(), newest.definitionId(),
        MigrationInstructions.EQUAL_IDS).stream().allMatch(place -> place.target() != null)) {
      return new Way(kind, true, instructionsBetween(older, newest).orElse(MigrationInstructions.EQUAL_IDS), null);
    }
    MigrationInstructions instructions = instructionsBetween(older, newest).orElse(null);
    return new Way(MigrationKind.MINOR, false, instructions, instructions == null ? whyNot(kind) : null);
  }

  private static String whyNot(MigrationKind kind) {
    return kind == MigrationKind.MAJOR ? "the first number of the version is another: they end on the old drawing"
        : "there are no instructions for this version beside the model";
  }

  /** Those that came with the newest; on the way back the inverse of those that led to where the cases are. */
  private Optional<MigrationInstructions> instructionsBetween(Version older, Version newest) {
    Optional<MigrationInstructions> written =
        migrations.instructionsOf(newest.definitionId()).filter(each -> each.covers(older.tag()));
    if (written.isPresent() || !MigrationKind.isBack(older.tag(), newest.tag())) {
      return written;
    }
    return Optional.of(migrations.instructionsOf(older.definitionId()).filter(each -> each.covers(newest.tag()))
        .map(MigrationInstructions::inverse).orElse(MigrationInstructions.EQUAL_IDS));
  }

  /**
   * Orders that the open cases of a version move to the newest; the nodes do it from now on.
   *
   * @param process key of a model
   * @param fromVersion its version tag, or null for all that can
   * @param by user id
   * @return the numbers of the migrations, one for each version that the engine counts
   * @throws InvalidInputException if no open case can move so
   * @throws UnderWayException if they are being moved already
   */
  List<Long> start(String process, @Nullable String fromVersion, String by) {
    return versions.asRemit(() -> {
      Version newest = known(process);
      List<Version> asked = olderWithOpen(process)
          .filter(older -> fromVersion == null || fromVersion.equals(older.tag())).toList();
      if (asked.isEmpty()) {
        throw new InvalidInputException("from", "no open case is on such an older version");
      }
      List<Long> started = new ArrayList<>();
      MigrationKind barred = MigrationKind.MAJOR;
      for (Version older : asked) {
        Way way = wayBetween(older, newest);
        if (way.instructions() != null) {
          started.add(startOnce(older, newest, way, by));
        } else {
          barred = way.kind();
        }
      }
      if (started.isEmpty()) {
        throw new InvalidInputException("from", whyNot(barred));
      }
      return List.copyOf(started);
    });
  }

  private long startOnce(Version older, Version newest, Way way, String by) {
    try {
      return start(older, newest, way, by);
    } catch (DuplicateKeyException underWay) {
      throw new UnderWayException();
    }
  }

  private long start(Version older, Version newest, Way way, String by) {
    MigrationInstructions instructions =
        way.instructions() == null ? MigrationInstructions.EQUAL_IDS : way.instructions();
    Instant now = clock.instant();
    return separately.run(() -> {
      long id = migrations.insert(new Migration(0, older.process(), older.definitionId(), older.tag(),
          newest.definitionId(), newest.tag(), way.kind(), instructions, by, now, null));
      openIn(older).forEach(some -> migrations.insertItems(id, some));
      return id;
    });
  }

  /** The processes of a version that run, some at once. */
  private Stream<List<OpenProcess>> openIn(Version version) {
    return Stream.iterate(versions.open(version.definitionId(), "", ROWS_AT_ONCE), some -> !some.isEmpty(),
        some -> versions.open(version.definitionId(), some.get(some.size() - 1).processId(), ROWS_AT_ONCE));
  }

  Optional<Shown> find(long migrationId) {
    return migrations.find(migrationId).map(this::shown);
  }

  /** The newest first. */
  List<Shown> newest(int page, int size) {
    return migrations.newest(page, size).stream().map(this::shown).toList();
  }

  long count() {
    return migrations.count();
  }

  /** @param outcome null for all */
  List<Item> report(long migrationId, @Nullable Outcome outcome, int page, int size) {
    return migrations.items(migrationId, outcome, page, size);
  }

  long count(long migrationId, @Nullable Outcome outcome) {
    return migrations.count(migrationId, outcome);
  }

  /**
   * A move between two versions of a model.
   *
   * @param elements the new ids by the old ones, of those that changed
   */
  public record PastMove(String fromDefinition, String toDefinition, Map<String, String> elements) {
  }

  /**
   * The moves between some versions of a model, the oldest first.
   *
   * @param definitionIds the versions through which one process went
   */
  public List<PastMove> between(Collection<String> definitionIds) {
    return definitionIds.size() < 2 ? List.of() : migrations.among(definitionIds).stream()
        .map(each -> new PastMove(each.fromDefinition(), each.toDefinition(), each.instructions().elements())).toList();
  }

  private Shown shown(Migration migration) {
    return new Shown(migration, migrations.progress(migration.id()));
  }
}
