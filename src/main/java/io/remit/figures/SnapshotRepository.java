package io.remit.figures;

import static io.remit.sql.Moments.utc;

import io.remit.cases.Bucket;
import io.remit.ledger.AccountRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The daily snapshots. */
@Repository
class SnapshotRepository {

  private final JdbcClient jdbc;

  SnapshotRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last day that is finished. */
  Optional<LocalDate> lastFinished() {
    return jdbc.sql("""
        select business_day from snapshot_day where finished_at is not null order by business_day desc limit 1
        """).query(LocalDate.class).optional();
  }

  /** The first day that is begun and not finished; the days before it are finished. */
  Optional<LocalDate> firstUnfinished() {
    return jdbc.sql("select business_day from snapshot_day where finished_at is null order by business_day limit 1")
        .query(LocalDate.class).optional();
  }

  /** The first day that is finished. */
  Optional<LocalDate> firstFinished() {
    return jdbc.sql("select business_day from snapshot_day where finished_at is not null order by business_day limit 1")
        .query(LocalDate.class).optional();
  }

  /**
   * The values that a column of the accounts that entered has, in order.
   *
   * @param column of account_entry
   */
  List<String> entered(String column) {
    return jdbc.sql("select distinct %1$s from account_entry where %1$s is not null order by %1$s".formatted(column))
        .query(String.class).list();
  }

  boolean isFinished(LocalDate day) {
    return jdbc.sql("select count(*) from snapshot_day where business_day = :day and finished_at is not null")
        .param("day", day).query(Long.class).single() > 0;
  }

  /** Begins a day, unless it was begun before. */
  void begin(LocalDate day, Instant begins, Instant ends) {
    if (jdbc.sql("select count(*) from snapshot_day where business_day = :day").param("day", day)
        .query(Long.class).single() > 0) {
      return;
    }
    try {
      jdbc.sql("insert into snapshot_day (business_day, begins_at, ends_at) values (:day, :begins, :ends)")
          .param("day", day).param("begins", utc(begins))
          .param("ends", utc(ends)).update();
    } catch (DuplicateKeyException begunByAnotherNode) {
      // Then both work on it, batch by batch.
    }
  }

  /**
   * Copies the next cases of a day, all of them or none.
   *
   * @param limit how many cases at most
   * @return whether there may be more
   */
  @Transactional
  boolean copyNext(LocalDate day, int limit, Instant now) {
    Optional<String> copiedTo = jdbc.sql("""
        select coalesce(copied_to, '') from snapshot_day where business_day = :day and finished_at is null for update
        """).param("day", day).query(String.class).optional();
    if (copiedTo.isEmpty()) {
      return false;
    }
    String after = copiedTo.get();
    List<String> batch = jdbc.sql("""
        select case_number from collection_case where status <> 'CLOSED' and case_number > :after
         order by case_number limit :limit
        """).param("after", after).param("limit", limit).query(String.class).list();
    if (batch.isEmpty()) {
      jdbc.sql("update snapshot_day set finished_at = :now where business_day = :day")
          .param("now", utc(now)).param("day", day).update();
      return false;
    }
    String last = batch.get(batch.size() - 1);
    copy(day, after, last);
    rememberEntries(day, after, last);
    jdbc.sql("update snapshot_day set copied_to = :last where business_day = :day").param("last", last)
        .param("day", day).update();
    return true;
  }

  private void copy(LocalDate day, String after, String last) {
    JdbcClient.StatementSpec copy = jdbc.sql("""
        insert into account_day (business_day, case_number, account_number, stage, status, bucket, product, region,
          currency, overdue, outstanding, collector, partner)
        select cast(:day as date), c.case_number, a.account_number, c.stage, c.status, %s, a.product, d.region,
               a.currency, %s, a.outstanding_amount, c.collector, p.partner
          from collection_case c
          join account a on a.case_number = c.case_number and a.outstanding_amount > 0 and not a.withdrawn
          join debtor d on d.debtor_id = c.debtor_id
          left join (
            select case_number, max(partner_id) as partner from placement
             where placed_at is not null and ended_at is null and case_number > :after and case_number <= :last
             group by case_number) p on p.case_number = c.case_number
         where c.status <> 'CLOSED' and c.case_number > :after and c.case_number <= :last
        """.formatted(bucketOf("c.base_due_date"), AccountRepository.OVERDUE_ON_DAY)).param("day", day)
        .param("after", after).param("last", last);
    for (Bucket bucket : endingBuckets()) {
      copy = copy.param(parameterOf(bucket), day.minusDays(bucket.to()));
    }
    copy.update();
  }

  /** The case expression that gives the number of the bucket of a due date, on the days of {@link #parameterOf}. */
  private static String bucketOf(String dueDate) {
    return endingBuckets().stream()
        .map(bucket -> "when " + dueDate + " >= :" + parameterOf(bucket) + " then " + bucket.ordinal())
        .collect(Collectors.joining(" ", "case ", " else " + Bucket.M7_PLUS.ordinal() + " end"));
  }

  private static List<Bucket> endingBuckets() {
    return Arrays.stream(Bucket.values()).filter(bucket -> bucket != Bucket.M7_PLUS).toList();
  }

  /** The oldest due date that is still in the bucket. */
  private static String parameterOf(Bucket bucket) {
    return "oldestOf" + bucket.label();
  }

  private void rememberEntries(LocalDate day, String after, String last) {
    jdbc.sql("""
        insert into account_entry (case_number, account_number, business_day, bucket, product, region, currency,
          overdue, outstanding)
        select n.case_number, n.account_number, n.business_day, n.bucket, n.product, n.region, n.currency,
               n.overdue, n.outstanding
          from account_day n
         where n.business_day = :day and n.case_number > :after and n.case_number <= :last
           and not exists (select 1 from account_entry e
                            where e.case_number = n.case_number and e.account_number = n.account_number)
        """).param("day", day).param("after", after).param("last", last).update();
  }
}
