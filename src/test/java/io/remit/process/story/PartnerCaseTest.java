package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.casefile.CaseView;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.MatterKey;
import io.remit.contact.conversation.ContactResult;
import io.remit.contact.conversation.ContactResult.Complaint;
import io.remit.contact.conversation.ContactResult.Pause;
import io.remit.contact.conversation.ContactResult.PlanAsked;
import io.remit.contact.conversation.ContactResult.Wish;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.ReportedContacts;
import io.remit.gate.ContactPreferences.EnteredHours;
import io.remit.gate.ReachableDebtors;
import io.remit.hold.Hold;
import io.remit.hold.Hold.Reason;
import io.remit.outsourcing.PartnerWork;
import io.remit.partner.PartnersForTests;
import io.remit.process.task.TaskViews;
import io.remit.promise.PromiseEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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

/** A partner whose people are users here works in Tasklist on the cases that it has, as a collector would. */
@ProcessTest
class PartnerCaseTest {

  private static final String WORK = "task_work_placed_case";
  private static final String FOLLOW = "task_follow_placement";
  private static final String PARTNER = "partner1";
  private static final String GROUP = "partneragency1";
  private static final AtomicInteger PHONES = new AtomicInteger(870_309_000);

  @Autowired
  private CaseWorld world;
  @Autowired
  private IdentityService identities;
  @Autowired
  private PartnersForTests partners;
  @Autowired
  private PartnerWork work;
  @Autowired
  private ReportedContacts reports;
  @Autowired
  private ReachableDebtors reachable;
  @Autowired
  private TaskViews views;
  @Autowired
  private CaseView caseViews;
  @Autowired
  private ObjectMapper json;

  private ArrearsRow account;
  private ProcessInstance running;

  @BeforeEach
  void employ() {
    Worker.employ(identities, PARTNER, GROUP);
  }

  @AfterEach
  void dismiss() {
    identities.deleteMembership(PARTNER, GROUP);
  }

  private TestedCase placed() {
    account = world.account(400).with("phone", "+870" + PHONES.incrementAndGet());
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    running = processOf(opened);
    return opened;
  }

  private ProcessInstance processOf(TestedCase opened) {
    return world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("partner-case")
        .processInstanceBusinessKey(opened.number()).singleResult();
  }

  private void submit(TestedCase its, Map<String, Object> fields) {
    Map<String, Object> sent = new HashMap<>(Map.of("contactBy", "CALL"));
    sent.putAll(fields);
    identities.setAuthentication(PARTNER, List.of(GROUP));
    try {
      world.engine.getFormService().submitTaskForm(its.task(WORK).getId(), sent);
    } finally {
      identities.clearAuthentication();
    }
  }

  @Test
  void whileAPartnerHasACaseItsPeopleHaveATaskForIt() {
    TestedCase placed = placed();

    Task task = placed.task(WORK);
    assertThat(running).hasPassedInOrder("partner_has_case").isWaitingAt(WORK);
    assertThat(task.getDueDate().toInstant()).isEqualTo("2007-10-03T06:00:00Z");
    assertThat(world.engine.getTaskService().getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId)
        .containsExactly(GROUP);
    assertThat(placed.task(FOLLOW)).as("the officer's own stays").isNotNull();

    submit(placed, Map.of("outcome", "NOT_REACHED", "note", "rang out"));

    assertThat(running).hasPassedInOrder(WORK, "given_back").isWaitingAt(WORK);
    assertThat(placed.task(WORK).getId()).as("the next look at it").isNotEqualTo(task.getId());
    assertThat(placed.contacts()).last().satisfies(made -> {
      assertThat(made.actor()).isEqualTo(PARTNER);
      assertThat(made.outcome()).isEqualTo("NOT_REACHED");
      assertThat(made.channel()).isEqualTo(Channel.CALL);
    });
    assertThat(placed.facts().collector()).as("no collector's case").isNull();
  }

  @Test
  void aPromiseToAPartnerIsAPromise() {
    TestedCase placed = placed();
    assertThatThrownBy(() -> submit(placed, Map.of("outcome", "PROMISED", "promiseAmount", "a lot", "promiseDate",
        "2007-09-10"))).hasMessageContaining("promiseAmount");

    submit(placed, Map.of("outcome", "PROMISED", "promiseAmount", "200.00", "promiseDate", "2007-09-10"));

    assertThat(placed.promises()).singleElement().satisfies(promise -> {
      assertThat(promise.amount()).isEqualByComparingTo("200.00");
      assertThat(promise.takenBy()).isEqualTo(PARTNER);
    });
    assertThat(shown(placed).toString()).contains("EUR 200.00", "2007-09-10", "NO (");
    assertThatThrownBy(() -> submit(placed, Map.of("outcome", "NOT_REACHED"))).as("until the promised day is over")
        .isInstanceOf(RuntimeException.class);
    assertThat(placed.process()).isWaitingAt("place_in_outsourcing");
  }

  /** What an outcome leaves behind, whoever reports it. */
  private record EndState(Status status, Set<Reason> holds, Set<String> tasks, int numbers) {
  }

  private EndState endOf(TestedCase its) {
    world.runDueJobs();
    Set<String> tasks = world.engine.getTaskService().createTaskQuery().or().processInstanceBusinessKey(its.number())
        .processInstanceBusinessKeyLike(its.number() + "-%").endOr().list().stream().map(Task::getTaskDefinitionKey)
        .collect(Collectors.toCollection(TreeSet::new));
    return new EndState(its.facts().status(), its.holds().stream().map(Hold::reason).collect(Collectors.toSet()), tasks,
        reachable.of(its.facts().debtorId()).numbers().size());
  }

  @ParameterizedTest
  @CsvSource({"DISPUTED,", "HARDSHIP,", "REFUSED,", "PLAN_ASKED,", "WRONG_NUMBER,", "THIRD_PARTY,", "PAUSE, DECEASED",
      "PAUSE, REPRESENTED", "PAUSE, INSOLVENCY", "PAUSE, VULNERABLE"})
  void anOutcomeHasTheConsequencesThatItHasOverRest(String outcome, String holdReason) {
    TestedCase reported = placed();
    reports.take(reported.number(), ConversationReport.byPerson(Channel.CALL, new ContactResult(outcome, null, null,
        PromiseEntry.Entered.NONE, new PlanAsked("3", "2007-09-20"), new Pause(holdReason, null, null),
        new Complaint(null, null), new Wish(null, null, new EnteredHours(null, null, null, null)), null), PARTNER));
    EndState expected = endOf(reported);

    TestedCase placed = placed();
    Map<String, Object> fields = new HashMap<>(Map.of("outcome", outcome, "planInstalments", "3", "planFirstDate",
        "2007-09-20"));
    if (holdReason != null) {
      fields.put("holdReason", holdReason);
    }
    submit(placed, fields);

    assertThat(endOf(placed)).isEqualTo(expected);
    assertThat(placed.task(WORK)).as("a pause does not end the placement").isNotNull();
    assertThat(placed.process()).isWaitingAt("place_in_outsourcing");
  }

  @Test
  void aVisitIsReportedAsOneIfThePartnerMayVisit() {
    TestedCase placed = placed();
    submit(placed, Map.of("outcome", "NOBODY_MET", "contactBy", "VISIT"));
    assertThat(placed.contacts()).last().satisfies(made -> assertThat(made.channel()).isEqualTo(Channel.VISIT));

    partners.ensure("agency1", PartnersForTests.agencyAllowed(List.of("CALL"), List.of("DEBTOR_NAME")));
    assertThatThrownBy(() -> submit(placed, Map.of("outcome", "NOBODY_MET", "contactBy", "VISIT")))
        .hasMessageContaining("contactBy: is no way by which you may contact debtors");
    assertThatThrownBy(() -> submit(placed, Map.of("outcome", "NOBODY_MET"))).as("nobody is met on the phone")
        .hasMessageContaining("outcome");
    assertThatThrownBy(() -> submit(placed, Map.of("outcome", "NOT_REACHED", "contactBy", "FAX")))
        .hasMessageContaining("contactBy");
    assertThatThrownBy(() -> submit(placed, Map.of("outcome", "CONTACT_PERSON_ASKED")))
        .as("partners are told of no contact person").hasMessageContaining("outcome");
  }

  @Test
  void aPartnerGivesACaseBack() {
    TestedCase placed = placed();

    submit(placed, Map.of("outcome", "GIVEN_BACK", "note", "we do not find them"));

    assertThat(running).isEnded().hasPassedInOrder(WORK, "given_back", "give_case_back", "end_given_back");
    assertThat(placed.process()).isWaitingAt("outsourcing_treatment_due");
    assertThat(placed.openTask()).as("the partner's").isEqualTo("task_confirm_deletion 2007-09-17T06:00:00Z");
    assertThat(placed.timeline("PLACEMENT")).endsWith("The partner gives the case back: we do not find them",
        "Back from the partner: returned",
        "After the placement: its stage goes on: The stage goes on with its own steps");
  }

  @ParameterizedTest
  @CsvSource({"RECALLED", "RETURNED", "PAID", "WITHDRAWN"})
  void whenThePlacementIsOverSoIsThePartnersTask(String how) {
    TestedCase placed = placed();
    String task = placed.task(WORK).getId();
    switch (how) {
      case "PAID" -> world.pay(account, "460.00");
      case "WITHDRAWN" -> world.lifecycle.withdraw(placed.number(), "supervisor1", "Sold to a bank");
      default -> placed.submit(Worker.OUTSOURCING_OFFICER, placed.task(FOLLOW), Map.of("outcome", how));
    }

    assertThat(running).isEnded().hasPassedInOrder("placement_over", "end_placement_over");
    assertThat(placed.task(WORK)).isNull();
    assertThat(views.of(task, PARTNER)).isEmpty();
    assertThat(caseViews.forPartner(placed.number(), PARTNER)).as("nothing of it is shown any more")
        .contains(placed.number()).doesNotContain("Xu", "460.00");
  }

  @Test
  void aPartPaymentOrAHoldLeavesTheTaskAndItsCardIsNew() {
    TestedCase placed = placed();
    String task = placed.task(WORK).getId();

    world.pay(account, "60.00");
    MatterKey hold = placed.hold(Reason.CREDITOR_REQUEST, "2007-10-01");

    assertThat(placed.task(WORK).getId()).isEqualTo(task);
    assertThat(world.engine.getTaskService().getVariablesLocal(task)).containsEntry("overdueAmount", "EUR 400.00");
    assertThat(shown(placed).toString()).contains("EUR 400.00", "NO (");
    world.holdEnd.lift(hold, "supervisor1", "RESUMED");
    assertThat(shown(placed).toString()).doesNotContain("NO (");
  }

  @Test
  void thePartnerIsShownWhatTheRegisterAllowsAndNothingElse() {
    TestedCase placed = placed();
    String phone = (String) world.database.sql("select phone from debtor where debtor_id = :debtor")
        .param("debtor", placed.facts().debtorId()).query().singleRow().get("PHONE");
    JsonNode all = shown(placed);
    assertThat(all.toString()).contains(phone, "EUR 460.00", "\"script\":[{").doesNotContain(account.accountNumber(),
        "Contact person", placed.facts().debtorId());
    assertThat(all.fieldNames()).toIterable()
        .containsExactly("caseNumber", "debtor", "accounts", "contacts", "promises", "script", "next");

    partners.ensure("agency1", PartnersForTests.agencyAllowed(List.of("VISIT"), List.of("ADDRESS")));
    assertThat(shown(placed).path("debtor").toString()).contains("277 Example Street")
        .doesNotContain("Xu Diaz", "Atlantic");

    partners.ensure("agency1", PartnersForTests.agencyAllowed(List.of("CALL"), List.of("DEBTOR_NAME", "PRODUCT")));
    world.pay(account, "60.00");
    JsonNode little = shown(placed);
    assertThat(little.path("debtor").findValuesAsText("label")).containsExactly("Name", "Call now?");
    assertThat(little.path("accounts").toString()).contains("null").doesNotContain("400.00", "460.00");
    assertThat(little.path("script")).as("it tells amounts").isEmpty();
    assertThat(world.engine.getTaskService().getVariablesLocal(placed.task(WORK).getId()).get("overdueAmount"))
        .as("of the card, too").isNotEqualTo("EUR 400.00");
  }

  @Test
  void whatAPartnerSeesAndDoesIsWrittenDown() {
    TestedCase placed = placed();
    shown(placed);
    submit(placed, Map.of("outcome", "NOT_REACHED"));

    assertThat(world.database.sql("select kind || ' ' || user_id || ' ' || detail from audit_entry"
        + " where case_number = :case and user_id = :user order by event_id").param("case", placed.number())
        .param("user", PARTNER).query(String.class).list())
        .containsExactly("VIEW partner1 task_work_placed_case", "OUTCOME partner1 task_work_placed_case NOT_REACHED");
  }

  @Test
  void aPartnerThatHasNobodyHereGetsATaskWhenSomebodyComes() {
    identities.deleteMembership(PARTNER, GROUP);
    TestedCase placed = placed();
    assertThat(placed.openTask()).startsWith(FOLLOW);
    work.catchUp();
    assertThat(placed.openTask()).startsWith(FOLLOW);

    identities.createMembership(PARTNER, GROUP);
    world.moveDays(1);
    work.catchUp();
    work.catchUp();

    assertThat(placed.task(WORK)).isNotNull();
  }

  /** What the form of the partner's task shows to who has claimed it. */
  private JsonNode shown(TestedCase placed) {
    String task = placed.task(WORK).getId();
    assertThat(views.of(task, "somebody").orElseThrow().get(TaskViews.CASE_VIEW)).contains(placed.number())
        .doesNotContain("EUR");
    world.engine.getTaskService().setAssignee(task, PARTNER);
    try {
      return json.readTree(views.of(task, PARTNER).orElseThrow().get(TaskViews.CASE_VIEW));
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void whatTheyReportCountsAsAReportOfThePartner() {
    TestedCase placed = placed();

    submit(placed, Map.of("outcome", "NOT_REACHED"));

    assertThat(world.database.sql("""
        select count(*) from placement p join partner_report r on r.partner_id = p.partner_id
         where p.case_number = :case and p.last_told_at = r.reported_at
        """).param("case", placed.number()).query(Long.class).single()).isEqualTo(1);
  }
}
