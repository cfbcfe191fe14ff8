package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.Person;
import io.remit.hold.Hold;
import io.remit.node.DailyWork;
import io.remit.node.DailyWork.Work;
import io.remit.visit.day.FieldAgent;
import io.remit.visit.day.FieldAgentRegister;
import io.remit.visit.day.VisitDay;
import io.remit.visit.day.VisitDays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A field agent has a list of the day: near by, in a short order, in the hours in which each debtor may be visited. */
@ProcessTest
class VisitDayTest {

  private static final String FIELD1 = Worker.FIELD_AGENT.id();
  private static final String FIELD2 = Worker.OTHER_FIELD_AGENT.id();

  @Autowired
  private CaseWorld world;
  @Autowired
  private VisitDays days;
  @Autowired
  private FieldAgentRegister register;
  @Autowired
  private ContactsByPeople people;
  @Autowired
  private BusinessCalendar calendar;
  @Autowired
  private DailyWork daily;

  /** Nobody was entered at night, so no list is made when the clock first moves. */
  @BeforeEach
  void theNightIsOver() {
    daily.once(Work.VISITS, calendar.today(), last -> { });
  }

  @AfterEach
  void nobodyIsEntered() {
    world.database.sql("delete from visit_day_stop").update();
    world.database.sql("delete from visit_day").update();
    world.database.sql("delete from field_agent").update();
  }

  private FieldAgent agent(String userId, double latitude, double longitude, int most) {
    return register.save(userId, new FieldAgentRegister.Entered(latitude, longitude, most, "08:00", "18:00", "UTC",
        null, null), "supervisor1");
  }

  private ArrearsRow at(String latitude, String longitude) {
    return world.account(90).with("owns_property", "true").with("latitude", latitude).with("longitude", longitude);
  }

  /** Along one street to the east, opened in another order. */
  private List<TestedCase> street(int count) {
    List<TestedCase> street = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      street.add(null);
    }
    for (int i = count - 1; i >= 0; i--) {
      street.set(i, world.open(at("10.0000", "20.0" + (i + 1) + "00")));
    }
    world.moveTo("2007-09-03T09:00:00Z");
    return street;
  }

  private static List<String> numbers(VisitDay list) {
    return list.stops().stream().map(VisitDay.Stop::caseNumber).toList();
  }

  private VisitDay list(String agent) {
    return days.find(agent, calendar.today()).orElseThrow();
  }

  @Test
  void theNightMakesAListOfTheNearestAndGivesItsVisitsInTheOrderOfTheTour() {
    agent(FIELD1, 10, 20, 3);
    List<TestedCase> street = street(4);
    TestedCase farAway = world.open(at("40.0", "20.0"));
    world.moveTo("2007-09-03T09:30:00Z");

    days.makeAll(calendar.today());
    VisitDay list = list(FIELD1);

    assertThat(list.stops()).hasSize(3).extracting(VisitDay.Stop::arrival).isSorted();
    assertThat(list.kilometres()).isBetween(6.0, 10.0);
    List<Task> tasks = list.stops().stream().map(stop -> new TestedCase(world, stop.caseNumber()).task()).toList();
    assertThat(tasks).extracting(Task::getAssignee).containsOnly(FIELD1);
    assertThat(tasks).extracting(Task::getPriority).containsExactly(99, 98, 97);
    assertThat(tasks.get(0).getFollowUpDate()).isEqualTo(list.stops().get(0).arrival());
    assertThat(farAway.task().getAssignee()).isNull();
    assertThat(street).filteredOn(its -> its.task().getAssignee() == null).as("one too many").hasSize(1);
    days.makeAll(calendar.today());
    assertThat(list(FIELD1).visitDayId()).as("made once").isEqualTo(list.visitDayId());
  }

  @Test
  void eachIsVisitedInTheHoursOfTheGateAndTheGateIsAskedThere() {
    agent(FIELD1, 10, 20, 5);
    TestedCase late = world.open(at("10.001", "20.001"));
    world.database.sql("""
        insert into agreed_hours (debtor_id, from_time, to_time, agreed_at, recorded_by)
        values (:d, :f, :t, current_timestamp, 'test')
        """)
        .param("d", late.facts().debtorId()).param("f", java.time.LocalTime.of(15, 0))
        .param("t", java.time.LocalTime.of(17, 0)).update();
    world.moveTo("2007-09-03T15:00:00Z");
    assertThat(late.openTask()).startsWith("task_visit_debtor");
    world.moveTo("2007-09-04T00:30:00Z");

    days.make(FIELD1, calendar.today(), "remit");

    assertThat(list(FIELD1).stops()).singleElement().satisfies(stop -> {
      assertThat(stop.from()).isEqualTo(Instant.parse("2007-09-04T15:00:00Z"));
      assertThat(stop.arrival()).isBetween(stop.from(), Instant.parse("2007-09-04T16:40:00Z"));
    });
    assertThat(people.open(late.number(), Channel.VISIT, Person.DEBTOR, FIELD1).decision().rule())
        .as("a list is no leave").isIn("hours-that-suit", "contact-hours");
  }

  @Test
  void whatIsTakenBackIsOffTheListAndTheRestStays() {
    agent(FIELD1, 10, 20, 5);
    List<TestedCase> street = street(2);
    days.makeAll(calendar.today());

    street.get(0).hold(Hold.Reason.CREDITOR_REQUEST, "2007-10-01");
    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(numbers(list(FIELD1))).hasSize(2);
    assertThat(street.get(1).task().getAssignee()).isEqualTo(FIELD1);
    days.make(FIELD1, calendar.today(), FIELD1);
    assertThat(numbers(list(FIELD1))).containsExactly(street.get(1).number());
  }

  @Test
  void anotherAgentTakesAListOver() {
    agent(FIELD1, 10, 20, 5);
    agent(FIELD2, 10.1, 20, 5);
    List<TestedCase> street = street(2);
    days.makeAll(calendar.today());
    assertThat(numbers(list(FIELD1))).hasSize(2);
    assertThat(list(FIELD2).stops()).isEmpty();
    street.get(0).submit(Worker.FIELD_AGENT, "NOBODY_MET");

    assertThat(days.handOver(FIELD1, calendar.today(), FIELD2, "supervisor1")).isPresent();

    assertThat(days.find(FIELD1, calendar.today())).isEmpty();
    assertThat(numbers(list(FIELD2))).containsExactly(street.get(1).number());
    assertThat(street.get(1).task().getAssignee()).isEqualTo(FIELD2);
    assertThat(days.handOver(FIELD1, calendar.today(), FIELD2, "supervisor1")).as("nothing is left").isEmpty();
    street.get(1).submit(Worker.OTHER_FIELD_AGENT, "REFUSED");
  }

  @Test
  void theListOfWhoIsAbsentIsTakenBackAndGoesToWhoIsNextNearest() {
    agent(FIELD1, 10, 20, 5);
    List<TestedCase> street = street(2);
    days.makeAll(calendar.today());

    days.absent(register.save(FIELD1, new FieldAgentRegister.Entered(10.0, 20.0, 5, "08:00", "18:00", "UTC",
        "2007-09-03", "2007-09-05"), "supervisor1"));

    assertThat(days.find(FIELD1, calendar.today())).isEmpty();
    assertThat(street).allSatisfy(its -> {
      assertThat(its.task().getAssignee()).isNull();
      assertThat(its.task().getPriority()).isEqualTo(50);
    });
    assertThat(days.make(FIELD1, calendar.today(), "supervisor1")).isEmpty();
    agent(FIELD2, 10.1, 20, 5);
    days.makeAll(calendar.today());
    assertThat(numbers(list(FIELD2))).hasSize(2);
  }

  @Test
  void onTheNextDayTheListIsMadeAnewOfWhatIsLeft() {
    agent(FIELD1, 10, 20, 1);
    List<TestedCase> street = street(2);
    days.makeAll(calendar.today());
    String first = numbers(list(FIELD1)).get(0);
    new TestedCase(world, first).submit(Worker.FIELD_AGENT, "NOBODY_MET");
    world.moveTo("2007-09-04T05:00:00Z");

    days.makeAll(calendar.today());

    assertThat(numbers(list(FIELD1))).hasSize(1).doesNotContain(first);
    assertThat(street).extracting(TestedCase::number).containsAll(numbers(list(FIELD1)));
  }

  @Test
  void anAgentOfWhomNobodyEnteredAPlaceStartsWhereMostVisitsAre() {
    List<TestedCase> street = street(3);

    VisitDay list = days.make(FIELD1, calendar.today(), FIELD1).orElseThrow();

    assertThat(numbers(list)).containsExactlyInAnyOrderElementsOf(street.stream().map(TestedCase::number).toList());
    assertThat(street.get(0).task().getAssignee()).as("a list is no claim that runs out").isEqualTo(FIELD1);
    assertThat(world.engine.getTaskService().getVariableLocal(street.get(0).task().getId(), "claimedAt")).isNull();
  }

  @Test
  void aCityIsFoundWithoutAskingAnybodyAndWhatIsNowhereIsCounted() {
    agent(FIELD1, 51.5, -0.12, 5);
    TestedCase london = world.open(world.account(90).with("owns_property", "true").with("country", "GB")
        .with("city", "london"));
    TestedCase nowhere = world.open(world.account(90).with("owns_property", "true").with("country", "GB")
        .with("city", "Nowhere-under-Lyme"));
    world.moveTo("2007-09-03T09:00:00Z");

    days.makeAll(calendar.today());

    assertThat(numbers(list(FIELD1))).containsExactly(london.number());
    assertThat(list(FIELD1).withoutPlace()).isEqualTo(1);
    assertThat(nowhere.task().getAssignee()).isNull();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({"91, 0, latitude degrees", "10, 181, longitude degrees", "10, '', longitude coordinates-incomplete",
      "'', 10, latitude coordinates-incomplete", "ten, 10, latitude degrees", "10.1234567, 10, latitude degrees"})
  void aPlaceThatIsNoneIsRefusedInTheFile(String latitude, String longitude, String rule) {
    String file = ArrearsRow.HEADER + "\n" + at(latitude, longitude).csv() + "\n";

    assertThat(world.loadFile(file, false).rejected()).singleElement().satisfies(rejection ->
        assertThat(rejection.column() + " " + rejection.rule()).isEqualTo(rule));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4}: {5}")
  @CsvSource({"91, 5, 08:00, 18:00, UTC, latitude", "10, 0, 08:00, 18:00, UTC, mostVisits",
      "10, 5, early, 18:00, UTC, begins", "10, 5, 18:00, 08:00, UTC, ends", "10, 5, 08:00, 18:00, Nowhere, timeZone"})
  void anAgentThatMakesNoSenseIsRefused(double latitude, int most, String begins, String ends, String zone,
      String field) {
    assertThatThrownBy(() -> register.save(FIELD1, new FieldAgentRegister.Entered(latitude, 20.0, most, begins, ends,
        zone, null, null), "supervisor1")).hasMessageContaining(field + ": ");
  }
}
