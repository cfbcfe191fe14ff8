package io.remit.batch;

import io.remit.cases.Bucket;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Stage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are meant: those that every filter lets through; a filter that is null lets all through.
 *
 * @param daysFrom the least days past due
 * @param daysTo the most days past due
 * @param product one of the case's accounts is of it
 * @param region ISO 3166-2 or, for a country, ISO 3166-1
 * @param amountFrom the least that is overdue, in the currency
 * @param amountTo the most that is overdue, in the currency
 * @param collector user id; {@link #NOBODY} for cases that nobody has
 * @param partner the id of the partner that has the case, or is about to get it
 */
record Selection(@Nullable Stage stage, @Nullable Status status, @Nullable Bucket bucket, @Nullable Integer daysFrom,
    @Nullable Integer daysTo, @Nullable String product, @Nullable String region, @Nullable String currency,
    @Nullable BigDecimal amountFrom, @Nullable BigDecimal amountTo, @Nullable String collector,
    @Nullable String partner) {

  static final String NOBODY = "-";

  private static final int LONGEST_TEXT = 64;

  /** As it was entered: codes, whole numbers and amounts as text; null or blank for no filter. */
  record Entered(@Nullable String stage, @Nullable String status, @Nullable String bucket, @Nullable String daysFrom,
      @Nullable String daysTo, @Nullable String product, @Nullable String region, @Nullable String currency,
      @Nullable String amountFrom, @Nullable String amountTo, @Nullable String collector,
      @Nullable String partner) {

    /** All cases that a partner has, or is about to get. */
    static Entered ofPartner(String partnerId) {
      return new Entered(null, null, null, null, null, null, null, null, null, null, null, partnerId);
    }

    /** @throws InvalidInputException if a filter cannot be accepted, or there is none */
    Selection checked() {
      String wantedCurrency = currency == null || currency.isBlank() ? null : knownCurrency(currency.strip());
      Selection selection = new Selection(
          isBlank(stage) ? null : EnteredText.choice("stage", stage, Stage.class),
          isBlank(status) ? null : open(EnteredText.choice("status", status, Status.class)),
          isBlank(bucket) ? null : knownBucket(), days("daysFrom", daysFrom), days("daysTo", daysTo),
          text("product", product), text("region", region), wantedCurrency,
          amount("amountFrom", amountFrom, wantedCurrency), amount("amountTo", amountTo, wantedCurrency),
          text("collector", collector), text("partner", partner));
      if (selection.isEmpty()) {
        throw new InvalidInputException("select", "name at least one filter");
      }
      return selection;
    }

    private static Status open(Status status) {
      if (status == Status.CLOSED) {
        throw new InvalidInputException("status", "must be one of OPEN, HELD: a closed case stays as it is");
      }
      return status;
    }

    private Bucket knownBucket() {
      return Arrays.stream(Bucket.values()).filter(each -> each.label().equals(bucket)).findFirst()
          .orElseThrow(() -> new InvalidInputException("bucket", "must be one of M0 to M6 or M7+"));
    }

    private static String knownCurrency(String named) {
      return Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).filter(named::equals)
          .findFirst().orElseThrow(() -> new InvalidInputException("currency", "must be one of ISO 4217 such as EUR"));
    }

    private static @Nullable Integer days(String field, @Nullable String entered) {
      if (entered == null || entered.isBlank()) {
        return null;
      }
      if (!entered.strip().matches("-?\\d{1,5}")) {
        throw new InvalidInputException(field, "must be a number of days");
      }
      return Integer.valueOf(entered.strip());
    }

    private static @Nullable BigDecimal amount(String field, @Nullable String entered,
        @Nullable String currency) {
      if (isBlank(entered)) {
        return null;
      }
      if (currency == null) {
        throw new InvalidInputException("currency", "name one: amounts of different currencies are not compared");
      }
      return EnteredText.amount(field, entered, currency);
    }

    private static @Nullable String text(String field, @Nullable String entered) {
      return isBlank(entered) ? null : EnteredText.required(field, entered, LONGEST_TEXT);
    }

    private static boolean isBlank(@Nullable String entered) {
      return entered == null || entered.isBlank();
    }
  }

  private boolean isEmpty() {
    return Stream.of(stage, status, bucket, daysFrom, daysTo, product, region, currency, amountFrom, amountTo,
        collector, partner).allMatch(Objects::isNull);
  }
}
