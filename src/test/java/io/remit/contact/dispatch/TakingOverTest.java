package io.remit.contact.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.Channel;
import io.remit.clock.TestClock;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ContactLedger;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.RenderedText;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node does with messages of another that died, or that only stood still. */
@Tag("long")
class TakingOverTest {

  private static final Instant MONDAY_NOON = Instant.parse("2007-09-03T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** A supervisor who cannot be asked the first time. */
  @Import(ContactApplication.class)
  static class FailingOnce {

    private final AtomicInteger asked = new AtomicInteger();

    @Bean
    @Primary
    UnclearDeliveries failingOnce() {
      return caseNumber -> {
        if (asked.incrementAndGet() == 1) {
          throw new IllegalStateException("the engine is away");
        }
      };
    }
  }

  private final ConfigurableApplicationContext application = ContactApplication.startWith(FailingOnce.class);
  private final Claims claims = application.getBean(Claims.class);
  private final ContactLedger ledger = application.getBean(ContactLedger.class);
  private final ContactAttempts attempts = application.getBean(ContactAttempts.class);
  private final Dispatcher dispatcher = application.getBean(Dispatcher.class);
  private final TestClock clock = application.getBean(TestClock.class);
  private String caseNumber;
  private long attemptId;

  @BeforeEach
  void planAMessageAndClaimItByANodeThatDied() {
    clock.set(MONDAY_NOON);
    Debts debts = new Debts(application);
    caseNumber = debts.open("+870301234567", null, "Etc/UTC", "MESSAGE");
    attemptId = debts.plan(caseNumber, "MESSAGE", Channel.SMS, MONDAY_NOON);
    assertThat(claims.claim("dead", MONDAY_NOON, 20, taken -> { })).containsExactly(attemptId);
  }

  @AfterEach
  void close() {
    application.close();
  }

  private void handOver(String node) {
    RenderedText text = new RenderedText("overdue-sms", "en", 1, null, "Please pay.");
    assertThat(application.getBean(ContactGate.class).admit(Contact.ofDebtor(caseNumber, Channel.SMS), attemptId,
        allowed -> ledger.handingOver(attemptId, node, text, "a gateway of old"))).isPresent();
  }

  private List<Claims.Orphan> adopt(String node, Instant now, Long... inHand) {
    return claims.adopt(node, LEASE, now, 20, () -> Set.of(inHand), taken -> { });
  }

  @Test
  void whatANodeHasClaimedSinceItLookedAtItsHandsIsInThemAsWell() {
    Iterator<Set<Long>> hands = List.of(Set.<Long>of(), Set.of(attemptId)).iterator();

    assertThat(claims.adopt("dead", LEASE, MONDAY_NOON, 20, hands::next, taken -> { })).isEmpty();
  }

  @Test
  void aNodeWithoutASignOfLifeKnowsWhatItIsAtItself() {
    handOver("dead");

    assertThat(adopt("dead", MONDAY_NOON.plus(LEASE), attemptId)).isEmpty();
    assertThat(adopt("dead", MONDAY_NOON.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(adopt("dead", MONDAY_NOON.plus(LEASE))).containsExactly(new Claims.Orphan(attemptId, true));
  }

  @Test
  void aMessageThatWasNotHandedOverIsTakenOverAtOnce() {
    assertThat(adopt("heir", MONDAY_NOON)).containsExactly(new Claims.Orphan(attemptId, false));
  }

  @Test
  void aGatewayIsAskedForAMessageNoSoonerThanALeaseAfterItWasHandedOver() {
    handOver("dead");

    assertThat(adopt("heir", MONDAY_NOON.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(adopt("heir", MONDAY_NOON.plus(LEASE)))
        .containsExactly(new Claims.Orphan(attemptId, true));
  }

  @Test
  void aNodeThatOnlyStoodStillCannotHandOverWhatAnotherHasTaken() {
    claims.signOfLife("heir");
    adopt("heir", MONDAY_NOON);

    assertThatThrownBy(() -> handOver("dead")).isInstanceOf(IllegalStateException.class);

    assertThat(attempts.get(attemptId).contactedAt()).as("the turn is not used").isNull();
    claims.release(attemptId, "heir", MONDAY_NOON);
    assertThat(claims.claim("heir", MONDAY_NOON, 20, taken -> { })).containsExactly(attemptId);
    handOver("heir");
  }

  @Test
  void aNodeThatOnlyStoodStillCannotLetGoOfWhatAnotherHasTaken() {
    claims.signOfLife("heir");
    adopt("heir", MONDAY_NOON);

    claims.release(attemptId, "dead", MONDAY_NOON);
    claims.leaveInDoubt(attemptId, "dead", MONDAY_NOON);

    assertThat(application.getBean(JdbcClient.class)
        .sql("select status || ' ' || claimed_by from contact_attempt").query(String.class).list())
        .isEqualTo(List.of("CLAIMED heir"));
  }

  @Test
  void whatCannotBeFoundOutOnceIsFoundOutLater() {
    handOver("dead");
    clock.set(MONDAY_NOON.plus(LEASE));

    assertThat(dispatcher.clarify(LEASE)).isEqualTo(1);
    assertThat(attempts.get(attemptId).status()).isEqualTo(Status.CLAIMED);

    claims.signOfLife(dispatcher.node());
    clock.set(MONDAY_NOON.plus(LEASE.multipliedBy(2)));
    assertThat(dispatcher.clarify(LEASE)).isEqualTo(1);
    assertThat(attempts.get(attemptId).status()).isEqualTo(Status.UNKNOWN);
  }
}
