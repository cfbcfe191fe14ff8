package io.remit.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invents debtors. */
class DemoDebtors {

  private static final List<Country> COUNTRIES_BY_WEIGHT =
      List.of(Country.US, Country.US, Country.US, Country.GB, Country.GB, Country.DE, Country.DE, Country.CN);

  private final Random random;

  DemoDebtors(Random random) {
    this.random = random;
  }

  DemoDebtor next(int number) {
    Country country = anyOf(COUNTRIES_BY_WEIGHT);
    Place place = anyOf(country.places());
    String id = String.format(Locale.ROOT, "DEMO-%05d", number);
    boolean company = percent(8);
    boolean contactPerson = company || percent(25);
    return new DemoDebtor(
        id,
        country,
        place,
        company ? "COMPANY" : "PERSON",
        company ? country.company(anyOf(country.familyNames())) : person(country),
        percent(90) ? place.phone(random) : null,
        percent(80) ? id.toLowerCase(Locale.ROOT) + "@example.com" : null,
        country.address(1 + random.nextInt(200), 1 + random.nextInt(60)),
        percent(33),
        contactPerson ? person(country) : null,
        contactPerson ? place.phone(random) : null);
  }

  private String person(Country country) {
    return country.person(anyOf(country.givenNames()), anyOf(country.familyNames()));
  }

  private boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  private <T> T anyOf(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }
}
