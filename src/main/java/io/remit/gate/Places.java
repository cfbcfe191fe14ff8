package io.remit.gate;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.remit.cases.DebtorDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds out where a debtor is. */
@Component
public class Places {

  /** The region of numbers that belong to no country, such as those of satellite networks. */
  private static final String THE_WORLD = "001";
  private static final Duration HALF_A_YEAR = Duration.ofDays(182);

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final PhoneNumberToTimeZonesMapper zonesOfNumbers = PhoneNumberToTimeZonesMapper.getInstance();
  private final CountriesOfTimeZones countriesOfZones = new CountriesOfTimeZones();

  /**
   * Where a debtor is at a moment.
   *
   * @param number the phone number to look at, E.164; null for none
   */
  public Place of(DebtorDetails debtor, String number, Instant moment) {
    Set<String> countries = new LinkedHashSet<>();
    addCountry(countries, debtor.country());
    addCountry(countries, countriesOfZones.countryOf(debtor.timeZone()));
    Set<ZoneId> zones = new LinkedHashSet<>();
    zones.add(debtor.timeZone());
    PhoneNumber parsed = parsed(number);
    if (parsed != null) {
      addCountry(countries, numbers.getRegionCodeForNumber(parsed));
      addZones(zones, zonesOfNumbers.getTimeZonesForNumber(parsed), moment);
    }
    Set<Jurisdiction> jurisdictions = new LinkedHashSet<>();
    countries.forEach(country -> jurisdictions.add(Jurisdiction.of(country)));
    if (jurisdictions.isEmpty()) {
      jurisdictions.add(Jurisdiction.DEFAULT);
    }
    Jurisdiction.ofRegion(debtor.region()).ifPresent(jurisdictions::add);
    return new Place(jurisdictions, zones, countries, debtor.region() == null ? Set.of() : Set.of(debtor.region()));
  }

  private static void addCountry(Set<String> countries, String country) {
    if (country != null && !country.isBlank() && !country.equals(THE_WORLD)) {
      countries.add(country);
    }
  }

  /** A number's zones count only if it is in none where the clocks go as the debtor's do. */
  private static void addZones(Set<ZoneId> zones, List<String> ofNumber, Instant moment) {
    ZoneId own = zones.iterator().next();
    List<ZoneId> known = ofNumber.stream().filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
        .filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of).toList();
    if (known.stream().noneMatch(zone -> clocksAgree(zone, own, moment))) {
      zones.addAll(known);
    }
  }

  private static boolean clocksAgree(ZoneId one, ZoneId other, Instant moment) {
    Instant later = moment.plus(HALF_A_YEAR);
    return one.getRules().getOffset(moment).equals(other.getRules().getOffset(moment))
        && one.getRules().getOffset(later).equals(other.getRules().getOffset(later));
  }

  private PhoneNumber parsed(String number) {
    try {
      return number == null ? null : numbers.parse(number, null);
    } catch (NumberParseException notANumber) {
      return null;
    }
  }
}
