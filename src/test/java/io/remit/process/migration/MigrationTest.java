package io.remit.process.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.release.migration.MigrationDesk;
import io.remit.release.migration.WaitingRoom;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who follows a model to its newest version by itself, who when asked, who stays and why. */
@ProcessTest
class MigrationTest {

  private static final AtomicInteger ROOMS = new AtomicInteger('a');
  private static final String WAIT = "<bpmn:receiveTask id=\"wait_here\" name=\"Wait here\" />";
  private static final String ELSEWHERE = "<bpmn:receiveTask id=\"wait_there\" name=\"Wait there\" />";
  private static final String TASK = "<bpmn:userTask id=\"wait_here\" name=\"Wait here\" />";
  private static final String HEAR = "<bpmn:receiveTask id=\"wait_here\" name=\"Wait here\" messageRef=\"%s\" />";
  private static final String HEARS =
      "<bpmn:receiveTask id=\"wait_here\" name=\"Wait here\" messageRef=\"message_come_in\" />";
  private static final String RENAMED = """
      {"from": ["1.0.x"], "elements": {"wait_here": "wait_there"}, "comment": "the other corner"}""";

  @Autowired
  private CaseWorld world;
  @Autowired
  private ApplicationContext application;

  private MigrationDesk desk;
  private WaitingRoom room;
  private String key;

  @BeforeEach
  void openARoom() {
    desk = new MigrationDesk(application);
    key = "waiting-" + (char) ROOMS.getAndIncrement();
    room = new WaitingRoom(world.engine, key);
  }

  @AfterEach
  void closeIt() {
    room.close();
    world.database.sql("delete from model_migration_item").update();
    world.database.sql("delete from model_migration").update();
  }

  @ParameterizedTest
  @CsvSource({"1.0.0, 1.0.1", "1.0.1, 1.0.0", "1.0.0, 1.0.0"})
  void aPatchMovesCasesByItselfInBothDirections(String from, String to) {
    TestedCase about = world.open(world.account(10));
    room.deploy(from, WAIT);
    String inside = room.enter(about.number());
    room.deploy(to, WAIT, ELSEWHERE);

    desk.deployed(room.alone());
    desk.work();
    desk.deployed(room.alone());
    desk.work();

    assertThat(room.placeOf(inside)).isEqualTo(to + " wait_here");
    assertThat(about.timeline("MIGRATED"))
        .containsExactly("Moved to version " + to + " of the model " + key + ": from version " + from);
    assertThat(world.timeline.of(about.number())).filteredOn(event -> event.type().equals("MIGRATED"))
        .extracting(event -> event.actor()).containsExactly("remit");
    world.engine.getRuntimeService().signal(world.engine.getRuntimeService().createExecutionQuery()
        .processInstanceId(inside).activityId("wait_here").singleResult().getId());
    assertThat(room.placeOf(inside)).as("by the new drawing").isEqualTo(to + " wait_there");
  }

  @Test
  void whoBeganWithThePatchedVersionWhenTheNextWasThereFollowsByItselfAndOnce() {
    room.deploy("1.0.0", WAIT);
    String suspended = room.enter("C1");
    world.engine.getRuntimeService().suspendProcessInstanceById(suspended);
    room.deploy("1.0.1", WAIT, ELSEWHERE);
    desk.deployed(room.alone());
    desk.work();
    long first = desk.newest();

    desk.followLate();
    desk.work();
    assertThat(desk.newest()).as("who stayed is not asked about again and again").isEqualTo(first);

    String late = room.enterOlder("1.0.0", "C2");
    desk.followLate();
    desk.followLate();
    desk.work();

    assertThat(room.placeOf(late)).isEqualTo("1.0.1 wait_here");
    assertThat(desk.report(desk.newest())).containsExactlyInAnyOrder("C1 STAYED SUSPENDED null", "C2 MOVED wait_here");
    desk.followLate();
    assertThat(desk.newest()).isEqualTo(first + 1);
  }

  @Test
  void aPatchThatChangesAnIdMovesNobodyByItself() {
    room.deploy("1.0.0", WAIT);
    String inside = room.enter("C1");
    room.deploy("1.0.1", ELSEWHERE);

    desk.deployed(room.alone());
    desk.work();

    assertThat(room.placeOf(inside)).isEqualTo("1.0.0 wait_here");
    assertThat(desk.preview(key)).containsExactly(key + " 1.0.0 -> 1.0.1 MINOR: 1 open, 0 move");
    assertThatThrownBy(() -> desk.start(key, "1.0.0", "owner1"))
        .hasMessage("from: there are no instructions for this version beside the model");
  }

  @Test
  void aMinorVersionMovesCasesWhenSomebodyStartsItByItsInstructions() {
    TestedCase about = world.open(world.account(10));
    room.deploy("1.0.0", WAIT);
    String inside = room.enter(about.number());
    room.deploy("1.1.0", ELSEWHERE);
    desk.deployed(room.with(RENAMED));
    desk.work();
    assertThat(room.placeOf(inside)).isEqualTo("1.0.0 wait_here");
    assertThat(desk.places(key)).containsExactly("wait_here 'Wait here': 1, to wait_there");

    long migration = desk.start(key, "1.0.0", "owner1").get(0);
    assertThatThrownBy(() -> desk.start(key, null, "owner1"))
        .hasMessage("the open cases of this version are being moved already");
    desk.work();

    assertThat(room.placeOf(inside)).isEqualTo("1.1.0 wait_there");
    assertThat(desk.progress(migration)).isEqualTo("1 moved, 0 stayed, 0 ended, 0 left");
    assertThat(desk.report(migration)).containsExactly(about.number() + " MOVED wait_here");
    assertThat(world.timeline.of(about.number())).filteredOn(event -> event.type().equals("MIGRATED"))
        .extracting(event -> event.actor()).containsExactly("owner1");
    assertThatThrownBy(() -> desk.start(key, null, "owner1"))
        .hasMessage("from: no open case is on such an older version");
  }

  @Test
  void afterARollBackCasesGoTheSameWayBack() {
    room.deploy("1.0.0", WAIT);
    String early = room.enter("C1");
    room.deploy("1.1.0", ELSEWHERE);
    desk.deployed(room.with(RENAMED));
    desk.start(key, "1.0.0", "owner1");
    desk.work();
    String late = room.enter("C2");
    room.deploy("1.0.0", WAIT);
    desk.deployed(room.alone());

    assertThat(desk.preview(key)).containsExactly(key + " 1.1.0 -> 1.0.0 MINOR: 2 open, 2 move");
    desk.start(key, "1.1.0", "owner1");
    desk.work();

    assertThat(List.of(early, late)).extracting(room::placeOf).containsOnly("1.0.0 wait_here");
  }

  @Test
  void aMajorVersionMovesNobody() {
    room.deploy("1.0.0", WAIT);
    String inside = room.enter("C1");
    room.deploy("2.0.0", WAIT);

    desk.deployed(room.alone());
    desk.work();

    assertThat(room.placeOf(inside)).isEqualTo("1.0.0 wait_here");
    assertThat(desk.preview(key)).containsExactly(key + " 1.0.0 -> 2.0.0 MAJOR: 1 open, 0 move");
    assertThatThrownBy(() -> desk.start(key, null, "owner1"))
        .hasMessage("from: the first number of the version is another: they end on the old drawing");
  }

  @Test
  void whoCannotMoveStaysWithTheReasonAndTheRestGoesOn() {
    room.deploy("1.0.0", WAIT, ELSEWHERE);
    String suspended = room.enter("C1");
    String ended = room.enter("C2");
    String moved = room.enter("C3");
    String gone = room.enter("C4");
    String busy = room.enter("C5");
    world.engine.getRuntimeService().suspendProcessInstanceById(suspended);
    world.engine.getRuntimeService().signal(gone);
    room.deploy("1.1.0", WAIT);
    desk.deployed(room.with("{\"from\": [\"1.0.x\"]}"));
    assertThat(desk.places(key)).containsExactly("wait_here 'Wait here': 4, to wait_here",
        "wait_there 'Wait there': 1, NO_COUNTERPART");
    assertThat(desk.preview(key)).containsExactly(key + " 1.0.0 -> 1.1.0 MINOR: 5 open, 3 move");
    long migration = desk.start(key, "1.0.0", "owner1").get(0);
    world.engine.getRuntimeService().deleteProcessInstance(ended, "a test");
    lock(busy);
    desk.work();
    assertThat(desk.progress(migration)).isEqualTo("1 moved, 2 stayed, 1 ended, 1 left");
    assertThat(desk.isFinished(migration)).isFalse();

    world.database.sql("delete from act_ru_job where id_ = 'a-job-of-a-test'").update();
    world.moveTo(world.now().plusSeconds(60));
    desk.work();

    assertThat(desk.isFinished(migration)).isTrue();
    assertThat(desk.report(migration)).containsExactly("C1 STAYED SUSPENDED null", "C2 ENDED null",
        "C3 MOVED wait_here", "C4 STAYED NO_COUNTERPART wait_there", "C5 MOVED wait_here");
    assertThat(List.of(moved, busy)).extracting(room::placeOf).containsOnly("1.1.0 wait_here");
    assertThat(room.placeOf(gone)).isEqualTo("1.0.0 wait_there");
  }

  /** As a node does that works on a job of the process. */
  private void lock(String process) {
    world.database.sql("""
        insert into act_ru_job (id_, rev_, type_, lock_exp_time_, lock_owner_, process_instance_id_, retries_,
            suspension_state_)
          values ('a-job-of-a-test', 1, 'message', :until, 'node', :process, 3, 1)
        """).param("until", Timestamp.from(world.now().plusSeconds(300))).param("process", process).update();
  }

  @ParameterizedTest
  @ValueSource(strings = {TASK, HEARS})
  void anElementOfAnotherKindIsNoCounterpart(String other) {
    room.deploy("1.0.0", WAIT);
    room.enter("C1");
    room.deploy("1.1.0", other);
    desk.deployed(room.with("{\"from\": [\"1.x\"]}"));

    assertThat(desk.places(key)).containsExactly("wait_here 'Wait here': 1, OTHER_KIND");
  }

  @Test
  void aCaseIsLedIntoNoSubProcessThatItNeverEntered() {
    room.deploy("1.0.0", WAIT);
    room.enter("C1");
    room.deploy("1.1.0", "<bpmn:subProcess id=\"around\"><bpmn:startEvent id=\"around_begins\" />" + WAIT
        + "<bpmn:endEvent id=\"around_ends\" /><bpmn:sequenceFlow id=\"flow_in\" sourceRef=\"around_begins\""
        + " targetRef=\"wait_here\" /><bpmn:sequenceFlow id=\"flow_out\" sourceRef=\"wait_here\""
        + " targetRef=\"around_ends\" /></bpmn:subProcess>");
    desk.deployed(room.with("{\"from\": [\"1.x\"]}"));

    assertThat(desk.places(key)).containsExactly("wait_here 'Wait here': 1, OTHER_PLACE");
  }

  @Test
  void aMessageOfAnotherNameIsHeardAfterTheMove() {
    room.deploy("1.0.0", HEAR.formatted("message_come_in"));
    String inside = room.enter("C1");
    room.deploy("1.1.0", HEAR.formatted("message_come_again"));
    desk.deployed(room.with("{\"from\": [\"1.x\"]}"));
    desk.start(key, null, "owner1");
    desk.work();

    world.engine.getRuntimeService().createMessageCorrelation("come-again").processInstanceId(inside).correlate();

    assertThat(world.engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(inside).list())
        .isEmpty();
  }

  @Test
  void whatANewerDeploymentOvertakesEndsAndIsStartedAnew() {
    room.deploy("1.0.0", WAIT);
    String inside = room.enter("C1");
    room.deploy("1.1.0", WAIT);
    desk.deployed(room.with("{\"from\": [\"1.x\"]}"));
    long migration = desk.start(key, null, "owner1").get(0);
    room.deploy("1.2.0", WAIT);

    desk.work();

    assertThat(desk.report(migration)).containsExactly("C1 STAYED OVERTAKEN null");
    desk.deployed(room.with("{\"from\": [\"1.x\"]}"));
    desk.start(key, null, "owner1");
    desk.work();
    assertThat(room.placeOf(inside)).isEqualTo("1.2.0 wait_here");
  }
}
