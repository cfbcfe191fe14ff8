package io.remit.gateway.smpp;

import static io.remit.Benchmark.print;

import io.remit.Benchmark.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many texts go through the gateway alone, without the dispatcher and its database, to a centre that answers after
 * ten milliseconds: in turns such as take one message of the centre's, and two. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=SmppBenchmark -Dremit.benchmark.pairs=5
 * }</pre>
 */
class SmppBenchmark {

  private static final int SENDERS = 8;
  private static final int PAIRS = Integer.getInteger("remit.benchmark.pairs", 5);
  private static final int ROUND = Integer.getInteger("remit.benchmark.round", 2000);

  @TempDir
  private Path folder;

  @Test
  void textsOfOneAndOfTwoMessagesInTurns() {
    try (NodeSmsc centre = new NodeSmsc(folder, "--answer-delay-ms", "10", "--no-receipts");
        SmppWorld world = new SmppWorld(centre.port(), Map.of("window", 50))) {
      world.awaitBound();
      perSecond(world, 2);
      Map<Integer, List<Long>> rates = new TreeMap<>();
      for (int pair = 1; pair <= PAIRS; pair++) {
        for (int messages : List.of(1, 2)) {
          rates.computeIfAbsent(messages, first -> new ArrayList<>()).add(perSecond(world, messages));
        }
      }
      rates.forEach((messages, all) ->
          print("texts of %d: %s a second with %d senders, %d rounds", messages,
              Figures.of(all.stream().mapToDouble(Long::doubleValue)).as("%.0f"), SENDERS, all.size()));
    }
  }

  /** @return how many texts a second, each of so many messages */
  private static long perSecond(SmppWorld world, int messages) {
    String text = "a".repeat(messages == 1 ? 160 : 153 * messages);
    AtomicInteger left = new AtomicInteger(ROUND);
    long begin = System.nanoTime();
    CompletableFuture.allOf(IntStream.range(0, SENDERS).mapToObj(sender -> CompletableFuture.runAsync(() -> {
      while (left.getAndDecrement() > 0) {
        world.deliver("+493010000000", text);
      }
    }, sending -> new Thread(sending, "sender").start())).toArray(CompletableFuture[]::new)).join();
    return Math.round(ROUND / ((System.nanoTime() - begin) / 1e9));
  }
}
