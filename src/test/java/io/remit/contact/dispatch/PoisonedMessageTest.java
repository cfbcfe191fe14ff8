package io.remit.contact.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.clock.TestClock;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactAttempts;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A message that fails whenever it is tried, as nobody foresaw, keeps neither its case nor others waiting. */
class PoisonedMessageTest {

  private static final Instant MONDAY_NOON = Instant.parse("2007-09-03T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** A supervisor who cannot be asked as long as the engine is away. */
  @Import(ContactApplication.class)
  static class NobodyToAsk {

    private final AtomicBoolean away = new AtomicBoolean(true);

    @Bean
    @Primary
    UnclearDeliveries nobodyToAsk() {
      return caseNumber -> {
        if (away.get()) {
          throw new IllegalStateException("the engine is away");
        }
      };
    }

    @Bean
    AtomicBoolean away() {
      return away;
    }
  }

  private final ConfigurableApplicationContext application = ContactApplication.startWith(NobodyToAsk.class);
  private final ContactAttempts attempts = application.getBean(ContactAttempts.class);
  private final Dispatcher dispatcher = application.getBean(Dispatcher.class);
  private final TestClock clock = application.getBean(TestClock.class);
  private final JdbcClient database = application.getBean(JdbcClient.class);
  private long poisoned;
  private long sound;

  @BeforeEach
  void planTwoMessages() {
    clock.set(MONDAY_NOON);
    Debts debts = new Debts(application);
    poisoned = debts.plan(debts.open("+870301234567", null, "Etc/UTC", "MESSAGE"), "MESSAGE", Channel.SMS, MONDAY_NOON);
    sound = debts.plan(debts.open("+870301234568", null, "Etc/UTC", "MESSAGE"), "MESSAGE", Channel.SMS, MONDAY_NOON);
    application.getBean(Claims.class).signOfLife(dispatcher.node());
  }

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void itEndsAfterAnHourAndTheOthersGoOutAtOnce() {
    zoneOfThePoisonedIs("Moon/Etc");

    int tries = runUntilQuiet();

    assertThat(attempts.get(sound).status()).isEqualTo(Status.SENT);
    assertThat(attempts.get(sound).contactedAt()).isEqualTo(MONDAY_NOON);
    assertThat(attempts.get(poisoned).status()).isEqualTo(Status.FAILED);
    assertThat(attempts.get(poisoned).reason()).isEqualTo("it cannot be sent");
    assertThat(tries).isLessThan(20);
    assertThat(clock.instant()).isBetween(MONDAY_NOON.plus(Duration.ofHours(1)), MONDAY_NOON.plus(Duration.ofHours(2)));
  }

  @Test
  void whatIsMendedInTimeIsSent() {
    zoneOfThePoisonedIs("Moon/Etc");
    work();
    goOn();
    zoneOfThePoisonedIs("Etc/UTC");

    runUntilQuiet();

    assertThat(attempts.get(poisoned).status()).isEqualTo(Status.SENT);
  }

  @Test
  void whatMayHaveBeenSentIsNeverCalledUnsent() {
    // as the gateway that took it is not the one that is asked now, nobody can tell; and nobody can be told
    database.sql("""
        update contact_attempt set status = 'CLAIMED', claimed_by = 'dead', handed_over_at = planned_at,
          gateway = 'a gateway of old' where attempt_id = :attempt
        """).param("attempt", poisoned).update();
    clock.set(MONDAY_NOON.plus(LEASE));
    for (int hours = 0; hours < 24; hours++) {
      work();
      goOn();
    }
    assertThat(attempts.get(poisoned).status()).isEqualTo(Status.CLAIMED);

    application.getBean("away", AtomicBoolean.class).set(false);
    runUntilQuiet();

    assertThat(attempts.get(poisoned).status()).isEqualTo(Status.UNKNOWN);
  }

  /** As a fault of the store would: the zone of a debtor cannot be read. */
  private void zoneOfThePoisonedIs(String zone) {
    database.sql("update debtor set time_zone = :zone where debtor_id = :debtor").param("zone", zone)
        .param("debtor", attempts.get(poisoned).debtorId()).update();
  }

  /** @return how often somebody was at work */
  private int runUntilQuiet() {
    int rounds = 0;
    do {
      work();
      rounds++;
    } while (goOn());
    return rounds;
  }

  private void work() {
    application.getBean(ContactWork.class).runUntilQuiet();
  }

  private boolean goOn() {
    return dispatcher.nextDue().map(due -> {
      clock.set(due);
      return true;
    }).orElse(false);
  }
}
