package io.remit.partner;

import io.remit.cases.Channel;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner as an officer sends it; what is missing is null.
 *
 * @param kind a {@link PartnerKind}
 * @param places such as {@code CN}, {@code CN-SH}, {@code CN-SH/Shanghai}; none for everywhere
 * @param products none for all
 * @param fieldsOfLaw none for all
 * @param capacity how many cases at a time
 * @param channels each a {@link Channel}
 * @param dataFields each a {@link DataField}
 * @param licence null if there is none
 * @param contract null if there is none yet
 * @param commission none if nothing was agreed
 */
public record EnteredPartner(@Nullable String name, @Nullable String kind, @Nullable List<String> places,
    @Nullable List<String> products, @Nullable List<String> fieldsOfLaw, @Nullable Integer capacity,
    @Nullable List<String> channels, @Nullable List<String> dataFields, @Nullable LicenceEntry licence,
    @Nullable ContractEntry contract, @Nullable List<CommissionEntry> commission) {

  /** @param expires ISO date of the last day; null if it has no end */
  public record LicenceEntry(@Nullable String number, @Nullable String authority, @Nullable String expires) {
  }

  /**
   * ISO dates of the first and the last day.
   *
   * @param kind a {@link ContractKind}; null for a service
   */
  public record ContractEntry(@Nullable String begins, @Nullable String ends, @Nullable String kind) {

    /** A service from the first to the last day. */
    public ContractEntry(@Nullable String begins, @Nullable String ends) {
      this(begins, ends, null);
    }
  }

  /**
   * A row of the commission schedule.
   *
   * @param fromDays days past due
   * @param fromAmount null for every amount
   * @param currency ISO 4217, of the amount
   * @param percent 0 to 70, with two decimals at most
   */
  public record CommissionEntry(@Nullable Integer fromDays, @Nullable String fromAmount, @Nullable String currency,
      @Nullable BigDecimal percent) {
  }
}
