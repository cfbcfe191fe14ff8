package io.remit.approval;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.approval.Proposal.Kind;
import io.remit.approval.Proposal.Status;
import io.remit.cases.MatterKey;
import io.remit.ledger.Money;
import io.remit.sql.RowsOf;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The changes that somebody decided on, and what became of them; kept for good. */
@Repository
class ProposalRepository {

  private static final String SELECT = """
      select proposal_id, subject, kind, case_number, account_number, currency, amount, reason, needs_approval, status,
             raised_by, raised_at, proposed_by, proposed_at
        from proposal
      """;

  private static final RowsOf ITS_ROWS = RowsOf.cases("proposal");

  private final JdbcClient jdbc;

  ProposalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return the proposal's id */
  long insert(Proposal proposal) {
    KeyHolder key = new GeneratedKeyHolder();
    Raised raised = proposal.raised() == null ? new Raised(null, null, null) : proposal.raised();
    jdbc.sql("""
        insert into proposal (subject, kind, case_number, account_number, currency, amount, reason, needs_approval,
          status, raised_by, raised_at, proposed_by, proposed_at)
        values (:subject, :kind, :case, :account, :currency, :amount, :reason, :approval, :status, :raisedBy, :raisedAt,
          :by, :at)
        """).param("subject", proposal.subject()).param("kind", proposal.kind().name())
        .param("case", proposal.caseNumber()).param("account", proposal.accountNumber())
        .param("currency", proposal.currency()).param("amount", proposal.amount()).param("reason", proposal.reason())
        .param("approval", proposal.needsApproval()).param("status", proposal.status().name())
        .param("raisedBy", raised.by()).param("raisedAt", raised.at() == null ? null : utc(raised.at()))
        .param("by", proposal.proposed().by()).param("at", utc(Objects.requireNonNull(proposal.proposed().at())))
        .update(key, "proposal_id");
    return key.getKey().longValue();
  }

  /** A withdrawal is a matter of its own, and named by its own number. */
  void nameAsMatter(long proposalId, MatterKey matter) {
    jdbc.sql("update proposal set subject = :subject where proposal_id = :proposal")
        .param("subject", matter.toString()).param("proposal", proposalId).update();
  }

  Proposal get(long proposalId) {
    return jdbc.sql(SELECT + "where proposal_id = :proposal").param("proposal", proposalId)
        .query(ProposalRepository::read).single();
  }

  /** What was proposed last about a subject. */
  Optional<Proposal> newest(String subject) {
    return jdbc.sql(SELECT + "where subject = :subject order by proposal_id desc limit 1").param("subject", subject)
        .query(ProposalRepository::read).optional();
  }

  /** The same, kept from others until the transaction ends. */
  Optional<Proposal> lockNewest(String subject) {
    return newest(subject).map(found -> jdbc.sql(SELECT + "where proposal_id = :proposal for update")
        .param("proposal", found.proposalId()).query(ProposalRepository::read).single());
  }

  /** What waits in a case for another person. */
  List<Proposal> waitingIn(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? List.of()
        : jdbc.sql(SELECT + "where case_number = :case and status = 'PROPOSED' order by proposal_id")
            .param("case", caseNumber).query(ProposalRepository::read).list();
  }

  /** What changes of a kind in a case come to that nobody else approved, since a moment. */
  BigDecimal alone(String caseNumber, Kind kind, String currency, Instant since) {
    return jdbc.sql("""
        select coalesce(sum(amount), 0) from proposal
         where case_number = :case and kind = :kind and currency = :currency and status = 'APPROVED'
           and needs_approval = false and proposed_at >= :since
        """).param("case", caseNumber).param("kind", kind.name()).param("currency", currency)
        .param("since", utc(since)).query(BigDecimal.class).single();
  }

  /** How many changes somebody decided on alone, since a moment. */
  int alone(String userId, Instant since) {
    return jdbc.sql("""
        select count(*) from proposal
         where proposed_by = :by and status = 'APPROVED' and needs_approval = false and proposed_at >= :since
        """).param("by", userId).param("since", utc(since)).query(Integer.class).single();
  }

  void decide(long proposalId, Status status, String by, @Nullable String note, Instant at) {
    jdbc.sql("""
        update proposal set status = :status, decided_by = :by, decision_note = :note, decided_at = :at
         where proposal_id = :proposal
        """).param("status", status.name()).param("by", by).param("note", note).param("at", utc(at))
        .param("proposal", proposalId).update();
  }

  private static Proposal read(ResultSet row, int number) throws SQLException {
    String caseNumber = row.getString("case_number");
    String currency = row.getString("currency");
    String raisedBy = row.getString("raised_by");
    return new Proposal(row.getLong("proposal_id"), row.getString("subject"), Kind.valueOf(row.getString("kind")),
        caseNumber, row.getString("account_number"), currency,
        Money.inScaleOf(currency, row.getBigDecimal("amount")), row.getString("reason"),
        row.getBoolean("needs_approval"), Status.valueOf(row.getString("status")),
        raisedBy == null ? null : new Raised(caseNumber, raisedBy, instant(row, "raised_at")),
        new Raised(caseNumber, row.getString("proposed_by"), instant(row, "proposed_at")));
  }
}
