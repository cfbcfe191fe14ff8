package io.remit.cases;

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
 */
public record DebtorDetails(String debtorId, DebtorType type, String name, @Nullable String phone,
    @Nullable String email, @Nullable String address, @Nullable String city, @Nullable String region,
    @Nullable String country, ZoneId timeZone, @Nullable String language, boolean ownsProperty,
    @Nullable String contactPersonName, @Nullable String contactPersonPhone) {

  /** A person or a company. */
  public enum DebtorType {
    PERSON, COMPANY
  }
}
