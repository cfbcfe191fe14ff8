package io.remit.payment;

import static io.remit.payment.SameMoney.Verdict.DOUBTFUL;
import static io.remit.payment.SameMoney.Verdict.OTHER;
import static io.remit.payment.SameMoney.Verdict.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.payment.SameMoney.Verdict;
import io.remit.statement.BankTransaction.Kind;
import org.junit.jupiter.api.Test;

/** The same money is known again in whatever form it comes; where that is not certain, a person is asked. */
class SameMoneyTest {

  private static final Told BARE = Told.payment("50.00");
  private static final Told FULL = BARE.from("Ann Example").text("LOAN-100001 March").bank("B1").called("E1")
      .balance("150.00").account("DE75512108001245126199");

  private static Verdict verdict(Told known, Told told) {
    Verdict verdict = SameMoney.of(known.told(), told.told());
    assertThat(SameMoney.of(told.told(), known.told())).as("the order does not matter").isEqualTo(verdict);
    return verdict;
  }

  @Test
  void theSameFactsAreTheSameMoney() {
    assertThat(verdict(FULL, FULL)).isEqualTo(SAME);
  }

  @Test
  void anotherAmountDayDirectionOrAccountIsOtherMoney() {
    assertThat(verdict(FULL, new Told(Kind.PAYMENT, "50.01", FULL.day(), FULL.account(), FULL.balance(), FULL.payer(),
        null, FULL.text(), FULL.bank(), FULL.endToEnd()))).isEqualTo(OTHER);
    assertThat(verdict(FULL.bank(null), FULL.bank(null).day(Told.DAY.plusDays(1)))).isEqualTo(OTHER);
    assertThat(verdict(FULL, FULL.of(Kind.CHARGEBACK))).isEqualTo(OTHER);
    assertThat(verdict(FULL, FULL.account("DE89370400440532013000"))).isEqualTo(OTHER);
  }

  @Test
  void whatOneFormatLeavesOutIsNoDifference() {
    assertThat(verdict(FULL, FULL.bank(null))).as("no reference of the bank").isEqualTo(SAME);
    assertThat(verdict(FULL, FULL.called(null))).as("no end-to-end reference").isEqualTo(SAME);
    assertThat(verdict(FULL, FULL.bank(null).called(null))).as("no reference at all").isEqualTo(SAME);
    assertThat(verdict(FULL, FULL.from(null).text(""))).as("no details").isEqualTo(SAME);
    assertThat(verdict(FULL, FULL.balance(null))).as("a notification").isEqualTo(SAME);
    assertThat(verdict(FULL, FULL.account("51210800/1245126199"))).as("the national number").isEqualTo(SAME);
    assertThat(verdict(FULL, FULL.from("EXAMPLE ANN").text("EREF+E1 SVWZ+LOAN-1000 01 March"))).as("another writing")
        .isEqualTo(SAME);
    assertThat(verdict(FULL, FULL.from("Ann Examp"))).as("cut").isEqualTo(SAME);
    assertThat(verdict(FULL.text("LOAN-100001 GUTSCHRIFT"), FULL.text("LOAN-100001 SEPA CREDIT")))
        .as("in the bank's other words").isEqualTo(SAME);
  }

  @Test
  void aReferenceAloneIsNoIdentity() {
    assertThat(verdict(FULL.called(null), FULL.called(null).from("Bob Sample").text("LOAN-100002").balance("200.00")))
        .as("a collective reference").isEqualTo(OTHER);
    assertThat(verdict(FULL.called(null), FULL.called(null).text("LOAN-100002").balance("200.00")))
        .as("one payer, two accounts, two pages").isEqualTo(OTHER);
    assertThat(verdict(FULL.called(null).balance(null), FULL.called(null).balance(null).from("Bob Sample")))
        .as("the same reference and another payer").isEqualTo(DOUBTFUL);
    assertThat(verdict(FULL.called(null).balance(null), FULL.called(null).balance(null).text("LOAN-100002")))
        .as("the same reference and another text").isEqualTo(DOUBTFUL);
    assertThat(verdict(FULL, FULL.called("E2").from("Bob Sample"))).as("two parts of one collective entry")
        .isEqualTo(OTHER);
  }

  @Test
  void equalInAllButAReferenceIsDoubtful() {
    assertThat(verdict(FULL.balance(null), FULL.balance(null).bank("B2"))).isEqualTo(DOUBTFUL);
    assertThat(verdict(FULL.balance(null), FULL.balance(null).called("E2"))).isEqualTo(DOUBTFUL);
    assertThat(verdict(FULL.balance(null).called(null), FULL.balance(null).called(null).bank("B2")))
        .isEqualTo(DOUBTFUL);
    assertThat(verdict(FULL, FULL.bank("B2"))).as("the same place in the account's book").isEqualTo(SAME);
    assertThat(verdict(FULL.balance(null), FULL.balance(null).bank("B2").called("E2"))).as("both references differ")
        .isEqualTo(OTHER);
  }

  @Test
  void withoutReferencesThePayerAndTheTextDecideAndThePlaceInTheBook() {
    Told nameless = FULL.bank(null).called(null);
    assertThat(verdict(nameless, nameless)).isEqualTo(SAME);
    assertThat(verdict(nameless, nameless.balance("200.00"))).as("twice on one day, or an overlap")
        .isEqualTo(DOUBTFUL);
    assertThat(verdict(nameless, nameless.text("LOAN-100002"))).as("two debts of one payer").isEqualTo(DOUBTFUL);
    assertThat(verdict(nameless.balance(null), nameless.balance(null).text("LOAN-100002"))).isEqualTo(OTHER);
    assertThat(verdict(nameless.balance(null), nameless.balance(null).from("Bob Sample"))).isEqualTo(OTHER);
    assertThat(verdict(BARE, BARE)).as("nothing is told").isEqualTo(DOUBTFUL);
    assertThat(verdict(BARE.text("Rate"), BARE.text("Rate"))).as("hardly anything is told").isEqualTo(DOUBTFUL);
    assertThat(verdict(BARE.balance("150.00"), FULL.bank(null).called(null))).as("the place in the book")
        .isEqualTo(SAME);
  }

  @Test
  void aCorrectedDayIsDoubtful() {
    assertThat(verdict(FULL, FULL.day(Told.DAY.plusDays(1)))).isEqualTo(DOUBTFUL);
    assertThat(verdict(FULL.bank(null), FULL.bank(null).day(Told.DAY.plusDays(1))))
        .as("a standing order calls each of its payments the same").isEqualTo(OTHER);
  }
}
