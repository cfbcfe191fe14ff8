package io.remit.gate;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Public holidays by country, regional ones included where the region is known. */
@Component
public class PublicHolidays {

  private static final Set<String> KNOWN_COUNTRIES = HolidayManager.getSupportedCalendarCodes().stream()
      .map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());

  private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

  /** Whether a day is a public holiday in one of these places; no day is one in a country without a known calendar. */
  public boolean isHoliday(LocalDate day, Place place) {
    return place.countries().stream().filter(KNOWN_COUNTRIES::contains).anyMatch(country ->
        answers.computeIfAbsent(country + place.regions() + day, key -> ask(day, country, place.regions())));
  }

  private static boolean ask(LocalDate day, String country, Set<String> regions) {
    HolidayManager calendar = HolidayManager.getInstance(
        ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    String[] subdivisions = regions.stream().filter(region -> region.startsWith(country + "-"))
        .map(region -> region.substring(country.length() + 1).toLowerCase(Locale.ROOT)).toArray(String[]::new);
    return calendar.isHoliday(day, subdivisions);
  }
}
