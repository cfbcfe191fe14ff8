package io.remit.payment;

import io.remit.ledger.Money;
import io.remit.payment.UnidentifiedPayment.Status;
import io.remit.statement.BankReferences;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.Payer;
import io.remit.statement.Remittance;
import io.remit.statement.ToldAmounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The payments that a person has to find the account for, and what became of them. */
@Repository
class UnidentifiedPaymentRepository {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ACCOUNT = 64;
  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_NAMED = 300;
  private static final int LONGEST_END_TO_END = 100;

  private static final String SELECT = """
      select p.*, (select f.delivered_by from intake_file f where f.file_id = p.file_id) as delivered_by
        from unidentified_payment p where p.payment_id = :id
      """;

  private final JdbcClient jdbc;

  UnidentifiedPaymentRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return the new payment's id */
  long insert(BankMovement movement, long fileId, Instant now) {
    BankTransaction told = movement.told();
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into unidentified_payment (reference, kind, amount, currency, value_date, payer_name, payer_account,
          remittance, named, end_to_end_id, file_id, line, received_at, status)
        values (:reference, :kind, :amount, :currency, :valueDate, :payer, :payerAccount, :remittance, :named,
          :endToEnd, :file, :line, :now, 'OPEN')
        """).param("reference", movement.reference()).param("kind", told.kind().name()).param("amount", told.amount())
        .param("currency", told.currency()).param("valueDate", told.valueDate())
        .param("payer", cut(told.payer().name(), LONGEST_NAME))
        .param("payerAccount", cut(told.payer().account(), LONGEST_ACCOUNT))
        .param("remittance", cut(told.remittance().text(), LONGEST_TEXT))
        .param("named", cut(String.join(" ", told.remittance().creditorReferences()), LONGEST_NAMED))
        .param("endToEnd", cut(told.references().endToEnd(), LONGEST_END_TO_END)).param("file", fileId)
        .param("line", told.line()).param("now", now.atOffset(ZoneOffset.UTC)).update(key, "payment_id");
    return key.getKey().longValue();
  }

  /** Those of these references that are kept here. */
  Set<String> keptAmong(Collection<String> references) {
    return Set.copyOf(jdbc.sql("select reference from unidentified_payment where reference in (:references)")
        .param("references", references).query(String.class).list());
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such payment */
  UnidentifiedPayment get(long paymentId) {
    return jdbc.sql(SELECT).param("id", paymentId).query(UnidentifiedPaymentRepository::read).single();
  }

  /** The same, kept from others until the transaction ends. */
  UnidentifiedPayment lock(long paymentId) {
    return jdbc.sql(SELECT + "for update").param("id", paymentId).query(UnidentifiedPaymentRepository::read).single();
  }

  void decide(long paymentId, Status status, String accountNumber, String actor, Instant at, String note) {
    jdbc.sql("""
        update unidentified_payment set status = :status, account_number = :account, decided_by = :actor,
            decided_at = :at, note = :note
         where payment_id = :id
        """).param("status", status.name()).param("account", accountNumber).param("actor", actor)
        .param("at", at.atOffset(ZoneOffset.UTC)).param("note", note).param("id", paymentId).update();
  }

  private static String cut(String text, int longest) {
    return text == null ? null : text.substring(0, Math.min(longest, text.length()));
  }

  private static UnidentifiedPayment read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    String named = row.getString("named");
    BankTransaction told = new BankTransaction(row.getLong("line"), Kind.valueOf(row.getString("kind")),
        Money.inScaleOf(currency, row.getBigDecimal("amount")), currency, row.getObject("value_date", LocalDate.class),
        row.getObject("value_date", LocalDate.class), null, null,
        new Payer(row.getString("payer_name"), row.getString("payer_account"), null),
        Remittance.of(row.getString("remittance"), named.isEmpty() ? new String[0] : named.split(" ")),
        new BankReferences(null, row.getString("end_to_end_id"), List.of()), ToldAmounts.NONE, null);
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    return new UnidentifiedPayment(row.getLong("payment_id"), row.getString("reference"), told, row.getLong("file_id"),
        row.getString("delivered_by"), row.getObject("received_at", OffsetDateTime.class).toInstant(), Status.valueOf(row.getString("status")),
        row.getString("account_number"), row.getString("decided_by"),
        decidedAt == null ? null : decidedAt.toInstant(), row.getString("note"));
  }
}
