package io.remit.process.trial;

import static io.remit.sql.Moments.instant;

import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import io.remit.contact.conversation.RobotCallResult;
import io.remit.contact.conversation.RobotCalls;
import io.remit.gate.ContactLimits;
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
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who makes all calls and visits of a copy as soon as their hours and the gate allow them, and reaches nobody. A call
 * that the gate denies is tried again some hours later, as long as its task is open.
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
  private final CaseRepository cases;
  private final ContactLimits limits;
  private final Clock clock;
  /** When each task that waits is tried next. */
  private final Map<String, Instant> nextTries = new HashMap<>();

  Unreached(TaskService tasks, FormService forms, CurrentUser user, RobotCalls robots,
      CaseRepository cases, ContactLimits limits, JdbcClient jdbc, Clock clock) {
    this.tasks = tasks;
    this.cases = cases;
    this.limits = limits;
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
    work(CaseModel.CALL_TASK, Channel.CALL, Map.of("outcome", "NOT_REACHED"));
    work(CaseModel.VISIT_TASK, Channel.VISIT, Map.of("outcome", "NOBODY_MET", "identityShown", "YES", "entry",
        "STAYED_OUTSIDE", "othersTold", "NO", "secondAgent", COMPANION));
    robotsReachNobody();
  }

  private void work(String key, Channel channel, Map<String, Object> form) {
    Instant now = clock.instant();
    for (Task task : tasks.createTaskQuery().taskDefinitionKey(key).active().orderByTaskCreateTime().asc()
        .orderByTaskId().asc().list()) {
      if (!nextTries.computeIfAbsent(task.getId(), id -> inHours(task, channel, now)).isAfter(now)) {
        submit(task, channel, form);
      }
    }
  }

  /** Nobody calls at night only to be denied. */
  private Instant inHours(Task task, Channel channel, Instant from) {
    String businessKey = jdbc.sql("select business_key_ from act_ru_execution where id_ = :process")
        .param("process", task.getProcessInstanceId()).query(String.class).single();
    String debtorId = cases.get(MatterKey.caseNumberIn(businessKey)).debtorId();
    return limits.windowOf(debtorId, channel).next(from).orElse(from.plus(UNTIL_NEXT_TRY));
  }

  private void submit(Task task, Channel channel, Map<String, Object> form) {
    try {
      user.actingAs(task.getAssignee() == null ? WORKER : task.getAssignee(), () -> {
        forms.submitTaskForm(task.getId(), form);
        return true;
      });
      nextTries.remove(task.getId());
    } catch (RuntimeException denied) {
      // the gate's answer is in the contact ledger, and the task waits
      nextTries.put(task.getId(), inHours(task, channel, clock.instant().plus(UNTIL_NEXT_TRY)));
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
