package io.remit.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real accounts through the whole lifecycle, on both databases. The invoices run to their end; of the fines H2 takes two
 * snapshots and the month between them, PostgreSQL the first; all fourteen with
 * {@code mvn verify -Dtest=RealFilesReplayTest -Dremit.replay.snapshots=14}.
 */
@Tag("own-application")
class RealFilesReplayTest {

  private static final Path INVOICES = Path.of("..", "shared", "data", "invoices");
  private static final Path FINES = Path.of("..", "shared", "data", "fines");
  private static final int ALL = 100;

  @Test
  void invoicesWithSeveralAccountsForADebtorOnH2() throws IOException {
    replayOnH2(INVOICES, ALL);
  }

  @Test
  void invoicesWithSeveralAccountsForADebtorOnPostgres() throws IOException {
    replayOnPostgres(INVOICES, ALL);
  }

  @Test
  void finesOnH2() throws IOException {
    replayOnH2(FINES, Integer.getInteger("remit.replay.snapshots", 2));
  }

  @Test
  void finesOnPostgres() throws IOException {
    replayOnPostgres(FINES, Integer.getInteger("remit.replay.snapshots", 1));
  }

  private static void replayOnH2(Path folder, int snapshots) throws IOException {
    assumeTrue(Files.isDirectory(folder), "the real files are not there");
    try (RealFilesReplay replay = new RealFilesReplay(folder, "h2")) {
      replay.run(snapshots);
    }
  }

  private static void replayOnPostgres(Path folder, int snapshots) throws IOException {
    assumeTrue(Files.isDirectory(folder), "the real files are not there");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        RealFilesReplay replay = new RealFilesReplay(folder, "postgres",
            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres", "--spring.datasource.password=postgres")) {
      replay.run(snapshots);
    }
  }
}
