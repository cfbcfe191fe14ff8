package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.partner.EnteredPartner;
import io.remit.partner.EnteredPartner.ContractEntry;
import io.remit.partner.EnteredPartner.LicenceEntry;
import io.remit.partner.Partner;
import io.remit.partner.PartnerApplications;
import io.remit.partner.PartnerApplications.Applied;
import io.remit.partner.PartnerKeys;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import io.remit.partner.Standing;
import io.remit.process.task.TaskViews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do about partners: keys, evaluations, licences, applications. */
@ProcessTest
class PartnerTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Autowired
  private CaseWorld world;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private PartnerKeys keys;
  @Autowired
  private PartnerApplications applications;
  @Autowired
  private TaskViews views;

  private String partnerId;

  @BeforeEach
  void newPartner() {
    partnerId = "new" + NUMBERS.incrementAndGet();
  }

  private static EnteredPartner agency(String licenceEnds, String begins, String ends) {
    EnteredPartner agency = PartnersForTests.agency();
    return new EnteredPartner(agency.name(), agency.kind(), agency.places(), agency.products(), agency.fieldsOfLaw(),
        agency.capacity(), agency.channels(), agency.dataFields(), new LicenceEntry("L-1", "An authority", licenceEnds),
        new ContractEntry(begins, ends), agency.commission());
  }

  private Task task(ProcessInstance process) {
    return world.engine.getTaskService().createTaskQuery().processInstanceId(process.getId()).singleResult();
  }

  private String open(ProcessInstance process) {
    Task task = task(process);
    return task.getTaskDefinitionKey() + " " + task.getDueDate().toInstant();
  }

  private ProcessInstance process(String drawing, String key) {
    return world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(drawing)
        .processInstanceBusinessKey(key).singleResult();
  }

  private ProcessInstance care() {
    return process("partner-care", "partner-" + partnerId);
  }

  private Standing standing() {
    return register.standingOf(register.get(partnerId));
  }

  private String enterKey() {
    return keys.enter(partnerId, PartnersForTests.PAIR.armoredPublicKey(),
        "outsourcing1").fingerprint();
  }

  @Test
  void aSupervisorConfirmsTheKeyByTheFingerprintThatThePartnerTold() {
    register.register(partnerId, agency(null, "2000-01-01", "2099-12-31"), "outsourcing1");
    String fingerprint = enterKey();
    ProcessInstance process = process("partner-key", "partner-" + partnerId);
    assertThat(open(process)).isEqualTo("task_confirm_key 2007-09-06T06:00:00Z");

    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, task(process),
        Map.of("outcome", "CONFIRMED", "fingerprint", "ABCD")))
        .hasMessageContaining("fingerprint: is not that of the key that was entered");
    world.submit(Worker.SUPERVISOR, task(process), Map.of("outcome", "CONFIRMED", "fingerprint", fingerprint));

    assertThat(process).isEnded().hasPassedInOrder("key_entered", "task_confirm_key", "key_confirmed",
        "end_key_confirmed").hasNotPassed("end_key_refused");
    assertThat(standing().isGood()).isTrue();
    assertThat(world.database.sql("select count(*) from act_hi_varinst where name_ = 'fingerprint'")
        .query(Long.class).single()).isZero();
  }

  @Test
  void aRefusedKeyIsRemovedAndAnotherHasATaskOfItsOwn() {
    register.register(partnerId, agency(null, "2000-01-01", "2099-12-31"), "outsourcing1");
    enterKey();
    ProcessInstance first = process("partner-key", "partner-" + partnerId);

    world.submit(Worker.SUPERVISOR, task(first), Map.of("outcome", "REFUSED"));

    assertThat(first).isEnded().hasPassed("end_key_refused");
    assertThat(standing().reasons()).containsExactly(Standing.Reason.NO_KEY);
    enterKey();
    enterKey();
    assertThat(process("partner-key", "partner-" + partnerId)).as("one task, for the newest key")
        .isWaitingAt("task_confirm_key");
  }

  @Test
  void whoEnteredAKeyNeitherConfirmsItNorReadsMoreThanTheTask() {
    register.register(partnerId, agency(null, "2000-01-01", "2099-12-31"), "outsourcing1");
    String fingerprint = keys.enter(partnerId,
        PartnersForTests.PAIR.armoredPublicKey(), "supervisor1").fingerprint();
    ProcessInstance process = process("partner-key", "partner-" + partnerId);

    assertThatThrownBy(() -> world.as(Worker.SUPERVISOR,
        () -> world.engine.getTaskService().claim(task(process).getId(), "supervisor1")))
        .hasMessageContaining("is for another person: you entered this key yourself");
    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, task(process),
        Map.of("outcome", "CONFIRMED", "fingerprint", fingerprint)))
        .hasMessageContaining("is for another person: you entered this key yourself");

    world.as(Worker.OTHER_SUPERVISOR,
        () -> world.engine.getTaskService().claim(task(process).getId(), "supervisor2"));
    assertThat(views.of(task(process).getId(), "supervisor2").orElseThrow().get("partnerView"))
        .contains(partnerId, "supervisor1", "L-1").doesNotContain(fingerprint);
    assertThat(views.of(task(process).getId(), "supervisor1").orElseThrow().get("partnerView"))
        .doesNotContain("L-1");
  }

  @Test
  void aPartnerIsEvaluatedEachYearAndBeforeItsContractEnds() {
    register.register(partnerId, agency(null, "2007-09-01", "2009-03-31"), "outsourcing1");
    ProcessInstance care = care();
    assertThat(care).isWaitingAt("care_due");
    assertThat(world.dueDates(care)).containsEntry("care_due", Instant.parse("2008-09-02T06:00:00Z"));

    world.moveTo("2008-09-02T06:00:00Z");
    assertThat(open(care)).isEqualTo("task_evaluate_partner 2008-10-02T06:00:00Z");
    assertThatThrownBy(() -> world.submit(Worker.OUTSOURCING_OFFICER, task(care), Map.of("score", "101", "note", "n")))
        .hasMessageContaining("score: must be 0 to 100");
    assertThatThrownBy(() -> world.submit(Worker.OUTSOURCING_OFFICER, task(care), Map.of("score", "80")))
        .hasMessageContaining("note: needs 1 to 2000 characters");
    world.moveTo("2008-09-12T09:00:00Z");
    world.submit(Worker.OUTSOURCING_OFFICER, task(care), Map.of("score", "80", "note", "reports come in time"));

    assertThat(register.get(partnerId).oversight().lastEvaluation().score()).isEqualTo(80);
    assertThat(care).hasPassedInOrder("care_due", "about_licence", "task_evaluate_partner").isWaitingAt("care_due");
    assertThat(world.dueDates(care)).as("60 days before the contract ends")
        .containsEntry("care_due", Instant.parse("2009-01-30T06:00:00Z"));

    world.moveTo("2009-01-30T06:00:00Z");
    world.submit(Worker.OUTSOURCING_OFFICER, task(care), Map.of("score", "40", "note", "too many complaints"));

    assertThat(world.dueDates(care)).as("nothing more before the contract ends")
        .containsEntry("care_due", Instant.parse("9999-01-01T00:00:00Z"));

    register.change(partnerId, agency(null, "2007-09-01", "2011-03-31"), "outsourcing1");
    assertThat(world.dueDates(care)).as("a new contract")
        .containsEntry("care_due", Instant.parse("2010-01-30T06:00:00Z"));
  }

  @Test
  void somebodyAsksForAnotherLicenceBeforeTheOneThatThereIsEnds() {
    register.register(partnerId, agency("2007-12-31", "2007-09-01", "2009-03-31"), "outsourcing1");
    ProcessInstance care = care();
    assertThat(world.dueDates(care)).containsEntry("care_due", Instant.parse("2007-11-01T06:00:00Z"));

    world.moveTo("2007-11-01T06:00:00Z");
    assertThat(open(care)).isEqualTo("task_renew_licence 2007-12-01T06:00:00Z");
    assertThatThrownBy(() -> world.submit(Worker.OUTSOURCING_OFFICER, task(care),
        Map.of("outcome", "RENEWED", "expires", "2007-12-31"))).hasMessageContaining("expires: must lie ahead");
    world.submit(Worker.OUTSOURCING_OFFICER, task(care), Map.of("outcome", "RENEWED", "expires", "2008-03-31"));

    assertThat(register.get(partnerId).papers().licence().expires()).isEqualTo(LocalDate.parse("2008-03-31"));
    assertThat(world.dueDates(care)).containsEntry("care_due", Instant.parse("2008-01-31T06:00:00Z"));

    world.moveTo("2008-01-31T06:00:00Z");
    world.submit(Worker.OUTSOURCING_OFFICER, task(care), Map.of("outcome", "NOT_RENEWED"));

    assertThat(world.dueDates(care)).as("asked once about each end")
        .containsEntry("care_due", Instant.parse("2008-09-02T06:00:00Z"));
    world.moveTo("2008-04-01T09:00:00Z");
    assertThat(standing().reasons()).contains(Standing.Reason.LICENCE_EXPIRED);
  }

  private ProcessInstance applied(String name, String email) {
    assertThat(applications.apply(new Applied(name, "LAW_FIRM", "DE-BY/Munich, AT", "BAR-7", "A bar", "2030-12-31",
        email))).isTrue();
    long id = world.database.sql("select max(application_id) from partner_application").query(Long.class).single();
    return process("partner-application", "application-" + id);
  }

  private Map<String, Object> applicationOf(ProcessInstance process) {
    return world.database.sql("""
        select status, email, reviewed_by, decided_by, reason from partner_application where application_id = :id
        """).param("id", Long.valueOf(process.getBusinessKey().substring("application-".length()))).query().singleRow();
  }

  @Test
  void twoPeopleAdmitAnApplicantWhoThenIsInTheRegisterAndGetsNothingYet() {
    ProcessInstance application = applied("Lex & Partners", "office@lex.example");
    assertThat(open(application)).isEqualTo("task_review_application 2007-09-17T06:00:00Z");

    world.submit(Worker.OUTSOURCING_OFFICER, task(application), Map.of("outcome", "PROPOSED"));
    ProcessInstance admission = process("partner-admission", application.getBusinessKey());
    assertThat(open(admission)).isEqualTo("task_admit_partner 2007-09-17T06:00:00Z");
    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, task(admission),
        Map.of("outcome", "ADMITTED", "partnerId", "lex-partners")))
        .hasMessageContaining("partnerId: must have 1 to 40 letters and digits");
    world.submit(Worker.SUPERVISOR, task(admission), Map.of("outcome", "ADMITTED", "partnerId", partnerId));

    assertThat(admission).isEnded().hasPassed("end_admitted").hasNotPassed("end_rejected");
    Partner admitted = register.get(partnerId);
    assertThat(admitted.name()).isEqualTo("Lex & Partners");
    assertThat(admitted.kind()).isEqualTo(PartnerKind.LAW_FIRM);
    assertThat(admitted.papers().licence().authority()).isEqualTo("A bar");
    assertThat(standing().reasons()).containsExactly(Standing.Reason.NO_CONTRACT, Standing.Reason.NO_KEY,
        Standing.Reason.NOTHING_ALLOWED);
    assertThat(open(application)).isEqualTo("task_tell_applicant 2007-09-10T06:00:00Z");

    world.submit(Worker.OUTSOURCING_OFFICER, task(application), Map.of());

    assertThat(application).isEnded().hasPassedInOrder("task_review_application", "application_proposed",
        "admit_partner", "task_tell_applicant", "end_applicant_told");
    assertThat(applicationOf(application)).containsEntry("STATUS", "ADMITTED")
        .containsEntry("EMAIL", "office@lex.example").containsEntry("REVIEWED_BY", "outsourcing1")
        .containsEntry("DECIDED_BY", "supervisor1");
  }

  @Test
  void anApplicationIsTurnedDownByEitherWithAReasonAndTheAddressIsForgotten() {
    ProcessInstance first = applied("No Licence Ltd", "a@b.example");
    assertThatThrownBy(() -> world.submit(Worker.OUTSOURCING_OFFICER, task(first), Map.of("outcome", "REJECTED")))
        .hasMessageContaining("note: needs 1 to 500 characters");
    world.submit(Worker.OUTSOURCING_OFFICER, task(first), Map.of("outcome", "REJECTED", "note", "no such licence"));
    assertThat(first).isWaitingAt("task_tell_applicant").hasNotPassed("admit_partner");

    ProcessInstance second = applied("Too Far Ltd", "c@d.example");
    world.submit(Worker.OUTSOURCING_OFFICER, task(second), Map.of("outcome", "PROPOSED"));
    ProcessInstance admission = process("partner-admission", second.getBusinessKey());
    world.submit(Worker.SUPERVISOR, task(admission), Map.of("outcome", "REJECTED", "note", "we have enough there"));

    assertThat(admission).isEnded().hasPassed("end_rejected");
    List.of(first, second).forEach(each -> world.submit(Worker.OUTSOURCING_OFFICER, task(each), Map.of()));
    assertThat(applicationOf(first)).containsEntry("STATUS", "REJECTED").containsEntry("REASON", "no such licence")
        .containsEntry("EMAIL", "");
    assertThat(applicationOf(second)).containsEntry("STATUS", "REJECTED")
        .containsEntry("REASON", "we have enough there").containsEntry("EMAIL", "");
  }

  @Test
  void whoLookedAtAnApplicationFirstDoesNotDecideOnIt() {
    ProcessInstance application = applied("Two Hats Ltd", "a@b.example");
    world.submit(Worker.SUPERVISOR, task(application), Map.of("outcome", "PROPOSED"));
    ProcessInstance admission = process("partner-admission", application.getBusinessKey());

    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, task(admission),
        Map.of("outcome", "ADMITTED", "partnerId", partnerId)))
        .hasMessageContaining("is for another person: you looked at this application first");
    assertThat(register.find(partnerId)).isEmpty();
  }
}
