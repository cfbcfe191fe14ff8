package io.remit.faults;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Where invented debtors live and phone from, and rows of an arrears file about them. */
public enum Home {

  BERLIN("DE", "DE-BE", "Europe/Berlin", "+493022%06d"),
  LONDON("GB", "GB-LND", "Europe/London", "+442079%06d"),
  CHICAGO("US", "US-IL", "America/Chicago", "+131222%05d"),
  LOS_ANGELES("US", "US-CA", "America/Los_Angeles", "+121368%05d"),
  SHANGHAI("CN", "CN-SH", "Asia/Shanghai", "+862162%06d"),
  TOKYO("JP", "JP-13", "Asia/Tokyo", "+813358%05d"),
  SAO_PAULO("BR", "BR-SP", "America/Sao_Paulo", "+5511303%05d");

  public static final String HEADER =
      "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,"
      + "debtor_name,phone,region,country,time_zone,language";

  private final String country;
  private final String region;
  private final ZoneId zone;
  private final String numbers;

  Home(String country, String region, String zone, String numbers) {
    this.country = country;
    this.region = region;
    this.zone = ZoneId.of(zone);
    this.numbers = numbers;
  }

  ZoneId zone() {
    return zone;
  }

  /** One of them, for the so-manieth debtor. */
  static Home of(int number) {
    return values()[number % values().length];
  }

  /**
   * A row without its line end, about an account of which all is overdue; the account is called as its debtor, with an
   * {@code A} in front.
   *
   * @param subscriber no two debtors have the same
   */
  public String row(String debtorId, String amount, LocalDate due, int subscriber) {
    return String.join(",", "A" + debtorId, "LOAN", "EUR", amount, amount, due.toString(), debtorId, "Ann Example",
        String.format(Locale.ROOT, numbers, subscriber), region, country, zone.getId(), "en");
  }
}
