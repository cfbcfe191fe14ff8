package io.remit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.database.RemitTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept no longer goes, and nothing else. */
@Tag("long")
class RetentionTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir
  private Path folder;

  private Path file(String name, int daysOld) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "Ann Sample");
    Files.setLastModifiedTime(file, FileTime.from(
        Files.getLastModifiedTime(file).toInstant().minus(Duration.ofDays(daysOld))));
    return file;
  }

  @Test
  void filesGoByTheirFolderAndAge() throws IOException {
    KeptFiles files = new KeptFiles(folder.toString());
    Path old = file("inbox/arrears/done/monday.csv", 91);
    Path young = file("inbox/arrears/done/tuesday.csv", 89);
    Path waits = file("inbox/arrears/wednesday.csv", 400);
    Path key = file("exchange/secret.asc", 4000);
    Path paper = file("court/C100001.pdf", 91);
    Path outside = file("elsewhere.csv", 91);
    Path link = Files.createSymbolicLink(folder.resolve("inbox/arrears/done/link.csv"), outside);

    assertThat(files.removeOlder(RecordKind.SOURCE_FILE, 90)).isEqualTo(1);

    assertThat(old).doesNotExist();
    assertThat(List.of(young, waits, key, paper, outside, link)).allSatisfy(file -> assertThat(file).exists());
    assertThat(new KeptFiles(folder.resolve("none").toString()).removeOlder(RecordKind.PAPER, 0)).isZero();
  }

  @Test
  void filesOfACaseGoWithItAndThoseOfItsNeighbourStay() throws IOException {
    KeptFiles files = new KeptFiles(folder.toString());
    List<Path> own = List.of(file("court/C10001.pdf", 0), file("outbox/email/C10001-17.txt", 0),
        file("print/2026-01-01/C10001-3.pdf", 0), file("plans/C10001-L2.pdf", 0),
        file("sealed/firm1/AB12/0123456789abcdef-C10001.pdf.pgp", 0));
    List<Path> others = List.of(file("court/C100012.pdf", 0), file("outbox/email/C1000-17.txt", 0),
        file("print/2026-01-01/manifest.csv", 0), file("exchange/C10001.asc", 0));

    assertThat(files.removeOf(List.of("C10001"))).isEqualTo(own.size());

    assertThat(own).allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(others).allSatisfy(file -> assertThat(file).exists());
  }

  @Test
  void aRoundThatWasLeftIsGoneOnWithAndOldRowsGo() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    RemitTables.makeIn(database);
    JdbcClient jdbc = JdbcClient.create(database);
    RetentionRepository rounds = new RetentionRepository(jdbc);
    for (String day : List.of("2026-01-01", "2026-05-31")) {
      jdbc.sql("insert into incoming_text (gateway, gateway_reference, sender, body, wish, received_at) values ('smpp',"
          + " '" + day + "', '+44', 'Hello', 'OTHER', timestamp with time zone '" + day + " 09:00:00+00')").update();
    }

    rounds.begin(LocalDate.of(2026, 6, 1), NOW);
    rounds.begin(LocalDate.of(2026, 6, 1), NOW.plusSeconds(60));
    rounds.begin(LocalDate.of(2026, 6, 2), NOW);
    assertThat(jdbc.sql("select business_day from retention_round order by 1").query(LocalDate.class).list())
        .containsExactly(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 2));
    assertThat(rounds.removeOlder(RecordKind.UNKNOWN_TEXT, NOW.minus(Duration.ofDays(90)))).isEqualTo(1);
    for (RecordKind kind : RecordKind.values()) {
      assertThat(rounds.removeOlder(kind, NOW.minus(Duration.ofDays(3650)))).as(kind.name()).isZero();
    }
    assertThat(jdbc.sql("select gateway_reference from incoming_text").query(String.class).list())
        .containsExactly("2026-05-31");
    jdbc.sql("shutdown").update();
  }
}
