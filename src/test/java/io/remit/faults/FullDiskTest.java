package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.faults.FaultSite.Answer;
import io.remit.files.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk of the database is full, or that of the work folder: whoever asks is told so, nothing is half done, no job
 * uses up its tries, and when there is room again all goes on. The database's busiest tables lie on a small disk of
 * their own meanwhile.
 */
@Tag("faults")
@Order(6)
@EnabledIf("io.remit.faults.SmallDisk#isPossible")
class FullDiskTest {

  private static final Logger LOG = LoggerFactory.getLogger(FullDiskTest.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CASES = 20;
  private static final int CASES_TOO_MANY = 300;
  private static final int MEGABYTES = 64;
  private static final String PAYMENTS = "payment_reference,account_number,type,amount,currency,value_date,reverses\n";
  private static final List<String> BUSY = List.of("account", "ledger_entry", "collection_case", "case_event",
      "contact_attempt", "debtor", "act_ru_execution", "act_ru_job", "act_hi_actinst");

  private final FaultSite site = FaultSite.shared();

  @Test
  void whileTheDatabasesDiskIsFullEverybodyIsToldSoAndAfterwardsAllGoesOn() throws IOException {
    site.jumpTo(site.today().with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).atTime(LocalTime.of(11, 0))
        .toInstant(ZoneOffset.UTC));
    site.workUntilQuiet(PATIENCE);
    Path folder = Files.createTempDirectory("remit-tablespace");
    try (SmallDisk disk = SmallDisk.at(folder, MEGABYTES)) {
      site.database().sql("create tablespace small location '" + Files.createDirectory(folder.resolve("tables")) + "'")
          .update();
      move("small");
      site.stopSending();
      String before = file("ROOM", CASES);
      assertThat(site.send("arrears", "text/csv", before).status()).isEqualTo(200);
      disk.fill();

      List<Answer> refused = new ArrayList<>();
      String arrears = file("FULL", CASES_TOO_MANY);
      for (int time = 0; time < 2; time++) {
        refused.add(site.send("arrears", "text/csv", arrears));
      }
      String payments = payments(CASES);
      Answer paid = site.send("payments", "text/csv", payments);
      site.jobExecutor().start();
      site.startSending();
      pause();
      site.jobExecutor().shutdown();
      LOG.info("The database's disk is full: {}, payments {}, {} jobs failed", refused, paid,
          site.count("act_ru_job where exception_msg_ is not null"));
      assertThat(refused).allSatisfy(FullDiskTest::saysThatTheDiskIsFull);
      assertThat(site.ask("/api/cases").status()).as("reading goes on").isEqualTo(200);
      assertThat(site.count("act_ru_incident")).isZero();

      disk.empty();
      assertThat(site.send("arrears", "text/csv", arrears).status()).isEqualTo(200);
      assertThat(site.send("payments", "text/csv", payments).status()).isEqualTo(200);
      site.workUntilQuiet(PATIENCE);
      move("pg_default");
      site.database().sql("drop tablespace small").update();
    }
    Files.delete(folder);
    assertThat(site.count("collection_case where debtor_id like 'FULL%'")).isEqualTo(CASES_TOO_MANY);
    assertThat(site.count("collection_case where debtor_id like 'ROOM%' and status = 'CLOSED'")).isEqualTo(CASES);
    assertThat(site.count("contact_attempt where debtor_id like 'FULL%' and status = 'SENT'"))
        .isEqualTo(CASES_TOO_MANY);
    assertThat(site.count("act_ru_incident")).isZero();
    assertThat(site.broken()).isEmpty();
  }

  @Test
  void whileTheWorkFoldersDiskIsFullAFileIsRefusedAndNoneIsHalf() throws IOException {
    String arrears = file("FOLDER", CASES);
    try (SmallDisk disk = SmallDisk.at(site.workFolder(), 1)) {
      disk.fill();
      Answer refused = site.send("arrears", "text/csv", arrears);
      LOG.info("The work folder's disk is full: {}", refused);
      assertThat(refused.status()).as("%s", refused).isEqualTo(507);
      assertThat(refused.body()).contains("work folder is full");
      WorkFolder folder = site.bean(WorkFolder.class);
      assertThatThrownBy(() -> folder.write(new byte[10_000], "outbox", "sms", "one.txt"))
          .isInstanceOf(UncheckedIOException.class);
      try (Stream<Path> left = Files.walk(site.workFolder())) {
        assertThat(left.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
            .containsExactly("filler");
      }
      assertThat(site.count("collection_case where debtor_id like 'FOLDER%'")).isZero();
      assertThat(site.ask("/api/cases").status()).isEqualTo(200);

      disk.empty();
      assertThat(site.send("arrears", "text/csv", arrears).body()).contains("\"opened\":" + CASES);
      folder.write(new byte[10_000], "outbox", "sms", "one.txt");
    }
    assertThat(site.broken()).isEmpty();
  }

  private static void saysThatTheDiskIsFull(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(507);
    assertThat(answer.body()).contains("disk is full");
  }

  private void move(String tablespace) {
    BUSY.forEach(table ->
        site.database().sql("alter table " + table + " set tablespace " + tablespace).update());
  }

  private String file(String group, int cases) {
    return Home.HEADER + "\n" + IntStream.range(0, cases).mapToObj(number -> Home.LONDON.row(group + number, "100.00",
        site.today().minusDays(8), 500_000 + Math.floorMod(group.hashCode(), 400) * 1000 + number))
        .collect(Collectors.joining("\n")) + "\n";
  }

  private String payments(int cases) {
    return PAYMENTS + IntStream.range(0, cases).mapToObj(number -> "full-" + number + ",AROOM" + number
        + ",PAYMENT,100.00,EUR," + site.today() + ",\n").collect(Collectors.joining());
  }

  private static void pause() {
    try {
      Thread.sleep(2_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
