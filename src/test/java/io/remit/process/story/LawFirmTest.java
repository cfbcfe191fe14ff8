package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.casefile.CaseView;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.exchange.openpgp.OwnKey;
import io.remit.legal.CourtStep;
import io.remit.legal.CourtStep.Kind;
import io.remit.legal.CourtSteps;
import io.remit.legal.firm.FirmCases;
import io.remit.legal.firm.LawFirms;
import io.remit.legal.firm.Proposal;
import io.remit.outsourcing.OpenedBatch;
import io.remit.partner.EnteredPartner;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import io.remit.process.task.TaskViews;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A suit is referred to a law firm of the register: chosen by field of law and place, told what it may be told. */
@ProcessTest
class LawFirmTest {

  private static final String REVIEW = "task_review_court_case";
  private static final String OFFICERS = "task_record_court_result";
  private static final String FIRMS = "task_report_court_step";
  private static final String ENFORCEMENT = "task_report_enforcement";
  private static final String LAWYER = "lawyer1";
  private static final String GROUP = "partnerlawfirm1";
  private static final int MOST = 50_000_000;

  @Autowired
  private CaseWorld world;
  @Autowired
  private LawFirms firms;
  @Autowired
  private FirmCases firmCases;
  @Autowired
  private CourtSteps steps;
  @Autowired
  private PartnersForTests partners;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private IdentityService identities;
  @Autowired
  private OpenPgp openPgp;
  @Autowired
  private TaskViews views;
  @Autowired
  private CaseView caseViews;
  @Autowired
  private ObjectMapper json;

  private ArrearsRow account;

  @BeforeEach
  void employ() {
    Worker.employ(identities, LAWYER, GROUP);
  }

  @AfterEach
  void dismiss() {
    identities.deleteMembership(LAWYER, GROUP);
    for (String extra : List.of("lexcity", "lexregion", "lexfines", "lexfull")) {
      if (register.find(extra).isPresent()) {
        register.change(extra, firm("Gone", List.of("AQ"), List.of("none"), 0), PartnersForTests.OFFICER);
      }
    }
  }

  private static EnteredPartner firm(String name, List<String> places, List<String> fields, int capacity) {
    EnteredPartner any = PartnersForTests.of(name, PartnerKind.LAW_FIRM, places, capacity);
    return new EnteredPartner(any.name(), any.kind(), any.places(), any.products(), fields, any.capacity(),
        any.channels(), any.dataFields(), any.licence(), any.contract(), any.commission());
  }

  private TestedCase toReview(ArrearsRow row) {
    account = row;
    TestedCase opened = world.open(row);
    world.moveTo("2007-09-17T09:00:00Z");
    return opened;
  }

  private TestedCase toReview() {
    return toReview(world.account(180));
  }

  private void review(TestedCase its, String counsel) {
    Task task = its.task(REVIEW);
    world.as(Worker.LEGAL_OFFICER, () -> world.engine.getFormService().submitTaskForm(task.getId(),
        Map.of("outcome", "APPROVED", "counsel", counsel)));
  }

  private TestedCase referred() {
    TestedCase its = toReview();
    review(its, "lawfirm1");
    world.runDueJobs();
    return its;
  }

  private ProcessInstance atFirm(TestedCase its) {
    return world.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("firm-case")
        .processInstanceBusinessKey(its.number()).singleResult();
  }

  private void report(TestedCase its, String task, Map<String, Object> fields) {
    identities.setAuthentication(LAWYER, List.of(GROUP));
    try {
      world.engine.getFormService().submitTaskForm(its.task(task).getId(), new HashMap<>(fields));
    } finally {
      identities.clearAuthentication();
    }
  }

  private List<String> filesOf(String firmId) {
    return world.filesIn("outsourcing/" + firmId).stream().map(Path::getFileName).map(Path::toString).sorted().toList();
  }

  private byte[] sent(String firmId, String name) throws IOException {
    return Files.readAllBytes(Path.of(CaseWorld.WORK_FOLDER, "outsourcing", firmId, name));
  }

  private JsonNode notice(int which) throws IOException {
    OpenPgp theirs = new OpenPgp(() -> PartnersForTests.PAIR, Clock.systemUTC());
    String name = filesOf("lawfirm1").stream().filter(file -> file.contains("-notice-")).toList().get(which);
    return json.readTree(theirs.open(sent("lawfirm1", name), theirs.certificate(openPgp.ownPublicKey()), MOST));
  }

  private String referralOf(TestedCase its) {
    return world.database.sql("select status from court_referral where case_number = :case order by referral_id desc")
        .param("case", its.number()).query(String.class).list().get(0);
  }

  @Test
  void theNearestFirmThatPractisesTheFieldOfLawIsProposedWithItsReason() {
    partners.ensure("lexcity", firm("Lex in town", List.of("CN-SH/Shanghai"), List.of("Consumer Credit"), 5));
    partners.ensure("lexregion", firm("Lex in the region", List.of("CN-SH"), List.of("consumer credit"), 5));
    partners.ensure("lexfines", firm("Lex for fines", List.of("CN-SH/Shanghai"), List.of("road traffic fines"), 5));
    TestedCase credit = toReview(world.account(180).with("country", "CN").with("region", "CN-SH")
        .with("city", "Shanghai").in("Asia/Shanghai"));
    assertThat(firms.propose(credit.number())).isEqualTo(new Proposal("lexcity", "consumer credit",
        "priority 1, in the debtor's city, the only one with room"));
    assertThat(firms.firmsFor(credit.number())).extracting(Partner::partnerId)
        .containsExactly("lexcity", "lexregion", "lawfirm1");
    assertThat(world.engine.getTaskService().getVariables(credit.task(REVIEW).getId())).as("filled in")
        .containsEntry("counsel", "lexcity");
    assertThat(caseViews.of(credit.number())).contains("\"proposedFirms\":[{\"firm\":\"lexcity\",\"field\":"
        + "\"consumer credit\",\"why\":\"priority 1, in the debtor's city, the only one with room\"}]")
        .contains("{\"label\":\"Our own counsel\",\"value\":\"OWN\"}");

    review(credit, "lexregion");

    assertThat(credit.timeline("COURT")).endsWith("Referred to a law firm: lexregion",
        "Why this law firm: chosen by hand");
    assertThat(world.database.sql("select field_of_law, firm_id, why, referred_by from court_referral"
        + " where case_number = :case").param("case", credit.number()).query().singleRow().values())
        .containsExactly("consumer credit", "lexregion", "chosen by hand", "legal1");
  }

  @Test
  void aFineGoesToAFirmForFines() {
    partners.ensure("lexfines", firm("Lex for fines", List.of(), List.of("road traffic fines"), 5));
    partners.ensure("lexcity", firm("Lex for credit", List.of(), List.of("consumer credit"), 5));
    TestedCase fine = toReview(world.account(180).with("product", "FINE"));
    assertThat(firms.propose(fine.number()).fieldOfLaw()).isEqualTo("road traffic fines");
    assertThat(firms.firmsFor(fine.number())).extracting(Partner::partnerId)
        .containsExactlyInAnyOrder("lexfines", "lawfirm1");
    assertThatThrownBy(() -> review(fine, "lexcity")).hasMessageContaining("counsel: must be one of the law firms");
  }

  @ParameterizedTest
  @CsvSource({"agency1", "nobody", "'lawfirm1 or 1=1'"})
  void whoIsNoLawFirmThatSuitsGetsNoSuit(String counsel) {
    TestedCase its = toReview();
    assertThatThrownBy(() -> review(its, counsel)).hasMessageContaining("counsel: must be one of the law firms");
    assertThat(its.openTask()).startsWith(REVIEW);
    assertThat(world.database.sql("select count(*) from court_filing where case_number = :case")
        .param("case", its.number()).query(Long.class).single()).isZero();
  }

  @Test
  void aFirmThatMayNotBeToldWhoIsSuedOrHasNoRoomSuitsNoCase() {
    EnteredPartner little = PartnersForTests.agencyAllowed(List.of("CALL"), List.of("DEBTOR_NAME"));
    partners.ensure("lawfirm1", new EnteredPartner("Lex", "LAW_FIRM", List.of(), List.of(), List.of(), 10,
        little.channels(), little.dataFields(), little.licence(), little.contract(), little.commission()));
    partners.ensure("lexfull", firm("No room", List.of(), List.of(), 0));
    TestedCase its = toReview();
    assertThat(firms.firmsFor(its.number())).isEmpty();
    assertThat(world.engine.getTaskService().getVariables(its.task(REVIEW).getId())).containsEntry("counsel", "OWN");
    assertThat(firms.propose(its.number())).isEqualTo(new Proposal(null, "consumer credit",
        "no partner for it has room"));
  }

  @Test
  void theDossierGoesSealedToTheFirmAloneAndOnce() throws IOException {
    TestedCase its = toReview();
    ProcessInstance court = its.called("court-case");
    review(its, "lawfirm1");
    world.runDueJobs();

    assertThat(court).hasPassedInOrder(REVIEW, "court_approved", "write_dossier", "still_suable")
        .isWaitingAt(OFFICERS).hasNotPassed("end_not_filed");
    assertThat(world.filesIn("court")).as("not ours to file").isEmpty();
    String name = assertThat(filesOf("lawfirm1")).singleElement().actual();
    assertThat(name).matches("suit-" + its.number() + "-\\d+\\.zip\\.pgp");
    OpenedBatch opened = OpenedBatch.of(sent("lawfirm1", name), PartnersForTests.PAIR, openPgp.ownPublicKey());
    assertThat(opened.names()).containsExactly("dossier.pdf", "mandate.pdf", "manifest.json");
    assertThat(opened.manifest().path("outstandingAmount").decimalValue()).isEqualByComparingTo("460");
    assertThat(text(opened.file("dossier.pdf"))).contains("Xu Diaz", "277 Example Street");
    assertThat(text(opened.file("mandate.pdf"))).contains("Mandate to sue", "Lex Law Firm (lawfirm1)",
        "charges nobody else", its.number()).doesNotContain("Xu Diaz");
    OwnKey another = OwnKey.generate("Another", Instant.parse("2000-01-01T00:00:00Z"));
    assertThatThrownBy(() -> OpenedBatch.of(sent("lawfirm1", name), another, openPgp.ownPublicKey()))
        .hasMessageContaining("not encrypted to our key");
    assertThat(world.filesIn("")).as("nothing of it in plain text").noneSatisfy(file ->
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).contains("277 Example Street")
            .doesNotContain("Template: before-court"));
    assertThat(world.database.sql("select count(*) from file_delivery where correspondent = 'lawfirm1'"
        + " and file_name = :name").param("name", name).query(Long.class).single()).isEqualTo(1);
    assertThat(its.timeline("COURT")).endsWith("Dossier handed to the law firm: lawfirm1");
    assertThat(referralOf(its)).isEqualTo("DELIVERED");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void aFirmIsToldNoNumberAndNoContactsThatTheRegisterDoesNotAllow() throws IOException {
    EnteredPartner any = PartnersForTests.of("Lex", PartnerKind.LAW_FIRM, List.of(), 10);
    partners.ensure("lawfirm1", new EnteredPartner(any.name(), any.kind(), any.places(), any.products(),
        any.fieldsOfLaw(), any.capacity(), any.channels(), List.of("DEBTOR_NAME", "ADDRESS", "PRODUCT",
        "OUTSTANDING_AMOUNT", "OVERDUE_AMOUNT", "OLDEST_DUE_DATE"), any.licence(), any.contract(), any.commission()));
    TestedCase its = referred();

    OpenedBatch opened = OpenedBatch.of(sent("lawfirm1", filesOf("lawfirm1").get(0)), PartnersForTests.PAIR,
        openPgp.ownPublicKey());
    assertThat(text(opened.file("dossier.pdf"))).contains("Xu Diaz").doesNotContain("+8703",
        ArrearsRow.emailOf(its.facts().debtorId()));
  }

  @Test
  void aFirmThatIsSuspendedAfterTheApprovalGetsNothingAndTheOfficerDecidesAgain() {
    TestedCase its = toReview();
    ProcessInstance court = its.called("court-case");
    review(its, "lawfirm1");
    register.suspend("lawfirm1", "a breach", "supervisor1");
    world.runDueJobs();

    assertThat(filesOf("lawfirm1")).isEmpty();
    assertThat(court).hasPassedInOrder("write_dossier", "still_suable").isWaitingAt(REVIEW)
        .hasNotPassed(OFFICERS, "end_not_filed");
    assertThat(its.timeline("COURT")).endsWith("Not handed over: lawfirm1 may get nothing: it is suspended");
    assertThat(referralOf(its)).isEqualTo("REFUSED");
    assertThatThrownBy(() -> review(its, "lawfirm1")).hasMessageContaining("counsel");

    review(its, "OWN");
    world.runDueJobs();

    assertThat(court).isWaitingAt(OFFICERS);
    assertThat(world.filesIn("court")).hasSize(1);
    assertThat(atFirm(its)).isNull();
  }

  @Test
  void aDossierThatCannotBeBroughtIsTriedAgainAndBroughtOnce() {
    TestedCase its = toReview();
    ProcessInstance court = its.called("court-case");
    Path inTheWay = world.block("outsourcing");
    review(its, "lawfirm1");
    world.moveTo("2007-09-17T09:40:00Z");
    assertThat(world.engine.getRuntimeService().createIncidentQuery().processInstanceId(court.getId()).list())
        .extracting(Incident::getIncidentMessage).singleElement().asString().contains("lawfirm1");
    world.pay(account, "60.00");
    world.unblock(inTheWay);
    world.engine.getManagementService().setJobRetries(its.job("write_dossier").getId(), 1);
    world.moveTo("2007-09-17T10:00:00Z");

    assertThat(court).isWaitingAt(OFFICERS);
    assertThat(filesOf("lawfirm1")).hasSize(1);
  }

  @Test
  void allSuitsAgainstADebtorAreWithOneFirm() {
    partners.ensure("lexcity", firm("Lex in town", List.of("CN-SH/Shanghai"), List.of(), 5));
    ArrearsRow first = world.account(180).with("country", "CN").with("region", "CN-SH").with("city", "Shanghai")
        .in("Asia/Shanghai");
    ArrearsRow second = world.accountOf("D" + first.accountNumber(), 180).with("currency", "USD");
    second.with("debtor_id", world.open(first).facts().debtorId()).with("country", "CN").with("region", "CN-SH")
        .with("city", "Shanghai").in("Asia/Shanghai");
    TestedCase one = world.caseOf(first);
    TestedCase other = world.open(second);
    world.moveTo("2007-09-17T09:00:00Z");
    review(one, "lawfirm1");
    world.moveDays(7);

    assertThat(firms.propose(other.number())).isEqualTo(new Proposal("lawfirm1", "consumer credit",
        "has other cases of the debtor"));
    assertThat(firms.firmsFor(other.number())).extracting(Partner::partnerId).containsExactly("lawfirm1");
    assertThatThrownBy(() -> review(other, "lexcity")).hasMessageContaining("counsel");
  }

  @Test
  void suitsCountAgainstTheCapacityOfAFirm() {
    partners.ensure("lawfirm1", firm("Lex", List.of(), List.of(), 1));
    referred();
    TestedCase next = world.open(world.account(180));
    world.moveDays(14);
    assertThat(firms.firmsFor(next.number())).isEmpty();
    assertThatThrownBy(() -> review(next, "lawfirm1")).hasMessageContaining("counsel");
  }

  @Test
  void theFirmsPeopleRecordTheSuitAndTheOfficersTaskMovesOnWithIt() {
    TestedCase its = referred();
    ProcessInstance court = its.called("court-case");
    ProcessInstance firm = atFirm(its);
    Task task = its.task(FIRMS);
    assertThat(firm).hasPassedInOrder("firm_has_suit", "which_phase").isWaitingAt(FIRMS);
    assertThat(task.getDueDate().toInstant()).isEqualTo("2007-12-16T06:00:00Z");
    assertThat(world.engine.getTaskService().getIdentityLinksForTask(task.getId()))
        .extracting(IdentityLink::getGroupId).containsExactly(GROUP);

    report(its, FIRMS, Map.of("outcome", "FILED", "court", "County Court at York", "reference", "07-1188", "costs",
        "35.00", "costsOwed", "YES"));
    report(its, FIRMS, Map.of("outcome", "HEARING", "happenedOn", "2007-11-05"));
    assertThat(its.task(FIRMS).getDueDate().toInstant()).isEqualTo("2007-11-06T06:00:00Z");
    assertThat(its.task(OFFICERS).getDueDate().toInstant()).isEqualTo("2007-11-06T06:00:00Z");
    report(its, FIRMS, Map.of("outcome", "JUDGMENT", "amount", "460.00", "costs", "35.00", "costsOwed", "YES"));

    assertThat(world.outstanding(account)).as("costs are for our own people to book").isEqualByComparingTo("460.00");
    assertThat(firm).isWaitingAt(ENFORCEMENT);
    assertThat(court).isWaitingAt("task_enforce_judgment");
    report(its, ENFORCEMENT, Map.of("outcome", "ENFORCEMENT", "amount", "100.00"));
    assertThat(firm).isWaitingAt(ENFORCEMENT);
    report(its, ENFORCEMENT, Map.of("outcome", "SATISFIED"));

    assertThat(firm).isEnded().hasPassedInOrder(FIRMS, "suit_over", "which_phase", ENFORCEMENT, "suit_over",
        "end_firm_suit_over");
    assertThat(court).isEnded().hasPassed("end_judgment_paid");
    assertThat(steps.of(its.number())).extracting(CourtStep::kind).containsExactly(Kind.FILED, Kind.HEARING,
        Kind.JUDGMENT, Kind.ENFORCEMENT, Kind.SATISFIED);
    assertThat(world.database.sql("select distinct recorded_by from court_step s join court_filing f"
        + " on f.filing_id = s.filing_id where f.case_number = :case").param("case", its.number())
        .query(String.class).list()).containsExactly(LAWYER);
    assertThat(referralOf(its)).isEqualTo("ENDED");
    assertThat(world.database.sql("select count(*) from audit_entry where case_number = :case and user_id = :user"
        + " and kind = 'OUTCOME' and detail like 'task_report_%'").param("case", its.number()).param("user", LAWYER)
        .query(Long.class).single()).isEqualTo(5);
  }

  @Test
  void anOfficerMayRecordItTooAndTheFirmsTaskFollows() {
    TestedCase its = referred();
    ProcessInstance firm = atFirm(its);
    String before = its.task(FIRMS).getId();

    its.submit(Worker.LEGAL_OFFICER, its.task(OFFICERS), Map.of("outcome", "FILED", "court", "X", "reference", "1"));
    assertThat(its.task(FIRMS).getId()).isNotEqualTo(before);
    its.submit(Worker.LEGAL_OFFICER, its.task(OFFICERS), Map.of("outcome", "JUDGMENT"));
    assertThat(firm).hasPassedInOrder("step_elsewhere", "suit_over", "which_phase").isWaitingAt(ENFORCEMENT);
    its.submit(Worker.LEGAL_OFFICER, its.task("task_enforce_judgment"), Map.of("outcome", "ENFORCEMENT"));
    its.submit(Worker.LEGAL_OFFICER, its.task("task_enforce_judgment"), Map.of("outcome", "SATISFIED"));

    assertThat(firm).isEnded().hasPassedInOrder("enforced_elsewhere", "suit_over", "end_firm_suit_over");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"FILED; court=X; reference: needs 1 to 100 characters",
      "HEARING; happenedOn=2007-09-17; happenedOn: must lie ahead", "JUDGMENT; amount=1e9; amount: must be an amount",
      "WITHDRAWN; ; outcome: must be one of FILED, HEARING, JUDGMENT, DISMISSED, SETTLED"})
  void whatAFirmCannotRecordIsRefusedByItsFieldAndChangesNothing(String outcome, String fields, String refusal) {
    TestedCase its = referred();
    Map<String, Object> form = new HashMap<>(Map.of("outcome", outcome));
    if (fields != null) {
      form.put(fields.split("=")[0], fields.split("=")[1]);
    }
    assertThatThrownBy(() -> report(its, FIRMS, form)).hasMessageContaining(refusal);
    assertThat(steps.of(its.number())).isEmpty();
    assertThat(its.task(FIRMS)).isNotNull();
    assertThat(its.task(OFFICERS)).isNotNull();
  }

  @Test
  void aFirmIsToldOfACorrectionAStayAndAWithdrawal() throws IOException {
    TestedCase its = referred();
    ProcessInstance firm = atFirm(its);
    world.pay(account, "60.00");
    its.submit(Worker.LEGAL_OFFICER, its.task("task_tell_court"), Map.of("outcome", "GOES_ON"));
    world.runDueJobs();
    assertThat(notice(0).path("what").asText()).isEqualTo("CORRECTED");
    assertThat(notice(0).path("outstandingAmount").decimalValue()).isEqualByComparingTo("400");

    world.pay(account, "400.00");
    its.submit(Worker.LEGAL_OFFICER, its.task("task_tell_court"), Map.of("outcome", "STAYED", "stayedUntil",
        "2007-10-01"));
    world.runDueJobs();
    assertThat(notice(1).path("stayedUntil").asText()).isEqualTo("2007-10-01");
    assertThat(shown(its, FIRMS).path("courtSteps").findValuesAsText("what")).containsExactly("corrected", "stayed");

    register.suspend("lawfirm1", "a breach", "supervisor1");
    world.moveTo("2007-10-01T09:00:00Z");
    its.submit(Worker.LEGAL_OFFICER, its.task("task_tell_court"), Map.of("outcome", "TAKEN_BACK"));
    world.runDueJobs();

    assertThat(notice(2).path("what").asText()).as("also a suspended firm has to stop").isEqualTo("WITHDRAWN");
    assertThat(firm).isEnded().hasPassedInOrder("step_elsewhere", "end_firm_suit_over");
    assertThat(its.timeline("COURT")).contains("The law firm was told: WITHDRAWN");
    assertThat(filesOf("lawfirm1")).hasSize(4);
  }

  @Test
  void whatAFirmCannotBeToldBecomesAnIncidentThatSaysWhy() {
    TestedCase its = referred();
    Path folder = Path.of(CaseWorld.WORK_FOLDER, "outsourcing");
    world.filesIn("outsourcing").forEach(file -> assertThat(file.toFile().delete()).isTrue());
    assertThat(folder.resolve("lawfirm1").toFile().delete()).isTrue();
    Path inTheWay = world.block("outsourcing/lawfirm1");
    its.submit(Worker.LEGAL_OFFICER, its.task(OFFICERS), Map.of("outcome", "WITHDRAWN"));
    world.moveTo("2007-09-17T09:40:00Z");
    ProcessInstance telling = world.engine.getRuntimeService().createProcessInstanceQuery()
        .processDefinitionKey("tell-firm").processInstanceBusinessKey(its.number()).singleResult();
    assertThat(telling).isWaitingAt("tell_firm");
    assertThat(world.engine.getRuntimeService().createIncidentQuery().processInstanceId(telling.getId()).list())
        .singleElement().extracting(Incident::getIncidentMessage).asString().contains("lawfirm1");

    world.unblock(inTheWay);
    world.engine.getManagementService().setJobRetries(world.jobs(telling).get(0).getId(), 1);
    world.moveTo("2007-09-17T10:00:00Z");
    assertThat(telling).isEnded().hasPassedInOrder("firm_to_be_told", "tell_firm", "end_firm_told");
    assertThat(filesOf("lawfirm1")).hasSize(1);
  }

  @Test
  void theFirmsPeopleSeeWhatTheRegisterAllowsAndNothingElse() {
    TestedCase its = referred();
    String task = its.task(FIRMS).getId();
    assertThat(views.of(task, "somebody").orElseThrow().get(TaskViews.CASE_VIEW)).contains(its.number())
        .doesNotContain("EUR", "Xu Diaz");
    JsonNode all = shown(its, FIRMS);
    assertThat(all.fieldNames()).toIterable().containsExactly("caseNumber", "debtor", "accounts", "courtSteps");
    assertThat(all.toString()).contains("Xu Diaz", "277 Example Street", "EUR 460.00").doesNotContain("+8703",
        account.accountNumber(), its.facts().debtorId(), "legal1");
    its.submit(Worker.LEGAL_OFFICER, its.task(OFFICERS), Map.of("outcome", "DISMISSED"));
    assertThat(caseViews.forLawFirm(its.number())).as("nothing of it is shown any more").contains(its.number())
        .doesNotContain("Xu Diaz", "460.00");
    assertThat(world.database.sql("select count(*) from audit_entry where case_number = :case and user_id = :user"
        + " and kind = 'VIEW'").param("case", its.number()).param("user", LAWYER).query(Long.class).single())
        .isEqualTo(1);
  }

  private JsonNode shown(TestedCase its, String key) {
    String task = its.task(key).getId();
    world.engine.getTaskService().setAssignee(task, LAWYER);
    try {
      return json.readTree(views.of(task, LAWYER).orElseThrow().get(TaskViews.CASE_VIEW));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void aFirmThatHasNobodyHereGetsATaskWhenSomebodyComes() {
    identities.deleteMembership(LAWYER, GROUP);
    TestedCase its = referred();
    firmCases.catchUp();
    assertThat(atFirm(its)).isNull();
    identities.createMembership(LAWYER, GROUP);
    firmCases.catchUp();
    firmCases.catchUp();
    assertThat(its.task(FIRMS)).isNotNull();
  }

  @Test
  void whatIsPaidBetweenApprovalAndDossierGoesToNoFirm() {
    TestedCase its = toReview();
    review(its, "lawfirm1");
    world.pay(account, "460.00");
    world.runDueJobs();
    assertThat(filesOf("lawfirm1")).isEmpty();
    assertThat(referralOf(its)).isEqualTo("ENDED");
  }
}
