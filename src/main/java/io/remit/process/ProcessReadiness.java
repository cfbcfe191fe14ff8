package io.remit.process;

import io.remit.cases.FollowUp.Why;
import io.remit.sql.Question;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells from the engine's tables whether the process of a case can be told something, before anybody tries. */
@Component
public class ProcessReadiness {

  private static final int ACTIVE = 1;

  private static final String NEWEST =
      "select suspension_state_ from act_re_procdef where key_ = :key order by version_ desc limit 1";

  private final JdbcClient jdbc;
  private final Question<String, List<Integer>> newest;

  ProcessReadiness(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.newest = Question.of(NEWEST, model ->
        List.copyOf(jdbc.sql(NEWEST).param("key", model).query(Integer.class).list()));
  }

  /** How the process of a case stands: whether it runs, listens, and has all that runs beside it active. */
  private record Standing(long running, long listening, long suspended) {

    Optional<Why> bar() {
      if (running == 0) {
        return Optional.of(Why.GONE);
      }
      if (suspended > 0) {
        return Optional.of(Why.SUSPENDED);
      }
      return listening == 0 ? Optional.of(Why.BUSY) : Optional.empty();
    }
  }

  public boolean canStart() {
    return newest.about(CaseModel.KEY).equals(List.of(ACTIVE));
  }

  /**
   * What keeps a case from hearing of a change; its suspended calls, promises, plans and holds do, too.
   *
   * @param processInstanceId of the case
   */
  public Optional<Why> barTo(String caseNumber, String processInstanceId) {
    return jdbc.sql("""
        select (select count(*) from act_ru_execution e where e.id_ = :process) as running,
               (select count(*) from act_ru_execution e join act_ru_event_subscr s on s.execution_id_ = e.id_
                 where e.proc_inst_id_ = :process and s.event_name_ = :changed) as listening,
               (select count(*) from act_ru_execution e where e.suspension_state_ = 2
                   and (e.business_key_ = :case or e.business_key_ like :beside)) as suspended
        """).param("process", processInstanceId).param("changed", CaseModel.CASE_CHANGED).param("case", caseNumber)
        .param("beside", caseNumber + "-%")
        .query((row, number) -> new Standing(row.getLong("running"), row.getLong("listening"),
            row.getLong("suspended"))).single().bar();
  }
}
