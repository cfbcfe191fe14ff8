package io.remit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorDetails.DebtorType;
import io.remit.cases.ToldOtherwise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a debtor is, and which rules hold there. */
class PlacesTest {

  private static final Instant NOW = Instant.parse("2026-09-03T12:00:00Z");

  private final Places places = new Places();

  private static DebtorDetails debtor(String country, String zone) {
    return new DebtorDetails("D1", DebtorType.PERSON, "Xu Diaz", null, null, null, null, null, country, ZoneId.of(zone),
        "en", false, null, null);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3} in {4}")
  @CsvSource({
      "US, America/Chicago,  +17135550187,   [US],          [America/Chicago]",
      "US, America/Phoenix,  +16025550187,   [US],          [America/Phoenix]",
      "GB, Europe/London,    +447400123456,  [GB],          [Europe/London]",
      "CN, Asia/Shanghai,    ,               [CN],          [Asia/Shanghai]",
      "DE, Europe/Berlin,    +4930123456,    [DEFAULT],     [Europe/Berlin]",
      // the number is of New York, the address in Los Angeles
      "US, America/Los_Angeles, +12125550187, [US],         '[America/Los_Angeles, America/New_York]'",
      // the number is British, all else German
      "DE, Europe/Berlin,    +442071838750,  '[DEFAULT, GB]', '[Europe/Berlin, Europe/London]'",
      // 07 is Queensland, whose clocks do not change, and a border of New South Wales
      "NZ, Pacific/Auckland, +61730001234,   '[DEFAULT, AU]', "
          + "'[Pacific/Auckland, Australia/Brisbane, Australia/Sydney]'",
      "AU, Australia/Perth,  +61889001234,   [AU],          '[Australia/Perth, Australia/Darwin]'",
      // the time zone is Chinese, the address is not: he may be anywhere in the United States
      "US, Asia/Shanghai,    ,               '[US, CN]',    '[Asia/Shanghai, America/Adak, America/Anchorage, "
          + "America/Boise, America/Chicago, America/Detroit, America/Los_Angeles, America/Phoenix, Pacific/Honolulu]'",
      // nothing tells but the zone, or nothing at all
      "  , America/New_York, ,               [US],          [America/New_York]",
      "  , Etc/UTC,          ,               [DEFAULT],     [Etc/UTC]"})
  void addressNumberAndTimeZoneAllCount(String country, String zone, String number, String jurisdictions,
      String zones) {
    Place place = places.of(debtor(country, zone), number == null ? List.of() : List.of(number),
        ToldOtherwise.NOTHING, NOW);

    assertThat(place.jurisdictions()).hasToString(jurisdictions);
    assertThat(place.zones()).hasToString(zones);
  }

  @Test
  void publicHolidaysAreThoseOfTheCountryAndTheRegion() {
    PublicHolidays holidays = new PublicHolidays();
    Place germany = new Place(java.util.Set.of(Jurisdiction.DEFAULT), java.util.Set.of(), java.util.Set.of("DE"),
        java.util.Set.of());
    Place bavaria = new Place(java.util.Set.of(Jurisdiction.DEFAULT), java.util.Set.of(), java.util.Set.of("DE"),
        java.util.Set.of("DE-BY"));

    assertThat(holidays.isHoliday(LocalDate.of(2026, 10, 3), germany)).isTrue();
    assertThat(holidays.isHoliday(LocalDate.of(2026, 10, 5), germany)).isFalse();
    assertThat(holidays.isHoliday(LocalDate.of(2026, 1, 6), germany)).isFalse();
    assertThat(holidays.isHoliday(LocalDate.of(2026, 1, 6), bavaria)).isTrue();
  }
}
