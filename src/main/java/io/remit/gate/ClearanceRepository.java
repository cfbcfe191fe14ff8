package io.remit.gate;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.cases.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gate's side of the contact ledger: what it has allowed and denied. */
@Repository
class ClearanceRepository {

  /** How many attempts in a row must have failed before a debtor counts as lost. */
  private static final int FAILURES_OF_A_LOST_DEBTOR = 3;

  private final JdbcClient jdbc;

  ClearanceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What counts for the caps of a debtor. The turn is read before the contacts, never after them: a contact that came
   * in between then has a turn that whoever asked cannot have any more.
   *
   * <p>A conversation in which the debtor asked to be called is none that a rest must follow (12 CFR 1006.14(b)(3)(i)).
   *
   * @param debtorIds all ids of one person
   * @param back how long ago a contact may still count
   * @param except the attempt that is asked for, which does not count against itself
   */
  ContactHistory history(List<String> debtorIds, Instant now, Duration back, long except) {
    // not max(turn): with this order both databases read one entry of the index, not all that the debtor ever had
    String newestTurn = """
        select turn from contact_attempt where debtor_id = :debtor and turn is not null
         order by debtor_id desc, turn desc limit 1
        """;
    long lastTurn = debtorIds.stream()
        .mapToLong(id -> jdbc.sql(newestTurn).param("debtor", id).query(Long.class).optional().orElse(0L)).max()
        .orElse(0L);
    List<PastContact> contacts = jdbc.sql("""
        select attempt_id, channel, contacted_at, recipient, answered,
               right_party and coalesce(outcome, '') <> 'ROBOT_HUMAN' as conversation, turn is null as incoming
          from contact_attempt
         where debtor_id in (:debtors) and (turn is not null or rule = 'debtor-called') and contacted_at > :since
           and attempt_id <> :except and (status in ('CLAIMED', 'SENT', 'DELIVERED', 'UNKNOWN')
                or status = 'FAILED' and channel in ('CALL', 'ROBOT_CALL', 'VISIT'))
         order by contacted_at
        """).param("debtors", debtorIds).param("since", utc(now.minus(back))).param("except", except)
        .query(ClearanceRepository::read).list();
    return new ContactHistory(lastTurn, contacts);
  }

  /**
   * Gives an attempt its turn.
   *
   * @param contactedAt the moment for which it is allowed: what is written down is what was decided, even if time went
   *     on meanwhile
   * @return false if the attempt is not waiting any more
   * @throws org.springframework.dao.DuplicateKeyException if somebody else has this turn of the debtor
   */
  boolean takeTurn(long attemptId, long turn, String address, GateDecision decision, String policyVersion,
      Instant contactedAt, Instant now) {
    return jdbc.sql("""
        update contact_attempt
           set status = 'CLAIMED', turn = :turn, contacted_at = :contactedAt, handed_over_at = :now,
               recipient = :address, allowed = true, rule = :rule, next_allowed_at = null,
               counters = :counters, policy_version = :version
         where attempt_id = :attempt and status in ('PLANNED', 'CLAIMED') and handed_over_at is null
        """).param("turn", turn).param("contactedAt", utc(contactedAt)).param("now", utc(now))
        .param("address", address).param("rule", decision.rule()).param("counters", decision.counters())
        .param("version", policyVersion).param("attempt", attemptId).update() > 0;
  }

  /** @return false if the attempt is not waiting any more */
  boolean deny(long attemptId, GateDecision decision, String policyVersion) {
    return jdbc.sql("""
        update contact_attempt
           set status = 'DENIED', allowed = false, rule = :rule, next_allowed_at = :next, counters = :counters,
               policy_version = :version
         where attempt_id = :attempt and status in ('PLANNED', 'CLAIMED') and handed_over_at is null
        """).param("rule", decision.rule())
        .param("next", decision.nextAllowedAt() == null ? null : utc(decision.nextAllowedAt()))
        .param("counters", decision.counters()).param("version", policyVersion).param("attempt", attemptId)
        .update() > 0;
  }

  /** Whether the last attempts to speak with the debtor all failed, three at least. */
  boolean lastAttemptsFailed(String debtorId) {
    List<Boolean> reached = jdbc.sql("""
        select coalesce(right_party, false) from contact_attempt
         where debtor_id = :debtor and person = 'DEBTOR' and channel in ('CALL', 'ROBOT_CALL', 'VISIT')
           and status in ('DELIVERED', 'FAILED')
         order by attempt_id desc limit :last
        """).param("debtor", debtorId).param("last", FAILURES_OF_A_LOST_DEBTOR).query(Boolean.class).list();
    return reached.size() == FAILURES_OF_A_LOST_DEBTOR && reached.stream().noneMatch(Boolean.TRUE::equals);
  }

  private static PastContact read(ResultSet row, int number) throws SQLException {
    Channel channel = Channel.valueOf(row.getString("channel"));
    return new PastContact(row.getLong("attempt_id"), channel,
        instant(row, "contacted_at"),
        channel.isByPhone() ? row.getString("recipient") : null, row.getObject("answered", Boolean.class),
        row.getObject("conversation", Boolean.class),
        row.getBoolean("incoming"));
  }
}
