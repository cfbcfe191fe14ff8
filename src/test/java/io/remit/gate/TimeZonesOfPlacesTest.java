package io.remit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimeZonesOfPlacesTest {

  /** How ICU names places that no country owns. */
  private static final String THE_WORLD = "001";

  @Test
  void eachZoneThatJavaKnowsIsInTheCountryThatIcuSays() {
    TimeZonesOfPlaces countries = new TimeZonesOfPlaces();
    Set<String> zones = ZoneId.getAvailableZoneIds();
    Map<String, String> found = new TreeMap<>();
    Map<String, String> told = new TreeMap<>();
    for (String zone : zones) {
      found.put(zone, String.valueOf(countries.countryOf(ZoneId.of(zone))));
      told.put(zone, TimeZone.getRegion(zone).equals(THE_WORLD) ? "null" : TimeZone.getRegion(zone));
    }

    assertThat(found).hasSizeGreaterThan(500).containsEntry("Asia/Shanghai", "CN").containsEntry("PRC", "CN");
    assertThat(found).isEqualTo(told);
  }

  @Test
  void aZoneWithoutAPlaceIsInNoCountry() {
    assertThat(new TimeZonesOfPlaces().countryOf(ZoneId.of("UTC+02:00"))).isNull();
  }
}
