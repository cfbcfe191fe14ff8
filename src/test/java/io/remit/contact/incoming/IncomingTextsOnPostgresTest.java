package io.remit.contact.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.database.PostgresDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class IncomingTextsOnPostgresTest {

  private static final String ANA = "+34911234567";

  @Test
  void partsThatComeAtTheSameMomentAreOneTextAtOnce() throws Exception {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        IncomingTextsWorld world = new IncomingTextsWorld(postgres.dataSource())) {
      world.debtor("ANA", ANA);
      IncomingTextParts parts = world.get(IncomingTextParts.class);
      int rounds = 20;
      ExecutorService threads = Executors.newFixedThreadPool(3);
      for (int round = 0; round < rounds; round++) {
        String name = "8:" + round;
        CyclicBarrier together = new CyclicBarrier(3);
        List<CompletableFuture<Void>> coming = IntStream.rangeClosed(1, 3)
            .mapToObj(number -> CompletableFuture.runAsync(() -> {
              meet(together);
              parts.receive(new IncomingTextPart("smpp", ANA, name, 3, number, name + number,
                  world.clock.instant()));
            }, threads)).toList();
        coming.forEach(CompletableFuture::join);
      }
      threads.shutdown();

      assertThat(world.timeline("C-ANA")).hasSize(rounds)
          .contains("INCOMING: The debtor wrote: 8:018:028:03");
      assertThat(world.count("incoming_text")).isEqualTo(rounds);
    }
  }

  @Test
  void stopIsTakenAndAnsweredOnceAndAwkwardCharactersDoNoHarm() throws Exception {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        IncomingTextsWorld world = new IncomingTextsWorld(postgres.dataSource())) {
      world.debtor("ANA", ANA);
      IncomingTexts texts = world.get(IncomingTexts.class);

      texts.receive(new IncomingText("smpp", "1", ANA, "STOP", world.clock.instant()));
      texts.receive(new IncomingText("smpp", "2", ANA, "STOP", world.clock.instant()));
      texts.receive(new IncomingText("smpp", "2", ANA, "STOP", world.clock.instant()));
      texts.receive(
          new IncomingText("smpp", "3", ANA, "half \uD83D a character and \u0000 none", world.clock.instant()));

      assertThat(world.replies).hasSize(1);
      assertThat(world.optedOut("ANA")).isTrue();
      assertThat(world.count("incoming_text")).isEqualTo(3);
      assertThat(world.timeline("C-ANA")).hasSize(2)
          .contains("INCOMING: The debtor wrote: half ? a character and none");
    }
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
