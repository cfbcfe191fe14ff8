package io.remit.offer;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.ledger.Allocation.Parts;
import io.remit.ledger.Money;
import io.remit.offer.Offer.Status;
import io.remit.offer.Offer.Terms;
import io.remit.sql.RowsOf;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The offers. */
@Repository
class OfferRepository {

  private static final String SELECT = """
      select o.offer_id, o.case_number, o.currency, o.pay_amount, o.pay_by, o.waived_fees, o.waived_interest,
             o.waived_principal, o.reason, o.needs_approval, o.grace_days, o.since_entry_id, o.status, o.proposed_at,
             o.proposed_by, o.sent_at, o.hold_id, o.ended_at
        from offer o
      """;

  private static final RowsOf ITS_ROWS = RowsOf.cases("offer");

  private final JdbcClient jdbc;

  OfferRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return the offer's id */
  long insert(Offer offer) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into offer (case_number, currency, pay_amount, pay_by, waived_fees, waived_interest, waived_principal,
          reason, needs_approval, grace_days, since_entry_id, status, proposed_at, proposed_by)
        values (:case, :currency, :amount, :by, :fees, :interest, :principal, :reason, :approval, :grace, :since,
          :status, :at, :proposer)
        """).param("case", offer.caseNumber()).param("currency", offer.currency())
        .param("amount", offer.payAmount()).param("by", offer.payBy()).param("fees", offer.waived().fees())
        .param("interest", offer.waived().interest()).param("principal", offer.waived().principal())
        .param("reason", offer.reason()).param("approval", offer.terms().approval())
        .param("grace", offer.terms().graceDays()).param("since", offer.sinceEntryId())
        .param("status", offer.status().name()).param("at", utc(offer.proposedAt()))
        .param("proposer", offer.proposedBy()).update(key, "offer_id");
    return key.getKey().longValue();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such offer */
  Offer get(long offerId) {
    return jdbc.sql(SELECT + "where o.offer_id = :offer").param("offer", offerId).query(OfferRepository::read).single();
  }

  /** The offers of a case, the newest last. */
  List<Offer> ofCase(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? List.of() : jdbc.sql(SELECT + "where o.case_number = :case order by o.offer_id")
        .param("case", caseNumber).query(OfferRepository::read).list();
  }

  /**
   * The offers that bind us towards a debtor, in whatever of the debtor's cases they were made.
   *
   * @param accountNumber the account whose own case it is, or null for the debtor's common cases
   */
  List<Offer> sentTo(String debtorId, String currency, @Nullable String accountNumber) {
    return jdbc.sql(SELECT + """
          join collection_case c on c.case_number = o.case_number
         where c.debtor_id = :debtor and c.currency = :currency and o.status = 'SENT'
           and (c.account_number = :account or c.account_number is null and cast(:account as varchar(64)) is null)
         order by o.offer_id
        """).param("debtor", debtorId).param("currency", currency).param("account", accountNumber)
        .query(OfferRepository::read).list();
  }

  /** What was waived in a case that nobody else approved, by offers that were made since a moment. */
  BigDecimal waivedAlone(String caseNumber, Instant since) {
    return jdbc.sql("""
        select coalesce(sum(waived_fees + waived_interest + waived_principal), 0) from offer
         where case_number = :case and needs_approval = false and status in ('SENT', 'FULFILLED')
           and proposed_at >= :since
        """).param("case", caseNumber).param("since", utc(since)).query(BigDecimal.class).single();
  }

  void decide(long offerId, String by, @Nullable String note, Instant at) {
    jdbc.sql("""
        update offer set decided_by = :by, decision_note = :note, decided_at = :at where offer_id = :offer
        """).param("by", by).param("note", note).param("at", utc(at)).param("offer", offerId).update();
  }

  void sent(long offerId, Instant at) {
    jdbc.sql("update offer set status = 'SENT', sent_at = :at where offer_id = :offer").param("at", utc(at))
        .param("offer", offerId).update();
  }

  void rememberHold(long offerId, long holdId) {
    jdbc.sql("update offer set hold_id = :hold where offer_id = :offer").param("hold", holdId).param("offer", offerId)
        .update();
  }

  void end(long offerId, Status status, Instant at) {
    jdbc.sql("update offer set status = :status, ended_at = :at where offer_id = :offer")
        .param("status", status.name()).param("at", utc(at)).param("offer", offerId).update();
  }

  private static Offer read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new Offer(row.getLong("offer_id"), row.getString("case_number"), currency,
        amount(row, "pay_amount", currency), row.getObject("pay_by", LocalDate.class),
        new Parts(amount(row, "waived_fees", currency), amount(row, "waived_interest", currency),
            amount(row, "waived_principal", currency)),
        row.getString("reason"), new Terms(row.getBoolean("needs_approval"), row.getInt("grace_days")),
        row.getLong("since_entry_id"), Status.valueOf(row.getString("status")), instant(row, "proposed_at"),
        row.getString("proposed_by"), instantOrNull(row, "sent_at"), row.getObject("hold_id", Long.class),
        instantOrNull(row, "ended_at"));
  }

  private static BigDecimal amount(ResultSet row, String column, String currency) throws SQLException {
    return Money.inScaleOf(currency, row.getBigDecimal(column));
  }
}
