package io.remit.cases;

import java.math.BigDecimal;
import java.time.ZoneId;

/**
 * What the creditor's file says of a debtor. Everything that is not required may be null.
 *
 * @param phone E.164
 * @param region ISO 3166-2
 * @param country ISO 3166-1 alpha-2
 * @param timeZone where the debtor lives; contact hours are read in it
 * @param language BCP 47
 * @param coordinates where the address is
 */
public record DebtorDetails(String debtorId, DebtorType type, String name, String phone, String email, String address,
    String city, String region, String country, ZoneId timeZone, String language, boolean ownsProperty,
    String contactPersonName, String contactPersonPhone, Coordinates coordinates) {

  /** Of a debtor of whom no coordinates are told. */
  public DebtorDetails(String debtorId, DebtorType type, String name, String phone, String email, String address,
      String city, String region, String country, ZoneId timeZone, String language, boolean ownsProperty,
      String contactPersonName, String contactPersonPhone) {
    this(debtorId, type, name, phone, email, address, city, region, country, timeZone, language, ownsProperty,
        contactPersonName, contactPersonPhone, null);
  }

  /**
   * A place on the earth, in degrees with six decimals.
   *
   * @param latitude north above zero
   * @param longitude east above zero
   */
  public record Coordinates(BigDecimal latitude, BigDecimal longitude) {
  }

  /** A person or a company. */
  public enum DebtorType {
    PERSON, COMPANY
  }
}
