package io.remit.process.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Stage;
import io.remit.hardship.Relief;
import io.remit.ledger.Amount;
import io.remit.monitoring.WatchedQuery;
import io.remit.offer.WaiverPolicy;
import io.remit.outsourcing.PartnerChoice;
import io.remit.plan.PlanPolicy;
import io.remit.process.CaseModel;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.promise.PromisePolicy;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What a threshold is worth in the currency of a case. */
@ProcessTest
class ReferenceCurrencyTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  @Qualifier("watchedCurrencies")
  private WatchedQuery watchedCurrencies;
  @Autowired
  private DecisionTables tables;
  @Autowired
  private ReferenceCurrency referenceCurrency;
  @Autowired
  private PromisePolicy promises;
  @Autowired
  private PlanPolicy plans;
  @Autowired
  private WaiverPolicy waivers;
  @Autowired
  private PartnerChoice partners;

  @ParameterizedTest
  @CsvSource({"JPY,1200,false", "JPY,169000,true", "JPY,168999,false", "KWD,400.000,true", "KWD,357.999,false",
      "KWD,358.000,true", "EUR,1000.00,true", "EUR,999.99,false", "IDR,1000000,false", "XAF,1000000,false"})
  void isVisitedForALargeDebtWhateverItsCurrency(String currency, BigDecimal overdue, boolean visited) {
    assertThat(tables.row(CaseModel.VISIT_DECISION, visit(currency, overdue, false)).get("eligible"))
        .isEqualTo(visited);
  }

  @ParameterizedTest
  @CsvSource({"JPY,1200,false", "JPY,8450,true", "KWD,17.900,true", "KWD,17.899,false"})
  void theWayCostsMoreThanASmallDebtBrings(String currency, BigDecimal overdue, boolean visited) {
    assertThat(tables.row(CaseModel.VISIT_DECISION, visit(currency, overdue, true)).get("eligible")).isEqualTo(visited);
  }

  @ParameterizedTest
  @CsvSource({"JPY,8449,14", "JPY,8450,45", "JPY,1690000,62", "KWD,3579.999,45", "KWD,3580.000,62", "XAF,1,45"})
  void aLargeAmountMayBePromisedForLater(String currency, BigDecimal overdue, int longestDays) {
    assertThat(promises.limitsFor(Stage.TELEPHONE, new Amount(currency, overdue), 0).longestDays())
        .isEqualTo(longestDays);
  }

  @ParameterizedTest
  @CsvSource({"JPY,845000,false,3380", "JPY,845001,true,3380", "KWD,1790.000,false,7.160", "KWD,1790.001,true,7.160",
      "XAF,100,true,0"})
  void anotherPersonLooksAtAPlanForALargeDebt(String currency, BigDecimal owed, boolean approval, BigDecimal least) {
    var limits = plans.limitsFor(new PlanPolicy.Question(Stage.TELEPHONE, new Amount(currency, owed), 12, 8, 0));

    assertThat(limits.approval()).isEqualTo(approval);
    assertThat(limits.leastInstalment()).isEqualByComparingTo(least);
  }

  @ParameterizedTest
  @CsvSource({"JPY,8450,false", "JPY,8451,true", "KWD,17.900,false", "KWD,17.901,true", "XAF,1,true"})
  void onlySmallFeesAreWaivedByOne(String currency, BigDecimal waived, boolean approval) {
    assertThat(waivers.limitsFor(new WaiverPolicy.Question(Stage.TELEPHONE, 100, 0, 0, new Amount(currency, waived)))
        .approval()).isEqualTo(approval);
  }

  @ParameterizedTest
  @CsvSource({"JPY,5000,false", "JPY,845000,true", "KWD,1789.999,false", "KWD,1790.000,true", "XAF,9000000,false"})
  void aLawFirmIsForLargeDebts(String currency, BigDecimal overdue, boolean lawFirm) {
    PartnerChoice.Question facts =
        new PartnerChoice.Question("JP", null, new Amount(currency, overdue), 400, "LOAN");

    assertThat(partners.partnersFor(facts).stream()
        .map(PartnerChoice.Fit::partnerId).anyMatch("lawfirm1"::equals)).isEqualTo(lawFirm);
  }

  @ParameterizedTest
  @CsvSource({"JPY,1690000,15", "JPY,1689999,10", "KWD,3580.000,15", "XAF,9000000000,10"})
  void aLargeDebtIsMoreWork(String currency, BigDecimal overdue, int minutes) {
    Tables.Work facts = new Tables.Work("TELEPHONE", "LOAN", "PERSON", new Amount(currency, overdue), false);

    assertThat(tables.row(Tables.WORK, facts).minutes()).isEqualTo(minutes);
    assertThat(tables.rows(Tables.DIVISION, facts).stream().anyMatch(row -> "large".equals(row.skill())))
        .isEqualTo(minutes == 15);
  }

  @ParameterizedTest
  @CsvSource({"JPY,16900,true", "JPY,16899,false", "KWD,35.800,true", "KWD,35.799,false", "XAF,9000000,false"})
  void aPartIsWaivedForHardshipWhereItIsWorthIt(String currency, BigDecimal overdue, boolean waiver) {
    Tables.InNeed facts = new Tables.InNeed("LASTING", 90, new Amount(currency, overdue), true);

    assertThat(tables.rows(Tables.RELIEFS, facts).stream().anyMatch(row -> row.relief() == Relief.Kind.PART_WAIVER))
        .isEqualTo(waiver);
  }

  @ParameterizedTest
  @CsvSource({"JPY,10000,false", "JPY,169000,true", "KWD,358.000,true", "XAF,9000000,false"})
  void aLargeDebtStandsOut(String currency, BigDecimal overdue, boolean marked) {
    Tables.OfTask facts = new Tables.OfTask(new Amount(currency, overdue), "NONE");

    assertThat(tables.rows(Tables.MARKS, facts).isEmpty()).isNotEqualTo(marked);
  }

  @Test
  void knowsWhichCurrenciesHaveARate() {
    assertThat(referenceCurrency.knows("EUR")).isTrue();
    assertThat(referenceCurrency.knows("KWD")).isTrue();
    assertThat(referenceCurrency.knows("XAF")).isFalse();
  }

  @Test
  void operatorsAreToldOfACurrencyWithoutARate() {
    world.open(world.account(7).currency("XAF").owes("1000"));

    assertThat(watchedCurrencies.ask().get()).extracting(Object::toString)
        .anySatisfy(reading -> assertThat(reading).contains("remit.currencies.without.rate", "XAF"))
        .noneSatisfy(reading -> assertThat(reading).contains("EUR"));
  }

  private static Map<String, Object> visit(String currency, BigDecimal overdue, boolean ownsProperty) {
    return Map.of("regionClosed", false, "hasAddress", true, "ownsProperty", ownsProperty, "debtorType", "PERSON",
        "overdueAmount", new Amount(currency, overdue));
  }
}
