package io.remit.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * The countries of the demo: who lives there, what people are called, in which currency they owe. Telephone numbers
 * come from the ranges that regulators keep for films and books (555-01xx in the US, lists of Ofcom and
 * Bundesnetzagentur).
 */
enum Country {

  US("en-US", "USD", "EUR", BigDecimal.ONE, "%d Example Avenue, Apt %d", "%s Landscaping LLC",
      List.of("Ava", "Brandon", "Caleb", "Denise", "Emily", "Hector", "Imani",
          "José", "Keisha", "Renée", "Tyler", "Zoe"),
      List.of("Anderson", "Brooks", "Castañeda", "Delgado", "Freeman", "Hoffman", "Kim", "Núñez", "O'Connor",
          "Walker"),
      List.of(
          new Place("New York", "US-NY", "America/New_York", "+121255501", 2),
          new Place("Atlanta", "US-GA", "America/New_York", "+140455501", 2),
          new Place("Chicago", "US-IL", "America/Chicago", "+131255501", 2),
          new Place("Denver", "US-CO", "America/Denver", "+130355501", 2),
          new Place("Los Angeles", "US-CA", "America/Los_Angeles", "+121355501", 2),
          new Place("Honolulu", "US-HI", "Pacific/Honolulu", "+180855501", 2))),

  GB("en-GB", "GBP", "EUR", BigDecimal.ONE, "%d Example Road, Flat %d", "%s Catering Ltd",
      List.of("Aled", "Bronwen", "Charlotte", "Gareth", "Harriet", "Imran", "Niamh",
          "Oliver", "Priya", "Seán", "Siân", "Zoë"),
      List.of("Ahmed", "Bennett", "Campbell", "Davies", "Evans", "Hughes", "MacLeod", "O'Neill", "Patel", "Thompson"),
      List.of(
          new Place("London", "GB-ENG", "Europe/London", "+442079460", 3),
          new Place("Manchester", "GB-ENG", "Europe/London", "+441614960", 3),
          new Place("Edinburgh", "GB-SCT", "Europe/London", "+441314960", 3),
          new Place("Cardiff", "GB-WLS", "Europe/London", "+442920180", 3),
          new Place("Bristol", "GB-ENG", "Europe/London", "+447700900", 3))),

  DE("de-DE", "EUR", "USD", BigDecimal.ONE, "Musterstraße %d, Wohnung %d", "Bäckerei %s GmbH",
      List.of("Anneliese", "Björn", "Cem", "Günther", "Heike", "Jörg", "Käthe",
          "Lukas", "Malgorzata", "Sören", "Ute", "Yıldız"),
      List.of("Böhm", "Fuchs", "Groß", "Krüger", "Müller", "Özdemir", "Schäfer", "Schmidt", "Weiß", "Łukasik"),
      List.of(
          new Place("Berlin", "DE-BE", "Europe/Berlin", "+493023125", 3),
          new Place("Hamburg", "DE-HH", "Europe/Berlin", "+494066969", 3),
          new Place("München", "DE-BY", "Europe/Berlin", "+498999998", 3),
          new Place("Frankfurt am Main", "DE-HE", "Europe/Berlin", "+496990009", 3),
          new Place("Köln", "DE-NW", "Europe/Berlin", "+492214710", 3))),

  CN("zh-CN", "CNY", "USD", BigDecimal.valueOf(7), "示例路%d号, %d室", "%s贸易有限公司",
      List.of("伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "艳", "勇", "婷", "浩"),
      List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"),
      List.of(
          new Place("北京", "CN-BJ", "Asia/Shanghai", null, 0),
          new Place("上海", "CN-SH", "Asia/Shanghai", null, 0),
          new Place("深圳", "CN-GD", "Asia/Shanghai", null, 0),
          new Place("成都", "CN-SC", "Asia/Shanghai", null, 0)));

  private final String language;
  private final String currency;
  private final String otherCurrency;
  private final BigDecimal priceLevel;
  private final String addressFormat;
  private final String companyFormat;
  private final List<String> givenNames;
  private final List<String> familyNames;
  private final List<Place> places;

  Country(String language, String currency, String otherCurrency, BigDecimal priceLevel, String addressFormat,
      String companyFormat, List<String> givenNames, List<String> familyNames, List<Place> places) {
    this.language = language;
    this.currency = currency;
    this.otherCurrency = otherCurrency;
    this.priceLevel = priceLevel;
    this.addressFormat = addressFormat;
    this.companyFormat = companyFormat;
    this.givenNames = givenNames;
    this.familyNames = familyNames;
    this.places = places;
  }

  String language() {
    return language;
  }

  String currency() {
    return currency;
  }

  /** What a few of its people owe in beside their own currency. */
  String otherCurrency() {
    return otherCurrency;
  }

  /** By how much amounts in its currency are larger than those of the others. */
  BigDecimal priceLevel() {
    return priceLevel;
  }

  List<String> givenNames() {
    return givenNames;
  }

  List<String> familyNames() {
    return familyNames;
  }

  List<Place> places() {
    return places;
  }

  String address(int street, int flat) {
    return String.format(Locale.ROOT, addressFormat, street, flat);
  }

  String person(String givenName, String familyName) {
    return this == CN ? familyName + givenName : givenName + " " + familyName;
  }

  String company(String familyName) {
    return String.format(Locale.ROOT, companyFormat, familyName);
  }
}
