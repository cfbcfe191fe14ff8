package io.remit.cases;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Looks for open cases that nothing and nobody will ever take up: each has to have a date on which it goes on, or a
 * task that somebody sees.
 */
@Repository
public class WaitingCheck {

  /** What is due for so long is not done any more. */
  private static final Duration OVERDUE = Duration.ofDays(1);
  /** Later dates stand for none. */
  private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final ObjectProvider<CommonWait> commonWaits;
  private final BusinessCalendar calendar;

  WaitingCheck(JdbcClient jdbc, ObjectProvider<CommonWait> commonWaits, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.commonWaits = commonWaits;
    this.calendar = calendar;
  }

  /** Why a case would wait for ever. */
  public enum Why {
    /** Somebody deleted its process. */
    NO_PROCESS,
    /** It is suspended, and so are its tasks. */
    SUSPENDED,
    /** A step failed so often that it is not tried any more, or what was due is not done. */
    STOPPED,
    /** It has tasks, but they are offered to nobody, or are somebody's who is no user. */
    TASK_OF_NOBODY,
    /** It waits for nothing that has a date. */
    NO_DATE
  }

  /** One of them. */
  public record Broken(String caseNumber, String debtorId, String stage, Why why) {
  }

  private record Open(String caseNumber, String debtorId, String stage, boolean hasProcess) {
  }

  /** The cases that break the rule, by their numbers; none if all is well. */
  public List<Broken> broken() {
    Instant overdue = calendar.now().minus(OVERDUE);
    Set<String> alive = new HashSet<>(casesIn("""
        select p.business_key_
          from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
         where j.retries_ > 0 and j.suspension_state_ = 1 and j.duedate_ >= :overdue and j.duedate_ < :never
        """, Map.of("overdue", overdue, "never", NEVER)));
    alive.addAll(casesIn("""
        select p.business_key_
          from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
         where t.suspension_state_ = 1
           and (exists (select 1 from act_id_user u where u.id_ = t.assignee_)
             or t.assignee_ is null and exists (select 1 from act_ru_identitylink l
                  join act_id_membership m on m.group_id_ = l.group_id_ where l.task_id_ = t.id_))
        """, Map.of()));
    commonWaits.forEach(wait -> wait.waiting().forEach((process, waiting) -> {
      if (alive.contains(process)) {
        alive.addAll(waiting);
      }
    }));
    List<Open> dead = jdbc.sql("""
        select c.case_number, c.debtor_id, c.stage, e.id_ as process
          from collection_case c left join act_ru_execution e on e.id_ = c.process_instance_id
         where c.status <> 'CLOSED' order by c.case_number
        """).query((row, number) -> new Open(row.getString("case_number"), row.getString("debtor_id"),
            row.getString("stage"), row.getString("process") != null)).list().stream()
        .filter(open -> !open.hasProcess() || !alive.contains(open.caseNumber())).toList();
    if (dead.isEmpty()) {
      return List.of();
    }
    Map<Why, Set<String>> reasons = new HashMap<>();
    reasons.put(Why.SUSPENDED, casesIn(
        "select business_key_ from act_ru_execution where parent_id_ is null and suspension_state_ = 2",
        Map.of()));
    reasons.put(Why.TASK_OF_NOBODY, casesIn("""
        select p.business_key_
          from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
        """, Map.of()));
    reasons.put(Why.STOPPED, casesIn("""
        select p.business_key_
          from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
         where j.retries_ = 0 or j.duedate_ < :overdue
        """, Map.of("overdue", overdue)));
    return dead.stream().map(open -> new Broken(open.caseNumber(), open.debtorId(), open.stage(), why(open, reasons)))
        .toList();
  }

  private static Why why(Open open, Map<Why, Set<String>> reasons) {
    if (!open.hasProcess()) {
      return Why.NO_PROCESS;
    }
    return List.of(Why.SUSPENDED, Why.STOPPED, Why.TASK_OF_NOBODY).stream()
        .filter(why -> reasons.getOrDefault(why, Set.of()).contains(open.caseNumber())).findFirst().orElse(Why.NO_DATE);
  }

  /** The cases that processes of theirs, or beside theirs, are about; of a process about no case its own key. */
  private Set<String> casesIn(String question, Map<String, Instant> moments) {
    StatementSpec asked = jdbc.sql(question);
    for (Map.Entry<String, Instant> moment : moments.entrySet()) {
      // The engine keeps its times without a zone.
      asked = asked.param(moment.getKey(), Timestamp.from(moment.getValue()));
    }
    return asked.query(String.class).list().stream().filter(Objects::nonNull).map(MatterKey::caseNumberIn)
        .collect(Collectors.toSet());
  }
}
