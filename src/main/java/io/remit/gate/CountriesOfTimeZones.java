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

/**
 * In which country a time zone is. Each line of {@code gate/time-zones-by-country.txt} names a country by ISO 3166-1 and its
 * zones by their IANA names, old ones too; the facts are those of ICU.
 */
final class CountriesOfTimeZones {

  private static final String FILE = "/gate/time-zones-by-country.txt";

  private final Map<String, String> countries = new HashMap<>();

  CountriesOfTimeZones() {
    try (InputStream content = CountriesOfTimeZones.class.getResourceAsStream(FILE);
        BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
      lines.lines().map(line -> Arrays.asList(line.split(" "))).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private void add(List<String> countryAndZones) {
    countryAndZones.stream().skip(1).forEach(zone -> countries.put(zone, countryAndZones.get(0)));
  }

  /** The country's ISO 3166-1 code; null for a zone that no country owns, such as {@code Etc/UTC}. */
  String countryOf(ZoneId zone) {
    return countries.get(zone.getId());
  }
}
