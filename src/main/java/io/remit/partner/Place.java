package io.remit.partner;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A country, a region of it, or a city in one.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2, or null
 * @param city its name as the creditor's files write it, or null; small and capital letters are the same
 */
public record Place(String country, @Nullable String region, @Nullable String city) {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern WRITTEN =
      Pattern.compile("(?<country>[A-Z]{2})(?<subdivision>-[A-Z0-9]{1,3})?(/(?<city>[^,/\\p{Cntrl}]{1,80}))?");

  /** Reads a place as {@link #toString} writes it; empty if it is none. */
  public static Optional<Place> of(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches() || !COUNTRIES.contains(parts.group("country"))) {
      return Optional.empty();
    }
    String country = parts.group("country");
    String subdivision = parts.group("subdivision");
    String city = parts.group("city");
    return Optional.of(new Place(country, subdivision == null ? null : country + subdivision,
        city == null || city.isBlank() ? null : city.strip()));
  }

  /**
   * How near somebody who works in this place is to where a debtor is.
   *
   * @return empty if the debtor is elsewhere, or it is not known whether the debtor is there
   */
  public Optional<Nearness> nearnessTo(Whereabouts debtor) {
    if (!country.equals(debtor.country())) {
      return Optional.empty();
    }
    if (city != null) {
      boolean otherRegion = region != null && debtor.region() != null && !region.equals(debtor.region());
      return !otherRegion && city.equalsIgnoreCase(debtor.city()) ? Optional.of(Nearness.CITY) : Optional.empty();
    }
    if (region != null) {
      return region.equals(debtor.region()) ? Optional.of(Nearness.REGION) : Optional.empty();
    }
    return Optional.of(Nearness.COUNTRY);
  }

  /** Such as {@code CN}, {@code CN-SH}, {@code CN/Shanghai} or {@code CN-SH/Shanghai}. */
  @Override
  public String toString() {
    return (region == null ? country : region) + (city == null ? "" : "/" + city);
  }
}
