package io.remit.cases;

import java.time.ZoneId;

/**
 * What the creditor's file says of a debtor. Everything that is not required may be null.
 *
 * @param phone E.164
 * @param region ISO 3166-2
 * @param country ISO 3166-1 alpha-2
 * @param timeZone where the debtor lives; contact hours are read in it
 * @param language BCP 47
 */
public record DebtorDetails(String debtorId, DebtorType type, String name, String phone, String email, String address,
    String city, String region, String country, ZoneId timeZone, String language, boolean ownsProperty,
    String contactPersonName, String contactPersonPhone) {

  /** A person or a company. */
  public enum DebtorType {
    PERSON, COMPANY
  }
}
