package io.remit.contact.dispatch;

import io.remit.cases.Channel;
import io.remit.contact.ContactLedger;
import io.remit.contact.ConversationOutcome;
import io.remit.gate.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Debtors with a case and an overdue account each, put straight into the database. */
public final class Debts {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final JdbcClient database;
  private final ContactLedger ledger;

  public Debts(ApplicationContext application) {
    this.database = application.getBean(JdbcClient.class);
    this.ledger = application.getBean(ContactLedger.class);
  }

  /**
   * A new debtor with an open case in a stage.
   *
   * @param phone or null
   * @param country or null
   * @return the case's number; the debtor's id is the same with a D before it
   */
  public String open(String phone, String country, String zone, String stage) {
    String number = "C" + NUMBERS.incrementAndGet();
    database.sql("""
        insert into debtor (debtor_id, debtor_type, name, phone, email, address, country, time_zone, language,
        owns_property)
        values (:id, 'PERSON', 'Xu Diaz', :phone, 'xu@example.com', '1 Example Street', :country, :zone, 'en', false)
        """).param("id", "D" + number).param("phone", phone).param("country", country).param("zone", zone).update();
    addCase(number, "D" + number, "EUR", stage);
    return number;
  }

  /** Another case of a debtor. */
  public void addCase(String number, String debtorId, String currency, String stage) {
    LocalDate due = LocalDate.of(2007, 1, 1);
    database.sql("""
        insert into collection_case (case_number, debtor_id, currency, status, stage, base_due_date, opened_at)
        values (:case, :debtor, :currency, 'OPEN', :stage, :due, :at)
        """).param("case", number).param("debtor", debtorId).param("currency", currency).param("stage", stage)
        .param("due", due).param("at", due.atStartOfDay().atOffset(ZoneOffset.UTC)).update();
    database.sql("""
        insert into account (account_number, debtor_id, case_number, product, currency, snapshot_outstanding,
          snapshot_overdue, snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date,
          seen_in_run, match_number)
        values (:account, :debtor, :case, 'LOAN', :currency, 100, 100, :due, 0, 100, 100, :due, 1, :account)
        """).param("account", "A" + number).param("debtor", debtorId).param("case", number)
        .param("currency", currency).param("due", due).update();
  }

  /** Plans an attempt in a case. */
  public long plan(String caseNumber, String stage, Channel channel, Instant at) {
    String template = channel.isMessage() ? "overdue-" + channel.name().toLowerCase(java.util.Locale.ROOT) : null;
    return ledger.plan(new ContactLedger.Plan(caseNumber, "D" + caseNumber, stage, channel, Person.DEBTOR, template,
        null, "remit"), at);
  }

  /** What a call that was allowed brought. */
  public void concludeCall(long attemptId, boolean answered, Instant at) {
    ledger.concluded(attemptId, (answered ? ConversationOutcome.REFUSED : ConversationOutcome.NOT_REACHED)
        .finding(null, null), "collector1", at);
  }
}
