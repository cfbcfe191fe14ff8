package io.remit.contact.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.clock.TestClock;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactAttempts;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A node that comes back to its database after longer than its lease counts as dead until its next sign of life. What
 * its threads are at all the same is nobody else's: no other thread of it may find that it was never sent, and send it.
 */
class MessageInHandTest {

  private static final Instant MONDAY_NOON = Instant.parse("2007-09-03T12:00:00Z");

  /** While it takes a message, another thread of the node looks for those that dead nodes have left, and sends. */
  @Import(ContactApplication.class)
  static class SlowGateway implements MessageChannel {

    private final List<String> taken = new ArrayList<>();
    private final ObjectProvider<Dispatcher> dispatcher;

    SlowGateway(ObjectProvider<Dispatcher> dispatcher) {
      this.dispatcher = dispatcher;
    }

    @Bean
    Taken taken() {
      return new Taken(taken);
    }

    @Override
    public String name() {
      return "slow";
    }

    @Override
    public DeliveryReceipt deliver(OutgoingMessage message) {
      if (taken.size() < 2) {
        dispatcher.getObject().clarify(Duration.ZERO);
        dispatcher.getObject().dispatch();
      }
      taken.add(message.reference());
      return new DeliveryReceipt("R" + taken.size(), MONDAY_NOON);
    }

    @Override
    public DeliveryStatus find(String reference) {
      return DeliveryStatus.notTaken();
    }
  }

  /** What the gateway took, in its order. */
  record Taken(List<String> references) {
  }

  private final ConfigurableApplicationContext application =
      ContactApplication.startWith(SlowGateway.class, "remit.channels.sms=slow");

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void aNodeWithoutASignOfLifeSendsNothingTwice() {
    application.getBean(TestClock.class).set(MONDAY_NOON);
    Debts debts = new Debts(application);
    String caseNumber = debts.open("+870301234567", null, "Etc/UTC", "MESSAGE");
    long attemptId = debts.plan(caseNumber, "MESSAGE", Channel.SMS, MONDAY_NOON);

    application.getBean(Dispatcher.class).dispatch();

    assertThat(application.getBean(Taken.class).references()).containsExactly(caseNumber + "-" + attemptId);
    assertThat(application.getBean(ContactAttempts.class).get(attemptId).status()).isEqualTo(Status.SENT);
  }
}
