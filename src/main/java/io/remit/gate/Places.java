package io.remit.gate;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.remit.cases.DebtorDetails;
import io.remit.cases.ToldOtherwise;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out where a debtor is. */
@Component
public class Places {

  /** The region of numbers that belong to no country, such as those of satellite networks. */
  private static final String THE_WORLD = "001";

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final PhoneNumberToTimeZonesMapper zonesOfNumbers = PhoneNumberToTimeZonesMapper.getInstance();
  private final TimeZonesOfPlaces zonesOfPlaces = new TimeZonesOfPlaces();
  private final Clocks clocks = new Clocks();

  /** Where a debtor is at a moment: all known numbers tell of it, whichever is used, and by whatever channel. */
  Place of(Reachability known, Instant moment) {
    return of(known.debtor(), known.numbersOfHis(), known.otherwise(), moment);
  }

  /**
   * Where a debtor is at a moment.
   *
   * @param numbersOfHis the phone numbers that tell of it, E.164
   * @param otherwise what else the creditor's newest file says
   */
  public Place of(DebtorDetails debtor, Collection<String> numbersOfHis, ToldOtherwise otherwise, Instant moment) {
    List<PhoneNumber> parsed = numbersOfHis.stream().map(this::parsed).filter(Optional::isPresent).map(Optional::get)
        .toList();
    Set<String> regions = new LinkedHashSet<>(otherwise.regions());
    Set<String> countries = new LinkedHashSet<>();
    Set<ZoneId> zones = new LinkedHashSet<>(Set.of(debtor.timeZone()));
    addCountry(countries, debtor.country());
    otherwise.countries().forEach(country -> addCountry(countries, country));
    if (debtor.region() != null) {
      regions.add(debtor.region());
    }
    regions.forEach(region -> addCountry(countries, region.replaceFirst("-.*", "")));
    List<String> ofTheAddress = List.copyOf(countries);
    otherwise.zones().forEach(zone -> addZones(zones, List.of(zone), moment));
    Stream.concat(Stream.of(debtor.timeZone()), otherwise.zones().stream())
        .forEach(zone -> addCountry(countries, zonesOfPlaces.countryOf(zone)));
    regions.forEach(region -> addZones(zones, zonesOfPlaces.ofRegion(region), moment));
    ofTheAddress.stream().filter(country -> regions.stream().noneMatch(region -> tells(region, country)))
        .forEach(country -> addZones(zones, zonesOfPlaces.ofCountry(country), moment));
    parsed.forEach(each -> {
      addCountry(countries, numbers.getRegionCodeForNumber(each));
      addZones(zones, zonesOf(each), moment);
    });
    Set<Jurisdiction> jurisdictions = new LinkedHashSet<>();
    countries.forEach(country -> jurisdictions.add(Jurisdiction.of(country)));
    if (jurisdictions.isEmpty()) {
      jurisdictions.add(Jurisdiction.DEFAULT);
    }
    regions.forEach(region -> Jurisdiction.ofRegion(region).ifPresent(jurisdictions::add));
    return new Place(jurisdictions, zones, countries, regions);
  }

  /** Whether a region says more than its country does. */
  private boolean tells(String region, String country) {
    return region.startsWith(country + "-") && !zonesOfPlaces.ofRegion(region).isEmpty();
  }

  private static void addCountry(Set<String> countries, @Nullable String country) {
    if (country != null && !country.isBlank() && !country.equals(THE_WORLD)) {
      countries.add(country);
    }
  }

  private List<ZoneId> zonesOf(PhoneNumber number) {
    List<ZoneId> ofItsArea = zonesOfPlaces.ofNumber(numbers.format(number, PhoneNumberFormat.E164));
    return !ofItsArea.isEmpty() ? ofItsArea : zonesOfNumbers.getTimeZonesForNumber(number).stream()
        .filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
        .filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of).toList();
  }

  /** What tells of several zones counts only if it tells of none where the clocks go as the debtor's do. */
  private void addZones(Set<ZoneId> zones, List<ZoneId> told, Instant moment) {
    ZoneId own = zones.iterator().next();
    if (told.stream().noneMatch(zone -> clocks.agree(zone, own, moment))) {
      told.stream().filter(zone -> zones.stream().noneMatch(known -> clocks.agree(zone, known, moment)))
          .forEach(zones::add);
    }
  }

  private Optional<PhoneNumber> parsed(String number) {
    try {
      return Optional.of(numbers.parse(number, null));
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }
}
