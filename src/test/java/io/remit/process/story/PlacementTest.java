package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.casefile.CaseView;
import io.remit.cases.Channel;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.files.Sha256;
import io.remit.gate.ContactPreferences;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.ReachabilityRepository;
import io.remit.gate.ReachableDebtors;
import io.remit.outsourcing.OpenedBatch;
import io.remit.partner.EnteredPartner;
import io.remit.partner.EnteredPartner.CommissionEntry;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An outsourcing officer places a case with a partner and takes it back. */
@ProcessTest
class PlacementTest {

  private static final int CASES = Integer.getInteger("remit.placement.cases", 60);

  @Autowired
  private CaseWorld world;
  @Autowired
  private CaseView caseViews;

  private ArrearsRow account;

  private TestedCase caseToPlace() {
    return caseToPlace(world.account(400));
  }

  @Autowired
  private ReachableDebtors reachable;
  @Autowired
  private ContactPreferences wishes;
  @Autowired
  private ReachabilityRepository reachability;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private PartnersForTests partners;
  @Autowired
  private OpenPgp openPgp;

  private TestedCase caseToPlace(ArrearsRow its) {
    account = its;
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_approve_placement 2007-09-17T06:00:00Z");
    return opened;
  }

  private static Map<String, Object> approvedFor(String partner) {
    return Map.of("outcome", "APPROVED", "partnerId", partner);
  }

  /** The one batch that went to a partner, as the partner opens it. */
  private OpenedBatch opened() {
    Path file = assertThat(world.filesIn("outsourcing")).singleElement().actual();
    try {
      return OpenedBatch.of(Files.readAllBytes(file), PartnersForTests.PAIR, openPgp.ownPublicKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> placementOf(TestedCase placed) {
    return world.database.sql("""
        select status, partner_id, decided_by, end_reason from placement where case_number = :case
        """).param("case", placed.number()).query().singleRow();
  }

  @Test
  void anApprovedCaseIsHandedOverToThePartnerAndFollowed() throws Exception {
    TestedCase placed = caseToPlace();
    ProcessInstance placement = placed.called("placement");

    placed.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));
    world.runDueJobs();

    assertThat(placement).hasPassedInOrder("placement_begins", "task_approve_placement", "placement_approved",
        "write_hand_over").isWaitingAt("task_follow_placement").hasNotPassed("end_not_placed");
    assertThat(placed.openTask()).isEqualTo("task_follow_placement 2007-12-02T06:00:00Z");
    assertThat(placementOf(placed)).containsEntry("STATUS", "PLACED").containsEntry("PARTNER_ID", "agency1")
        .containsEntry("DECIDED_BY", "outsourcing1");
    assertThat(world.filesIn("outsourcing")).singleElement()
        .satisfies(file -> assertThat(file.toString()).containsPattern("agency1-20070903-\\d+\\.zip\\.pgp$"));
    OpenedBatch batch = opened();
    assertThat(batch.names()).containsExactly("cases.csv", "mandate.pdf", "manifest.json");
    assertThat(batch.cases()).contains(placed.number(), "460.00");
    assertThat(batch.manifest().at("/cases").intValue()).isEqualTo(1);
    assertThat(batch.manifest().at("/sums/0/overdueAmount").decimalValue()).isEqualByComparingTo("460.00");
    assertThat(batch.manifest().at("/files/0/sha256").textValue()).isEqualTo(Sha256.of(batch.file("cases.csv")));
    assertThat(batch.manifest().at("/files/1/sha256").textValue()).isEqualTo(Sha256.of(batch.file("mandate.pdf")));
  }

  @Test
  void aPartnerIsToldNothingThatWeMayNotUseOurselves() throws Exception {
    TestedCase placed = caseToPlace();
    String debtor = placed.facts().debtorId();
    reachability.mark(debtor, ArrearsRow.phoneOf(debtor), Address.WRONG, "conversation");
    wishes.setChannel(debtor, Channel.EMAIL, false, "collector1");
    reachability.mark(debtor, reachable.of(debtor).postalAddress().orElseThrow(), Address.WRONG, "conversation");

    placed.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));
    world.runDueJobs();

    assertThat(opened().cases()).contains(placed.number())
        .doesNotContain(ArrearsRow.phoneOf(debtor), "xu.diaz", "277 Example Street");
  }

  @Test
  void aPartnerIsToldTheNumberThatServes() throws Exception {
    TestedCase placed = caseToPlace();
    String debtor = placed.facts().debtorId();
    reachability.mark(debtor, ArrearsRow.phoneOf(debtor), Address.UNWANTED, "collector1");
    wishes.addNumber(debtor, "+442079460100", "collector1");

    placed.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));
    world.runDueJobs();

    assertThat(opened().cases()).contains("+442079460100", "277 Example Street")
        .doesNotContain(ArrearsRow.phoneOf(debtor));
  }

  @ParameterizedTest(name = "{0} owing {1}: {2}")
  @CsvSource({"US, 5000.00, lawfirm1", "CN, 460.00, localcn1"})
  void aPartnerThatSuitsTheCaseCanBeChosen(String country, String amount, String partner) {
    TestedCase placed = caseToPlace(world.account(400).with("country", country).owes(amount));

    placed.submit(Worker.OUTSOURCING_OFFICER, approvedFor(partner));
    world.runDueJobs();

    assertThat(placementOf(placed)).containsEntry("STATUS", "PLACED").containsEntry("PARTNER_ID", partner);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lawfirm1", "localcn1", "agency2", ""})
  void aPartnerThatIsNotOfferedIsRefusedByName(String partner) {
    TestedCase opened = caseToPlace();

    assertThatThrownBy(() -> opened.submit(Worker.OUTSOURCING_OFFICER, approvedFor(partner)))
        .hasMessageContaining("partnerId: must be one of the partners that suit this case");

    assertThat(opened.called("placement")).isWaitingAt("task_approve_placement");
    assertThat(opened.timeline("PLACEMENT")).isEmpty();
    assertThat(opened.facts().treatmentsInStage()).isZero();
  }

  @Test
  void aPartnerThatIsSuspendedAfterTheApprovalGetsNothingAndTheOfficerDecidesAgain() {
    TestedCase opened = caseToPlace();
    ProcessInstance placement = opened.called("placement");
    opened.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));
    register.suspend("agency1", "a breach", "supervisor1");

    world.runDueJobs();

    assertThat(placement).hasPassedInOrder("write_hand_over", "handed_over").isWaitingAt("task_approve_placement");
    assertThat(world.filesIn("outsourcing")).isEmpty();
    assertThat(placementOf(opened)).containsEntry("STATUS", "ENDED").containsEntry("END_REASON", "STANDING");
    assertThat(opened.timeline("PLACEMENT")).endsWith("Not handed over: agency1 may get nothing: it is suspended");
    assertThatThrownBy(() -> opened.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1")))
        .hasMessageContaining("partnerId: must be one of the partners that suit this case");

    register.resume("agency1");
    opened.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));
    world.runDueJobs();

    assertThat(placement).isWaitingAt("task_follow_placement");
  }

  @Test
  void aPartnerGetsNoMoreCasesThanItHasRoomFor() {
    partners.ensure("agency1", PartnersForTests.of("First Collection Agency", PartnerKind.AGENCY, List.of(), 0));
    TestedCase opened = caseToPlace();

    assertThatThrownBy(() -> opened.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1")))
        .hasMessageContaining("partnerId: must be one of the partners that suit this case");
  }

  @Test
  void theNearestPartnerIsProposedAndTheTimelineTellsWhy() {
    TestedCase opened = caseToPlace(world.account(400).with("country", "CN"));
    assertThat(world.engine.getRuntimeService().getVariable(opened.called("placement").getId(), "partnerId"))
        .isEqualTo("localcn1");

    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED"));

    assertThat(placementOf(opened)).containsEntry("STATUS", "APPROVED").containsEntry("PARTNER_ID", "localcn1");
    assertThat(whyOf(opened)).isEqualTo("priority 1, in the debtor's country, the only one with room");
    assertThat(opened.timeline("PLACEMENT"))
        .endsWith("Why this partner: priority 1, in the debtor's country, the only one with room");
    assertThat(proposals()).as("decided on").isZero();
    assertThat(world.engine.getRuntimeService().getVariables(opened.called("placement").getId()))
        .doesNotContainKey("partnerId");
  }

  @Test
  void theOfficerMayChooseAnotherThanTheProposedOne() {
    TestedCase opened = caseToPlace(world.account(400).with("country", "CN"));

    opened.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));

    assertThat(placementOf(opened)).containsEntry("PARTNER_ID", "agency1");
    assertThat(whyOf(opened)).isEqualTo("chosen by hand");
  }

  @Test
  void anotherCaseOfADebtorGoesToTheSamePartnerThoughItsAmountWouldNot() {
    ArrearsRow large = world.account(400).owes("9000.00");
    TestedCase first = caseToPlace(large);
    first.submit(Worker.OUTSOURCING_OFFICER, approvedFor("lawfirm1"));
    TestedCase second = world.open(world.accountOf(large.debtorId(), 400).currency("GBP").owes("100.00"));
    world.runDueJobs();

    assertThatThrownBy(() -> second.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1")))
        .hasMessageContaining("partnerId: must be one of the partners that suit this case");
    second.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED"));

    assertThat(placementOf(second)).containsEntry("PARTNER_ID", "lawfirm1");
    assertThat(whyOf(second)).isEqualTo("has other cases of the debtor");
  }

  @Test
  void manyCasesOfADayAreProposedForPartnersAndApprovedWithoutAnybodyTypingOne() {
    partners.ensure("agency1", PartnersForTests.of("First Collection Agency", PartnerKind.AGENCY, List.of(),
        withPartner("agency1") + 2 * CASES / 3));
    partners.ensure("lawfirm1", PartnersForTests.of("Lex Law Firm", PartnerKind.LAW_FIRM, List.of(),
        withPartner("lawfirm1") + CASES / 3));
    List<ArrearsRow> accounts = IntStream.range(0, CASES).mapToObj(i -> world.account(400).owes("6000.00")).toList();
    world.load(accounts.toArray(ArrearsRow[]::new));
    world.moveTo("2007-09-03T09:00:00Z");

    accounts.stream().map(world::caseOf)
        .forEach(opened -> opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED")));

    Map<String, Long> placed = accounts.stream().map(world::caseOf)
        .collect(Collectors.groupingBy(opened -> String.valueOf(placementOf(opened).get("PARTNER_ID")),
            Collectors.counting()));
    assertThat(placed).as("no more than each has room for")
        .isEqualTo(Map.of("agency1", 2L * CASES / 3, "lawfirm1", CASES / 3L));
  }

  private String whyOf(TestedCase placed) {
    return world.database.sql("select why from placement where case_number = :case").param("case", placed.number())
        .query(String.class).single();
  }

  /** Cases that other tests left there. */
  private int withPartner(String partnerId) {
    return world.database.sql("""
        select count(*) from placement where partner_id = :partner and status in ('APPROVED', 'PLACED')
        """).param("partner", partnerId).query(Integer.class).single();
  }

  private long proposals() {
    return world.database.sql("select count(*) from partner_choice").query(Long.class).single();
  }

  @Test
  void allThatIsApprovedForAPartnerGoesInOneFileAndNoPaidCaseGoes() throws Exception {
    ArrearsRow first = world.account(400);
    ArrearsRow second = world.account(420).owes("80.00");
    ArrearsRow paid = world.account(430).owes("99.00");
    List<TestedCase> opened = Stream.of(first, second, paid).map(world::open).toList();
    world.moveTo("2007-09-03T09:00:00Z");
    opened.forEach(each -> each.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1")));
    // booked, and the case does not know it yet: what counts is what is due at the moment of handing over
    world.database.sql("update account set outstanding_amount = 0, overdue_amount = 0 where case_number = :case")
        .param("case", opened.get(2).number()).update();

    world.runDueJobs();

    OpenedBatch batch = opened();
    assertThat(batch.cases()).contains(opened.get(0).number(), opened.get(1).number())
        .doesNotContain(opened.get(2).number());
    assertThat(batch.manifest().at("/sums/0/overdueAmount").decimalValue()).isEqualByComparingTo("540.00");
    assertThat(opened.get(1).called("placement")).isWaitingAt("task_follow_placement");
    assertThat(placementOf(opened.get(2))).containsEntry("STATUS", "ENDED").containsEntry("END_REASON", "NOT_DUE");
    assertThat(opened.get(2).timeline("PLACEMENT")).endsWith("Not handed over: nothing of it is due for certain");
  }

  @Test
  void aCaseThatIsNotPlacedIsWrittenToAMonthLaterAndAskedAboutAgain() {
    TestedCase declined = caseToPlace();
    ProcessInstance placement = declined.called("placement");

    declined.submit(Worker.OUTSOURCING_OFFICER, "DECLINED");

    assertThat(placement).isEnded().hasPassedInOrder("task_approve_placement", "placement_approved", "end_not_placed")
        .hasNotPassed("write_hand_over", "task_follow_placement");
    assertThat(world.filesIn("outsourcing")).isEmpty();
    assertThat(placementOf(declined)).containsEntry("STATUS", "DECLINED").containsEntry("PARTNER_ID", null);
    world.moveTo("2007-10-03T09:00:00Z");
    assertThat(declined.messages()).containsExactly("2007-10-03T09:00:00Z LETTER outsourced-letter");
    world.moveTo("2007-11-02T09:00:00Z");
    assertThat(declined.openTask()).isEqualTo("task_approve_placement 2007-11-16T06:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RETURNED", "RECALLED"})
  void aCaseComesBackFromItsPartner(String outcome) {
    TestedCase placed = caseToPlace();
    ProcessInstance placement = placed.called("placement");
    placed.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));
    world.moveTo("2007-09-20T10:00:00Z");

    placed.submit(Worker.OUTSOURCING_OFFICER, outcome);

    assertThat(placement).isEnded().hasPassedInOrder("write_hand_over", "task_follow_placement", "end_returned");
    assertThat(placementOf(placed)).containsEntry("STATUS", "ENDED").containsEntry("END_REASON", outcome);
    assertThat(placed.process()).isWaitingAt("outsourcing_treatment_due");
    assertThat(placed.dueDates()).containsEntry("outsourcing_treatment_due", Instant.parse("2007-10-03T09:00:00Z"));
  }

  @Test
  void aPaymentEndsThePlacementWithTheCase() {
    TestedCase placed = caseToPlace();
    ProcessInstance placement = placed.called("placement");
    placed.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));
    world.moveTo("2007-09-20T10:00:00Z");

    world.pay(account, "460.00");

    assertThat(placement).isEnded().hasNotPassed("end_returned");
    assertThat(placed.process()).isEnded().hasPassedInOrder("case_changed", "what_changed", "end_cured");
    assertThat(placementOf(placed)).containsEntry("STATUS", "ENDED").containsEntry("END_REASON", "PAID");
    assertThat(placed.timeline("PLACEMENT")).endsWith("Recalled from the partner: PAID");
    assertThat(placed.openTask()).as("the partner does not know yet").startsWith("task_tell_partner");

    placed.submit(Worker.OUTSOURCING_OFFICER, "TAKEN_BACK");

    assertThat(placed.timeline("PLACEMENT")).endsWith("The partner was told: taken back");
    assertThat(placed.openTask()).isEqualTo("none");
  }

  @Test
  void afterTwoTriesTheOfficerIsAskedEachQuarterSoThatNoCaseIsLeftWithNobody() {
    TestedCase opened = caseToPlace();
    opened.submit(Worker.OUTSOURCING_OFFICER, "DECLINED");
    world.moveTo("2007-11-02T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, "DECLINED");

    world.moveDays(89);
    assertThat(opened.openTask()).isEqualTo("none");

    world.moveDays(311);
    assertThat(opened.process()).isWaitingAt("place_in_outsourcing").hasNotPassed("wait_in_outsourcing");
    assertThat(opened.openTask()).startsWith("task_approve_placement");
    assertThat(opened.messages()).hasSize(1);
  }

  @Test
  void whatAPartnerEarnsIsAgreedWhenTheCaseIsPlaced() {
    EnteredPartner agency = PartnersForTests.agency();
    List<CommissionEntry> byAgeAndAmount = List.of(new CommissionEntry(0, null, null, new BigDecimal("15")),
        new CommissionEntry(365, null, null, new BigDecimal("22.5")),
        new CommissionEntry(365, "5000", "EUR", new BigDecimal("18")));
    partners.ensure("agency1", earning(agency, byAgeAndAmount));
    TestedCase placed = caseToPlace();
    placed.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));
    world.runDueJobs();

    partners.ensure("agency1", earning(agency, List.of(new CommissionEntry(0, null, null, new BigDecimal("50")))));

    assertThat(termsOf(placed)).containsEntry("DAYS_PAST_DUE", 400L).containsEntry("CURRENCY", "EUR")
        .satisfies(terms -> assertThat((BigDecimal) terms.get("AMOUNT")).isEqualByComparingTo("460"))
        .satisfies(terms -> assertThat((BigDecimal) terms.get("PERCENT")).isEqualByComparingTo("22.5"));
  }

  @Test
  void theOfficerSeesWhatTheCaseCostsAndWhatGoesWithIt() {
    partners.ensure("agency1",
        earning(PartnersForTests.agency(), List.of(new CommissionEntry(0, null, null, new BigDecimal("22.5")))));
    TestedCase first = caseToPlace();
    TestedCase second = caseToPlace();
    assertThat(caseViews.forPlacement(second.number())).contains("\"keeps\":\"22.5 %, EUR 103.50\",\"with\":\"\"");

    first.submit(Worker.OUTSOURCING_OFFICER, approvedFor("agency1"));

    assertThat(caseViews.forPlacement(second.number())).contains("\"with\":\"1: EUR 460.00\"");
    world.runDueJobs();
    assertThat(caseViews.forPlacement(second.number())).as("gone").contains("\"with\":\"\"");
  }

  private Map<String, Object> termsOf(TestedCase placed) {
    return world.database.sql("""
        select t.days_past_due, t.overdue_amount as amount, t.currency, t.commission_percent as percent
          from placement_batch_case t join placement p on p.placement_id = t.placement_id where p.case_number = :case
        """).param("case", placed.number()).query().singleRow();
  }

  private static EnteredPartner earning(EnteredPartner agency, List<CommissionEntry> commission) {
    return new EnteredPartner(agency.name(), agency.kind(), agency.places(), agency.products(), agency.fieldsOfLaw(),
        agency.capacity(), agency.channels(), agency.dataFields(), agency.licence(), agency.contract(), commission);
  }
}
