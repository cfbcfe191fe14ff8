package io.remit.release.migration;

import io.remit.model.ModelFolder;
import io.remit.release.migration.Migration.Item;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** A process owner's desk in tests of other packages: what would move, orders to move it, and what became of it. */
public final class MigrationDesk {

  private final Migrations migrations;
  private final MigrationWork work;

  public MigrationDesk(ApplicationContext application) {
    migrations = application.getBean(Migrations.class);
    work = application.getBean(MigrationWork.class);
  }

  /** Models were deployed, with these files. */
  public void deployed(ModelFolder files) {
    migrations.deployed(files);
  }

  /** A minute is over. */
  public void followLate() {
    migrations.followLate();
  }

  /** What would happen now: {@code call-debtor 1.3.0 -> 1.4.0 MINOR: 3 open, 3 move}. */
  public List<String> preview(String process) {
    return migrations.preview(process, null).stream().map(each -> "%s %s -> %s %s: %d open, %d move".formatted(
        each.process(), each.fromVersion(), each.toVersion(), each.kind(), each.cases(), each.canMove())).toList();
  }

  /** What would happen where cases stand: {@code call_in_visit 'Call the debtor': 3, NO_COUNTERPART}. */
  public List<String> places(String process) {
    return migrations.preview(process, null).stream().flatMap(each -> each.places().stream())
        .map(at -> "%s '%s': %d, %s".formatted(at.element(), at.name(), at.cases(),
            at.code() == null ? "to " + at.target() : at.code())).sorted().toList();
  }

  /** @return the numbers of the migrations */
  public List<Long> start(String process, String fromVersion, String by) {
    return migrations.start(process, fromVersion, by);
  }

  /** Does what is ordered, as a node does. */
  public void work() {
    work.run();
  }

  /** How far it is: {@code 38 moved, 2 stayed, 0 ended, 0 left}. */
  public String progress(long migration) {
    Migration.Progress far = migrations.find(migration).orElseThrow().progress();
    return "%d moved, %d stayed, %d ended, %d left".formatted(far.moved(), far.stayed(), far.ended(), far.left());
  }

  public boolean isFinished(long migration) {
    return migrations.find(migration).orElseThrow().migration().finishedAt() != null;
  }

  /** What became of each case, by its number: {@code C100001 STAYED NO_COUNTERPART call_in_visit}. */
  public List<String> report(long migration) {
    return migrations.report(migration, null, 0, 10_000).stream().map(MigrationDesk::told).toList();
  }

  /** The number of the newest migration. */
  public long newest() {
    return migrations.newest(0, 1).get(0).migration().id();
  }

  private static String told(Item item) {
    return item.caseNumber() + " " + item.outcome() + (item.code() == null ? "" : " " + item.code()) + " "
        + item.element();
  }
}
