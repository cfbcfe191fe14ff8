package io.remit.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A debtor may be contacted from 09:00 to 20:00 where he lives, and not on Sundays. */
class ContactHoursTest {

  private final ContactHours hours = new ContactHours("09:00", "20:00");

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
      // a Monday
      "2007-09-03T08:59:59.999Z, Etc/UTC, 2007-09-03T09:00:00Z",
      "2007-09-03T09:00:00Z,     Etc/UTC, 2007-09-03T09:00:00Z",
      "2007-09-03T19:59:59.999Z, Etc/UTC, 2007-09-03T19:59:59.999Z",
      "2007-09-03T20:00:00Z,     Etc/UTC, 2007-09-04T09:00:00Z",
      // Saturday evening and Sunday
      "2007-09-08T20:00:00Z,     Etc/UTC, 2007-09-10T09:00:00Z",
      "2007-09-09T12:00:00Z,     Etc/UTC, 2007-09-10T09:00:00Z",
      // Sunday there, Monday here, and the other way round
      "2007-09-10T01:00:00Z,     Pacific/Honolulu, 2007-09-10T19:00:00Z",
      "2007-09-09T23:30:00Z,     Asia/Shanghai,    2007-09-10T01:00:00Z",
      // summer time ends and begins on a Sunday in Berlin and New York
      "2007-10-27T18:00:00Z,     Europe/Berlin,    2007-10-29T08:00:00Z",
      "2008-03-29T19:00:00Z,     Europe/Berlin,    2008-03-31T07:00:00Z",
      "2007-11-04T00:00:00Z,     America/New_York, 2007-11-05T14:00:00Z",
      "2007-11-03T12:00:00Z,     America/New_York, 2007-11-03T13:00:00Z",
      // half hours and quarters
      "2007-09-03T00:00:00Z,     Asia/Kolkata,     2007-09-03T03:30:00Z",
      "2007-09-03T00:00:00Z,     Asia/Kathmandu,   2007-09-03T03:15:00Z",
      // a Friday that Samoa did not have
      "2011-12-30T06:30:00Z,     Pacific/Apia,     2011-12-30T19:00:00Z"})
  void theNextMomentIsInTheHoursWhereTheDebtorLives(Instant moment, ZoneId zone, Instant next) {
    assertThat(hours.next(moment, zone)).isEqualTo(next);
    assertThat(hours.contains(moment, zone)).isEqualTo(moment.equals(next));
  }

  @ParameterizedTest(name = "{0} in {1}: until {2}")
  @CsvSource({"2007-09-03T08:00:00Z, Etc/UTC, 2007-09-03T20:00:00Z",
      "2007-09-03T20:00:00Z, Etc/UTC, 2007-09-04T20:00:00Z",
      "2007-10-28T12:00:00Z, Europe/Berlin, 2007-10-29T19:00:00Z"})
  void theHoursEndOnTheSameDay(Instant moment, ZoneId zone, Instant end) {
    assertThat(hours.endOf(moment, zone)).isEqualTo(end);
    assertThat(hours.contains(end, zone)).isFalse();
    assertThat(hours.contains(end.minusMillis(1), zone)).isTrue();
  }

  @Property(tries = 1000)
  void fromAnyMomentAnywhereTheNextOneIsAllowedAndNoEarlierOneIs(
      @ForAll @LongRange(min = 1_000_000_000L, max = 2_200_000_000L) long second, @ForAll("zones") String zoneId) {
    Instant moment = Instant.ofEpochSecond(second);
    ZoneId zone = ZoneId.of(zoneId);

    Instant next = hours.next(moment, zone);

    assertThat(next).isAfterOrEqualTo(moment);
    assertThat(hours.contains(next, zone)).isTrue();
    assertThat(next.atZone(zone).getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY);
    for (Instant skipped = moment; skipped.isBefore(next); skipped = skipped.plusSeconds(900)) {
      assertThat(hours.contains(skipped, zone)).as("%s in %s", skipped, zone).isFalse();
    }
    assertThat(hours.endOf(moment, zone)).isAfter(next);
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds()));
  }

  @Test
  void theCreditorCanSetOtherHours() {
    ContactHours others = new ContactHours("10:30", "11:00");

    assertThat(others.next(Instant.parse("2007-09-03T10:00:00Z"), ZoneId.of("Etc/UTC")))
        .isEqualTo("2007-09-03T10:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"09:00", "08:00"})
  void hoursThatEndBeforeTheyBeginAreRefused(String end) {
    assertThatThrownBy(() -> new ContactHours("09:00", end)).hasMessageContaining("remit.contact.from");
  }
}
