package io.remit.process.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remit.LongForm;
import io.remit.database.PostgresDatabase;
import io.remit.intake.RealFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real accounts through the whole lifecycle. In the build the invoices, and the fines of one debtor in forty, run for
 * two months on PostgreSQL; {@link LateStagesReplayTest} has them run to their end on H2. All of them run to their end
 * on both databases with {@code mvn -Preplay test -Dtest=RealFilesReplayTest}.
 */
@Tag("real-files")
class RealFilesReplayTest {

  private static final Path DATA = Path.of("..", "shared", "data");
  private static final int SNAPSHOTS = Integer.getInteger("remit.replay.snapshots", 3);
  private static final int ONE_DEBTOR_IN = Integer.getInteger("remit.replay.one-debtor-in", 40);

  @TempDir
  private Path folder;

  @Test
  @LongForm
  void invoicesWithSeveralAccountsForADebtorOnH2() throws IOException {
    replayOnH2(real("invoices"));
  }

  @Test
  void invoicesWithSeveralAccountsForADebtorOnPostgres() throws IOException {
    replayOnPostgres(real("invoices"));
  }

  @Test
  @LongForm
  void finesOnH2() throws IOException {
    replayOnH2(fines());
  }

  @Test
  void finesOnPostgres() throws IOException {
    replayOnPostgres(fines());
  }

  private RealFolder fines() throws IOException {
    return real("fines").sample(ONE_DEBTOR_IN, Files.createDirectory(folder.resolve("fines")));
  }

  private static RealFolder real(String name) {
    assumeTrue(Files.isDirectory(DATA.resolve(name)), "the real files are not there");
    return new RealFolder(DATA.resolve(name));
  }

  private static void replayOnH2(RealFolder files) throws IOException {
    try (RealFilesReplay replay = new RealFilesReplay(files, "h2")) {
      replay.run(SNAPSHOTS);
    }
  }

  private static void replayOnPostgres(RealFolder files) throws IOException {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        RealFilesReplay replay = new RealFilesReplay(files, "postgres",
            "--spring.datasource.url=" + postgres.url(), "--spring.datasource.username=" + postgres.user())) {
      replay.run(SNAPSHOTS);
    }
  }
}
