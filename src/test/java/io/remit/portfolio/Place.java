package io.remit.portfolio;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/**
 * Where drawn debtors live and phone from. All that is known of a place is written here by hand, from maps and national
 * numbering plans: nothing is asked of the libraries that the application asks.
 */
enum Place {

  LONDON("GB", "GB-LND", "Europe/London", "+4420794%05d", "GBP", Law.GREAT_BRITAIN),
  NEW_YORK("US", "US-NY", "America/New_York", "+121273%05d", "USD", Law.UNITED_STATES),
  LOS_ANGELES("US", "US-CA", "America/Los_Angeles", "+121368%05d", "USD", Law.UNITED_STATES),
  HONOLULU("US", "US-HI", "Pacific/Honolulu", "+180852%05d", "USD", Law.UNITED_STATES),
  SHANGHAI("CN", "CN-SH", "Asia/Shanghai", "+86216279%04d", "CNY", Law.CHINA),
  BERLIN("DE", "DE-BE", "Europe/Berlin", "+4930227%05d", "EUR", Law.ANYWHERE_ELSE, "--12-25", "--12-26", "--01-01",
      "--10-03", "--05-01"),
  PARIS("FR", "FR-IDF", "Europe/Paris", "+331423%05d", "EUR", Law.ANYWHERE_ELSE, "--12-25", "--01-01", "--07-14"),
  SAO_PAULO("BR", "BR-SP", "America/Sao_Paulo", "+5511303%05d", "BRL", Law.ANYWHERE_ELSE, "--12-25", "--01-01",
      "--09-07"),
  AUCKLAND("NZ", "NZ-AUK", "Pacific/Auckland", "+64937%05d", "NZD", Law.ANYWHERE_ELSE, "--12-25"),
  SYDNEY("AU", "AU-NSW", "Australia/Sydney", "+612925%05d", "AUD", Law.AUSTRALIA, "--12-25", "--01-01",
      "--01-26", "--04-25"),
  TOKYO("JP", "JP-13", "Asia/Tokyo", "+813358%05d", "JPY", Law.ANYWHERE_ELSE, "--01-01"),
  KUWAIT("KW", "KW-KU", "Asia/Kuwait", "+965224%05d", "KWD", Law.ANYWHERE_ELSE);

  private final String country;
  private final String region;
  private final ZoneId zone;
  private final String numbers;
  private final String currency;
  private final Law law;
  private final Set<String> holidays;

  Place(String country, String region, String zone, String numbers, String currency, Law law, String... holidays) {
    this.country = country;
    this.region = region;
    this.zone = ZoneId.of(zone);
    this.numbers = numbers;
    this.currency = currency;
    this.law = law;
    this.holidays = Set.of(holidays);
  }

  String country() {
    return country;
  }

  String region() {
    return region;
  }

  ZoneId zone() {
    return zone;
  }

  String currency() {
    return currency;
  }

  Law law() {
    return law;
  }

  /** A phone number of the place, E.164. */
  String number(int subscriber) {
    return String.format(numbers, subscriber % (numbers.endsWith("%04d") ? 10_000 : 100_000));
  }

  /** Whether a day is a public holiday whose date is the same each year. */
  boolean isFixedHoliday(MonthDay day) {
    return holidays.contains(day.toString());
  }
}
