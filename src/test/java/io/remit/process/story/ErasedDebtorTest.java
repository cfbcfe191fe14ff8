package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.approval.SecondDecision.Outcome;
import io.remit.audit.seal.Sealer;
import io.remit.audit.seal.TrailReport;
import io.remit.audit.seal.Verification;
import io.remit.cases.InvalidInputException;
import io.remit.complaint.Complaints;
import io.remit.contact.incoming.IncomingText;
import io.remit.contact.incoming.IncomingTexts;
import io.remit.gate.ContactPreferences;
import io.remit.hold.Hold;
import io.remit.hold.HoldRequest;
import io.remit.privacy.DebtorData;
import io.remit.privacy.Erasable.Obstacle;
import io.remit.privacy.Erasures;
import io.remit.privacy.EveryTable;
import io.remit.privacy.HeldData;
import io.remit.privacy.LegalHolds;
import io.remit.privacy.Retention;
import io.remit.safety.SafetyNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a debtor is told is held, and that nothing of it is left anywhere once it is erased. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class ErasedDebtorTest {

  private static final String NAME = "Zo\u00eb O'Quickbeam-N\u00fa\u00f1ez";
  private static final String STREET = "14 Sycamore-Quay";
  private static final String SAID = "lost his work at the glassworks";
  private static final String LATER = "2031-01-01T03:00:00Z";

  @Autowired
  private CaseWorld world;
  @Autowired
  private DebtorData data;
  @Autowired
  private Erasures erasures;
  @Autowired
  private LegalHolds legalHolds;
  @Autowired
  private Retention retention;
  @Autowired
  private Complaints complaints;
  @Autowired
  private SafetyNotes safety;
  @Autowired
  private IncomingTexts texts;
  @Autowired
  private ContactPreferences wishes;
  @Autowired
  private Sealer sealer;
  @Autowired
  private Verification verification;

  private String debtorId;
  private ArrearsRow called;
  private ArrearsRow placed;
  private List<String> telling;

  @BeforeEach
  void nameThem() {
    debtorId = "K" + UUID.randomUUID().toString().substring(0, 8);
    called = named(world.accountOf(debtorId, 40)).with("account_number", debtorId + "/1");
    placed = named(world.accountOf(debtorId, 400)).with("account_number", debtorId + "/2").with("currency", "USD");
    telling = List.of(debtorId, "Quickbeam", "Zo\u00eb", ArrearsRow.phoneOf(debtorId).substring(1),
        ArrearsRow.emailOf(debtorId), "Sycamore", "glassworks", "4917612345678");
  }

  private ArrearsRow named(ArrearsRow row) {
    return row.with("debtor_name", NAME).with("address", STREET).with("contact_person_name", "Bo Quickbeam");
  }

  /** Called, written to, paused, complained, placed, recalled; all of it paid in the end. */
  private List<TestedCase> lived() throws IOException {
    Path delivered = Path.of(CaseWorld.WORK_FOLDER, "inbox", "arrears", "done", "monday.csv");
    Files.createDirectories(delivered.getParent());
    Files.writeString(delivered, ArrearsRow.HEADER + "\n" + called.csv() + "\n");
    TestedCase first = world.open(called);
    TestedCase second = world.open(placed);
    world.moveTo("2007-09-03T09:00:00Z");
    second.submit(Worker.OUTSOURCING_OFFICER, second.task("task_approve_placement"),
        Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    first.submit(Worker.COLLECTOR, first.task("task_call_debtor"), Map.of("outcome", "REFUSED", "note", SAID));
    safety.write(debtorId, new SafetyNotes.Entered("CAUTION", "A dog at Sycamore-Quay"), "field1");
    wishes.addNumber(debtorId, "+4917612345678", "collector1");
    texts.receive(new IncomingText("smpp", "in-" + debtorId, ArrearsRow.phoneOf(debtorId),
        "Zo\u00eb here, " + SAID, world.now()));
    world.runDueJobs();
    world.holds.raise(HoldRequest.of(first.number(), Hold.Reason.DISPUTE, "O'Quickbeam says: " + SAID, "supervisor1"));
    complaints.open(first.number(), "CALL", "collector1", "He shouted at Zo\u00eb", "collector2");
    first.submit(Worker.SUPERVISOR, first.task("task_handle_complaint"),
        Map.of("outcome", "UPHELD", "measures", "Nobody calls Quickbeam before ten"));
    world.runContactWork();
    second.submit(Worker.OUTSOURCING_OFFICER, second.task("task_follow_placement"), Map.of("outcome", "RECALLED"));
    world.moveTo("2007-09-18T06:00:00Z");
    second.submit(Worker.OUTSOURCING_OFFICER, second.task("task_ask_deletion"),
        Map.of("deletedOn", "2007-09-10", "note", "Letter about O'Quickbeam"));
    second.submit(Worker.OUTSOURCING_OFFICER, second.task("task_tell_partner"), Map.of("outcome", "TAKEN_BACK"));
    return List.of(first, second);
  }

  private void pay() {
    world.pay(called, "460.00");
    world.pay(placed, "460.00");
    world.runDueJobs();
  }

  private List<Path> filesThatTell() {
    return world.filesIn("").stream().filter(file -> {
      try {
        String content = file + new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return telling.stream().anyMatch(content::contains);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }).toList();
  }

  private void ageFiles() throws IOException {
    for (Path file : world.filesIn("")) {
      Files.setLastModifiedTime(file, FileTime.from(
          Files.getLastModifiedTime(file).toInstant().minus(Duration.ofDays(400))));
    }
  }

  @Test
  void nothingOfAnErasedDebtorIsLeftInAnyTableFileOrLog(CapturedOutput log) throws IOException {
    List<TestedCase> cases = lived();
    assertThat(erasures.of(debtorId).obstacles()).contains(Obstacle.CASE_OPEN);
    pay();
    assertThat(cases).allSatisfy(each -> assertThat(each.facts().status()).hasToString("CLOSED"));
    assertThat(erasures.of(debtorId).obstacles()).isEmpty();
    assertThat(EveryTable.with(world.database, telling)).as("places in tables").hasSizeGreaterThan(40);
    assertThat(filesThatTell()).as("files").hasSizeGreaterThan(1);
    Map<String, Object> sums = EveryTable.sums(world.database);
    ageFiles();
    world.database.sql("update account set snapshot_taken_on = date '2040-01-01' where debtor_id <> :debtor")
        .param("debtor", debtorId).update();

    // H2 decides at the second look up to which row nobody can add any more
    sealer.seal();
    sealer.seal();
    TrailReport before = verification.verify();
    world.clock(LATER);
    retention.look();

    assertThat(EveryTable.with(world.database, telling)).isEmpty();
    assertThat(filesThatTell()).isEmpty();
    assertThat(telling).noneMatch(log.getAll()::contains);
    assertThat(EveryTable.sums(world.database)).isEqualTo(sums);
    TrailReport sealed = verification.verify();
    assertThat(sealed.allFindings()).as("its seals stay good; some of the rows that other tests changed are erased too")
        .isLessThanOrEqualTo(before.allFindings());
    assertThat(sealed.erasedRows()).isGreaterThan(before.erasedRows());
    assertThat(cases).allSatisfy(each -> assertThat(world.timeline.of(each.number())).isNotEmpty());
  }

  @Test
  void aDebtorIsToldWhatIsHeldInWordsAndNothingOfOthers() throws IOException {
    lived();
    TestedCase other = world.open(named(world.account(40)).with("debtor_name", "Somebody Else"));

    HeldData told = data.of(debtorId, null);
    String words = told.toString();

    assertThat(words).contains(NAME, STREET, SAID, "A dog at Sycamore-Quay", "He shouted at Zo\u00eb",
        "Letter about O'Quickbeam", "One of our people", "Held; it is about somebody else", "+4917612345678");
    assertThat(words).doesNotContain("Somebody Else", other.number(), "collector1", "supervisor1", "field1",
        "outsourcing1", "Bo Quickbeam");
    assertThat(told.recipients()).hasSize(1);
    assertThat(data.of(debtorId, "zh").sections().get(0).heading()).startsWith("\u60a8\u7684\u8eab\u4efd");
    byte[] pdf = data.print(debtorId, "en");
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    String keep = System.getProperty("remit.debtor-data");
    if (keep != null) {
      Files.write(Path.of(keep + "-en.pdf"), pdf);
      Files.write(Path.of(keep + "-zh.pdf"), data.print(debtorId, "zh"));
    }
  }

  @Test
  void whatIsOpenAndALegalHoldKeepADebtorFromBeingErased() throws IOException {
    lived();
    world.clock(Instant.parse(LATER));
    assertThatThrownBy(() -> erasures.ask(debtorId, "asked for it", "supervisor1"))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining("case open");
    assertThat(erasures.eraseByRule(debtorId)).isFalse();
    world.clock("2007-09-18T07:00:00Z");
    pay();
    assertThatThrownBy(() -> erasures.ask(debtorId, "asked for it", "supervisor1"))
        .hasMessageContaining("cannot be erased before 2008-");
    long hold = legalHolds.set(debtorId, "A suit about these calls", "legal1");
    world.clock(Instant.parse(LATER).plus(Duration.ofDays(1)));

    assertThat(erasures.of(debtorId).obstacles()).containsExactly(Obstacle.LEGAL_HOLD);
    assertThat(erasures.eraseByRule(debtorId)).isFalse();
    assertThatThrownBy(() -> erasures.ask(debtorId, "asked for it", "supervisor1")).hasMessageContaining("legal hold");
    assertThat(legalHolds.lift(debtorId, hold, "The suit is over", "legal1")).isTrue();
    assertThat(legalHolds.lift(debtorId, hold, "Twice", "legal1")).isFalse();
    world.clock(Instant.parse(LATER).plus(Duration.ofDays(400)));

    erasures.ask(debtorId, "asked for it", "supervisor1");
    assertThatThrownBy(() -> erasures.decide(debtorId, Outcome.APPROVED, "supervisor1"))
        .hasMessageContaining("you asked for it");
    erasures.decide(debtorId, Outcome.APPROVED, "supervisor2");
    assertThat(EveryTable.with(world.database, telling)).isEmpty();
  }
}
