package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock does what clocks should not: it jumps three days ahead and an hour back, and in some places daylight saving
 * begins or ends. Everybody is written to once, and never at night. The build lives through one autumn and one spring,
 * with {@code remit.faults.every-transition} through all of them in three places.
 */
@Tag("faults")
@Order(1)
class ClockJumpTest {

  private static final Logger LOG = LoggerFactory.getLogger(ClockJumpTest.class);
  private static final boolean EVERY = Boolean.getBoolean("remit.faults.every-transition");
  private static final int DEBTORS = 2 * Home.values().length;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int A_YEAR = 366;

  private final FaultSite site = FaultSite.shared();

  @Test
  void whoseClockJumpsWritesToNobodyTwice() {
    open("JUMP", 0);
    site.jumpTo(site.now().plus(Duration.ofDays(3)));
    site.workUntilQuiet(PATIENCE);
    Instant before = site.now();
    for (int hour = 1; hour <= 24; hour += 2) {
      site.jumpTo(before.plus(Duration.ofHours(hour)));
      site.workUntilQuiet(PATIENCE);
      site.jumpTo(site.now().minus(Duration.ofHours(1)));
      site.workUntilQuiet(PATIENCE);
    }

    assertThat(writtenTo("JUMP")).hasSize(DEBTORS).doesNotHaveDuplicates();
    assertThat(site.broken()).isEmpty();
  }

  @Test
  void whereDaylightSavingBeginsOrEndsNobodyIsWrittenToAtNight() {
    List<ZoneOffsetTransition> transitions = transitions();
    for (int number = 0; number < transitions.size(); number++) {
      ZoneOffsetTransition transition = transitions.get(number);
      String group = "SAVING" + number + "-";
      site.jumpTo(transition.getInstant().minus(Duration.ofHours(12)));
      open(group, 1000 * (1 + number));
      site.liveUntil(transition.getInstant().plus(Duration.ofHours(60)));
      LOG.info("{}: {} messages", transition, writtenTo(group).size());
      assertThat(writtenTo(group)).hasSize(DEBTORS).doesNotHaveDuplicates();
      assertThat(site.broken()).as("%s", transition).isEmpty();
    }
  }

  /** Those of a year, in their order; both ways, each in another place, if not all are wanted. */
  private List<ZoneOffsetTransition> transitions() {
    Instant from = site.now().plus(Duration.ofDays(1));
    List<ZoneOffsetTransition> all = Stream.of(Home.BERLIN, Home.CHICAGO, Home.SAO_PAULO)
        .flatMap(home -> Stream.iterate(home.zone().getRules().nextTransition(from),
            last -> last.getInstant().isBefore(from.plus(Duration.ofDays(A_YEAR))),
            last -> home.zone().getRules().nextTransition(last.getInstant())))
        .sorted(Comparator.comparing(ZoneOffsetTransition::getInstant)).toList();
    return EVERY ? all : Stream.of(all.stream().filter(ZoneOffsetTransition::isOverlap),
        all.stream().filter(ZoneOffsetTransition::isGap).skip(1)).map(some -> some.findFirst().orElseThrow()).toList();
  }

  private void open(String group, int firstNumber) {
    String rows = IntStream.range(0, DEBTORS).mapToObj(number -> Home.of(number)
        .row(group + number, "100.00", site.today().minusDays(8), 70_000 + firstNumber + number))
        .collect(Collectors.joining("\n"));
    assertThat(site.send("arrears", "text/csv", Home.HEADER + "\n" + rows + "\n").body())
        .contains("\"opened\":" + DEBTORS);
  }

  private List<String> writtenTo(String group) {
    return site.database().sql("select debtor_id from contact_attempt where debtor_id like :group and turn is not null")
        .param("group", group + "%").query(String.class).list();
  }
}
