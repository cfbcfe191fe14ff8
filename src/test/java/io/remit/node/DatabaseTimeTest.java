package io.remit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.remit.database.PostgresDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Machines whose clocks are wrong, beside a PostgreSQL. */
@Tag("long")
class DatabaseTimeTest {

  private static final Clock RIGHT = Clock.systemUTC();

  private static PostgresDatabase postgres;
  private static JdbcClient database;

  @BeforeAll
  static void make() {
    postgres = PostgresDatabase.create();
    database = JdbcClient.create(postgres.dataSource());
  }

  @AfterAll
  static void drop() {
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT10M", "-PT10M", "P400D"})
  void aMachineWhoseClockIsWrongHasTheDatabasesTime(Duration wrong) {
    DatabaseTime time = new DatabaseTime(database, Clock.offset(RIGHT, wrong));
    assertThat(Duration.between(RIGHT.instant(), time.clock().instant()))
        .as("before they were compared").isCloseTo(wrong, Duration.ofSeconds(1));

    assertThat(time.compare()).isCloseTo(wrong.negated(), Duration.ofSeconds(1));

    assertThat(time.ahead()).isEqualTo(time.compare());
    Instant databases = database.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    assertThat(time.clock().instant()).isCloseTo(databases, within(1, ChronoUnit.SECONDS));
    assertThat(time.clock().withZone(ZoneOffset.ofHours(8)).instant())
        .isCloseTo(databases, within(1, ChronoUnit.SECONDS));
  }

  @Test
  void aClockThatIsPutRightIsFollowedAndOneThatIsRightIsLeftAlone() {
    AtomicReference<Clock> machine = new AtomicReference<>(RIGHT);
    DatabaseTime time = new DatabaseTime(database, () -> machine.get().instant());
    assertThat(time.compare()).isZero();
    machine.set(Clock.offset(RIGHT, Duration.ofMinutes(-3)));
    assertThat(time.compare()).isCloseTo(Duration.ofMinutes(3), Duration.ofSeconds(1));
    machine.set(RIGHT);
    assertThat(time.compare().abs()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void anAnswerThatTookTooLongIsNotBelieved() {
    DatabaseTime time = new DatabaseTime(database, Clock.offset(RIGHT, Duration.ofMinutes(10)));
    Duration before = time.compare();
    DatabaseTime slow = new DatabaseTime(JdbcClient.create(new SlowDatabase(postgres.dataSource())),
        Clock.offset(RIGHT, Duration.ofMinutes(10)));

    assertThat(slow.compare()).isZero();
    assertThat(before).isNotEqualTo(Duration.ZERO);
  }
}
