package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.cases.Timeline.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happened in a case is kept under names that stay, and read whatever the name. */
@ProcessTest
class TimelineTest {

  @Autowired
  private CaseWorld world;

  @Test
  void anEntryOfAKindThatIsWrittenNoMoreIsStillRead() {
    TestedCase opened = world.open(world.account(5));
    world.database.sql("update case_event set type = 'TREATMENT' where case_number = :case and type = 'OPENED'")
        .param("case", opened.number()).update();

    assertThat(opened.timeline("TREATMENT")).containsExactly("Case opened");
  }

  @Test
  void aCallIsToldBeforeWhatCameOfIt() {
    TestedCase opened = world.open(world.account(30));
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submitPromise(Worker.COLLECTOR, "120.00", "2007-09-10");

    assertThat(world.timeline.of(opened.number())).extracting(Event::type)
        .containsSubsequence("CONVERSATION", "PROMISE")
        .doesNotContainSequence("PROMISE", "CONVERSATION");
  }

  @Test
  void eachKindOfEntryIsStoredAndToldByItsName() {
    TestedCase opened = world.open(world.account(5));
    List<Event> before = world.timeline.of(opened.number());

    for (EntryKind kind : EntryKind.values()) {
      world.timeline.add(opened.number(), kind, Channel.SMS, Timeline.SYSTEM, "Something happened", null);
    }

    assertThat(world.timeline.of(opened.number()).stream().skip(before.size()).map(Event::type))
        .containsExactly("OPENED", "RETURNED", "STAGE", "REAGED", "MOVED", "MIGRATED", "ACCOUNT", "CLOSED", "WITHDRAWN",
            "DIVIDED", "TASK", "BATCH", "APPROVAL", "FOLLOW_UP", "ALLOWED", "DENIED", "CONTACT", "FAILED", "UNKNOWN",
            "SETTLED", "TURN", "CONVERSATION", "INCOMING", "ANSWER", "NUMBER", "ADDRESS", "SAFETY", "HOURS",
            "OPT_OUT", "SEARCH",
            "PERSON",
            "PROMISE", "PLAN", "OFFER", "DISPUTE", "HOLD", "RELIEF", "EVIDENCE", "COMPLAINT", "PLACEMENT", "COURT",
            "LIMITATION", "PAYMENT", "PAYMENT_SEARCH", "BOOKED", "BOOKS");
  }
}
