package io.remit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.clock.TestClock;
import io.remit.contact.dispatch.ContactApplication;
import io.remit.contact.dispatch.Debts;
import io.remit.database.PostgresDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Sixteen who ask at the same moment for the last contact that a debtor may have today: one gets it. */
@Tag("long")
class LastSlotTest {

  private static final int ASKING = 16;
  private static final int ROUNDS = Integer.getInteger("remit.last-slot.rounds", 60);
  private static final Instant MONDAY_NOON = Instant.parse("2007-09-03T12:00:00Z");

  @Test
  void oneOfSixteenGetsTheLastMessageOfTheDayOnH2() throws Exception {
    try (ConfigurableApplicationContext application = ContactApplication.start()) {
      oneGetsTheLastSlot(application);
    }
  }

  @Test
  void oneOfSixteenGetsTheLastMessageOfTheDayOnPostgres() throws Exception {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        ConfigurableApplicationContext application = ContactApplication.start(
            "spring.datasource.url=" + postgres.url(),
            "spring.datasource.username=postgres")) {
      oneGetsTheLastSlot(application);
    }
  }

  private static void oneGetsTheLastSlot(ConfigurableApplicationContext application) throws Exception {
    application.getBean(TestClock.class).set(MONDAY_NOON);
    ContactGate gate = application.getBean(ContactGate.class);
    Debts debts = new Debts(application);
    ExecutorService threads = Executors.newFixedThreadPool(ASKING);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        String caseNumber = debts.open("+870301234567", null, "Etc/UTC", "MESSAGE");
        CyclicBarrier together = new CyclicBarrier(ASKING);
        List<Callable<Clearance>> asking = new ArrayList<>();
        for (int i = 0; i < ASKING; i++) {
          long attemptId = debts.plan(caseNumber, "MESSAGE", i % 2 == 0 ? Channel.SMS : Channel.EMAIL, MONDAY_NOON);
          Channel channel = i % 2 == 0 ? Channel.SMS : Channel.EMAIL;
          asking.add(() -> {
            together.await();
            return gate.admit(Contact.ofDebtor(caseNumber, channel), attemptId, allowed -> { }).orElseThrow();
          });
        }
        List<Clearance> answers = new ArrayList<>();
        for (Future<Clearance> answer : threads.invokeAll(asking)) {
          answers.add(answer.get());
        }
        assertThat(answers.stream().filter(Clearance::allowed)).as("round " + round).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.allowed()))
            .allSatisfy(answer -> assertThat(answer.decision().rule()).isEqualTo("messages-a-day"));
      }
    } finally {
      threads.shutdown();
    }
  }
}
