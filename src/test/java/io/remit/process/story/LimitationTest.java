package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.CaseLifecycle;
import io.remit.cases.DebtorDetails.DebtorType;
import io.remit.cases.Stage;
import io.remit.limitation.LimitationPeriod;
import io.remit.limitation.LimitationPolicy;
import io.remit.limitation.Limitations;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A debt that is too old to be sued for is asked for; nobody threatens to sue for it, and nobody does. */
@ProcessTest
class LimitationTest {

  private static final String TOLD = "Too old to be sued for: no text speaks of court and nothing is filed";

  @Autowired
  private CaseWorld world;
  @Autowired
  private CaseLifecycle lifecycle;
  @Autowired
  private LimitationPolicy policy;
  @Autowired
  private Limitations limitations;

  private TestedCase inLegal(int daysPastDue) {
    TestedCase opened = world.open(world.account(daysPastDue));
    lifecycle.moveTo(opened.number(), Stage.LEGAL, "supervisor1", "a test");
    world.runDueJobs();
    return opened;
  }

  @ParameterizedTest
  @CsvSource({"US,US-NY,LOAN,PERSON,3,false,false", "US,US-RI,LOAN,PERSON,10,false,false",
      "US,,LOAN,PERSON,3,false,false",
      "GB,GB-ENG,LOAN,PERSON,6,false,true", "GB,GB-SCT,LOAN,PERSON,5,false,true", "GB,,MORTGAGE,PERSON,12,false,true",
      "DE,DE-BY,LOAN,PERSON,3,true,true", "FR,,LOAN,PERSON,2,false,false", "FR,,LOAN,COMPANY,5,false,true",
      "ES,,LOAN,PERSON,5,false,true", "IT,,LOAN,PERSON,5,false,true", "NL,,LOAN,PERSON,5,false,true",
      "ES,,INVOICE,COMPANY,3,false,true", "KR,,INVOICE,PERSON,3,false,true", "KR,,LOAN,PERSON,5,false,true",
      "NL,,INVOICE,PERSON,2,false,true", "NL,,INVOICE,COMPANY,5,false,true", "AR,,INVOICE,PERSON,2,false,true",
      "AR,,LOAN,PERSON,3,false,true", "IT,,INVOICE,PERSON,2,false,true", "BE,,INVOICE,PERSON,1,false,true",
      "BE,,INVOICE,COMPANY,5,false,true", "PT,,INVOICE,COMPANY,1,false,true", "PL,,INVOICE,PERSON,2,true,true",
      "PL,,LOAN,PERSON,3,true,true", "MX,,LOAN,PERSON,3,false,true", "LU,,LOAN,PERSON,5,false,true",
      "CA,CA-ON,LOAN,PERSON,2,false,true", "CA,CA-MB,LOAN,PERSON,2,false,true", "CA,CA-PE,LOAN,PERSON,6,false,true",
      "CA,CA-YT,LOAN,PERSON,2,false,true", "CA,CA-QC,LOAN,PERSON,3,false,true", "AU,AU-NSW,LOAN,PERSON,6,false,true",
      "AU,AU-NT,LOAN,PERSON,3,false,true", "XK,,LOAN,PERSON,3,false,false", ",,LOAN,PERSON,3,false,false"})
  void eachLawHasItsPeriod(String country, String region, String product, DebtorType type, int years,
      boolean fromEndOfYear, boolean interruptedByPayment) {
    LimitationPeriod period = policy.periodFor(new LimitationPolicy.Question(country, region, product, type))
        .orElseThrow();

    assertThat(period.years()).isEqualTo(years);
    assertThat(period.fromEndOfYear()).isEqualTo(fromEndOfYear);
    assertThat(period.interruptedBy().stream().anyMatch(kind -> kind.name().equals("PAYMENT")))
        .isEqualTo(interruptedByPayment);
  }

  @Test
  void noTextSpeaksOfCourtAndNothingIsFiled() {
    TestedCase old = inLegal(1500);
    world.moveDays(17);

    assertThat(old.messages()).noneMatch(message -> message.contains("before-court"));
    assertThat(world.database
        .sql("select rule from contact_attempt where case_number = :case and template like 'before%'")
        .param("case", old.number()).query(String.class).list()).containsOnly("time-barred");
    assertThat(old.openTask()).startsWith("task_review_court_case");
    assertThatThrownBy(() -> old.submit(Worker.LEGAL_OFFICER, "APPROVED"))
        .hasMessageContaining("outcome: cannot be approved: too old to be sued for");
    assertThat(world.filesIn("court")).isEmpty();

    old.submit(Worker.LEGAL_OFFICER, "DECLINED");
    world.moveDays(40);
    assertThat(world.filesIn("court")).isEmpty();
  }

  @Test
  void theTimelineTellsItOnceWheneverItComes() {
    TestedCase old = world.open(world.account(1500));
    TestedCase soon = world.open(world.account(1090));
    assertThat(old.timeline("LIMITATION")).singleElement().asString().startsWith(TOLD);
    assertThat(soon.timeline("LIMITATION")).isEmpty();

    world.moveDays(30);
    world.runDueJobs();

    assertThat(old.timeline("LIMITATION")).singleElement().asString().startsWith(TOLD);
    assertThat(soon.timeline("LIMITATION")).singleElement().asString().startsWith(TOLD);
  }

  @Test
  void aDebtThatIsYoungEnoughIsAnnouncedAndFiled() {
    TestedCase young = inLegal(800);
    world.moveDays(17);

    assertThat(young.messages()).anyMatch(message -> message.contains("before-court-letter"));
    young.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.runDueJobs();
    assertThat(young.timeline("COURT")).contains("Approved for court");
  }

  @Test
  void aPaymentCountsWhereTheLawSaysSo() {
    ArrearsRow british = world.account(1).with("country", "GB").in("Europe/London").dueOn(world.today().minusYears(6));
    TestedCase paying = world.open(british);
    assertThat(limitations.barredOf(paying.number())).isEmpty();
    world.pay(british, "10.00");

    world.moveDays(2);

    assertThat(limitations.barredOf(paying.number())).isEmpty();
    assertThat(limitations.barredOf(world.open(world.account(1).with("country", "GB").in("Europe/London")
        .dueOn(LocalDate.of(2001, 1, 1))).number())).hasSize(1);
  }

  @Test
  void aRowWhoseOverdueAmountIsNotDueYetIsRefusedByName() {
    ArrearsRow row = world.account(1).dueOn(world.today().plusDays(25)).with("overdue_amount", "300.00");

    assertThat(world.loadFile(ArrearsRow.HEADER + "\n" + row.csv() + "\n", false).rejected()).singleElement()
        .satisfies(refused -> assertThat(refused.rule()).isEqualTo("overdue-before-due"));
    assertThat(world.load(row.dueOn(world.today().plusDays(25))).rejected()).isEmpty();
  }
}
