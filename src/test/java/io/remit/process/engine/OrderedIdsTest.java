package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.UUIDClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedIdsTest {

  private long now = Instant.parse("2026-11-30T06:00:00Z").toEpochMilli();
  private final OrderedIds ids = new OrderedIds(new UUIDClock() {

    @Override
    public long currentTimeMillis() {
      return now;
    }
  });

  @Test
  void idsStandInTheOrderInWhichTheyWereGiven() {
    List<String> given = Stream.generate(ids::getNextId).limit(20_000).toList();

    assertThat(given).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theirOrderDoesNotStartAnewAfterMinutesOrYears() {
    List<String> given = Stream.of(Duration.ZERO, Duration.ofMinutes(6), Duration.ofMinutes(8), Duration.ofDays(200),
        Duration.ofDays(4_000)).map(later -> {
          now += later.toMillis();
          return ids.getNextId();
        }).toList();

    assertThat(given).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theirOrderOutlivesAClockThatIsSetBack() {
    String before = ids.getNextId();
    now -= Duration.ofMinutes(10).toMillis();

    assertThat(ids.getNextId()).isGreaterThan(before);
  }

  @Test
  void twoNodesAndManyThreadsNeverGiveOneTwice() {
    List<OrderedIds> nodes = Collections.nCopies(2, 0).stream().map(node -> new OrderedIds()).toList();
    Set<String> given = new ConcurrentSkipListSet<>();

    IntStream.range(0, 40_000).parallel().forEach(number -> given.add(nodes.get(number % 2).getNextId()));

    assertThat(given).hasSize(40_000);
  }
}
