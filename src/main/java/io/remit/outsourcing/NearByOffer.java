package io.remit.outsourcing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case near by as it is offered: nothing by which the debtor could be told, and not its number.
 *
 * @param country ISO 3166-1
 * @param region ISO 3166-2
 * @param amount a band in the currency of the case, such as {@code EUR 250-500}
 * @param age a band in days past due, such as {@code 365-730}
 */
public record NearByOffer(long offer, @Nullable String country, @Nullable String region, @Nullable String city,
    String amount, String age, LocalDate until) {
}
