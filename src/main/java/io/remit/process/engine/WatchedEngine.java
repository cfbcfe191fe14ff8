package io.remit.process.engine;

import static io.remit.sql.Moments.utc;

import io.remit.monitoring.Reading;
import io.remit.monitoring.WatchedQuery;
import io.remit.process.decision.ReferenceCurrency;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators watch of the engine's tables. */
@Configuration(proxyBeanMethods = false)
class WatchedEngine {

  /** Open cases in a currency that the decision exchange-rates does not know: their amounts fit no row of a table. */
  @Bean
  WatchedQuery watchedCurrencies(JdbcClient jdbc, ReferenceCurrency referenceCurrency) {
    return new WatchedQuery("currencies", () -> jdbc.sql("""
        select currency, count(*) as cases from collection_case where status <> 'CLOSED' group by currency
        """).query((row, number) -> Map.entry(row.getString("currency"), row.getLong("cases"))).list().stream()
        .filter(each -> !referenceCurrency.knows(each.getKey()))
        .map(each -> Reading.of("remit.currencies.without.rate", each.getValue(), "currency", each.getKey())).toList());
  }

  @Bean
  WatchedQuery watchedTasks(JdbcClient jdbc, Clock clock) {
    return new WatchedQuery("tasks", () -> jdbc.sql("""
        select coalesce(i.group_id_, 'none') as team, coalesce(d.key_, 'none') as process, count(*) as tasks,
               sum(case when t.due_date_ < :now then 1 else 0 end) as overdue
          from act_ru_task t
          left join act_re_procdef d on d.id_ = t.proc_def_id_
          left join act_ru_identitylink i on i.task_id_ = t.id_ and i.type_ = 'candidate' and i.group_id_ is not null
         group by coalesce(i.group_id_, 'none'), coalesce(d.key_, 'none')
        """).param("now", utc(clock.instant())).query((row, number) -> {
          String[] tags = {"team", row.getString("team"), "process", row.getString("process")};
          return Stream.of(Reading.of("remit.tasks.open", row.getLong("tasks"), tags),
              Reading.of("remit.tasks.overdue", row.getLong("overdue"), tags));
        }).list().stream().flatMap(readings -> readings).toList());
  }

  /** Timers and jobs that could run and are due, and by how much the oldest is late. */
  @Bean
  WatchedQuery watchedJobs(JdbcClient jdbc, Clock clock) {
    return new WatchedQuery("jobs", () -> {
      Instant now = clock.instant();
      return jdbc.sql("""
          select k.kind, count(j.id_) as jobs, min(j.duedate_) as oldest
            from (values ('timer'), ('message')) as k(kind)
            left join act_ru_job j on j.type_ = k.kind and j.duedate_ <= :now and j.retries_ > 0
                                  and j.suspension_state_ = 1
           group by k.kind
          """).param("now", utc(now)).query((row, number) -> Stream.of(
              Reading.of("remit.jobs.due", row.getLong("jobs"), "kind", row.getString("kind")),
              Reading.of("remit.jobs.lateness.seconds", lateness(row.getTimestamp("oldest"), now), "kind",
                  row.getString("kind")))).list().stream().flatMap(readings -> readings).toList();
    });
  }

  private static long lateness(Timestamp oldest, Instant now) {
    return oldest == null ? 0 : Duration.between(oldest.toInstant(), now).toSeconds();
  }

  /** Jobs whose retries are used up. */
  @Bean
  WatchedQuery watchedFailedJobs(JdbcClient jdbc) {
    return new WatchedQuery("failed-jobs", () -> List.of(Reading.of("remit.jobs.failed",
        jdbc.sql("select count(*) from act_ru_job where retries_ = 0").query(Long.class).single())));
  }

  @Bean
  WatchedQuery watchedIncidents(JdbcClient jdbc) {
    return new WatchedQuery("incidents", () -> List.of(Reading.of("remit.incidents",
        jdbc.sql("select count(*) from act_ru_incident where id_ = root_cause_incident_id_").query(Long.class)
            .single())));
  }
}
