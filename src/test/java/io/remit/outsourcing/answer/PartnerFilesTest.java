package io.remit.outsourcing.answer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.remit.cases.Channel;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.exchange.openpgp.OwnKey;
import io.remit.gate.Person;
import io.remit.outsourcing.answer.PartnerFile.Status;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKeys;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import io.remit.process.story.ArrearsRow;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What partners send: each line has the consequence that the same has elsewhere, once; what is wrong is named. */
@ProcessTest
class PartnerFilesTest {

  private static final String HEADER = String.join(",", ActivityFile.HEADER);

  @Autowired
  private CaseWorld world;
  @Autowired
  private PartnerFiles files;
  @Autowired
  private PartnerInbox inbox;
  @Autowired
  private PartnerFileRepository repository;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private PartnerKeys keys;
  @Autowired
  private ContactsByPeople contacts;
  @Autowired
  private OpenPgp openPgp;

  private TestedCase placed;
  private int next;

  @BeforeEach
  void aPlacedCase() {
    placed = place("agency1");
  }

  private TestedCase place(String partner) {
    ArrearsRow account = world.account(400);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", partner));
    world.runDueJobs();
    return opened;
  }

  private byte[] sealed(String content, OwnKey by) {
    OpenPgp theirs = new OpenPgp(() -> by, Clock.systemUTC());
    return theirs.seal(content.getBytes(UTF_8), "answer.csv", theirs.certificate(openPgp.ownPublicKey()));
  }

  private Status take(String content) {
    return files.take(agency(), "answer.csv.pgp", sealed(content, PartnersForTests.PAIR));
  }

  private Partner agency() {
    return register.get("agency1");
  }

  private PartnerFile last() {
    return repository.of("agency1", 1).get(0);
  }

  private String id() {
    return placed.number() + "-" + next++;
  }

  /** An activity file with right totals. */
  private static String activities(String total, String... lines) {
    return Stream.concat(Stream.concat(Stream.of(HEADER), Stream.of(lines)),
        Stream.of(lines.length + ",,TOTAL,,," + total + ",,")).collect(Collectors.joining("\r\n"));
  }

  private static String unpaid(String... lines) {
    return activities(",", lines);
  }

  private String line(String rest) {
    return id() + "," + placed.number() + "," + rest;
  }

  @Test
  void aContactThatTheGateAllowedIsRecordedAndCounts() {
    contacts.open(placed.number(), Channel.CALL, Person.DEBTOR, "partner1");

    assertThat(take(unpaid(line("CONTACT,CALL,REFUSED,,,,will not pay")))).isEqualTo(Status.APPLIED);

    assertThat(last().faults()).isEmpty();
    assertThat(last().appliedLines()).isEqualTo(1);
    assertThat(placed.timeline("CONVERSATION")).singleElement().asString().startsWith("Call recorded");
    assertThat(placed.contacts()).anySatisfy(contact -> assertThat(contact.outcome()).isEqualTo("REFUSED"));
  }

  @Test
  void aContactThatTheGateDoesNotAllowIsABreachThatAnOfficerDecidesOn() {
    world.clock("2007-09-03T23:30:00Z");

    assertThat(take(unpaid(line("CONTACT,CALL,REFUSED,,,,")))).isEqualTo(Status.APPLIED);

    assertThat(last().faults()).singleElement().satisfies(fault -> {
      assertThat(fault.rule()).isEqualTo("not-allowed");
      assertThat(fault.line()).isEqualTo(2);
    });
    assertThat(placed.task("task_tell_partner")).isNotNull();
  }

  @Test
  void aPromiseAPaymentAndAComplaintHaveTheirConsequences() {
    contacts.open(placed.number(), Channel.CALL, Person.DEBTOR, "partner1");

    take(activities("60.00,EUR", line("PROMISE,CALL,,300.00,EUR,2007-09-10,"),
        line("PAYMENT,,,60.00,EUR,2007-09-02,"), line("COMPLAINT,CALL,,,,,He shouted at me")));

    assertThat(last().faults()).isEmpty();
    assertThat(placed.promises()).singleElement()
        .satisfies(promise -> assertThat(promise.amount()).isEqualByComparingTo("300.00"));
    assertThat(placed.task("task_search_payment")).isNotNull();
    assertThat(placed.timeline("COMPLAINT")).isNotEmpty();
    assertThat(placed.task("task_tell_partner")).isNotNull();
  }

  @Test
  void theSameFileAgainAndTheSameLineInAnotherFileChangeNothing() {
    contacts.open(placed.number(), Channel.CALL, Person.DEBTOR, "partner1");
    String line = line("CONTACT,CALL,REFUSED,,,,");
    take(unpaid(line));
    List<String> before = placed.timeline("CONVERSATION");

    assertThat(take(unpaid(line))).isEqualTo(Status.ALREADY_APPLIED);
    take(unpaid(line, id() + ",C999999,CONTACT,CALL,REFUSED,,,,"));

    assertThat(last().faults()).extracting(Fault::rule).containsExactly("unknown-case");
    assertThat(placed.timeline("CONVERSATION")).isEqualTo(before);
  }

  @Test
  void aCaseOfAnotherPartnerIsAsUnknownAsOneThatThereIsNot() {
    TestedCase others = world.open(world.account(10));

    take(activities("1.00,EUR", id() + "," + others.number() + ",PAYMENT,,,1.00,EUR,2007-09-02,"));

    assertThat(last().faults()).extracting(Fault::rule, Fault::line)
        .containsExactly(tuple("unknown-case", 2));
    assertThat(others.timeline("PLACEMENT")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {
      "=1+1,{case},PAYMENT,,,1.00,EUR,2007-09-02,| formula | activity_id",
      "{id},{case},PAYMENT,,,1.00,EUR,2007-09-02,@SUM(1)| formula | text",
      "{id},../../etc/passwd,PAYMENT,,,1.00,EUR,2007-09-02,| wrong-form | case_number",
      "{id},{case},CONTACT,CALL,PAUSE,,,,| wrong-outcome | outcome",
      "{id},{case},CONTACT,PIGEON,REFUSED,,,,| unknown-word | channel",
      "{id},{case},PROMISE,CALL,,1.001,EUR,2007-09-02,| wrong-amount | amount",
      "{id},{case},PROMISE,CALL,,1.00,EUR,next week,| wrong-date | date",
      "{id},{case},PROMISE,CALL,,1.00,USD,2007-09-20,| wrong-currency | currency"})
  void aLineThatIsWrongIsNamedAndTheOthersCount(String wrong, String rule, String column) {
    contacts.open(placed.number(), Channel.CALL, Person.DEBTOR, "partner1");
    String bad = wrong.replace("{case}", placed.number()).replace("{id}", id());
    String total = bad.contains("PAYMENT") ? "1.00,EUR" : ",";

    assertThat(take(activities(total, bad, line("CONTACT,CALL,REFUSED,,,,")))).isEqualTo(Status.APPLIED);

    assertThat(last().appliedLines()).isEqualTo(1);
    assertThat(last().faults()).singleElement().satisfies(fault -> {
      assertThat(fault.rule()).isEqualTo(rule);
      assertThat(fault.column()).isEqualTo(column);
      assertThat(fault.line()).isEqualTo(2);
    });
  }

  @Test
  void aFileThatIsWrongAsAWholeIsRefusedAndNothingOfItIsApplied() {
    String payment = line("PAYMENT,,,5.00,EUR,2007-09-02,");
    refused("wrong-sum", activities("6.00,EUR", payment));
    refused("wrong-sum", unpaid(payment));
    refused("doubled-line", activities("10.00,EUR", payment, payment));
    refused("wrong-count", activities("5.00,EUR", payment).replace("1,,TOTAL", "2,,TOTAL"));
    refused("no-total", HEADER + "\r\n" + payment);
    refused("wrong-columns", HEADER + "\r\n" + payment + ",more");
    refused("unknown-header", "a,b\r\n1,2");
    refused("not-utf-8", new String(new byte[] {'P', 'K', 3, 4, (byte) 0xff}, ISO_8859_1));
    assertThat(placed.timeline("PLACEMENT")).noneMatch(entry -> entry.contains("payment"));
  }

  private void refused(String rule, String content) {
    byte[] bytes = rule.equals("not-utf-8") ? content.getBytes(ISO_8859_1)
        : content.getBytes(UTF_8);
    OpenPgp theirs = new OpenPgp(() -> PartnersForTests.PAIR, Clock.systemUTC());
    assertThat(files.take(agency(), "answer.csv.pgp", theirs.seal(bytes, "answer.csv",
        theirs.certificate(openPgp.ownPublicKey())))).as(rule).isEqualTo(Status.REFUSED);
    assertThat(last().faults()).extracting(Fault::rule).containsExactly(rule);
  }

  @Test
  void aFileOfAPartnerWhoseKeyIsOfNoUseAnyMoreIsRefusedAndSaysSo() {
    String expired = PartnersForTests.certificate(PartnersForTests.pair(world.now().minusSeconds(60)));
    keys.confirm("agency1", keys.enter("agency1", expired, PartnersForTests.OFFICER).fingerprint(),
        PartnersForTests.SECOND_PERSON);

    assertThat(take(activities("5.00,EUR", line("PAYMENT,,,5.00,EUR,2007-09-02,")))).isEqualTo(Status.REFUSED);
    assertThat(last().faults()).extracting(Fault::rule).containsExactly("unusable-key");
  }

  @Test
  void whatAnotherKeySignedOrNobodySealedOrUnpacksToTooMuchIsRefused() {
    String content = activities("5.00,EUR", line("PAYMENT,,,5.00,EUR,2007-09-02,"));

    assertThat(files.take(agency(), "a.pgp", sealed(content, OwnKey.generate("Another", Instant.EPOCH))))
        .isEqualTo(Status.REFUSED);
    assertThat(last().faults()).extracting(Fault::rule).containsExactly("wrong-signer");
    assertThat(files.take(agency(), "a.csv", content.getBytes(UTF_8))).isEqualTo(Status.REFUSED);
    assertThat(last().faults()).extracting(Fault::rule).containsExactly("not-encrypted");
    assertThat(take("x".repeat(PartnerFiles.MOST + 1))).isEqualTo(Status.REFUSED);
    assertThat(last().faults()).extracting(Fault::rule).containsExactly("too-large");
  }

  @Test
  void whatLiesInTheInboxIsTakenAndPutAway() throws Exception {
    Path folder = Files.createDirectories(Path.of(CaseWorld.WORK_FOLDER, "outsourcing", "agency1", "in"));
    Files.write(folder.resolve("day1.csv.pgp"), sealed(activities("5.00,EUR",
        line("PAYMENT,,,5.00,EUR,2007-09-02,")), PartnersForTests.PAIR));
    Files.write(folder.resolve("bad.csv.pgp"), "x".getBytes(UTF_8));

    inbox.look();
    assertThat(folder.resolve("day1.csv.pgp")).exists();
    inbox.look();

    assertThat(folder.resolve("done/day1.csv.pgp")).exists();
    assertThat(folder.resolve("refused/bad.csv.pgp")).exists();
    assertThat(placed.timeline("PLACEMENT")).anyMatch(entry -> entry.startsWith("The partner tells of a payment"));
  }

  @Test
  void whatAnAcknowledgementLeavesOutOrRefusesIsForAnOfficer() {
    TestedCase second = place("agency1");
    String reference = batchOf(second);
    refused("unknown-batch", "batch,case_number,taken,reason\r\nagency1-19990101-1," + second.number() + ",YES,");
    refused("unknown-case", "batch,case_number,taken,reason\r\n" + reference + ",C0,YES,");

    assertThat(take("batch,case_number,taken,reason\r\n" + reference + "," + second.number() + ",NO,conflict"))
        .isEqualTo(Status.APPLIED);

    assertThat(second.timeline("PLACEMENT")).endsWith("The partner did not take the case: conflict");
    assertThat(second.task("task_tell_partner")).isNotNull();
    assertThat(world.database.sql("select acknowledged_at from placement_batch order by batch_id desc limit 1")
        .query().singleRow().get("ACKNOWLEDGED_AT")).isNotNull();
  }

  private String batchOf(TestedCase its) {
    return Path.of(world.database.sql("select file_name from placement where case_number = :case")
        .param("case", its.number()).query(String.class).single()).getFileName().toString().replace(".zip.pgp", "");
  }

  private TestedCase back() {
    placed.submit(Worker.OUTSOURCING_OFFICER, placed.task("task_follow_placement"), Map.of("outcome", "RETURNED"));
    return placed;
  }

  private static String deletions(String... lines) {
    return "case_number,deleted_on\r\n" + String.join("\r\n", lines);
  }

  @Test
  void aConfirmationOfDeletionIsAppliedAsAWholeAndOnce() {
    TestedCase back = back();

    assertThat(take(deletions(back.number() + ",2007-09-03"))).isEqualTo(Status.APPLIED);
    assertThat(take(deletions(back.number() + ",2007-09-03"))).isEqualTo(Status.ALREADY_APPLIED);
    assertThat(take(deletions(back.number() + ",2007-09-03", ""))).isEqualTo(Status.APPLIED);

    assertThat(back.timeline("PLACEMENT").stream().filter(entry -> entry.startsWith("The partner confirmed")))
        .containsExactly("The partner confirmed that it deleted the data: agency1, 2007-09-03");
    assertThat(back.matter("deletion-proof")).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {
      "C0,2007-09-03 | unknown-case | case_number", "{others},2007-09-03 | unknown-case | case_number",
      "'=1+1,2007-09-03' | formula | case_number", "{case},@SUM(1) | formula | deleted_on",
      "{case},2007-09-02 | wrong-date | deleted_on", "{case},2007-09-04 | wrong-date | deleted_on",
      "{case},yesterday | wrong-date | deleted_on"})
  void aConfirmationInWhichAnythingIsWrongIsRefusedAndNothingOfItCounts(String wrong, String rule, String column) {
    TestedCase back = back();
    TestedCase others = world.open(world.account(10));
    String bad = wrong.replace("{case}", back.number()).replace("{others}", others.number());

    refused(rule, deletions(back.number() + ",2007-09-03", bad));

    assertThat(last().faults()).extracting(Fault::column, Fault::line).containsExactly(tuple(column, 3));
    assertThat(back.timeline("PLACEMENT")).noneMatch(entry -> entry.startsWith("The partner confirmed"));
  }

  @Test
  void aConfirmationThatNamesACaseTwiceOrNoneIsRefused() {
    TestedCase back = back();
    refused("doubled-line", deletions(back.number() + ",2007-09-03", back.number() + ",2007-09-03"));
    refused("empty", deletions());
  }

  @Test
  void aReportCountsForThePartnerAndTheCase() {
    contacts.open(placed.number(), Channel.CALL, Person.DEBTOR, "partner1");
    take(unpaid(line("CONTACT,CALL,REFUSED,,,,")));

    assertThat(world.database.sql("select reported_at from partner_report where partner_id = 'agency1'").query()
        .singleRow().get("REPORTED_AT")).isNotNull();
    assertThat(world.database.sql("select last_told_at from placement where case_number = :case")
        .param("case", placed.number()).query().singleRow().get("LAST_TOLD_AT")).isNotNull();
  }
}
