package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node that was down for two weeks finds all at once what fell due meanwhile: treatments, and stages that are over.
 * Nobody is contacted more than once for it, nobody at night where he lives. 70 cases, or as many as {@code
 * remit.faults.due-at-once} says.
 */
@Tag("faults")
@Order(6)
class DowntimeTest {

  private static final Logger LOG = LoggerFactory.getLogger(DowntimeTest.class);
  private static final int CASES = Integer.getInteger("remit.faults.due-at-once", 40);
  private static final Duration PATIENCE = Duration.ofSeconds(60).plusMillis(100L * CASES);
  private static final int DAYS_DOWN = 14;
  private static final int HOURS_BETWEEN_LOOKS = 3;

  private final FaultSite site = FaultSite.shared();

  @Test
  void afterTwoWeeksNobodyIsContactedTwiceAndNobodyAtNight() {
    String rows = IntStream.range(0, CASES).mapToObj(number -> Home.of(number)
        .row("DOWN" + number, "100.00", site.today().minusDays(2 + number % 24), 20_000 + number))
        .collect(Collectors.joining("\n"));
    assertThat(site.send("arrears", "text/csv", Home.HEADER + "\n" + rows + "\n").body())
        .contains("\"opened\":" + CASES);

    // a Tuesday at 02:00: night in Europe, evening in America, day in Asia
    Instant back = site.today().plusDays(DAYS_DOWN + 1).atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC);
    site.jumpTo(back);
    long begin = System.nanoTime();
    site.workUntilQuiet(PATIENCE);
    int atOnce = contacts().size();
    for (int hour = HOURS_BETWEEN_LOOKS; hour <= 24; hour += HOURS_BETWEEN_LOOKS) {
      site.jumpTo(back.plus(Duration.ofHours(hour)));
      site.workUntilQuiet(PATIENCE);
    }
    LOG.info("{} cases were due at once after {} days: {} messages in the first hour, {} in a day, {} ms", CASES,
        DAYS_DOWN, atOnce, contacts().size(), (System.nanoTime() - begin) / 1_000_000);

    assertThat(contacts()).as("it is day in Asia").hasSizeGreaterThan(CASES / 4).doesNotHaveDuplicates();
    assertThat(atOnce).as("nobody in Europe").isLessThan(contacts().size());
    assertThat(site.count("act_ru_incident")).isZero();
    assertThat(site.broken()).isEmpty();
  }

  /** To whom messages went, once for each. */
  private List<String> contacts() {
    return site.database().sql("""
        select debtor_id from contact_attempt where debtor_id like 'DOWN%' and turn is not null
        """).query(String.class).list();
  }
}
