package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.process.task.TaskViews;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see and do in Tasklist is in the audit trail. */
@ProcessTest
class AuditedWorkTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private TaskViews views;

  @Test
  void whoOpensAFormAndCompletesItIsWrittenDown() {
    TestedCase opened = world.open(world.account(60));
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(trailOf(opened)).as("nobody has looked at it").isEmpty();

    openForm(opened);
    opened.submit(Worker.COLLECTOR, "NOT_REACHED");

    assertThat(trailOf(opened)).containsExactly("VIEW collector1 task_call_debtor",
        "OUTCOME collector1 task_call_debtor NOT_REACHED");
  }

  @Test
  void aFormThatIsRefusedIsNoOutcome() {
    TestedCase opened = world.open(world.account(60));
    world.moveTo("2007-09-03T09:00:00Z");

    assertThatThrownBy(() -> opened.submit(Worker.COLLECTOR, Map.of("outcome", "PROMISED", "promiseAmount", "a lot",
        "promiseDate", "2007-09-10"))).hasMessageContaining("promiseAmount");

    assertThat(trailOf(opened)).doesNotContain("OUTCOME collector1 task_call_debtor PROMISED");
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
  }

  private void openForm(TestedCase opened) {
    world.engine.getTaskService().setAssignee(opened.task().getId(), Worker.COLLECTOR.id());
    assertThat(views.of(opened.task().getId(), Worker.COLLECTOR.id()).orElseThrow())
        .containsKey("caseView");
  }

  private List<String> trailOf(TestedCase opened) {
    return world.database.sql("""
        select kind, user_id, detail from audit_entry where case_number = :case order by event_id
        """).param("case", opened.number())
        .query((row, number) -> row.getString("kind") + " " + row.getString("user_id") + " " + row.getString("detail"))
        .list();
  }
}
