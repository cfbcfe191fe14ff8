package io.remit.cases;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

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
public record DebtorDetails(String debtorId, DebtorType type, String name, @Nullable String phone,
    @Nullable String email, @Nullable String address, @Nullable String city, @Nullable String region,
    @Nullable String country, ZoneId timeZone, @Nullable String language, boolean ownsProperty,
    @Nullable String contactPersonName, @Nullable String contactPersonPhone, @Nullable Coordinates coordinates) {

  /** Of a debtor of whom no coordinates are told. */
  public DebtorDetails(String debtorId, DebtorType type, String name, @Nullable String phone,
      @Nullable String email, @Nullable String address, @Nullable String city, @Nullable String region,
      @Nullable String country, ZoneId timeZone, @Nullable String language, boolean ownsProperty,
      @Nullable String contactPersonName, @Nullable String contactPersonPhone) {
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
