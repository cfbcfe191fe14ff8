package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.casefile.CaseView;
import io.remit.cases.CollectionCase.Status;
import io.remit.hold.Hold;
import io.remit.outsourcing.Placements;
import io.remit.partner.EnteredPartner;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import io.remit.process.task.TaskViews;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A part-time collector sees cases near by, takes one within limits, and gives it back. */
@ProcessTest
class NearByTest {

  private static final String TAKE = "task_take_near_by_case";
  private static final String WORK = "task_work_placed_case";

  @Autowired
  private CaseWorld world;
  @Autowired
  private IdentityService identities;
  @Autowired
  private PartnersForTests partners;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private Placements placements;
  @Autowired
  private TaskViews views;
  @Autowired
  private CaseView caseViews;

  private ArrearsRow account;

  @BeforeEach
  void employ() {
    for (String partner : List.of("wang", "lin", "paris")) {
      String group = "partner" + partner;
      if (identities.createGroupQuery().groupId(group).count() == 0) {
        identities.saveGroup(identities.newGroup(group));
        identities.saveUser(identities.newUser(partner + "1"));
        identities.createMembership(partner + "1", group);
      }
    }
    partners.ensure("wang", collector("Wang", List.of("CN-SH/Shanghai"), 20));
    partners.ensure("lin", collector("Lin", List.of("CN-SH"), 20));
    partners.ensure("paris", collector("Paris", List.of("FR/Paris"), 20));
  }

  @AfterEach
  void dismiss() {
    for (String partner : List.of("wang", "lin", "paris")) {
      partners.ensure(partner, collector("Gone", List.of("AQ"), 0));
    }
    world.database.sql("update near_by_invitation set status = 'ENDED' where status = 'OPEN'").update();
    world.database.sql("update near_by_offer set status = 'ENDED', ended_at = offered_at").update();
  }

  private static EnteredPartner collector(String name, List<String> places, int capacity) {
    return PartnersForTests.of(name, PartnerKind.PART_TIME_COLLECTOR, places, capacity);
  }

  private ArrearsRow near() {
    return world.account(400).with("country", "CN").with("region", "CN-SH").with("city", "Shanghai")
        .in("Asia/Shanghai");
  }

  private TestedCase offered(ArrearsRow row) {
    account = row;
    TestedCase its = world.open(row);
    world.moveTo("2007-09-04T02:00:00Z");
    its.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "NEARBY"));
    return its;
  }

  private TestedCase offered() {
    return offered(near());
  }

  private Task taskOf(TestedCase its, String partner, String key) {
    return world.engine.getTaskService().createTaskQuery().taskCandidateGroup("partner" + partner)
        .includeAssignedTasks().taskDefinitionKey(key).list().stream().filter(task -> businessKeyOf(task)
            .startsWith(its.number())).findFirst().orElse(null);
  }

  private String businessKeyOf(Task task) {
    return world.engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
  }

  private ProcessInstance processOf(Task task) {
    return world.engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceId(task.getProcessInstanceId()).singleResult();
  }

  private void answer(String partner, Task task, Map<String, Object> fields) {
    identities.setAuthentication(partner + "1", List.of("partner" + partner));
    try {
      world.engine.getFormService().submitTaskForm(task.getId(), new HashMap<>(fields));
    } finally {
      identities.clearAuthentication();
    }
  }

  private void take(TestedCase its, String partner) {
    answer(partner, taskOf(its, partner, TAKE), Map.of("outcome", "TAKEN", "knowsDebtor", "NO"));
  }

  @Test
  void anOfferIsSeenByThoseNearByWithNothingOfTheDebtor() {
    TestedCase its = offered();
    Task wangs = taskOf(its, "wang", TAKE);
    assertThat(wangs).isNotNull();
    assertThat(taskOf(its, "lin", TAKE)).isNotNull();
    assertThat(taskOf(its, "paris", TAKE)).as("far away").isNull();
    assertThat(world.engine.getTaskService().getIdentityLinksForTask(wangs.getId()))
        .extracting(IdentityLink::getGroupId).containsExactly("partnerwang");
    String shown = views.of(wangs.getId(), "wang1").orElseThrow().get(TaskViews.CASE_VIEW);
    assertThat(shown).contains("Shanghai, CN-SH, CN", "EUR 250-500", "365-730").doesNotContain("Xu Diaz", "277",
        its.number(), account.accountNumber(), its.facts().debtorId(), "460");
    assertThat(world.engine.getTaskService().getVariablesLocal(wangs.getId())).doesNotContainKey("overdueAmount");
    assertThat(world.filesIn("outsourcing")).isEmpty();
    assertThat(its.dueDates().get("hand_over_due")).as("an officer looks again then")
        .isEqualTo("2007-09-18T06:00:00Z");
  }

  @Test
  void whoComesFirstGetsItAtOnceAndTheOthersTaskIsGone() {
    TestedCase its = offered();
    ProcessInstance wangs = processOf(taskOf(its, "wang", TAKE));
    ProcessInstance lins = processOf(taskOf(its, "lin", TAKE));
    take(its, "wang");
    world.runDueJobs();

    assertThat(wangs).isEnded().hasPassedInOrder("near_by_offered", TAKE, "near_by_taken", "end_near_by_taken");
    assertThat(lins).isEnded().hasPassedInOrder(TAKE, "offer_over", "end_near_by_over");
    assertThat(placements.partnerThatHas(its.number())).contains("wang");
    assertThat(taskOf(its, "wang", WORK)).isNotNull();
    assertThat(world.filesIn("outsourcing/wang")).as("sealed, with its mandate").hasSize(1);
    assertThat(world.filesIn("outsourcing/lin")).isEmpty();
    assertThat(caseViews.forPartner(its.number(), "wang1")).contains("Xu Diaz");
    assertThat(its.timeline("PLACEMENT")).contains("Offered near by: lin, wang", "Taken near by: wang",
        "Handed over to the partner: wang");
    assertThat(world.database.sql("select detail from audit_entry where case_number = :case and user_id = 'wang1'")
        .param("case", its.number()).query(String.class).list()).contains(TAKE + " TAKEN");
  }

  @Test
  void whatIsGivenBackIsNotOfferedToTheSameOneAgain() {
    TestedCase its = offered();
    take(its, "wang");
    world.runDueJobs();
    Task work = taskOf(its, "wang", WORK);
    assertThatThrownBy(() -> answer("wang", work, Map.of("outcome", "GIVEN_BACK", "contactBy", "CALL")))
        .hasMessageContaining("note: has to say why");
    answer("wang", work, Map.of("outcome", "GIVEN_BACK", "contactBy", "CALL", "note", "no time"));
    assertThat(placements.partnerThatHas(its.number())).isEmpty();
    for (int days = 0; its.task("task_approve_placement") == null && days < 200; days += 10) {
      world.moveDays(10);
    }
    its.submit(Worker.OUTSOURCING_OFFICER, its.task("task_approve_placement"), Map.of("outcome", "APPROVED",
        "partnerId", "NEARBY"));

    assertThat(taskOf(its, "wang", TAKE)).isNull();
    take(its, "lin");
    world.runDueJobs();
    assertThat(placements.partnerThatHas(its.number())).contains("lin");
  }

  @Test
  void whatNobodyTakesComesBackToTheOfficer() {
    TestedCase its = offered();
    Task lins = taskOf(its, "lin", TAKE);
    ProcessInstance lin = processOf(lins);
    answer("lin", lins, Map.of("outcome", "DECLINED"));
    assertThat(lin).isEnded().hasPassed("end_near_by_declined");
    ProcessInstance placement = its.called("placement");
    world.moveTo("2007-09-18T07:00:00Z");

    assertThat(placement).hasPassedInOrder("hand_over_due", "write_hand_over", "handed_over")
        .isWaitingAt("task_approve_placement");
    assertThat(taskOf(its, "wang", TAKE)).isNull();
    assertThat(its.timeline("PLACEMENT")).endsWith("Nobody near by took the case");
  }

  @Test
  void twoCannotTakeOneAndAllOfADebtorsCasesGoToOne() {
    ArrearsRow first = near();
    ArrearsRow second = world.accountOf("X", 400).with("currency", "USD").with("country", "CN")
        .with("region", "CN-SH").with("city", "Shanghai").in("Asia/Shanghai");
    TestedCase one = world.open(first);
    second.with("debtor_id", one.facts().debtorId());
    TestedCase other = world.open(second);
    world.moveTo("2007-09-04T02:00:00Z");
    for (TestedCase its : List.of(one, other)) {
      its.submit(Worker.OUTSOURCING_OFFICER, its.task("task_approve_placement"), Map.of("outcome", "APPROVED",
          "partnerId", "NEARBY"));
    }
    Task lins = taskOf(other, "lin", TAKE);
    take(one, "wang");

    assertThatThrownBy(() -> answer("lin", lins, Map.of("outcome", "TAKEN", "knowsDebtor", "NO")))
        .hasMessageContaining("task: is not to be taken now");
    take(other, "wang");
    world.runDueJobs();
    assertThat(placements.partnerThatHas(other.number())).contains("wang");
  }

  @ParameterizedTest
  @CsvSource({"460.00, YES, knowsDebtor: you know the debtor", "460.00, , 'knowsDebtor: must be one of YES, NO'",
      "2000.01, NO, task: it is larger than what you may take"})
  void theLimitsOfPartTimeCollectorsHold(String amount, String knows, String refusal) {
    TestedCase its = offered(near().owes(amount));
    Map<String, Object> fields = new HashMap<>(Map.of("outcome", "TAKEN"));
    if (knows != null) {
      fields.put("knowsDebtor", knows);
    }
    assertThatThrownBy(() -> answer("wang", taskOf(its, "wang", TAKE), fields)).hasMessageContaining(refusal);
    assertThat(taskOf(its, "wang", TAKE)).isNotNull();
    assertThat(placements.partnerOf(its.number())).isEmpty();
  }

  @Test
  void noMoreThanThreeADay() {
    for (int i = 0; i < 3; i++) {
      ArrearsRow row = near();
      TestedCase its = world.open(row);
      world.moveTo("2007-09-04T02:0" + i + ":00Z");
      its.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "NEARBY"));
      take(its, "wang");
    }
    ArrearsRow row = near();
    TestedCase fourth = world.open(row);
    world.moveTo("2007-09-04T02:10:00Z");
    fourth.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "NEARBY"));
    assertThatThrownBy(() -> take(fourth, "wang")).hasMessageContaining("task: you have taken as many cases");
    world.moveDays(1);
    take(fourth, "wang");
  }

  @ParameterizedTest
  @CsvSource({"PAID", "HELD", "SUSPENDED"})
  void whatIsPaidOnHoldOrNotForThePartnerIsNotTaken(String what) {
    TestedCase its = offered();
    Task wangs = taskOf(its, "wang", TAKE);
    switch (what) {
      case "PAID" -> {
        world.pay(account, "460.00");
        assertThat(its.facts().status()).isEqualTo(Status.CLOSED);
      }
      case "HELD" -> its.hold(Hold.Reason.DISPUTE, "2007-10-01");
      default -> register.suspend("wang", "a breach", "supervisor1");
    }
    world.runDueJobs();
    if (what.equals("SUSPENDED")) {
      assertThatThrownBy(() -> take(its, "wang")).hasMessageContaining("task: is not to be taken now");
    } else {
      assertThat(taskOf(its, "wang", TAKE)).isNull();
      assertThat(taskOf(its, "lin", TAKE)).isNull();
      assertThat(views.of(wangs.getId(), "wang1")).isEmpty();
    }
    assertThat(world.filesIn("outsourcing")).isEmpty();
  }

  @Test
  void withNobodyNearByAnOfficerCannotOfferIt() {
    account = world.account(400);
    TestedCase its = world.open(account);
    world.moveTo("2007-09-04T02:00:00Z");
    assertThat(caseViews.forPlacement(its.number())).doesNotContain("NEARBY");
    assertThatThrownBy(() -> its.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId",
        "NEARBY"))).hasMessageContaining("partnerId: nobody works near by");
  }

  @Test
  void anAgencyIsStillChosenAsBefore() {
    TestedCase its = world.open(near());
    world.moveTo("2007-09-04T02:00:00Z");
    assertThat(caseViews.forPlacement(its.number())).contains("{\"label\":\"Offer near by\",\"value\":\"NEARBY\"}");
    its.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    assertThat(placements.partnerThatHas(its.number())).contains("agency1");
  }
}
