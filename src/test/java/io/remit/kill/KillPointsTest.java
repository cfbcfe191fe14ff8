package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.faults.FaultSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes are killed with SIGKILL exactly at points that have a name, at several at once: a thread stands at each.
 * Another node goes on, and then nothing is lost or doubled: the judge of faults says so, and for each point it is
 * counted what it was about. 20 points, or as many as {@code remit.kill.points} says; with {@code remit.kill.only} of
 * those alone in whose name this pattern is found.
 */
@Tag("kill")
class KillPointsTest {

  private static final Logger LOG = LoggerFactory.getLogger(KillPointsTest.class);
  private static final int POINTS = Integer.getInteger("remit.kill.points", 20);
  private static final Pattern ONLY = Pattern.compile(System.getProperty("remit.kill.only", ""));
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final long seed = Long.getLong("remit.kill.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<KillPoint> left = new ArrayList<>();
  private final FaultSite site = FaultSite.shared(Duration.ofSeconds(2));

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;
  private int started;

  /** A node that can be stopped. */
  private record Node(JavaProcess process) implements AutoCloseable {

    String address() {
      return "http://localhost:" + process.awaitWord("port");
    }

    @Override
    public void close() {
      process.close();
    }
  }

  @Test
  void whereverANodeIsKilledNothingIsLostOrDoubled() throws Exception {
    LOG.info("-Dremit.kill.seed={}: {} points", seed, POINTS);
    site.stopSending();
    int points = 0;
    Node next = start();
    try {
      while (points < POINTS) {
        List<KillPoint> killedAt = some(POINTS - points);
        next = kill(next, killedAt, points + killedAt.size() < POINTS);
        points += killedAt.size();
      }
    } finally {
      if (next != null) {
        next.close();
      }
    }
    LOG.info("{} points, {} kills, nothing lost or doubled", points, started);
  }

  /** At most one for each kind of work; all points come in turn. */
  private List<KillPoint> some(int most) {
    List<KillPoint> some = new ArrayList<>();
    if (left.isEmpty()) {
      left.addAll(Stream.of(KillPoint.values()).filter(point -> ONLY.matcher(point.name()).find()).toList());
      Collections.shuffle(left, random);
    }
    for (KillPoint point : List.copyOf(left)) {
      if (some.size() < most && some.stream().noneMatch(other -> other.work().excludes(point.work()))) {
        some.add(point);
        left.remove(point);
      }
    }
    return some;
  }

  private Node start() {
    List<String> arguments = new ArrayList<>(List.of(site.now().toString(), "--spring.profiles.active=test",
        "--remit.migration.poll=300ms", "--remit.migration.together=4", "--remit.cases.nightly-check=500ms",
        "--spring.datasource.hikari.maximum-pool-size=20"));
    site.settings().stream().filter(setting -> !setting.contains("maximum-pool-size")).forEach(arguments::add);
    started++;
    return new Node(new JavaProcess(folder.resolve("node" + started + ".out"), Map.of(), Breakpoints.option(),
        NodeAtATime.class, arguments.toArray(String[]::new)));
  }

  /** @return the next one to kill, unless there is to be no more */
  private Node kill(Node node, List<KillPoint> points, boolean more) throws Exception {
    long begin = System.nanoTime();
    String address = node.address();
    long up = System.nanoTime();
    Map<KillPoint, Deed> deeds = new EnumMap<>(KillPoint.class);
    points.forEach(point -> deeds.put(point, deed(point)));
    deeds.values().forEach(Deed::prepare);
    // the next day, at an hour at which everybody may be contacted
    site.jumpTo(site.today().plusDays(1).atTime(LocalTime.of(11, 0)).toInstant(ZoneOffset.UTC));
    site.workOnJobsUntilQuiet(PATIENCE);
    deeds.values().forEach(Deed::makeDue);
    long armed = System.nanoTime();
    try (Breakpoints breakpoints = Breakpoints.in(node.process().awaitWord("Listening"))) {
      deeds.keySet().forEach(point -> breakpoints.arm(point.name(), point.places(random)));
      node.process().tell(site.now().toString());
      deeds.values().forEach(deed -> deed.begin(address));
      assertThat(breakpoints.await(PATIENCE)).as("not reached; seed %d; %s", seed, node.process()).isEmpty();
      node.process().kill();
    }
    long killed = System.nanoTime();
    Node next = null;
    try {
      site.startSending();
      // no node is to start before it is seen that the others need none that does
      Optional.ofNullable(deeds.get(KillPoint.RELEASE_NOT_FOLLOWED)).ifPresent(Deed::repeat);
      next = more ? start() : null;
      deeds.entrySet().stream().filter(deed -> deed.getKey() != KillPoint.RELEASE_NOT_FOLLOWED)
          .forEach(deed -> deed.getValue().repeat());
      site.workUntilQuiet(PATIENCE, Duration.ofSeconds(10));
      site.stopSending();
      LOG.info("Killed at {}: {} ms to start, {} to prepare, {} to the points, {} until all was done", points,
          ms(begin, up), ms(up, armed), ms(armed, killed), ms(killed, System.nanoTime()));
      deeds.forEach((point, deed) -> {
        try {
          deed.check();
        } catch (AssertionError | RuntimeException broken) {
          throw new AssertionError("Killed at " + point + ", seed " + seed + ": " + broken.getMessage(), broken);
        }
      });
      assertThat(site.broken()).as("killed at %s, seed %d", points, seed).isEmpty();
      assertThat(site.count("act_ru_incident")).as("incidents after %s", points).isZero();
      return next;
    } catch (AssertionError | RuntimeException failed) {
      if (next != null) {
        next.close();
      }
      throw failed;
    }
  }

  private Deed deed(KillPoint point) {
    int number = started;
    String name = "K" + number + point.work().letter();
    return switch (point.work()) {
      case ARREARS, PAYMENTS, STATEMENT -> new FileDeed(site, point.work(), name, number);
      case MESSAGES -> new MessagesDeed(site, name, number);
      case PARTNER -> new PartnerDeed(site, name, number);
      case ORDER -> new OrderDeed(site, name, number);
      case MOVES, RELEASE -> new ModelsDeed(site, point.work(), name, number);
      case NIGHT -> new NightDeed(site);
    };
  }

  private static long ms(long begin, long end) {
    return TimeUnit.NANOSECONDS.toMillis(end - begin);
  }
}
