package io.remit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class MigrationsTest {

  /** A line for each: its version, and the checksum that Flyway computes from its text. */
  private static final Path KNOWN = Path.of("src", "test", "resources", "migrations.txt");

  /** A migration may have run somewhere. What has to change gets a new one, which adds its line to the file. */
  @Test
  void everyMigrationIsAsItWasWhenItWasReleased() throws IOException {
    List<String> found = Arrays.stream(Flyway.configure().dataSource("jdbc:h2:mem:migrations", "sa", "").load()
        .info().all()).map(migration -> migration.getVersion() + " " + migration.getChecksum()).toList();

    assertThat(found).isEqualTo(Files.readAllLines(KNOWN));
  }
}
