package io.remit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
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

  @Test
  void eachRegionsZonesAreKnownToJavaAndOfItsCountry() throws Exception {
    TimeZonesOfPlaces places = new TimeZonesOfPlaces();
    List<String> lines;
    try (var content = TimeZonesOfPlaces.class.getResourceAsStream("/gate/time-zones-by-region.txt")) {
      lines = new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
          .toList();
    }

    assertThat(lines).hasSizeGreaterThan(300).allSatisfy(line -> {
      String region = line.split(" ")[0];
      assertThat(region).matches("[A-Z]{2}-[A-Z0-9]{1,3}");
      assertThat(places.ofRegion(region)).hasSize(line.split(" ").length - 1);
    });
    for (String country : List.of("US", "CA", "BR", "AU", "RU", "MX", "ID")) {
      assertThat(lines.stream().filter(line -> line.startsWith(country + "-")).map(line -> line.split(" ")[0])
          .filter(region -> !Set.of("US-AS", "US-GU", "US-MP", "US-PR", "US-VI", "US-UM").contains(region)))
          .isNotEmpty().allSatisfy(region -> assertThat(places.ofRegion(region)).as(region)
              .allSatisfy(zone -> assertThat(places.countryOf(zone)).isEqualTo(country)));
    }
    assertThat(places.ofRegion("US-HI")).containsExactly(ZoneId.of("Pacific/Honolulu"));
    assertThat(places.ofRegion("JP-13")).isEmpty();
  }
}
