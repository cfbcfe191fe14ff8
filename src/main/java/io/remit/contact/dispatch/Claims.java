package io.remit.contact.dispatch;

import static io.remit.sql.Moments.utc;

import io.remit.cases.Channel;
import io.remit.contact.ContactLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which node sends which message. A node claims messages before it sends them; whoever died is known by its missing
 * sign of life, and what it had claimed is taken over by another.
 */
@Repository
class Claims {

  private static final long NO_ATTEMPT = -1;

  private final JdbcClient jdbc;

  Claims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message that nobody sends any more.
   *
   * @param inDoubt whether it may have been sent; otherwise it certainly was not
   */
  record Orphan(long attemptId, boolean inDoubt) {
  }

  /**
   * Claims planned messages that are due, the oldest first, for a node; no other node gets them. While a restored
   * database rests only answers are due.
   *
   * @param taken is told which, before anybody else can see that they are the node's
   */
  @Transactional
  List<Long> claim(String node, Instant now, int limit, Consumer<List<Long>> taken) {
    List<Long> due = jdbc.sql("select attempt_id from contact_attempt where status = 'PLANNED' and "
        + ContactLedger.BY_GATEWAY + """
         and (not_before is null or not_before <= :now)
         and (answer or not exists (select 1 from home_database where rest_until > :now))
         order by attempt_id limit :limit for update skip locked
        """).param("now", utc(now)).param("limit", limit).query(Long.class).list();
    if (!due.isEmpty()) {
      taken.accept(due);
      jdbc.sql("""
          update contact_attempt
             set status = 'CLAIMED', claimed_by = :node, claimed_at = :now, handed_over_at = null, not_before = null
           where attempt_id in (:due)
          """).param("node", node).param("now", utc(now)).param("due", due).update();
    }
    return due;
  }

  /** A message that a node had claimed was certainly not sent and is tried again later. */
  @Transactional
  void release(long attemptId, String node, Instant notBefore) {
    jdbc.sql("""
        update contact_attempt
           set status = 'PLANNED', claimed_by = null, handed_over_at = null, not_before = :notBefore
         where attempt_id = :attempt and status = 'CLAIMED' and claimed_by = :node
        """).param("notBefore", utc(notBefore)).param("attempt", attemptId).param("node", node).update();
  }

  /** Nobody knows whether a message that a node had claimed was sent; it is looked into from a moment on. */
  @Transactional
  void leaveInDoubt(long attemptId, String node, Instant notBefore) {
    jdbc.sql("""
        update contact_attempt set claimed_by = null, not_before = :notBefore
         where attempt_id = :attempt and status = 'CLAIMED' and claimed_by = :node
        """).param("notBefore", utc(notBefore)).param("attempt", attemptId).param("node", node).update();
  }

  /** Whether a message that is claimed may have been sent; if not, it certainly was not. */
  boolean isHandedOver(long attemptId) {
    return jdbc.sql("select count(*) from contact_attempt where attempt_id = :attempt and handed_over_at is not null")
        .param("attempt", attemptId).query(Long.class).single() > 0;
  }

  /**
   * Takes over, for a node, messages that were claimed by none that is alive, or by itself without knowing it, since
   * the database went away meanwhile. One that was handed over rests for a whole lease before, however long ago the
   * dead node's last sign of life was: a gateway may still be taking it, and who asks it too early would hear that it
   * knows nothing.
   *
   * @param inHand at which the node is just now: whatever its own last sign of life was, it lives. This is asked again
   *     when they are locked, since what the node has claimed meanwhile is in its hands as well
   * @param taken is told which it takes over, before anybody else can see it
   */
  @Transactional
  List<Orphan> adopt(String node, Duration lease, Instant now, int limit, Supplier<Set<Long>> inHand,
      Consumer<List<Long>> taken) {
    OffsetDateTime alive = databaseTime().minus(lease);
    Set<Long> before = inHand.get();
    List<Orphan> locked = jdbc.sql("""
        select attempt_id, handed_over_at from contact_attempt
         where status = 'CLAIMED' and\s""" + ContactLedger.BY_GATEWAY + """
           and (not_before is null or not_before <= :now)
           and (claimed_by is null
                or (claimed_by = :node
                    or claimed_by not in (select node_id from dispatcher_node where seen_at >= :alive))
                   and attempt_id not in (:inHand)
                   and (handed_over_at is null or handed_over_at <= :handedOver))
         order by attempt_id limit :limit for update skip locked
        """).param("now", utc(now)).param("node", node).param("alive", alive)
        .param("inHand", before.isEmpty() ? Set.of(NO_ATTEMPT) : before).param("handedOver", utc(now.minus(lease)))
        .param("limit", limit)
        .query((row, number) -> new Orphan(row.getLong("attempt_id"), row.getObject("handed_over_at") != null)).list();
    Set<Long> since = inHand.get();
    List<Orphan> orphans = locked.stream().filter(each -> !since.contains(each.attemptId())).toList();
    if (!orphans.isEmpty()) {
      List<Long> found = orphans.stream().map(Orphan::attemptId).toList();
      taken.accept(found);
      jdbc.sql("update contact_attempt set claimed_by = :node where attempt_id in (:orphans)").param("node", node)
          .param("orphans", found).update();
    }
    return orphans;
  }

  /** When the next message that waits for its time becomes due, after a moment. */
  Optional<Instant> nextDue(Instant now) {
    return jdbc.sql("select min(not_before) from contact_attempt where status in ('PLANNED', 'CLAIMED')"
        + " and not_before > :now and " + ContactLedger.BY_GATEWAY).param("now", utc(now))
        .query(OffsetDateTime.class).optional()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Leaves it in doubt whether messages were sent that are planned, and due, or claimed.
   *
   * @param gateway the channel's now
   * @param canBeAsked whether that gateway can tell; if not, whoever looks into it hears that it cannot
   * @return how many
   */
  @Transactional
  int putInDoubt(Channel channel, String gateway, boolean canBeAsked, Instant now) {
    return jdbc.sql("""
        update contact_attempt
           set status = 'CLAIMED', claimed_by = null, not_before = null,
               handed_over_at = coalesce(handed_over_at, :now),
               gateway = case when handed_over_at is not null and gateway <> :gateway then gateway
                              when :asked then :gateway end
         where channel = :channel
           and (status = 'CLAIMED' or status = 'PLANNED' and (not_before is null or not_before <= :now))
        """).param("channel", channel.name()).param("gateway", gateway).param("asked", canBeAsked)
        .param("now", utc(now)).update();
  }

  /** Conversations that were allowed before a moment and not made: their turn is given back. */
  @Transactional
  void giveBack(Instant calledBefore, Instant visitedBefore) {
    jdbc.sql("""
        update contact_attempt set status = 'CANCELLED', reason = 'not-made'
         where status = 'CLAIMED' and (channel = 'CALL' and contacted_at < :calledBefore
                                       or channel = 'VISIT' and contacted_at < :visitedBefore)
        """).param("calledBefore", utc(calledBefore)).param("visitedBefore", utc(visitedBefore)).update();
  }

  /** A node's sign of life. */
  @Transactional
  void signOfLife(String node) {
    OffsetDateTime now = databaseTime();
    int known = jdbc.sql("update dispatcher_node set seen_at = :now where node_id = :node").param("now", now)
        .param("node", node).update();
    if (known == 0) {
      jdbc.sql("insert into dispatcher_node (node_id, seen_at) values (:node, :now)").param("now", now)
          .param("node", node).update();
    }
  }

  /** A node ends; and those that have been dead for long are forgotten. */
  @Transactional
  void leave(String node) {
    jdbc.sql("delete from dispatcher_node where node_id = :node or seen_at < :old").param("node", node)
        .param("old", databaseTime().minusDays(1)).update();
  }

  /** One clock for all nodes, and one that nobody moves. */
  private OffsetDateTime databaseTime() {
    return jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
  }
}
