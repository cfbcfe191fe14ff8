package io.remit.cases;

import io.remit.card.CardNumbers;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks of what a person entered in a form; the form's own checks run in the browser and prove nothing. */
public final class EnteredText {

  private static final int LONGEST_NOTE = 2000;
  private static final int LONGEST_REASON = 500;
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

  private EnteredText() {
  }

  /** Whether anything was entered but blanks. */
  public static boolean isEntered(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /**
   * One of the constants that a form offers.
   *
   * @throws InvalidInputException if it is none of them
   */
  public static <E extends Enum<E>> E choice(String field, @Nullable String entered, Class<E> offered) {
    return Arrays.stream(offered.getEnumConstants()).filter(constant -> constant.name().equals(entered)).findFirst()
        .orElseThrow(() -> new InvalidInputException(field, "must be one of "
            + Arrays.stream(offered.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
  }

  /**
   * Several of the constants that a form offers.
   *
   * @throws InvalidInputException that names the first that is none of them, such as {@code days[2]}
   */
  public static <E extends Enum<E>> Set<E> choices(String field, List<String> entered, Class<E> offered) {
    Set<E> chosen = EnumSet.noneOf(offered);
    for (int i = 0; i < entered.size(); i++) {
      chosen.add(choice(field + "[" + i + "]", entered.get(i), offered));
    }
    return chosen;
  }

  /**
   * A date.
   *
   * @throws InvalidInputException if it is not an ISO date in the years 0001 to 9999
   */
  public static LocalDate date(String field, @Nullable String entered) {
    try {
      LocalDate date = LocalDate.parse(entered == null ? "" : entered.strip());
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeParseException notADate) {
      throw noDate(field);
    }
    throw noDate(field);
  }

  private static InvalidInputException noDate(String field) {
    return new InvalidInputException(field, "must be a date such as 2026-12-24");
  }

  /**
   * A date that lies ahead.
   *
   * @param today the business date
   * @param latest the last day that can be accepted
   * @throws InvalidInputException if it is no ISO date, not after today, or after the latest
   */
  public static LocalDate dateAhead(String field, @Nullable String entered, LocalDate today, LocalDate latest) {
    LocalDate date = date(field, entered);
    if (!date.isAfter(today) || date.isAfter(latest)) {
      throw new InvalidInputException(field, "must lie ahead, not after " + latest);
    }
    return date;
  }

  /**
   * An amount in a currency.
   *
   * @return in the currency's own scale, never below zero
   * @throws InvalidInputException if it is none, below zero, or has more decimals than the currency
   */
  public static BigDecimal amount(String field, @Nullable String entered, String currency) {
    String written = entered == null ? "" : entered.strip();
    if (!AMOUNT.matcher(written).matches()) {
      throw new InvalidInputException(field, "must be an amount such as 46.00");
    }
    BigDecimal amount = new BigDecimal(written).stripTrailingZeros();
    if (amount.scale() > Money.decimalsOf(currency)) {
      throw new InvalidInputException(field, "has more decimals than " + currency);
    }
    return Money.inScaleOf(currency, amount);
  }

  /**
   * A text that must be there.
   *
   * @throws InvalidInputException if nothing was written, or too much
   */
  public static String required(String field, @Nullable String entered, int mostCharacters) {
    if (entered == null || entered.isBlank() || entered.length() > mostCharacters) {
      throw new InvalidInputException(field, "needs 1 to " + mostCharacters + " characters");
    }
    return CardNumbers.masked(entered.strip());
  }

  /**
   * Why something is done, for the record.
   *
   * @throws InvalidInputException if nothing was written, or too much
   */
  public static String reason(@Nullable String entered) {
    if (entered == null || entered.isBlank() || entered.length() > LONGEST_REASON) {
      throw new InvalidInputException("reason", "say why, in up to " + LONGEST_REASON + " characters");
    }
    return CardNumbers.masked(entered);
  }

  /**
   * A note, or null if nothing was written.
   *
   * @throws InvalidInputException if it is too long
   */
  public static @Nullable String note(@Nullable String entered) {
    if (entered != null && entered.length() > LONGEST_NOTE) {
      throw new InvalidInputException("note", "is longer than " + LONGEST_NOTE + " characters");
    }
    return entered == null || entered.isBlank() ? null : CardNumbers.masked(entered);
  }
}
