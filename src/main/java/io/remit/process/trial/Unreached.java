package io.remit.process.trial;

import static io.remit.sql.Moments.instant;

import io.remit.contact.conversation.RobotCallResult;
import io.remit.contact.conversation.RobotCalls;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who makes all calls and visits of a copy as soon as the gate allows them, and reaches nobody. A call that the gate
 * denies is tried again some hours later, as long as its task is open.
 */
@Component
@Profile("trial")
class Unreached {

  private static final Duration UNTIL_NEXT_TRY = Duration.ofHours(4);
  /** Who works what is nobody's. */
  private static final String WORKER = "trial1";
  private static final String COMPANION = "trial2";
  private static final List<String> GROUPS = List.of("collectors", "fieldAgents");

  private final TaskService tasks;
  private final FormService forms;
  private final CurrentUser user;
  private final RobotCalls robots;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<String, Instant> tried = new HashMap<>();

  Unreached(TaskService tasks, FormService forms, CurrentUser user, RobotCalls robots, JdbcClient jdbc, Clock clock) {
    this.tasks = tasks;
    this.forms = forms;
    this.user = user;
    this.robots = robots;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Comes to work in the copy. */
  void begin() {
    for (String worker : List.of(WORKER, COMPANION)) {
      jdbc.sql("insert into act_id_user (id_, rev_) values (:user, 1)").param("user", worker).update();
      GROUPS.forEach(group -> jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (:user, :group)")
          .param("user", worker).param("group", group).update());
    }
  }

  /** Does what there is to do now. */
  void work() {
    work(CaseModel.CALL_TASK, Map.of("outcome", "NOT_REACHED"));
    work(CaseModel.VISIT_TASK, Map.of("outcome", "NOBODY_MET", "identityShown", "YES", "entry", "STAYED_OUTSIDE",
        "othersTold", "NO", "secondAgent", COMPANION));
    robotsReachNobody();
  }

  private void work(String key, Map<String, Object> form) {
    Instant now = clock.instant();
    for (Task task : tasks.createTaskQuery().taskDefinitionKey(key).active().orderByTaskCreateTime().asc()
        .orderByTaskId().asc().list()) {
      @Nullable Instant last = tried.get(task.getId());
      if (last == null || !last.plus(UNTIL_NEXT_TRY).isAfter(now)) {
        tried.put(task.getId(), now);
        submit(task, form);
      }
    }
  }

  private void submit(Task task, Map<String, Object> form) {
    try {
      user.actingAs(task.getAssignee() == null ? WORKER : task.getAssignee(), () -> {
        forms.submitTaskForm(task.getId(), form);
        return true;
      });
      tried.remove(task.getId());
    } catch (RuntimeException denied) {
      // the gate's answer is in the contact ledger, and the task waits
      tried.put(task.getId(), clock.instant());
    }
  }

  private void robotsReachNobody() {
    jdbc.sql("""
        select gateway, gateway_reference, sent_at from contact_attempt
         where channel = 'ROBOT_CALL' and status = 'SENT' and gateway = :nobody order by attempt_id
        """).param("nobody", NobodyChannel.NAME)
        .query((row, number) -> new RobotCallResult(row.getString("gateway"), row.getString("gateway_reference"),
            RobotCallResult.AnsweredBy.NOBODY, RobotCallResult.Outcome.NONE, null, null, instant(row, "sent_at")))
        .list().forEach(robots::receive);
  }
}
