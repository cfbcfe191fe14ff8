package io.remit.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where partners work, and how near they are to a debtor. */
class PlaceTest {

  @ParameterizedTest
  @ValueSource(strings = {"CN", "CN-SH", "CN/Shanghai", "CN-SH/Shanghai", "DE-BY/Garmisch-Partenkirchen", "CN/上海"})
  void aPlaceIsReadAsItIsWritten(String written) {
    assertThat(Place.of(written).map(Place::toString)).contains(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "China", "XX", "cn", "CN-", "CN-SHANGHAI", "CN/", "CN/a,b", "/Shanghai", "CN/a/b"})
  void whatIsNoPlaceIsNone(String written) {
    assertThat(Place.of(written)).isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1}/{2}/{3}: {4}")
  @CsvSource({"CN/Shanghai, CN, CN-SH, shanghai, CITY", "CN-SH/Shanghai, CN, , Shanghai, CITY",
      "CN-ZJ/Shanghai, CN, CN-SH, Shanghai, ", "CN-SH, CN, CN-SH, Suzhou, REGION", "CN-SH, CN, , Shanghai, ",
      "CN, CN, CN-SH, Shanghai, COUNTRY", "CN, US, , , ", "CN, , , , ", "CN/Shanghai, CN, CN-SH, , ",
      "CN CN-SH CN/Shanghai, CN, CN-SH, Shanghai, CITY", "CN CN-SH DE, CN, CN-SH, Suzhou, REGION",
      "'', US, , , EVERYWHERE", "'', , , , EVERYWHERE"})
  void theNearestPlaceCounts(String places, String country, String region, String city, Nearness expected) {
    Set<Place> worksIn = Arrays.stream(places.split(" ")).filter(each -> !each.isEmpty())
        .map(each -> Place.of(each).orElseThrow()).collect(Collectors.toSet());
    Scope scope = new Scope(worksIn, Set.of(), Set.of(), 1, Set.of(), Set.of());

    assertThat(scope.nearnessTo(new Whereabouts(country, region, city)).orElse(null)).isEqualTo(expected);
  }
}
