package io.remit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.ledger.Account;
import io.remit.ledger.Statement;
import io.remit.payment.PaymentClues.Sighting;
import io.remit.payment.PaymentMatch.Candidate;
import io.remit.statement.BankReferences;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.Payer;
import io.remit.statement.Remittance;
import io.remit.statement.ToldAmounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it is certain for which account a payment is, and when a person has to look. */
class PaymentMatchTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 6);

  private static BankTransaction payment(String amount, String payer, String text, String... references) {
    return new BankTransaction(1, Kind.PAYMENT, new BigDecimal(amount), "EUR", TODAY, TODAY, null, null,
        Payer.named(payer), Remittance.of(text, references), BankReferences.NONE, ToldAmounts.NONE, null, 1);
  }

  private static Account account(String number, String currency, String outstanding, String overdue) {
    return account(number, "D1", currency, outstanding, overdue);
  }

  private static Account account(String number, String debtorId, String currency, String outstanding, String overdue) {
    BigDecimal owed = new BigDecimal(outstanding);
    BigDecimal due = new BigDecimal(overdue);
    LocalDate day = TODAY.minusDays(9);
    Statement statement = new Statement(owed, due, null, day, true, day, 0, Statement.Fit.NONE);
    return new Account(number, debtorId, "C100001", "LOAN", currency, statement, owed, due, null, TODAY.minusDays(30),
        null, false, 1);
  }

  private static PaymentMatch match(BankTransaction payment, Account... accounts) {
    PaymentClues clues = PaymentClues.of(payment, EveryReference.SETTINGS);
    Map<String, Sighting> sightings =
        clues.sightings(Arrays.stream(accounts).map(Account::accountNumber).toList());
    List<Candidate> candidates = Arrays.stream(accounts).map(account -> {
      Sighting sighting = sightings.getOrDefault(account.accountNumber(), new Sighting(Clue.NONE, -1));
      return new Candidate(sighting.clue(), account.accountNumber(), sighting.at(), List.of(account), "Ann Example");
    }).toList();
    return PaymentMatch.of(payment, candidates, clues.amounts(), TODAY);
  }

  private static String certain(BankTransaction payment, Account... accounts) {
    return match(payment, accounts).certain().map(PaymentTarget::named).orElse("nobody");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "L-100017 | a field of its own, as it is", "l100017 | without the dash", "L 100017 | with a space",
      "RF42L100017 | an ISO 11649 reference with its check digits"})
  void aReferenceDecidesAlone(String reference, String why) {
    assertThat(certain(payment("1.00", "Nobody", "", reference), account("L-100017", "EUR", "50.00", "10.00"))).as(why)
        .isEqualTo("L-100017");
  }

  @Test
  void aReferenceWithWrongCheckDigitsDecidesNothing() {
    assertThat(certain(payment("1.00", "Nobody", "", "RF03L100017"), account("L-100017", "EUR", "50.00", "10.00")))
        .isEqualTo("nobody");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1.00  | Nobody      | for L-100017, thanks | L-100017 | a long number as it is written",
      "1.00  | Nobody      | for L - 100 017      | nobody   | a number put together, and nothing else speaks for it",
      "10.00 | Nobody      | for L - 100 017      | L-100017 | and just what is overdue",
      "50.00 | Nobody      | L 100017             | L-100017 | and just what is outstanding",
      "1.00  | EXAMPLE ANN | for L 100 017        | L-100017 | and the debtor's name",
      "1.00  | Ann Sample  | for L 100 017        | nobody   | another's name",
      "1.00  | Nobody      | for XL-1000178       | nobody   | only a part of a longer number"})
  void aNumberInTheTextDecidesIfItIsNoAccident(String amount, String payer, String text, String expected, String why) {
    assertThat(certain(payment(amount, payer, text), account("L-100017", "EUR", "50.00", "10.00"))).as(why)
        .isEqualTo(expected);
  }

  @Test
  void aShortNumberNeedsTheNameOrTheAmount() {
    Account account = account("A17", "EUR", "50.00", "10.00");

    assertThat(certain(payment("1.00", "Nobody", "flat A17"), account)).isEqualTo("nobody");
    assertThat(certain(payment("10.00", "Nobody", "flat A17"), account)).isEqualTo("A17");
  }

  @Test
  void anotherCurrencyIsNeverCertain() {
    assertThat(certain(payment("10.00", "Ann Example", "", "L-100017"), account("L-100017", "USD", "50.00", "10.00")))
        .isEqualTo("nobody");
  }

  @Test
  void twoThatWouldDoDecideNothingButAReferenceGoesBeforeTheText() {
    Account one = account("L-100017", "EUR", "50.00", "10.00");
    Account other = account("L-100018", "D2", "EUR", "50.00", "10.00");

    assertThat(certain(payment("1.00", "Nobody", "L-100017 and L-100018"), one, other)).isEqualTo("nobody");
    assertThat(certain(payment("1.00", "Nobody", "L-100018", "L-100017"), one, other)).isEqualTo("L-100017");
  }

  @Test
  void anAccountGoesBeforeTheCaseThatItIsIn() {
    Account one = account("L-100017", "EUR", "50.00", "10.00");
    Account other = account("L-100018", "EUR", "50.00", "10.00");
    BankTransaction payment = payment("1.00", "Nobody", "C100001 L-100017");
    Candidate wholeCase = new Candidate(Clue.WORD, "C100001", 0, List.of(one, other), "Ann Example");
    Candidate account = new Candidate(Clue.WORD, "L-100017", 7, List.of(one), "Ann Example");

    assertThat(PaymentMatch.of(payment, List.of(wholeCase, account), List.of(), TODAY).certain())
        .map(PaymentTarget::named).contains("L-100017");
    assertThat(PaymentMatch.of(payment, List.of(wholeCase), List.of(), TODAY).certain().map(PaymentTarget::accounts))
        .contains(List.of(one, other));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "L-100017 - L-100018              | L-100017=60.00 L-100018=40.00 | what is overdue on both adds up",
      "L-100017, 100018                 | L-100017=60.00 L-100018=40.00 | the letters are written once",
      "L-100018 L-100017                | L-100017=60.00 L-100018=40.00 | in another order",
      "L-100017 30,00 L-100018 70,00    | L-100017=30.00 L-100018=70.00 | the payment says how",
      "30.00 for L-100017, 70 EUR for L-100018 | L-100017=30.00 L-100018=70.00 | and says it the other way round",
      "L-100017 30,00 L-100018 20,00    | L-100017=60.00 L-100018=40.00 | what it says is not all of it"})
  void aPaymentForSeveralAccountsOfOneDebtorIsDivided(String text, String expected, String why) {
    Account one = account("L-100017", "EUR", "90.00", "60.00");
    Account other = account("L-100018", "EUR", "50.00", "40.00");
    PaymentTarget target = match(payment("100.00", "Nobody", text), one, other).certain().orElseThrow();

    Map<String, BigDecimal> divided = target.divide(new BigDecimal("100.00"), List.of(one, other), TODAY, Set.of());

    assertThat(divided).as(why).isEqualTo(Arrays.stream(expected.split(" ")).map(each -> each.split("="))
        .collect(Collectors.toMap(each -> each[0], each -> new BigDecimal(each[1]))));
  }

  @Test
  void moneyOfTwoDebtorsIsDividedOnlyAsThePaymentSays() {
    Account one = account("L-100017", "EUR", "90.00", "60.00");
    Account other = account("L-100018", "D2", "EUR", "50.00", "40.00");

    assertThat(certain(payment("100.00", "Nobody", "L-100017 L-100018"), one, other)).isEqualTo("nobody");
    assertThat(certain(payment("100.00", "Nobody", "L-100017 60,00 L-100018 30,00"), one, other)).isEqualTo("nobody");
    assertThat(certain(payment("100.00", "Nobody", "60 EUR L-100017 L-100018 40 EUR"), one, other)).isEqualTo("nobody");
    assertThat(certain(payment("100.00", "Nobody", "L-100017: 55,00 + L-100018: 45,00"), one, other))
        .isEqualTo("L-100017, L-100018");
  }

  @ParameterizedTest
  @CsvSource({"Ann Example, ANN EXAMPLE, true", "Example Ann, Ann Example, true", "A. M\u00fcller, Anna Muller, true",
      "M\u00fcller Anna Maria, Anna Muller, true", "Mrs Ann Example, Ann Example, true", "Example, Ann Example, false",
      "ACME Ltd, ACME Ltd, true", "'', Ann Example, false", "\u5f20\u4f1f, \u5f20\u4f1f, true"})
  void namesAgreeIfTheWordsOfTheShorterAreInTheLonger(String payer, String debtor, boolean agree) {
    assertThat(PayerName.mayBe(payer, debtor)).isEqualTo(agree);
  }
}
