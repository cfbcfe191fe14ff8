package io.remit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.ledger.Account;
import io.remit.ledger.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a case should be doing, from the facts alone. */
class CaseTargetTest {

  private static final LocalDate TODAY = LocalDate.of(2007, 9, 3);

  /** Reminded until the due date, called from the day after. */
  private static final AgingPolicy AGING = new AgingPolicy() {

    @Override
    public Stage stageAt(long daysPastDue) {
      return daysPastDue <= 0 ? Stage.REMINDER : Stage.TELEPHONE;
    }

    @Override
    public long startOf(Stage stage) {
      throw new UnsupportedOperationException("the rule asks for ages only");
    }
  };

  private static Account account(int daysPastDue, String outstanding, String overdue) {
    return account(daysPastDue, outstanding, overdue, false);
  }

  private static Account account(int daysPastDue, String outstanding, String overdue, boolean withdrawn) {
    BigDecimal owed = new BigDecimal(outstanding);
    BigDecimal due = new BigDecimal(overdue);
    return account(owed, due, null, TODAY, TODAY.minusDays(daysPastDue), withdrawn);
  }

  /** @param overdue null if it is not known */
  private static Account account(BigDecimal owed, BigDecimal overdue, BigDecimal nextDue, LocalDate asOf,
      LocalDate dueDate, boolean withdrawn) {
    Statement statement = new Statement(owed, overdue, nextDue, asOf, true, asOf, 0, Statement.Fit.NONE);
    return new Account("A1", "D1", "C1", "LOAN", "EUR", statement, owed, overdue == null ? BigDecimal.ZERO : overdue,
        nextDue, dueDate, null, withdrawn, 1);
  }

  private static CaseTarget target(int daysPastDue, Account... accounts) {
    return CaseTarget.of(TODAY.minusDays(daysPastDue), new AgeShift(0, 0), List.of(accounts), BigDecimal.ZERO, TODAY,
        AGING, base -> 0);
  }

  private static CaseTarget goesOn(Stage stage, int daysPastDue) {
    return new CaseTarget(null, stage, TODAY.minusDays(daysPastDue), new AgeShift(0, 0));
  }

  private static CaseTarget ends(CloseReason reason) {
    return new CaseTarget(reason, null, null, null);
  }

  @Test
  void anOverdueDebtIsCollectedInTheStageOfItsAge() {
    assertThat(target(5, account(5, "10.00", "10.00"))).isEqualTo(goesOn(Stage.TELEPHONE, 5));
    assertThat(target(0, account(0, "10.00", "0.00"))).isEqualTo(goesOn(Stage.REMINDER, 0));
    assertThat(target(-5, account(-5, "10.00", "0.00"))).isEqualTo(goesOn(Stage.REMINDER, -5));
  }

  @Test
  void theOldestDebtThatIsNotPaidDecides() {
    assertThat(target(40, account(40, "10.00", "10.00"), account(5, "1.00", "1.00")))
        .isEqualTo(goesOn(Stage.TELEPHONE, 40));
    assertThat(target(40, account(40, "0.00", "0.00"), account(5, "1.00", "1.00")))
        .isEqualTo(goesOn(Stage.TELEPHONE, 5));
  }

  @Test
  void anOverdueCaseIsCuredAsSoonAsNothingIsOverdueEvenIfSomethingWillBe() {
    assertThat(target(5, account(5, "0.00", "0.00"))).isEqualTo(ends(CloseReason.CURED));
    assertThat(target(5, account(5, "0.00", "0.00"), account(-20, "10.00", "0.00"))).isEqualTo(ends(CloseReason.CURED));
    assertThat(target(5, account(5, "-3.00", "0.00"))).as("overpaid").isEqualTo(ends(CloseReason.CURED));
  }

  @Test
  void aCentOverdueKeepsTheCaseOpen() {
    assertThat(target(5, account(5, "0.01", "0.01"))).isEqualTo(goesOn(Stage.TELEPHONE, 5));
  }

  @Test
  void aCaseThatWasNotOverdueIsPaidWhenNothingIsLeft() {
    assertThat(target(-5, account(-5, "0.00", "0.00"))).isEqualTo(ends(CloseReason.PAID));
    assertThat(target(0, account(0, "0.00", "0.00"))).isEqualTo(ends(CloseReason.PAID));
    assertThat(target(-5, account(-5, "0.00", "0.00"), account(-9, "1.00", "0.00")))
        .isEqualTo(goesOn(Stage.REMINDER, -9));
  }

  @Test
  void anInstalmentThatWasPaidBeforeItsDayLeavesNothingToCollect() {
    BigDecimal owed = new BigDecimal("900.00");

    assertThat(target(-5, account(owed, null, BigDecimal.ZERO, TODAY.minusDays(1), TODAY.plusDays(5), false)))
        .isEqualTo(ends(CloseReason.PAID));
    assertThat(target(-5, account(owed, null, new BigDecimal("0.01"), TODAY.minusDays(1), TODAY.plusDays(5), false))
        .stage()).as("a cent of it is left").isNotNull();
    assertThat(target(-5, account(owed, null, null, TODAY.minusDays(1), TODAY.plusDays(5), false)).stage())
        .as("nobody told how much falls due").isNotNull();
  }

  @Test
  void aCaseOfWhichEverythingIsWithdrawnIsWithdrawnWhateverIsOwed() {
    assertThat(target(5, account(5, "10.00", "10.00", true))).isEqualTo(ends(CloseReason.WITHDRAWN));
    assertThat(target(5, account(5, "10.00", "10.00", true), account(3, "1.00", "1.00")))
        .isEqualTo(goesOn(Stage.TELEPHONE, 3));
  }

  @Test
  void whatIsWithdrawnDoesNotKeepACaseOpen() {
    assertThat(target(5, account(5, "10.00", "10.00", true), account(3, "0.00", "0.00")))
        .isEqualTo(ends(CloseReason.CURED));
  }

  @Test
  void aDebtOfWhichSomethingFellDueSinceTheLastFileIsOverdueByThatPart() {
    Account fellDue = account(new BigDecimal("10000.00"), BigDecimal.ZERO, new BigDecimal("100.00"),
        TODAY.minusDays(9), TODAY.minusDays(2), false);

    assertThat(fellDue.overdueOn(TODAY)).isEqualTo(new BigDecimal("100.00"));
    assertThat(fellDue.overdueOn(TODAY.minusDays(2))).isZero();
    assertThat(target(2, fellDue)).isEqualTo(goesOn(Stage.TELEPHONE, 2));
  }

  @Test
  void aDebtOfWhichNobodyToldHowMuchFellDueKeepsItsCaseOpenAndIsNotOverdueAsAWhole() {
    Account fellDue = account(new BigDecimal("10000.00"), BigDecimal.ZERO, null, TODAY.minusDays(9),
        TODAY.minusDays(2), false);
    Account notTold =
        account(new BigDecimal("10000.00"), null, null, TODAY.minusDays(9), TODAY.minusDays(20), false);

    for (Account account : List.of(fellDue, notTold)) {
      assertThat(account.overdueOn(TODAY)).isZero();
      assertThat(account.inCollectionOn(TODAY)).as("opens no case").isFalse();
      assertThat(target(2, account).close()).isNull();
    }
  }

  @Test
  void aCaseWhoseAccountsWentToOtherDebtorsIsWithdrawn() {
    assertThat(target(5)).isEqualTo(ends(CloseReason.WITHDRAWN));
  }
}
