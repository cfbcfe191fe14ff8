package io.remit.payment;

import io.remit.ledger.Money;
import io.remit.payment.BankMovement.Fate;
import io.remit.statement.BankReferences;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.Payer;
import io.remit.statement.Remittance;
import io.remit.statement.ToldAmounts;
import io.remit.statement.ToldAmounts.ToldAmount;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What banks told that is about debtors' money: a row for each movement, however often it is told. */
@Repository
class BankMovementRepository {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_REFERENCE = 100;
  private static final int LONGEST_LIST = 1000;
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_REASON = 40;
  /** A corrected statement tells a movement again within so many days. */
  private static final int DAYS_OF_CORRECTION = 10;
  /** So many of one amount and day are compared; of more those that have a reference in common. */
  private static final int MOST_OF_A_DAY = 50;
  private static final String BREAK = "\n";
  private static final String REST = "-R";

  private static final String COLUMNS = """
      m.reference, m.kind, m.amount, m.currency, m.booking_date, m.value_date, m.own_account, m.balance_after,
      m.payer_name, m.payer_account, m.ultimate_payer, m.remittance, m.creditor_references, m.bank_reference,
      m.end_to_end_id, m.other_references, m.instructed_amount, m.instructed_currency, m.exchange_rate, m.charges,
      m.charges_currency, m.return_reason, m.payments, m.fate, m.whole_reference, m.may_be, m.file_id, m.line
      """;

  private final JdbcClient jdbc;

  BankMovementRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(BankMovement movement, Telling telling) {
    Map<String, Object> row = rowOf(movement.reference(), movement.told(), telling);
    row.put("fate", movement.fate().name());
    row.put("whole", movement.whole());
    row.put("mayBe", movement.mayBe());
    jdbc.sql("""
        insert into bank_movement (reference, kind, amount, currency, booking_date, value_date, own_account,
          balance_after, payer_name, payer_account, ultimate_payer, remittance, creditor_references, bank_reference,
          end_to_end_id, other_references, instructed_amount, instructed_currency, exchange_rate, charges,
          charges_currency, return_reason, payments, fate, whole_reference, may_be, file_id, line, told_in_run,
          told_entry, told_part)
        values (:reference, :kind, :amount, :currency, :bookingDate, :valueDate, :ownAccount, :balance, :payer,
          :payerAccount, :ultimatePayer, :remittance, :creditorReferences, :bankReference, :endToEnd,
          :otherReferences, :instructed, :instructedCurrency, :rate, :charges, :chargesCurrency, :returnReason,
          :payments, :fate, :whole, :mayBe, :file, :line, :run, :entry, :part)
        """).params(row).update();
  }

  /**
   * What a person left over of a movement becomes one of its own, which no file tells.
   *
   * @return its reference
   */
  String insertRest(BankMovement movement, BigDecimal rest) {
    String reference = movement.reference() + REST;
    insert(new BankMovement(reference, movement.told().withAmount(rest), Fate.ASKED, movement.whole(), null,
        movement.fileId()), new Telling(movement.fileId(), Long.MAX_VALUE, 0, 0));
    return reference;
  }

  /** A later file tells more of a movement than the one before: that counts from now on. */
  void tellMore(String reference, BankTransaction told, Telling telling) {
    jdbc.sql("""
        update bank_movement
           set kind = :kind, amount = :amount, currency = :currency, booking_date = :bookingDate,
               value_date = :valueDate, own_account = :ownAccount, balance_after = :balance, payer_name = :payer,
               payer_account = :payerAccount, ultimate_payer = :ultimatePayer, remittance = :remittance,
               creditor_references = :creditorReferences, bank_reference = :bankReference,
               end_to_end_id = :endToEnd, other_references = :otherReferences, instructed_amount = :instructed,
               instructed_currency = :instructedCurrency, exchange_rate = :rate, charges = :charges,
               charges_currency = :chargesCurrency, return_reason = :returnReason, payments = :payments,
               file_id = :file, line = :line,
               told_in_run = :run, told_entry = :entry, told_part = :part
         where reference = :reference
        """).params(rowOf(reference, told, telling)).update();
  }

  void tellAgain(String reference, Telling telling) {
    jdbc.sql("""
        update bank_movement set told_in_run = :run, told_entry = :entry, told_part = :part
         where reference = :reference
        """).param("run", telling.run()).param("entry", telling.entry()).param("part", telling.part())
        .param("reference", reference).update();
  }

  void setFate(String reference, Fate fate) {
    jdbc.sql("update bank_movement set fate = :fate where reference = :reference").param("fate", fate.name())
        .param("reference", reference).update();
  }

  Optional<BankMovement> find(String reference) {
    return jdbc.sql("select " + COLUMNS + " from bank_movement m where m.reference = :reference")
        .param("reference", reference).query(BankMovementRepository::read).optional();
  }

  /** The movement of a whole entry that this pass has come to already. */
  Optional<BankMovement> wholeIn(Telling telling) {
    return jdbc.sql("select " + COLUMNS + """
         from bank_movement m
         where m.told_in_run = :run and m.told_entry = :entry and m.told_part = :whole
        """).param("run", telling.run()).param("entry", telling.entry()).param("whole", Telling.WHOLE)
        .query(BankMovementRepository::read).optional();
  }

  /** What is known of an entry by its parts of one kind, in its currency. */
  BigDecimal sumOfParts(String wholeReference, Kind kind) {
    return jdbc.sql("""
        select coalesce(sum(amount), 0) from bank_movement where whole_reference = :whole and kind = :kind
        """).param("whole", wholeReference).param("kind", kind.name()).query(BigDecimal.class).single();
  }

  /** The movements, not yet told in this pass, that may be the same as this one. */
  List<BankMovement> maybeSame(BankTransaction told, Telling telling) {
    List<BankMovement> found = new ArrayList<>();
    if (told.references().bank() != null) {
      found.addAll(byReference("bank_reference", told.references().bank(), told, telling));
    }
    if (told.references().endToEnd() != null) {
      found.addAll(byReference("end_to_end_id", told.references().endToEnd(), told, telling));
    }
    found.addAll(ofDay("booking_date", told.bookingDate(), told, telling));
    found.addAll(ofDay("value_date", told.valueDate(), told, telling));
    Set<String> references = new HashSet<>();
    return found.stream().filter(each -> references.add(each.reference())).toList();
  }

  private List<BankMovement> byReference(String column, String reference, BankTransaction told, Telling telling) {
    return jdbc.sql("select " + COLUMNS + " from bank_movement m where m." + column + """
         = :reference and m.amount = :amount and m.told_in_run < :run and m.kind = :kind
         and m.booking_date between :from and :to
         order by m.told_in_run, m.told_entry limit :most
        """).param("reference", cut(reference, LONGEST_REFERENCE)).param("amount", told.amount())
        .param("run", telling.run()).param("kind", told.kind().name())
        .param("from", told.bookingDate().minusDays(DAYS_OF_CORRECTION))
        .param("to", told.bookingDate().plusDays(DAYS_OF_CORRECTION)).param("most", MOST_OF_A_DAY)
        .query(BankMovementRepository::read).list();
  }

  private List<BankMovement> ofDay(String column, LocalDate day, BankTransaction told, Telling telling) {
    return jdbc.sql("select " + COLUMNS + " from bank_movement m where m.amount = :amount and m." + column + """
         = :day and m.told_in_run < :run and m.kind = :kind limit :most
        """).param("amount", told.amount()).param("day", day).param("run", telling.run())
        .param("kind", told.kind().name()).param("most", MOST_OF_A_DAY).query(BankMovementRepository::read).list();
  }

  /** Posted payments that the payer's side called so, the newest first. */
  List<BankMovement> paymentsCalled(String endToEndId) {
    return posted("end_to_end_id", List.of(endToEndId));
  }

  /** Posted payments that the creditor's bank called so, the newest first. */
  List<BankMovement> paymentsOfBank(List<String> bankReferences) {
    return bankReferences.isEmpty() ? List.of() : posted("bank_reference", bankReferences);
  }

  private List<BankMovement> posted(String column, List<String> references) {
    return jdbc.sql("select " + COLUMNS + " from bank_movement m where m." + column + """
         in (:references) and m.kind = 'PAYMENT' and m.fate = 'POSTED'
         order by m.booking_date desc, m.reference
        """).param("references", references.stream().map(each -> cut(each, LONGEST_REFERENCE)).toList())
        .query(BankMovementRepository::read).list();
  }

  /** Chargebacks of this amount that wait for a person, and whose payment the payer's side called so. */
  List<BankMovement> chargebacksAskedFor(String endToEndId, BigDecimal amount, String currency) {
    return jdbc.sql("select " + COLUMNS + """
         from bank_movement m join unidentified_payment p on p.reference = m.reference and p.status = 'OPEN'
         where m.end_to_end_id = :endToEnd and m.kind = 'CHARGEBACK' and m.amount = :amount
           and m.currency = :currency and m.may_be is null
        """).param("endToEnd", cut(endToEndId, LONGEST_REFERENCE)).param("amount", amount)
        .param("currency", currency).query(BankMovementRepository::read).list();
  }

  /** Movements of one entry or of one collective reference that were told one by one on its day. */
  List<BankMovement> withBankReference(String bankReference, LocalDate bookingDate, Kind kind, Telling telling) {
    return jdbc.sql("select " + COLUMNS + """
         from bank_movement m
         where m.bank_reference = :reference and m.booking_date = :day and m.kind = :kind and m.told_in_run < :run
        """).param("reference", cut(bankReference, LONGEST_REFERENCE)).param("day", bookingDate)
        .param("kind", kind.name()).param("run", telling.run()).query(BankMovementRepository::read).list();
  }

  private static Map<String, Object> rowOf(String reference, BankTransaction told, Telling telling) {
    ToldAmounts amounts = told.told();
    Map<String, Object> row = new HashMap<>();
    row.put("reference", reference);
    row.put("file", telling.fileId());
    row.put("run", telling.run());
    row.put("entry", telling.entry());
    row.put("part", telling.part());
    row.put("kind", told.kind().name());
    row.put("amount", told.amount());
    row.put("currency", told.currency());
    row.put("bookingDate", told.bookingDate());
    row.put("valueDate", told.valueDate());
    row.put("ownAccount", cut(told.ownAccount(), LONGEST_NUMBER));
    row.put("balance", told.balanceAfter());
    row.put("payer", cut(told.payer().name(), LONGEST_NAME));
    row.put("payerAccount", cut(told.payer().account(), LONGEST_NUMBER));
    row.put("ultimatePayer", cut(told.payer().ultimateName(), LONGEST_NAME));
    row.put("remittance", cut(String.join(BREAK, told.remittance().withoutCardNumbers().lines()), LONGEST_TEXT));
    row.put("creditorReferences", cut(String.join(BREAK, told.remittance().creditorReferences()), LONGEST_LIST));
    row.put("bankReference", cut(told.references().bank(), LONGEST_REFERENCE));
    row.put("endToEnd", cut(told.references().endToEnd(), LONGEST_REFERENCE));
    row.put("otherReferences", cut(String.join(BREAK, told.references().others()), LONGEST_LIST));
    row.put("instructed", amounts.instructed() == null ? null : amounts.instructed().amount());
    row.put("instructedCurrency", amounts.instructed() == null ? null : amounts.instructed().currency());
    row.put("rate", amounts.rate());
    row.put("charges", amounts.charges() == null ? null : amounts.charges().amount());
    row.put("chargesCurrency", amounts.charges() == null ? null : amounts.charges().currency());
    row.put("returnReason", cut(told.returnReason(), LONGEST_REASON));
    row.put("payments", told.payments());
    row.put("line", told.line());
    return row;
  }

  private static @Nullable String cut(@Nullable String text, int longest) {
    return text == null ? null : text.substring(0, Math.min(longest, text.length()));
  }

  /** Reads the movement {@code m} of a row. */
  static BankMovement read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    BankTransaction told = new BankTransaction(row.getLong("line"), Kind.valueOf(row.getString("kind")),
        Money.inScaleOf(currency, row.getBigDecimal("amount")), currency,
        row.getObject("booking_date", LocalDate.class), row.getObject("value_date", LocalDate.class),
        row.getString("own_account"), row.getBigDecimal("balance_after"),
        new Payer(row.getString("payer_name"), row.getString("payer_account"), row.getString("ultimate_payer")),
        new Remittance(list(row.getString("remittance")), list(row.getString("creditor_references"))),
        new BankReferences(row.getString("bank_reference"), row.getString("end_to_end_id"),
            list(row.getString("other_references"))),
        new ToldAmounts(toldAmount(row, "instructed_amount", "instructed_currency"),
            row.getBigDecimal("exchange_rate"), toldAmount(row, "charges", "charges_currency")),
        row.getString("return_reason"), row.getInt("payments"));
    return new BankMovement(row.getString("reference"), told, Fate.valueOf(row.getString("fate")),
        row.getString("whole_reference"), row.getString("may_be"), row.getLong("file_id"));
  }

  private static @Nullable ToldAmount toldAmount(ResultSet row, String amount, String currency) throws SQLException {
    String code = row.getString(currency);
    return code == null ? null : new ToldAmount(Money.inScaleOf(code, row.getBigDecimal(amount)), code);
  }

  private static List<String> list(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(BREAK));
  }
}
