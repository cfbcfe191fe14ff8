package io.remit.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.remit.clock.TestClock;
import io.remit.database.PostgresDatabase;
import io.remit.figures.FigureDatabase.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Two databases of a PostgreSQL: one is the standby's place, as a copy of the other from a while ago that takes no
 * changes; what has happened since is in the other alone.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandbyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private PostgresDatabase postgres;
  private PostgresDatabase behind;
  private ConfigurableApplicationContext application;
  private JdbcClient main;
  private JdbcClient standby;

  @BeforeAll
  void start() {
    postgres = PostgresDatabase.create();
    behind = PostgresDatabase.create();
    for (PostgresDatabase each : List.of(behind, postgres)) {
      application = SnapshotWorld.start(10, "spring.datasource.url=" + each.url(),
          "spring.datasource.username=postgres", "remit.standby.url=" + behind.url(), "remit.standby.user=postgres",
          "remit.standby.look-every=50ms");
      main = application.getBean(JdbcClient.class);
      SnapshotWorld.addCases(main, each == behind ? 2 : 5);
      DailySnapshot snapshot = application.getBean(DailySnapshot.class);
      snapshot.closeDaysThatAreOver();
      application.getBean(TestClock.class).set("2007-09-10T00:00:30Z");
      snapshot.closeDaysThatAreOver();
      if (each == behind) {
        application.close();
      }
    }
    standby = JdbcClient.create(behind.dataSource());
    sign("now()");
    standby.sql("alter database " + nameOf(standby) + " set default_transaction_read_only = on").update();
  }

  @AfterAll
  void end() {
    application.close();
    postgres.close();
    behind.close();
  }

  private static String nameOf(JdbcClient database) {
    return database.sql("select current_database()").query(String.class).single();
  }

  /** The last sign of life of a node that came to the standby. */
  private void sign(String moment) {
    standby.sql("begin; set transaction read write; delete from dispatcher_node; insert into dispatcher_node"
        + " (node_id, seen_at) values ('one', " + moment + "); commit").update();
  }

  private FigureDatabase database() {
    return application.getBean(FigureDatabase.class);
  }

  private void awaitStatus(Status status) {
    await().atMost(PATIENCE).until(() -> database().state().status() == status);
  }

  private long cases() {
    Figures figures = application.getBean(Figures.class);
    Figure portfolio = figures.named("portfolio").orElseThrow();
    Scope scope = figures.scope(portfolio, new Figures.Question(null, "2007-09-09", null, null, null));
    FigureQuery query = application.getBean(FigureQuery.class);
    List<Map<String, Object>> rows = query.rows(portfolio, scope, 10);
    assertThat(query.count(portfolio, scope, Map.of(), null)).isEqualTo(rows.get(0).get("cases"));
    assertThat(query.cases(portfolio, scope, Map.of(), null, 0, 10)).hasSize(((Number) rows.get(0).get("cases"))
        .intValue());
    return (Long) rows.get(0).get("cases");
  }

  /** The headers of an answer to a request that asks for the figure and its list. */
  private HttpHeaders headers() {
    ServletRequestAttributes request = new ServletRequestAttributes(new MockHttpServletRequest());
    RequestContextHolder.setRequestAttributes(request);
    try {
      cases();
      ServletServerHttpResponse answer = new ServletServerHttpResponse(new MockHttpServletResponse());
      new ReadFrom(database()).beforeBodyWrite(null, null, null, null, null, answer);
      return answer.getHeaders();
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  @Test
  void figuresAndTheirListsComeFromTheStandbyWhileItIsThereAndFresh() {
    awaitStatus(Status.READ);
    assertThat(cases()).as("the standby's").isEqualTo(2);
    assertThat(headers().toSingleValueMap()).containsEntry("Remit-Read-From", "standby")
        .containsEntry("Remit-As-Of", String.valueOf(database().state().asOf()));

    sign("now() - interval '5 minutes'");
    awaitStatus(Status.LAGS);
    assertThat(cases()).as("the database's").isEqualTo(5);
    assertThat(headers().toSingleValueMap()).containsEntry("Remit-Read-From", "database")
        .doesNotContainKey("Remit-As-Of");
    sign("now()");
    awaitStatus(Status.READ);
    assertThat(cases()).isEqualTo(2);
  }

  @Test
  void whileItIsAwayTheDatabaseAnswersAndAfterwardsItDoesAgain() {
    awaitStatus(Status.READ);
    String name = nameOf(standby);
    main.sql("alter database " + name + " allow_connections false").update();
    main.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = :name").param("name", name)
        .query(Boolean.class).list();
    assertThat(headers().getFirst("Remit-Read-From")).as("in the middle of a request").isEqualTo("database");
    assertThat(cases()).isEqualTo(5);
    assertThat(database().state().status()).isEqualTo(Status.AWAY);

    main.sql("alter database " + name + " allow_connections true").update();
    awaitStatus(Status.READ);
    assertThat(cases()).isEqualTo(2);
  }

  @Test
  void nothingCanBeWrittenThroughIt() {
    awaitStatus(Status.READ);
    standby.sql("begin; set transaction read write; alter database " + nameOf(standby)
        + " set default_transaction_read_only = off; commit").update();
    long before = changes();
    assertThatThrownBy(() -> database().read(jdbc -> {
      if (nameOf(jdbc).equals(nameOf(standby))) {
        return jdbc.sql("insert into dispatcher_node (node_id, seen_at) values ('two', now())").update();
      }
      throw new IllegalStateException("refused there, and asked here");
    })).hasMessage("refused there, and asked here");
    assertThat(changes()).as("although that database would take it from others").isEqualTo(before);
  }

  private long changes() {
    return standby.sql("select count(*) from dispatcher_node").query(Long.class).single();
  }
}
