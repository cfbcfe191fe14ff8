package io.remit.process.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remit.database.PostgresDatabase;
import io.remit.intake.RealFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real accounts through the whole lifecycle, on both databases. On H2 the invoices run to their end, on PostgreSQL for
 * three months; so do the fines of one debtor in twenty on both. All of them run to their end with
 * {@code mvn -Preplay test -Dtest=RealFilesReplayTest}.
 */
@Tag("real-files")
class RealFilesReplayTest {

  private static final Path DATA = Path.of("..", "shared", "data");
  private static final int ALL = 100;
  private static final int SNAPSHOTS = Integer.getInteger("remit.replay.snapshots", 4);
  private static final int ONE_DEBTOR_IN = Integer.getInteger("remit.replay.one-debtor-in", 20);

  @TempDir
  private Path folder;

  @Test
  void invoicesWithSeveralAccountsForADebtorOnH2() throws IOException {
    replayOnH2(real("invoices"), ALL);
  }

  @Test
  void invoicesWithSeveralAccountsForADebtorOnPostgres() throws IOException {
    replayOnPostgres(real("invoices"), SNAPSHOTS);
  }

  @Test
  void finesOnH2() throws IOException {
    replayOnH2(fines(), SNAPSHOTS);
  }

  @Test
  void finesOnPostgres() throws IOException {
    replayOnPostgres(fines(), SNAPSHOTS);
  }

  private RealFolder fines() throws IOException {
    return real("fines").sample(ONE_DEBTOR_IN, Files.createDirectory(folder.resolve("fines")));
  }

  private static RealFolder real(String name) {
    assumeTrue(Files.isDirectory(DATA.resolve(name)), "the real files are not there");
    return new RealFolder(DATA.resolve(name));
  }

  private static void replayOnH2(RealFolder files, int snapshots) throws IOException {
    try (RealFilesReplay replay = new RealFilesReplay(files, "h2")) {
      replay.run(snapshots);
    }
  }

  private static void replayOnPostgres(RealFolder files, int snapshots) throws IOException {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        RealFilesReplay replay = new RealFilesReplay(files, "postgres",
            "--spring.datasource.url=" + postgres.url(), "--spring.datasource.username=" + postgres.user())) {
      replay.run(snapshots);
    }
  }
}
