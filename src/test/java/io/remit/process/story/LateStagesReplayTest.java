package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remit.intake.RealFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real accounts as far as court and partners, with officers who decide as soon as they are asked: in the log that the
 * fines come from, cases were sent to credit collection that had been paid.
 */
@Tag("real-files")
class LateStagesReplayTest {

  private static final Path DATA = Path.of("..", "shared", "data");
  private static final int ONE_DEBTOR_IN = Integer.getInteger("remit.replay.one-debtor-in", 80);
  private static final int ONE_INVOICED_IN = Math.min(2, ONE_DEBTOR_IN);
  private static final int WEEKS_UNTIL_COURT = 30;

  private static final String HANDED_OVER = """
      select p.case_number, p.placed_at as went_at from placement p
        join placement_batch_case t on t.placement_id = p.placement_id
        join placement_batch b on b.batch_id = t.batch_id
       where b.status = 'DELIVERED'
      """;
  private static final String FILED =
      "select case_number, filed_at as went_at from court_filing where filed_at is not null";

  @TempDir
  private Path folder;

  /** A case that went outside, the day on which it went, and its accounts. */
  private record Went(String caseNumber, LocalDate on, List<String> accounts) {
  }

  @Test
  void finesRunToPlacementAndNoPaidOneIsHandedOver() throws IOException {
    RealFolder fines = real("fines").sample(ONE_DEBTOR_IN, Files.createDirectory(folder.resolve("fines")));
    try (RealFilesReplay replay = new RealFilesReplay(fines, "officers")) {
      Officers officers = replay.runWithOfficers("DECLINED");

      Map<String, LocalDate> paidOn = fines.paidOn();
      List<Went> placed = went(replay, HANDED_OVER);
      assertNonePaidBefore(placed, paidOn);
      assertNonePaidBefore(went(replay, FILED), paidOn);
      assertThat(placed).hasSizeGreaterThan(5);

      Went last = placed.get(placed.size() - 1);
      // the last file holds what was booked on its own day
      replay.goOn(officers, 1);
      replay.payInFull(last.caseNumber());
      replay.goOn(officers, 1);
      assertThat(endsOf(replay, List.of(last))).as("recalled by the payment").endsWith("PAID");
      List<Went> paid = placed.stream().filter(went -> isPaid(went, paidOn)).toList();
      assertThat(endsOf(replay, paid)).as("paid, and not with the partner any more").doesNotContainNull();
    }
  }

  @Test
  void invoicesThatNobodyPaysAnyMoreRunToCourtAndAPaymentReachesTheLegalOfficer() throws IOException {
    RealFolder invoices =
        real("invoices").sample(ONE_INVOICED_IN, Files.createDirectory(folder.resolve("invoices")));
    try (RealFilesReplay replay = new RealFilesReplay(invoices, "officers")) {
      Officers officers = replay.runWithOfficers("APPROVED");
      replay.goOn(officers, WEEKS_UNTIL_COURT);

      List<Went> filed = went(replay, FILED);
      assertNonePaidBefore(filed, invoices.paidOn());
      assertThat(filed).hasSizeGreaterThan(20 / ONE_INVOICED_IN);
      Went first = filed.get(0);
      replay.payInFull(first.caseNumber());
      replay.goOn(officers, 1);

      assertThat(tasksAbout(replay, first)).containsExactlyInAnyOrder("task_tell_court", "task_record_court_result");
    }
  }

  private static RealFolder real(String name) {
    assumeTrue(Files.isDirectory(DATA.resolve(name)), "the real files are not there");
    return new RealFolder(DATA.resolve(name));
  }

  private static List<Went> went(RealFilesReplay replay, String query) {
    return replay.database().sql(query).query((row, number) -> new Went(row.getString("case_number"),
        row.getTimestamp("went_at").toInstant().atZone(ZoneOffset.UTC).toLocalDate(),
        accountsOf(replay, row.getString("case_number")))).list();
  }

  private static List<String> accountsOf(RealFilesReplay replay, String caseNumber) {
    return replay.database().sql("select account_number from account where case_number = :case")
        .param("case", caseNumber).query(String.class).list();
  }

  private static void assertNonePaidBefore(List<Went> went, Map<String, LocalDate> paidOn) {
    assertThat(went).filteredOn(gone -> isPaid(gone, paidOn)).allSatisfy(gone -> assertThat(gone.accounts())
        .anySatisfy(account -> assertThat(paidOn.get(account)).isAfter(gone.on())));
  }

  private static boolean isPaid(Went went, Map<String, LocalDate> paidOn) {
    return paidOn.keySet().containsAll(went.accounts());
  }

  private static List<String> endsOf(RealFilesReplay replay, List<Went> placed) {
    return placed.isEmpty() ? List.of() : replay.database().sql("""
        select end_reason from placement where case_number in (:cases) and placed_at is not null order by placement_id
        """).param("cases", placed.stream().map(Went::caseNumber).toList()).query(String.class).list();
  }

  private static List<String> tasksAbout(RealFilesReplay replay, Went went) {
    return replay.database().sql("""
        select t.task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
          join act_ru_execution r on r.id_ = e.root_proc_inst_id_
         where r.business_key_ = :case or e.business_key_ = :case
        """).param("case", went.caseNumber()).query(String.class).list();
  }
}
