package io.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail.Criteria;
import io.remit.audit.AuditTrail.Subject;
import io.remit.audit.UserChange.What;
import io.remit.clock.TestClock;
import io.remit.database.RemitTables;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class AuditTrailTest {

  private static final Criteria EVERYTHING = new Criteria(null, null, null, null, null, null);

  private final SingleConnectionDataSource dataSource =
      new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", true);
  private final JdbcClient database = JdbcClient.create(dataSource);
  private final TestClock clock = TestClock.at("2026-03-02T08:00:00Z");
  private final AuditTrail trail = new AuditTrail(database, clock);
  private final UserChanges users = new UserChanges(database, clock);

  @BeforeEach
  void openDatabase() {
    RemitTables.makeIn(dataSource);
    database.sql("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property)
        values ('D1', 'PERSON', 'Xu Diaz', 'Etc/UTC', false)
        """).update();
    database.sql("""
        insert into collection_case (case_number, debtor_id, currency, status, stage, base_due_date, opened_at)
        values ('C1', 'D1', 'EUR', 'OPEN', 'TELEPHONE', date '2026-01-01',
          timestamp with time zone '2026-02-01 00:00:00Z')
        """).update();
  }

  @AfterEach
  void closeDatabase() {
    RequestContextHolder.resetRequestAttributes();
    dataSource.destroy();
  }

  @Test
  void anEntryTellsWhoFromWhereAndOfWhichDebtor() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("192.0.2.7");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

    trail.record(Kind.VIEW, "collector1", "C1", "GET /api/cases/{caseNumber}");

    assertThat(trail.find(EVERYTHING, 0, 10)).singleElement().satisfies(event -> {
      assertThat(event.at()).isEqualTo(clock.instant());
      assertThat(event.userId()).isEqualTo("collector1");
      assertThat(event.address()).isEqualTo("192.0.2.7");
      assertThat(event.caseNumber()).isEqualTo("C1");
      assertThat(event.debtorId()).isEqualTo("D1");
    });
  }

  @Test
  void whatDoesNotExistIsNotWrittenDown() {
    trail.add(Kind.VIEW, "collector1", new Subject("Xu Diaz", "Diaz", "277 Example Street", null), "GET");

    assertThat(trail.find(EVERYTHING, 0, 10)).singleElement().satisfies(event -> {
      assertThat(event.caseNumber()).isNull();
      assertThat(event.debtorId()).isNull();
      assertThat(event.address()).as("nobody asked over HTTP").isNull();
    });
  }

  @Test
  void entriesAreFoundByWhatTheyAreAboutTheNewestFirst() {
    trail.record(Kind.LOGIN, "collector1", "tasklist");
    trail.record(Kind.VIEW, "collector1", "C1", "one");
    clock.move(Duration.ofMinutes(1));
    trail.record(Kind.OUTCOME, "collector2", "C1", "two");
    trail.add(Kind.VIEW, "collector2", new Subject(null, "D1", null, null), "three");

    assertThat(details(EVERYTHING)).containsExactly("three", "two", "one", "tasklist");
    assertThat(details(new Criteria("collector1", null, null, null, null, null))).containsExactly("one", "tasklist");
    assertThat(details(new Criteria(null, "C1", null, null, null, null))).containsExactly("two", "one");
    assertThat(details(new Criteria(null, null, "D1", Kind.VIEW, null, null))).containsExactly("three", "one");
    assertThat(details(new Criteria(null, null, null, null, clock.instant(), null))).containsExactly("three", "two");
    assertThat(details(new Criteria(null, null, null, null, null, clock.instant()))).containsExactly("one", "tasklist");
    assertThat(trail.find(EVERYTHING, 1, 3)).extracting(AuditEvent::detail).containsExactly("tasklist");
    assertThat(trail.count(EVERYTHING)).isEqualTo(4);
  }

  @Test
  void whoWasDeletedStaysKnown() {
    users.add(What.CREATED, "anna", null, "Anna Early", "admin");
    users.add(What.CREATED, "bert", null, "Bert Late", "admin");
    trail.record(Kind.LOGIN, "anna", "tasklist");
    users.add(What.DELETED, "anna", null, "Anna Early", "admin");
    clock.move(Duration.ofDays(30));
    users.add(What.CREATED, "anna", null, "Anna Other", "admin");
    trail.record(Kind.LOGIN, "anna", "tasklist");

    assertThat(trail.find(EVERYTHING, 0, 10)).extracting(AuditEvent::userDeletedAt).as("the newest is of another Anna")
        .containsExactly(null, clock.instant().minus(Duration.ofDays(30)));
    assertThat(users.all(0, 10)).extracting(user -> user.userName() + " " + user.deletedBy())
        .containsExactly("Anna Early admin", "Anna Other null", "Bert Late null");
    assertThat(users.count()).isEqualTo(3);
  }

  @Test
  void repeatsOfTheSameReadAreCountedInOneEntryForFiveMinutes() {
    RepeatedReads repeated = new RepeatedReads(trail, clock);
    assertThat(repeated.count("anna GET")).isFalse();
    repeated.standsFor("anna GET", trail.begin(Kind.LIST, "anna", null, Subject.NOTHING, "GET"));

    clock.move(Duration.ofSeconds(299));
    assertThat(repeated.count("anna GET")).isTrue();
    assertThat(repeated.count("bert GET")).isFalse();
    repeated.writeCounts();
    clock.move(Duration.ofSeconds(1));

    assertThat(repeated.count("anna GET")).isFalse();
    assertThat(trail.find(EVERYTHING, 0, 10)).extracting(AuditEvent::times).containsExactly(2);
  }

  @Test
  void howARequestWasAnsweredStandsBesideItsEntryWhichStaysAsItWas() {
    long entry = trail.begin(Kind.CHANGE, "anna", null, Subject.NOTHING, "POST");

    trail.answered(entry, Kind.REFUSED, "bert", 403);
    trail.times(entry, 2);
    trail.times(entry, 5);

    assertThat(trail.find(new Criteria(null, null, null, Kind.REFUSED, null, null), 0, 10)).singleElement()
        .satisfies(event -> assertThat(event.detail() + " " + event.about() + " " + event.times())
            .isEqualTo("POST 403 bert 5"));
    assertThat(database.sql("select kind || detail || times from audit_event").query(String.class).single())
        .isEqualTo("CHANGEPOST1");
  }

  private List<String> details(Criteria criteria) {
    return trail.find(criteria, 0, 10).stream().map(AuditEvent::detail).toList();
  }
}
