package io.remit.contact.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.clock.TestClock;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactAttempts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in a database that was restored: whether it was sent since, nobody knows but the gateway. */
@Tag("long")
class RestoredMessagesTest {

  private static final Instant MONDAY_NOON = Instant.parse("2007-09-03T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final List<String> ASKED = new ArrayList<>();

  private static ConfigurableApplicationContext application;

  /** A supervisor who is asked. */
  @Import(ContactApplication.class)
  static class Supervised {

    @Bean
    @Primary
    UnclearDeliveries writtenDown() {
      return ASKED::add;
    }
  }

  private Claims claims;
  private Dispatcher dispatcher;
  private ContactAttempts attempts;
  private JdbcClient database;
  private Debts debts;

  @BeforeAll
  static void start() {
    application = ContactApplication.startWith(Supervised.class);
  }

  @AfterAll
  static void close() {
    application.close();
  }

  @BeforeEach
  void nothingWaits() {
    application.getBean(TestClock.class).set(MONDAY_NOON);
    claims = application.getBean(Claims.class);
    dispatcher = application.getBean(Dispatcher.class);
    attempts = application.getBean(ContactAttempts.class);
    database = application.getBean(JdbcClient.class);
    debts = new Debts(application);
    ASKED.clear();
    database.sql("delete from home_database").update();
    database.sql("update contact_attempt set status = 'CANCELLED' where status in ('PLANNED', 'CLAIMED')").update();
  }

  private long plan(String caseNumber) {
    return debts.plan(caseNumber, "MESSAGE", Channel.SMS, MONDAY_NOON);
  }

  private String debtor() {
    return debts.open("+870301234567", null, "Etc/UTC", "MESSAGE");
  }

  private void restUntil(Instant end) {
    database.sql("insert into home_database (identity, rest_until) values ('here', :end)")
        .param("end", end.atOffset(ZoneOffset.UTC)).update();
  }

  @Test
  void ofWhatWentOutByAGatewayWithoutARecordOfItsOwnASupervisorFindsOut() {
    String waiting = debtor();
    String claimed = debtor();
    long planned = plan(waiting);
    long handedOver = plan(claimed);
    database.sql("""
        update contact_attempt set status = 'CLAIMED', claimed_by = 'dead', handed_over_at = planned_at,
               gateway = 'file' where attempt_id = :attempt
        """).param("attempt", handedOver).update();

    assertThat(claims.putInDoubt(Channel.SMS, "file", false, MONDAY_NOON)).isEqualTo(2);

    assertThat(dispatcher.dispatch()).as("none is simply sent").isZero();
    assertThat(dispatcher.clarify(LEASE)).isEqualTo(2);
    assertThat(List.of(attempts.get(planned).status(), attempts.get(handedOver).status()))
        .containsOnly(Status.UNKNOWN);
    assertThat(ASKED).containsExactlyInAnyOrder(waiting, claimed);
  }

  @Test
  void aGatewayThatWasNeverUsedIsNotAskedForWhatAnotherMayHaveTaken() {
    long handedOver = plan(debtor());
    database.sql("""
        update contact_attempt set status = 'CLAIMED', handed_over_at = planned_at, gateway = 'smpp'
         where attempt_id = :attempt
        """).param("attempt", handedOver).update();

    claims.putInDoubt(Channel.SMS, "file", true, MONDAY_NOON);
    dispatcher.clarify(LEASE);

    assertThat(attempts.get(handedOver).status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void whatWasNotDueYetCannotHaveBeenSentAndKeepsItsTime() {
    long later = plan(debtor());
    database.sql("update contact_attempt set not_before = :later where attempt_id = :attempt")
        .param("later", MONDAY_NOON.plusSeconds(1).atOffset(ZoneOffset.UTC)).param("attempt", later).update();

    assertThat(claims.putInDoubt(Channel.SMS, "file", true, MONDAY_NOON)).isZero();

    assertThat(attempts.get(later).status()).isEqualTo(Status.PLANNED);
    assertThat(dispatcher.nextDue()).contains(MONDAY_NOON.plusSeconds(1));
  }

  @Test
  void callsAndVisitsOfPeopleAreNotTouched() {
    long call = debts.plan(debtor(), "TELEPHONE", Channel.CALL, MONDAY_NOON);

    assertThat(claims.putInDoubt(Channel.SMS, "file", true, MONDAY_NOON)).isZero();

    assertThat(attempts.get(call).status()).isEqualTo(Status.PLANNED);
  }

  @Test
  void duringTheRestAnswersAloneAreSentAndTheOthersWhenItIsOver() {
    long message = plan(debtor());
    long answer = plan(debtor());
    database.sql("update contact_attempt set answer = true where attempt_id = :attempt").param("attempt", answer)
        .update();
    restUntil(MONDAY_NOON.plus(Duration.ofDays(7)));

    assertThat(claims.claim("node", MONDAY_NOON, 20, taken -> { })).containsExactly(answer);
    assertThat(claims.claim("node", MONDAY_NOON.plus(Duration.ofDays(7)).minusMillis(1), 20, taken -> { })).isEmpty();
    assertThat(claims.claim("node", MONDAY_NOON.plus(Duration.ofDays(7)), 20, taken -> { })).containsExactly(message);
  }
}
