package io.remit.monitoring;

import static io.remit.sql.Moments.utc;

import io.remit.audit.seal.TrailWatch;
import io.remit.cases.WaitingCheck;
import io.remit.cases.WaitingCheck.Broken;
import io.remit.cases.WaitingCheck.Why;
import io.remit.ledger.WaitingOrderRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators watch of Remit's own tables. */
@Configuration(proxyBeanMethods = false)
class WatchedCapabilities {

  private static final Duration RECENT = Duration.ofHours(24);

  @Bean
  WatchedQuery watchedCases(JdbcClient jdbc) {
    return new WatchedQuery("cases", () -> jdbc.sql("""
        select stage, status, count(*) as cases from collection_case where status <> 'CLOSED' group by stage, status
        """).query((row, number) -> Reading.of("remit.cases", row.getLong("cases"), "stage", row.getString("stage"),
            "status", row.getString("status"))).list());
  }

  /** Those of the last 24 hours. */
  @Bean
  WatchedQuery watchedContacts(JdbcClient jdbc, Clock clock) {
    return new WatchedQuery("contacts", () -> jdbc.sql("""
        select channel, status, count(*) as attempts from contact_attempt where planned_at >= :since
         group by channel, status
        """).param("since", utc(clock.instant().minus(RECENT)))
        .query((row, number) -> Reading.of("remit.contacts", row.getLong("attempts"), "channel",
            row.getString("channel"), "status", row.getString("status"))).list());
  }

  /** However old they are: who waits for a sender, is with one, or cannot be told whether it was sent. */
  @Bean
  WatchedQuery watchedUnfinishedContacts(JdbcClient jdbc) {
    return new WatchedQuery("contacts-unfinished", () -> jdbc.sql("""
        select s.status, (select count(*) from contact_attempt t where t.status = s.status) as attempts
          from (values ('PLANNED'), ('CLAIMED'), ('UNKNOWN')) as s(status)
        """).query((row, number) -> Reading.of("remit.contacts.unfinished", row.getLong("attempts"), "status",
            row.getString("status"))).list());
  }

  /** Cases that are behind what was booked on their accounts, by what keeps them from following. */
  @Bean
  WatchedQuery watchedFollowUps(JdbcClient jdbc) {
    return new WatchedQuery("follow-ups", () -> jdbc.sql("""
        select w.why, (select count(*) from case_follow_up f where f.why = w.why) as waiting
          from (values ('SUSPENDED'), ('GONE'), ('BUSY'), ('NO_START'), ('FAILED')) as w(why)
        """).query((row, number) -> Reading.of("remit.follow.ups", row.getLong("waiting"), "why",
            row.getString("why"))).list());
  }

  /** Open cases that would wait for ever, by why, and those whose debtor can be reached in no way. */
  @Bean
  WatchedQuery watchedWaiting(WaitingCheck check, JdbcClient jdbc) {
    return new WatchedQuery("waiting-cases", () -> {
      Map<Why, Long> broken = check.broken().stream()
          .collect(Collectors.groupingBy(Broken::why, Collectors.counting()));
      long unreachable = jdbc.sql("""
          select count(*) from unreachable_case u join collection_case c on c.case_number = u.case_number
           where c.status <> 'CLOSED'
          """).query(Long.class).single();
      return Stream.concat(Arrays.stream(Why.values()).map(why -> Reading.of("remit.cases.without.next",
              broken.getOrDefault(why, 0L), "why", why.name())),
          Stream.of(Reading.of("remit.cases.unreachable", unreachable))).toList();
    });
  }

  /**
   * Cases that the proof found not to be as they should be, by whether an operator has the task or left them so; and
   * how many cases the last nightly check saw.
   */
  @Bean
  WatchedQuery watchedProofs(JdbcClient jdbc) {
    return new WatchedQuery("case-proofs", () -> Stream.concat(jdbc.sql("""
        select s.status, (select count(*) from case_proof p where p.status = s.status) as cases
          from (values ('OPEN'), ('LEFT')) as s(status)
        """).query((row, number) -> Reading.of("remit.cases.not.right", row.getLong("cases"), "status",
            row.getString("status"))).list().stream(),
        Stream.of(Reading.of("remit.cases.proven", jdbc.sql("""
            select cases from proof_run where finished_at is not null order by business_date desc limit 1
            """).query(Long.class).optional().orElse(0L)))).toList());
  }

  /** Orders of payments files that do not count yet. */
  @Bean
  WatchedQuery watchedOrders(WaitingOrderRepository orders) {
    return new WatchedQuery("orders", () -> List.of(Reading.of("remit.orders.waiting", orders.count())));
  }

  /** Whether the trail is as it was sealed, and how much of it waits for its seal. */
  @Bean
  WatchedQuery watchedTrail(TrailWatch trail) {
    return new WatchedQuery("trail", () -> List.of(Reading.of("remit.trail.findings", trail.findings()),
        Reading.of("remit.trail.unsealed.rows", trail.unsealedRows())));
  }

  /** Since Remit began. */
  @Bean
  WatchedQuery watchedIntake(JdbcClient jdbc) {
    return new WatchedQuery("intake", () -> jdbc.sql("""
        select kind, status, count(*) as files, sum(row_count) as all_rows, sum(rejected_count) as rejected,
               sum(cast(extract(epoch from (coalesce(finished_at, started_at) - started_at)) as numeric(19, 3)))
                 as seconds
          from intake_file group by kind, status
        """).query((row, number) -> {
          String[] tags = {"kind", row.getString("kind"), "status", row.getString("status")};
          return Stream.of(Reading.of("remit.intake.files", row.getLong("files"), tags),
              Reading.of("remit.intake.rows", row.getLong("all_rows"), tags),
              Reading.of("remit.intake.rejected", row.getLong("rejected"), tags),
              Reading.of("remit.intake.seconds", row.getBigDecimal("seconds"), tags));
        }).list().stream().flatMap(readings -> readings).toList());
  }
}
