package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.batch.BatchDesk;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import io.remit.hold.Hold;
import io.remit.ledger.Amount;
import io.remit.outsourcing.PlacementRecalls;
import io.remit.outsourcing.Placements;
import io.remit.outsourcing.after.AfterPlacementPolicy;
import io.remit.outsourcing.after.Step;
import io.remit.outsourcing.after.SuitChances.Chance;
import io.remit.outsourcing.recall.NightlyRecalls;
import io.remit.outsourcing.recall.RecallPolicy;
import io.remit.partner.EnteredPartner;
import io.remit.partner.EnteredPartner.ContractEntry;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnersForTests;
import io.remit.process.engine.MatterMigration;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How placed cases come back, by date, rule, person and payment, and what becomes of them then. */
@ProcessTest
class PlacementReturnTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private PartnersForTests partners;
  @Autowired
  private Placements placements;
  @Autowired
  private NightlyRecalls nightly;
  @Autowired
  private PlacementRecalls recalls;
  @Autowired
  private RecallPolicy recallPolicy;
  @Autowired
  private AfterPlacementPolicy afterPolicy;
  @Autowired
  private MatterMigration migration;
  @Autowired
  private ApplicationContext application;

  private ArrearsRow account;
  private ProcessInstance placement;

  private TestedCase approved(ArrearsRow its, String partner) {
    account = its;
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    placement = opened.called("placement");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", partner));
    return opened;
  }

  private TestedCase placed(ArrearsRow its, String partner) {
    TestedCase opened = approved(its, partner);
    world.runDueJobs();
    return opened;
  }

  private TestedCase placed() {
    return placed(world.account(400), "agency1");
  }

  private Map<String, Object> placementOf(TestedCase its) {
    return world.database.sql("""
        select status, partner_id, end_reason, end_why, next_step, next_why from placement
         where case_number = :case order by placement_id desc limit 1
        """).param("case", its.number()).query().singleRow();
  }

  @Test
  void aCaseComesBackByItselfWhenTheTermOfTheMandateIsOver() {
    TestedCase placed = placed();
    assertThat(placed.dueDates(placement)).as("the day after the 180 days")
        .containsEntry("placement_term_ends", Instant.parse("2008-03-02T06:00:00Z"));

    world.clock("2008-03-02T06:00:00Z");
    world.runDueJobs();

    assertThat(placement).isEnded()
        .hasPassedInOrder("placement_term_ends", "recall_placement", "decide_after_placement", "end_returned");
    assertThat(placementOf(placed)).containsEntry("STATUS", "ENDED").containsEntry("END_REASON", "TERM")
        .containsEntry("NEXT_STEP", "LADDER");
    assertThat(placed.timeline("PLACEMENT")).contains("Recalled from the partner: The term of the mandate is over")
        .endsWith("After the placement: its stage goes on: The stage goes on with its own steps");
  }

  @Test
  void theContractsEndCountsIfItIsBeforeTheTermAndAlsoIfItIsMovedThere() {
    partners.ensure("agency1", endingOn("2007-10-01"));
    TestedCase first = placed();
    assertThat(first.dueDates(placement))
        .containsEntry("placement_term_ends", Instant.parse("2007-10-02T06:00:00Z"));
    partners.ensure("agency1", endingOn("2099-12-31"));
    TestedCase second = placed();
    partners.ensure("agency1", endingOn("2007-11-01"));

    world.clock("2007-11-02T07:00:00Z");
    nightly.look();
    nightly.look();

    assertThat(placement).isEnded().hasPassed("recall_placement");
    assertThat(placementOf(second)).containsEntry("END_REASON", "TERM");
  }

  private static EnteredPartner endingOn(String day) {
    EnteredPartner agency = PartnersForTests.agency();
    return new EnteredPartner(agency.name(), agency.kind(), agency.places(), agency.products(), agency.fieldsOfLaw(),
        agency.capacity(), agency.channels(), agency.dataFields(), agency.licence(),
        new ContractEntry("2000-01-01", day), agency.commission());
  }

  @Test
  void aRuleRecallsWhatThePartnerToldNothingOfAndThePartnerIsTold() {
    TestedCase placed = placed();
    world.clock("2008-01-01T09:00:00Z");
    nightly.look();
    assertThat(placement).as("120 days").isWaitingAt("task_follow_placement");

    world.clock("2008-01-02T09:00:00Z");
    nightly.look();
    nightly.look();

    assertThat(placement).isEnded().hasPassedInOrder("placement_recalled", "recall_placement", "end_returned");
    assertThat(placementOf(placed)).containsEntry("END_REASON", "RULE")
        .containsEntry("END_WHY", "The partner told nothing of it for too long");
    assertThat(placed.timeline("PLACEMENT").stream().filter(entry -> entry.startsWith("Recalled"))).hasSize(1);
    assertThat(placed.task("task_tell_partner")).isNotNull();
  }

  @Test
  void aRuleRecallsWhatIsMostlyPaidAndAPartPaymentOfLessDoesNot() {
    TestedCase placed = placed(world.account(400).owes("460.00"), "agency1");
    world.pay(account, "300.00");
    nightly.look();
    assertThat(placement).isWaitingAt("task_follow_placement");

    world.pay(account, "120.00");
    nightly.look();

    assertThat(placement).isEnded();
    assertThat(placementOf(placed)).containsEntry("END_WHY", "Most of it is paid");
  }

  @Test
  void aRecallOfWhatIsBackAlreadyChangesNothing() {
    TestedCase placed = placed();
    placed.submit(Worker.OUTSOURCING_OFFICER, "RETURNED");
    List<String> before = placed.timeline("PLACEMENT");

    recalls.byRule(placed.number(), "too late");
    recalls.termOver(placed.number());
    nightly.look();

    assertThat(placed.timeline("PLACEMENT")).isEqualTo(before);
    assertThat(placementOf(placed)).containsEntry("END_REASON", "RETURNED");
  }

  @Test
  void allCasesOfAPartnerAreRecalledAndOneThatWaitsForItsBatchGoesToNobody() {
    TestedCase with = placed();
    TestedCase waiting = approved(world.account(420), "agency1");
    BatchDesk desk = new BatchDesk(application);
    assertThat(desk.wouldRefuse("{\"action\": \"RECALL\", \"select\": {\"partner\": \"agency1\"}}")).isEmpty();

    long batch = desk.order("{\"action\": \"RECALL\", \"select\": {\"partner\": \"agency1\"}}");
    desk.workAgain(batch);
    world.runDueJobs();

    assertThat(desk.report(batch)).containsEntry(with.number(), "DONE").containsEntry(waiting.number(), "DONE");
    assertThat(placementOf(with)).containsEntry("END_REASON", "RECALLED");
    assertThat(placementOf(waiting)).containsEntry("END_REASON", "RECALLED");
    assertThat(placement).hasPassed("handed_over").isWaitingAt("task_approve_placement");
    assertThat(waiting.timeline("PLACEMENT"))
        .endsWith("Not handed over: recalled before it went: The creditor wants it so");
    assertThat(proofs(waiting)).as("it never had the data").isZero();
    assertThat(proofs(with)).isEqualTo(1);
  }

  @Test
  void whatIsRecalledIsTakenOutOfABatchThatCouldNotBeBroughtYet() {
    Path inTheWay = world.block("outsourcing");
    TestedCase stays = approved(world.account(400), "agency1");
    TestedCase recalled = approved(world.account(410), "agency1");
    world.runDueJobs();
    assertThat(statusesOf("COMPOSED")).isEqualTo(1);
    placements.recall(recalled.number(), "A mistake", "outsourcing1");
    world.unblock(inTheWay);

    world.moveDays(1);

    assertThat(placementOf(stays)).containsEntry("STATUS", "PLACED");
    assertThat(placementOf(recalled)).containsEntry("STATUS", "ENDED").containsEntry("END_REASON", "RECALLED");
    assertThat(recalled.openTask()).startsWith("task_approve_placement");
    assertThat(world.database.sql("""
        select count(*) from placement_batch_case t join placement_batch b on b.batch_id = t.batch_id
          join placement p on p.placement_id = t.placement_id
         where b.status = 'DELIVERED' and p.case_number = :case
        """).param("case", recalled.number()).query(Long.class).single()).isZero();
    assertThat(proofs(recalled)).isZero();
  }

  private long statusesOf(String status) {
    return world.database.sql("select count(*) from placement_batch where status = :status").param("status", status)
        .query(Long.class).single();
  }

  private long proofs(TestedCase its) {
    return world.database.sql("select count(*) from deletion_proof where case_number = :case")
        .param("case", its.number()).query(Long.class).single();
  }

  @Test
  void aCaseThatCameBackGoesToAnotherPartnerAndNotToTheSame() {
    ArrearsRow chinese = world.account(400).with("country", "CN");
    TestedCase placed = placed(chinese, "localcn1");

    placed.submit(Worker.OUTSOURCING_OFFICER, "RETURNED");

    assertThat(placement).hasPassed("after_placement").isWaitingAt("task_approve_placement");
    assertThat(placementOf(placed)).containsEntry("NEXT_STEP", "ANOTHER_PARTNER");
    assertThat(placed.task("task_approve_placement")).isNotNull();
    assertThatThrownBy(() -> placed.submit(Worker.OUTSOURCING_OFFICER,
        Map.of("outcome", "APPROVED", "partnerId", "localcn1")))
        .hasMessageContaining("partnerId: must be one of the partners that suit this case");
    placed.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED"));
    assertThat(placementOf(placed)).containsEntry("STATUS", "APPROVED").containsEntry("PARTNER_ID", "agency1");
  }

  @Test
  void aLargeDebtMayGoBackToTheLegalStageIfAnOfficerWantsIt() {
    TestedCase placed = placed(world.account(400).owes("6000.00"), "lawfirm1");
    placed.submit(Worker.OUTSOURCING_OFFICER, "RETURNED");
    assertThat(placement).isWaitingAt("task_decide_after_placement");
    assertThat(placed.openTask()).isEqualTo("task_decide_after_placement 2007-09-10T06:00:00Z");
    assertThat(placementOf(placed)).containsEntry("NEXT_STEP", "COURT");

    placed.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "COURT", "note", "He owns a house"));

    assertThat(placement).isEnded().hasPassedInOrder("decided_after_placement", "bring_to_court", "end_to_court");
    assertThat(placed.facts().stage()).isEqualTo(Stage.LEGAL);
    assertThat(placed.process()).isWaitingAt("legal_treatment_due");
    assertThat(placed.timeline("MOVED")).containsExactly("Moved from stage OUTSOURCING to LEGAL: He owns a house");
  }

  @Test
  void aLargeDebtForWhichTheLetterBeforeCourtWentOutGoesToTheLegalStageWithoutAnOfficer() {
    TestedCase opened = world.open(world.account(265).owes("6000.00"));
    world.moveTo("2007-12-20T09:00:00Z");
    assertThat(opened.messages()).contains("2007-09-03T09:00:00Z LETTER before-court-letter");
    placement = opened.called("placement");
    opened.submit(Worker.OUTSOURCING_OFFICER, opened.task("task_approve_placement"),
        Map.of("outcome", "APPROVED", "partnerId", "lawfirm1"));
    world.runDueJobs();

    opened.submit(Worker.OUTSOURCING_OFFICER, opened.task("task_follow_placement"), Map.of("outcome", "RETURNED"));

    assertThat(placement).isEnded().hasPassedInOrder("after_placement", "bring_to_court", "end_to_court")
        .hasNotPassed("task_decide_after_placement");
    assertThat(opened.facts().stage()).isEqualTo(Stage.LEGAL);
  }

  @Test
  void anOfficerMayDecideOtherwiseThanTheTable() {
    TestedCase another = backOfLargeDebt();
    another.submit(Worker.OUTSOURCING_OFFICER, "ANOTHER_PARTNER");
    assertThat(placement).isWaitingAt("task_approve_placement");

    TestedCase stays = backOfLargeDebt();
    stays.submit(Worker.OUTSOURCING_OFFICER, "LADDER");
    assertThat(placement).isEnded().hasPassed("end_stage_goes_on");
    assertThat(stays.facts().stage()).isEqualTo(Stage.OUTSOURCING);
    assertThat(placementOf(stays)).containsEntry("NEXT_STEP", "LADDER");
  }

  private TestedCase backOfLargeDebt() {
    TestedCase placed = placed(world.account(400).owes("6000.00"), "lawfirm1");
    placed.submit(Worker.OUTSOURCING_OFFICER, "RETURNED");
    return placed;
  }

  @Test
  void aWriteOffIsProposedWithAReasonAndAnotherPersonApprovesIt() {
    TestedCase back = backOfLargeDebt();
    assertThatThrownBy(() -> back.submit(Worker.OUTSOURCING_OFFICER, "WRITE_OFF"))
        .hasMessageContaining("note: say why it is to be written off");

    back.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "WRITE_OFF", "note", "Nothing is to be had"));

    assertThat(placement).isEnded().hasPassedInOrder("propose_write_off", "end_write_off");
    assertThat(back.facts().status()).as("nobody writes it off alone").isEqualTo(Status.OPEN);
    back.submit(Worker.SUPERVISOR, back.task("task_approve_change"), Map.of("outcome", "APPROVED"));
    assertThat(back.facts().status()).isEqualTo(Status.CLOSED);
    assertThat(back.process()).isEnded();
  }

  @Test
  void aCaseThatWasPausedWhileItWasAwayIsOnHoldWhenItIsBackWhateverTheTableSays() {
    TestedCase placed = placed(world.account(400).owes("6000.00"), "lawfirm1");
    placed.hold(Hold.Reason.INSOLVENCY, "2007-12-01");

    placed.submit(Worker.OUTSOURCING_OFFICER, placed.task("task_follow_placement"), Map.of("outcome", "RETURNED"));

    assertThat(placementOf(placed)).containsEntry("NEXT_STEP", "LADDER")
        .containsEntry("NEXT_WHY", "Nothing of it is to be collected now");
    assertThat(placed.process()).isWaitingAt("held");
  }

  @ParameterizedTest(name = "{0}, {2} days past due, {3}, {4} placements, other {5}, suit {6}, barred {7}: {8}")
  @CsvSource({
      "RETURNED, true, 400, 5000, 1, true, YES, false, LADDER, false, 30",
      "MANDATE_ENDED, false, 400, 5000, 1, true, YES, false, ANOTHER_PARTNER, true, 365",
      "TERM, false, 1500, 5000, 2, true, NO, true, WRITE_OFF, true, 90",
      "TERM, false, 400, 1000, 1, true, YES, false, COURT, false, 90",
      "TERM, false, 400, 1000, 1, true, AFTER_LETTER, false, COURT, true, 90",
      "RULE, false, 400, 999.99, 1, true, YES, false, ANOTHER_PARTNER, false, 90",
      "RECALLED, false, 400, 199.99, 2, true, NO, false, WRITE_OFF, true, 90",
      "RECALLED, false, 400, 200, 2, true, NO, false, LADDER, false, 30",
      "RECALLED, false, 400, 200, 3, true, NO, false, WRITE_OFF, true, 90",
      "RETURNED, false, 400, 460, 1, false, NO, false, LADDER, false, 30"})
  void theTableSaysWhatComesNext(String reason, boolean held, int days, BigDecimal amount, int placements,
      boolean other, Chance suit, boolean barred, Step next, boolean officer, int apart) {
    assertThat(afterPolicy.answerTo(new AfterPlacementPolicy.Question(reason, held, days, new Amount("EUR", amount),
        placements, other, suit, barred))).satisfies(answer -> {
          assertThat(answer.next()).isEqualTo(next);
          assertThat(answer.officer()).isEqualTo(officer);
          assertThat(answer.apartDays()).isEqualTo(apart);
          assertThat(answer.why()).isNotBlank();
        });
  }

  @ParameterizedTest(name = "{0}, {1} days, silent {2}, paid {3} %, {4} days past due, {5}: {6}")
  @CsvSource({
      "AGENCY, 10, 10, 90, 400, 50, true", "AGENCY, 10, 10, 89, 400, 50, false",
      "AGENCY, 10, 10, 90, 400, 50.01, false",
      "AGENCY, 121, 121, 0, 400, 500, true", "AGENCY, 121, 120, 0, 400, 500, false",
      "PART_TIME_COLLECTOR, 61, 61, 0, 400, 500, true", "PART_TIME_COLLECTOR, 61, 60, 0, 400, 500, false",
      "AGENCY, 151, 3, 0, 1501, 500, true", "LAW_FIRM, 151, 3, 0, 1501, 500, false",
      "AGENCY, 151, 3, 1, 1501, 500, false", "AGENCY, 150, 3, 0, 1501, 500, false"})
  void theTableSaysWhatIsRecalled(PartnerKind kind, int placedDays, int silent, int paid, int days, BigDecimal amount,
      boolean recall) {
    assertThat(recallPolicy.answerTo(new RecallPolicy.Question(kind, placedDays, silent, paid, days,
        new Amount("EUR", amount))).recall()).isEqualTo(recall);
  }

  /** A case whose placement began before cases came back by themselves. */
  @Test
  void aPlacementOfAnOlderVersionComesBackAtTheEndOfItsTermAndIsEvaluatedAnew() throws IOException {
    String older = deploy("placement-version-one.xml");
    TestedCase placed = placed();
    String task = placed.task("task_follow_placement").getId();
    String newest = deploy("/bpmn/placement.bpmn");
    try {
      migration.moveToNewest();
      migration.moveToNewest();

      assertThat(placed.task("task_follow_placement").getId()).isEqualTo(task);
      assertThat(placed.dueDates(placement))
          .containsEntry("placement_term_ends", Instant.parse("2008-03-02T06:00:00Z"));
      world.clock("2008-03-02T06:00:00Z");
      world.runDueJobs();
      assertThat(placementOf(placed)).containsEntry("END_REASON", "TERM").containsEntry("NEXT_STEP", "LADDER");
    } finally {
      world.engine.getRepositoryService().deleteDeployment(newest, true);
      world.engine.getRepositoryService().deleteDeployment(older, true);
    }
  }

  private String deploy(String resource) throws IOException {
    try (InputStream content = getClass().getResourceAsStream(resource)) {
      return world.engine.getRepositoryService().createDeployment()
          .addString("placement.bpmn", new String(content.readAllBytes(), StandardCharsets.UTF_8)).deploy().getId();
    }
  }
}
