package io.remit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.ledger.Account;
import io.remit.ledger.MatchNumber;
import io.remit.ledger.Statement;
import io.remit.payment.PaymentMatch.Candidate;
import io.remit.payment.PaymentMatch.Clue;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it is certain for which account a payment is, and when a person has to look. */
class PaymentMatchTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 6);

  private static BankTransaction payment(String amount, String payer, String text, String... references) {
    return new BankTransaction(1, "B-1", Kind.PAYMENT, new BigDecimal(amount), "EUR", TODAY, payer, null, text,
        List.of(references), null);
  }

  private static Account account(String number, String currency, String outstanding, String overdue) {
    BigDecimal owed = new BigDecimal(outstanding);
    BigDecimal due = new BigDecimal(overdue);
    LocalDate day = TODAY.minusDays(9);
    Statement statement = new Statement(owed, due, null, day, true, day, 0, Statement.Fit.NONE);
    return new Account(number, "D1", "C100001", "LOAN", currency, statement, owed, due, null, TODAY.minusDays(30), null,
        false, 1);
  }

  private static Candidate candidate(BankTransaction payment, Account account) {
    Clue clue = PaymentClues.of(payment).clueOf(MatchNumber.of(account.accountNumber()));
    return new Candidate(clue == null ? Clue.NONE : clue, account.accountNumber(), List.of(account), "Ann Example");
  }

  private static String certain(BankTransaction payment, Account... accounts) {
    List<Candidate> candidates = Arrays.stream(accounts).map(account -> candidate(payment, account)).toList();
    return PaymentMatch.of(payment, candidates, TODAY).certain().map(Candidate::named).orElse("nobody");
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
    Account other = account("L-100018", "EUR", "50.00", "10.00");

    assertThat(certain(payment("1.00", "Nobody", "L-100017 and L-100018"), one, other)).isEqualTo("nobody");
    assertThat(certain(payment("1.00", "Nobody", "L-100018", "L-100017"), one, other)).isEqualTo("L-100017");
  }

  @Test
  void anAccountGoesBeforeTheCaseThatItIsIn() {
    Account one = account("L-100017", "EUR", "50.00", "10.00");
    Account other = account("L-100018", "EUR", "50.00", "10.00");
    BankTransaction payment = payment("1.00", "Nobody", "C100001 L-100017");
    Candidate wholeCase = new Candidate(Clue.WORD, "C100001", List.of(one, other), "Ann Example");

    assertThat(PaymentMatch.of(payment, List.of(wholeCase, candidate(payment, one)), TODAY).certain())
        .contains(candidate(payment, one));
    assertThat(PaymentMatch.of(payment, List.of(wholeCase), TODAY).certain()).contains(wholeCase);
  }

  @ParameterizedTest
  @CsvSource({"Ann Example, ANN EXAMPLE, true", "Example Ann, Ann Example, true", "A. M\u00fcller, Anna Muller, false",
      "M\u00fcller Anna Maria, Anna Muller, true", "Mrs Ann Example, Ann Example, true", "Example, Ann Example, false",
      "ACME Ltd, ACME Ltd, true", "'', Ann Example, false", "\u5f20\u4f1f, \u5f20\u4f1f, true"})
  void namesAgreeIfTheWordsOfTheShorterAreInTheLonger(String payer, String debtor, boolean agree) {
    assertThat(PayerName.mayBe(payer, debtor)).isEqualTo(agree);
  }

  @ParameterizedTest
  @CsvSource({"RF18539007547034, 539007547034", "RF42L100017, L100017", "RF18539007547035, -", "RF18, -", "XX18539, -"})
  void aCreditorReferenceIsKnownByItsCheckDigits(String reference, String ownPart) {
    assertThat(CreditorReference.ownPartOf(reference).orElse("-")).isEqualTo(ownPart);
  }
}
