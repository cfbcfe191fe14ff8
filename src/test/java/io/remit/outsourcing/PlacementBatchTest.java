package io.remit.outsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.InvalidInputException;
import io.remit.exchange.openpgp.Gpg;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.exchange.openpgp.OwnKey;
import io.remit.exchange.openpgp.RefusedFileException;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import io.remit.process.story.ArrearsRow;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a partner gets in one file, and what it never gets. */
@ProcessTest
class PlacementBatchTest {

  /** A thousand with {@code -Dremit.test.cases=1000}. */
  private static final int MANY = Integer.getInteger("remit.test.cases", 200);

  @Autowired
  private CaseWorld world;
  @Autowired
  private BatchRequests requests;
  @Autowired
  private PlacementRepository placements;
  @Autowired
  private NextBatch nextBatch;
  @Autowired
  private BatchHandedOver handedOver;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private PartnersForTests partners;
  @Autowired
  private OpenPgp openPgp;

  private TestedCase approved(ArrearsRow account) {
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    return opened;
  }

  private Partner agency() {
    return register.get("agency1");
  }

  private PlacementBatch last() {
    return requests.of(agency()).get(0);
  }

  private byte[] sent() {
    return read(assertThat(world.filesIn("outsourcing")).singleElement().actual());
  }

  private OpenedBatch opened(byte[] sealed) {
    return OpenedBatch.of(sealed, PartnersForTests.PAIR, openPgp.ownPublicKey());
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsSentAgainIsTheSameFile() throws Exception {
    approved(world.account(400));
    world.runDueJobs();
    byte[] first = sent();
    Files.delete(world.filesIn("outsourcing").get(0));

    requests.sendAgain(last(), agency());

    assertThat(sent()).isEqualTo(first);
  }

  @Test
  void aBatchWithAPaidCaseIsNotSentAgain() {
    approved(world.account(400));
    ArrearsRow paid = world.account(410);
    approved(paid);
    world.runDueJobs();
    world.pay(paid, "460.00");

    assertThatThrownBy(() -> requests.sendAgain(last(), agency())).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("of 1 of its cases nothing is due");
  }

  @Test
  void aSuspendedPartnerIsSentNothingAgain() {
    approved(world.account(400));
    world.runDueJobs();
    register.suspend("agency1", "a breach", "supervisor1");

    assertThatThrownBy(() -> requests.sendAgain(last(), agency())).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("it is suspended");
    assertThatThrownBy(() -> requests.handOverNow(agency())).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("it is suspended");
  }

  @Test
  void whatCouldNotBeBroughtIsTriedAgainWithoutWhatWasPaidMeanwhile() {
    Path inTheWay = world.block("outsourcing");
    TestedCase stays = approved(world.account(400));
    ArrearsRow paid = world.account(410);
    TestedCase settled = approved(paid);
    world.runDueJobs();
    assertThat(stays.called("placement").isEnded()).isFalse();
    world.pay(paid, "460.00");
    world.unblock(inTheWay);

    world.moveDays(1);

    OpenedBatch batch = opened(sent());
    assertThat(batch.cases()).contains(stays.number()).doesNotContain(settled.number());
    assertThat(stays.openTask()).startsWith("task_follow_placement");
  }

  @Test
  void theOfficerSeesWhatWouldGoAndWhatEachCaseCosts() {
    TestedCase opened = approved(world.account(400));

    assertThat(requests.waitingFor(agency())).singleElement().satisfies(line -> {
      assertThat(line.caseNumber()).isEqualTo(opened.number());
      assertThat(line.terms().commissionPercent()).isEqualByComparingTo("25");
      assertThat(line.terms().mostCommission()).isEqualByComparingTo("115.00");
    });
    List<CaseTerms> terms = requests.waitingFor(agency()).stream().map(PlacementBatch.Line::terms).toList();
    assertThat(BatchSum.of(terms)).singleElement()
        .satisfies(sum -> assertThat(sum.mostCommission()).isEqualByComparingTo("115.00"));
    assertThat(requests.handOverNow(agency())).isEqualTo(1);
  }

  @Test
  void ofManyCasesOnlyWhatIsAllowedGoesSealedForThePartnerAlone() throws Exception {
    partners.ensure("agency1", PartnersForTests.agencyAllowed(List.of("CALL"),
        List.of("DEBTOR_NAME", "PHONE", "EMAIL", "OVERDUE_AMOUNT")));
    List<ArrearsRow> rows = IntStream.range(0, MANY).mapToObj(each -> world.account(400 + each % 90)).toList();
    world.load(rows.toArray(ArrearsRow[]::new));
    List<String> numbers = rows.stream().map(row -> world.caseOf(row).number()).toList();
    numbers.forEach(number -> placements.approve(number, "agency1", "chosen by hand",
        new PlacementRepository.Decision("outsourcing1", world.now(), null)));

    handedOver.bring(nextBatch.of(agency()).orElseThrow(), agency());

    byte[] sealed = sent();
    OpenedBatch batch = opened(sealed);
    List<String> lines = batch.cases().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("\"case_number\",\"currency\",\"debtor_name\",\"phone\",\"email\",\"overdue_amount\"");
    assertThat(lines.subList(1, lines.size())).hasSize(MANY)
        .allSatisfy(line -> assertThat(line).as("it may not write e-mails").contains(",\"\",\"")
            .doesNotContain("@", "Example Street"));
    assertThat(batch.cases()).contains(numbers);
    assertThat(batch.manifest().at("/cases").intValue()).isEqualTo(MANY);
    assertThat(batch.manifest().at("/sums/0/outstandingAmount").isMissingNode()).isTrue();
    assertThat(new String(batch.file("mandate.pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    assertNothingPlainIn(Path.of(CaseWorld.WORK_FOLDER), numbers.get(0), numbers.get(MANY - 1));
    assertThatThrownBy(() -> OpenedBatch.of(sealed, OwnKey.generate("Another", Instant.EPOCH.plusSeconds(946684800)),
        openPgp.ownPublicKey())).isInstanceOf(RefusedFileException.class);
    byte[] flipped = sealed.clone();
    flipped[flipped.length / 2] ^= 1;
    assertThatThrownBy(() -> opened(flipped)).isInstanceOf(RefusedFileException.class);
    if (Gpg.mustStart()) {
      assertGpgOpens(sealed, batch);
    }
  }

  private void assertGpgOpens(byte[] sealed, OpenedBatch batch) {
    try (Gpg gpg = new Gpg()) {
      gpg.take(PartnersForTests.PAIR.armoredSecretKey());
      gpg.take(openPgp.ownPublicKey());
      assertThat(OpenedBatch.ofZip(gpg.open(sealed)).cases()).isEqualTo(batch.cases());
      assertThat(gpg.said()).contains("GOODSIG", "GOODMDC");
    }
  }

  private static void assertNothingPlainIn(Path folder, String... numbers) throws IOException {
    List<String> plain = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(read(file), StandardCharsets.ISO_8859_1);
        if (content.startsWith("PK") || content.startsWith("%PDF") || Stream.of(numbers).anyMatch(content::contains)) {
          plain.add(file.toString());
        }
      }
    }
    assertThat(plain).as("files with plain text").isEmpty();
  }
}
