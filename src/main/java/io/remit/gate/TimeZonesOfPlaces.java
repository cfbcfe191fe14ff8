package io.remit.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which time zones places have, by their IANA names. Each line of {@code gate/time-zones-by-country.txt} begins with a
 * country by ISO 3166-1, of {@code gate/time-zones-by-region.txt} with a subdivision by ISO 3166-2, of
 * {@code gate/time-zones-by-number.txt} with the beginning of phone numbers. The facts of countries are those of ICU,
 * old names too; the other files name their sources.
 */
final class TimeZonesOfPlaces {

  private static final String COUNTRIES = "/gate/time-zones-by-country.txt";
  private static final String REGIONS = "/gate/time-zones-by-region.txt";
  private static final String NUMBERS = "/gate/time-zones-by-number.txt";

  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, List<ZoneId>> ofCountries = new HashMap<>();
  private final Map<String, List<ZoneId>> ofRegions = new HashMap<>();
  private final Map<String, List<ZoneId>> ofNumbers = new HashMap<>();

  TimeZonesOfPlaces() {
    read(COUNTRIES, line -> {
      line.stream().skip(1).forEach(zone -> countries.put(zone, line.get(0)));
      ofCountries.put(line.get(0), zonesIn(line));
    });
    read(REGIONS, line -> ofRegions.put(line.get(0), zonesIn(line)));
    read(NUMBERS, line -> ofNumbers.put(line.get(0), zonesIn(line)));
  }

  private static void read(String file, Consumer<List<String>> line) {
    try (InputStream content = TimeZonesOfPlaces.class.getResourceAsStream(file);
        BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
      lines.lines().filter(each -> !each.startsWith("#")).map(each -> Arrays.asList(each.split(" "))).forEach(line);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static List<ZoneId> zonesIn(List<String> line) {
    return line.stream().skip(1).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of).toList();
  }

  /** The country's ISO 3166-1 code; null for a zone that no country owns, such as {@code Etc/UTC}. */
  @Nullable String countryOf(ZoneId zone) {
    return countries.get(zone.getId());
  }

  /** The zones of a country, an ISO 3166-1 code; none if it is not known. */
  List<ZoneId> ofCountry(String country) {
    return ofCountries.getOrDefault(country, List.of());
  }

  /** The zones of a subdivision, an ISO 3166-2 code; none where its country tells all. */
  List<ZoneId> ofRegion(String region) {
    return ofRegions.getOrDefault(region, List.of());
  }

  /** The zones of the area of a phone number, E.164; none where the library of phone numbers knows them. */
  List<ZoneId> ofNumber(String number) {
    return ofNumbers.entrySet().stream().filter(area -> number.startsWith(area.getKey())).map(Map.Entry::getValue)
        .findFirst().orElse(List.of());
  }
}
