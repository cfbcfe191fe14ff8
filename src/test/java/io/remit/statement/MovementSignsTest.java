package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.statement.BankTransaction.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a movement means: a debit that may be a return is a chargeback, whatever tells of it. */
class MovementSignsTest {

  private static Kind debit(BankCodes codes, String text) {
    return MovementSigns.debit(false, codes, text).kind();
  }

  private static Kind credit(BankCodes codes, String text) {
    return new MovementSigns(true, false, false, codes, text).kind();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RÜCKLASTSCHRIFT", "Ruecklastschrift MD06", "SEPA-LASTSCHR. RETOURE CORE", "Retouren",
      "STORNO",
      "Lastschriftrückgabe", "Rückgabe mangels Deckung", "Scheckrückgabe", "Widerspruch des Zahlers", "returned item",
      "UNPAID DIRECT DEBIT", "Chargeback", "Direct debit reversal", "refund of order", "PRELEVEMENT IMPAYE",
      "Prélèvement impayé", "REJET DE PRLV", "Contre-passation", "Insoluto RID", "storno addebito", "DEVOLUCIÓN RECIBO",
      "recibo devuelto", "Terugboeking", "Stornering incasso", "NIET AKKOORD MET AFSCHRIJVING", "zwrot przelewu",
      "Vrátka",
      "Tilbageførsel", "reason AM04", "E2E 17 MD01 L. Example"})
  void wordsForReturnsAreKnownInTheLanguagesOfBanks(String text) {
    assertThat(debit(BankCodes.NONE, text)).isEqualTo(Kind.CHARGEBACK);
    assertThat(debit(BankCodes.OWN_ORDER, text)).isEqualTo(Kind.CHARGEBACK);
    assertThat(credit(BankCodes.NONE, text)).as("money that came in is asked about, not left").isEqualTo(Kind.PAYMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Miete Büro April", "Invoice 4711", "Gehalt", "Trust fund", "AM0412 Order", "SMD01X"})
  void otherDebitsAreTheCreditorsOwn(String text) {
    assertThat(debit(BankCodes.NONE, text)).isEqualTo(Kind.OUTGOING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Entgelt Kontoführung", "KONTOFUEHRUNG 03/2026", "Gebühren", "bank charges", "Provider fee",
      "Frais de tenue", "Disagio", "commission", "PROWIZJA"})
  void whatTheBankTakesIsACharge(String text) {
    assertThat(debit(BankCodes.NONE, text)).isEqualTo(Kind.BANK_CHARGE);
    assertThat(debit(BankCodes.OWN_ORDER, text)).as("an order of ours that mentions one").isEqualTo(Kind.OUTGOING);
  }

  @Test
  void aChargeThatIsCodedAsSuchIsNoChargebackEvenIfItNamesTheReturn() {
    assertThat(debit(BankCodes.CHARGE, "")).isEqualTo(Kind.BANK_CHARGE);
    assertThat(debit(BankCodes.CHARGE, "Entgelt Rücklastschrift")).isEqualTo(Kind.COST_OF_RETURN);
    assertThat(debit(BankCodes.CHARGE, "Rücklastschrift")).as("it may be the return itself").isEqualTo(Kind.CHARGEBACK);
    assertThat(debit(BankCodes.NONE, "Entgelt Rücklastschrift")).as("not coded: it is asked")
        .isEqualTo(Kind.CHARGEBACK);
  }

  @ParameterizedTest
  @CsvSource({"ICDT, RRTN, RETURN", "RCDT, RRTN, RETURN", "RCDT, RPCR, RETURN", "IDDT, UPDD, RETURN",
      "IDDT, PRDD, RETURN",
      "IDDT, RCDD, RETURN", "RCHQ, UPCQ, RETURN", "RCHQ, CQRV, RETURN", "RCDT, ESCT, COLLECTION",
      "IDDT, ESDD, COLLECTION",
      "MCRD, POSP, COLLECTION", "MCRD, DAJT, RETURN", "ICDT, ESCT, OWN_ORDER", "RDDT, ESDD, OWN_ORDER",
      "MDOP, CHRG, CHARGE",
      "MCOP, COMM, CHARGE", "NTAV, NTAV, NONE"})
  void isoCodesAreKnown(String family, String subFamily, BankCodes codes) {
    assertThat(BankCodes.ofIso(family, subFamily)).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({"NRTI+109+00905, RETURN", "NDDT+109, RETURN", "NMSC+108+914, RETURN", "109, RETURN", "NRTI, RETURN",
      "NCHG+808, CHARGE", "NCHG, CHARGE", "NTRF+166+00000, COLLECTION", "NTRF+116, NONE", "XYZ, NONE", "UPDD, RETURN"})
  void proprietaryCodesAreKnown(String code, BankCodes codes) {
    assertThat(BankCodes.ofProprietary(code)).isEqualTo(codes);
  }

  @Test
  void aDebitOfWhatOthersPaidTakesItBack() {
    assertThat(debit(BankCodes.COLLECTION, "")).isEqualTo(Kind.CHARGEBACK);
    assertThat(debit(BankCodes.RETURN, "")).isEqualTo(Kind.CHARGEBACK);
    assertThat(credit(BankCodes.RETURN, "")).isEqualTo(Kind.OUTGOING_RETURNED);
    assertThat(new MovementSigns(true, true, true, BankCodes.COLLECTION, "").kind())
        .as("the return of a collection is taken back: the debtor's money is there again").isEqualTo(Kind.PAYMENT);
  }
}
