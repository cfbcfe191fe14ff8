package io.remit.partner;

import io.remit.cases.Channel;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.ledger.Amount;
import io.remit.partner.CommissionSchedule.Row;
import io.remit.partner.EnteredPartner.CommissionEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what officers enter about partners, field by field. */
final class PartnerEntry {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,40}");
  private static final Pattern WORD = Pattern.compile("[^,\\p{Cntrl}]{1,40}");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 100;
  private static final int MOST_VALUES = 40;
  private static final int MOST_ROWS = 40;
  private static final int MOST_CASES = 1_000_000;
  private static final int OLDEST = 36_500;
  /** What practice pays for the oldest debts. */
  private static final BigDecimal HIGHEST_PERCENT = BigDecimal.valueOf(70);
  private static final int PERCENT_DECIMALS = 2;

  private PartnerEntry() {
  }

  /** @throws InvalidInputException if it is no id for a new partner */
  static String id(@Nullable String entered) {
    if (entered == null || !ID.matcher(entered).matches()) {
      throw new InvalidInputException("partnerId", "must have 1 to 40 letters and digits");
    }
    return entered;
  }

  /**
   * What was entered, checked.
   *
   * @param key stays as it is
   * @param oversight stays as it is
   * @throws InvalidInputException that names the field
   */
  static Partner partner(String partnerId, EnteredPartner entered, @Nullable PartnerKey key, Oversight oversight) {
    return new Partner(partnerId, EnteredText.required("name", entered.name(), LONGEST_NAME),
        EnteredText.choice("kind", entered.kind(), PartnerKind.class), scope(entered),
        new Papers(licence(entered.licence()), contract(entered.contract()), schedule(entered.commission()), key),
        oversight);
  }

  private static Scope scope(EnteredPartner entered) {
    if (entered.capacity() == null || entered.capacity() < 0 || entered.capacity() > MOST_CASES) {
      throw new InvalidInputException("capacity", "must be 0 to " + MOST_CASES);
    }
    return new Scope(places(entered.places()), values("products", entered.products()),
        values("fieldsOfLaw", entered.fieldsOfLaw()), entered.capacity(),
        EnteredText.choices("channels", orNone(entered.channels()), Channel.class),
        EnteredText.choices("dataFields", orNone(entered.dataFields()), DataField.class));
  }

  /** @throws InvalidInputException that names the one that is no place */
  static Set<Place> places(@Nullable List<String> entered) {
    return checked("places", entered, written -> Place.of(written).isPresent(),
        "a place such as CN, CN-SH or CN-SH/Shanghai").stream().map(written -> Place.of(written).orElseThrow())
        .collect(Collectors.toSet());
  }

  private static Set<String> values(String field, @Nullable List<String> entered) {
    return checked(field, entered, WORD.asMatchPredicate(), "of up to 40 characters without a comma");
  }

  private static Set<String> checked(String field, @Nullable List<String> entered, Predicate<String> right,
      String wanted) {
    List<String> values = orNone(entered);
    if (values.size() > MOST_VALUES) {
      throw new InvalidInputException(field, "has more than " + MOST_VALUES + " values");
    }
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) == null || values.get(i).isBlank() || !right.test(values.get(i))) {
        throw new InvalidInputException(field + "[" + i + "]", "must be " + wanted);
      }
    }
    return new TreeSet<>(values);
  }

  private static List<String> orNone(@Nullable List<String> entered) {
    return entered == null ? List.of() : entered;
  }

  /** @throws InvalidInputException that names the field */
  static @Nullable Licence licence(EnteredPartner.@Nullable LicenceEntry entered) {
    return entered == null ? null
        : new Licence(EnteredText.required("licence.number", entered.number(), LONGEST_NUMBER),
            EnteredText.required("licence.authority", entered.authority(), LONGEST_NAME),
            entered.expires() == null || entered.expires().isBlank() ? null
                : EnteredText.date("licence.expires", entered.expires()));
  }

  private static @Nullable Contract contract(EnteredPartner.@Nullable ContractEntry entered) {
    if (entered == null) {
      return null;
    }
    LocalDate begins = EnteredText.date("contract.begins", entered.begins());
    LocalDate ends = EnteredText.date("contract.ends", entered.ends());
    if (ends.isBefore(begins)) {
      throw new InvalidInputException("contract.ends", "lies before the first day");
    }
    return new Contract(begins, ends, entered.kind() == null ? ContractKind.SERVICE
        : EnteredText.choice("contract.kind", entered.kind(), ContractKind.class), null);
  }

  private static CommissionSchedule schedule(@Nullable Collection<CommissionEntry> entered) {
    if (entered == null || entered.isEmpty()) {
      return CommissionSchedule.NONE;
    }
    if (entered.size() > MOST_ROWS) {
      throw new InvalidInputException("commission", "has more than " + MOST_ROWS + " rows");
    }
    List<Row> rows = new ArrayList<>();
    Set<Object> thresholds = new HashSet<>();
    for (CommissionEntry each : entered) {
      String field = "commission[" + rows.size() + "]";
      if (each == null) {
        throw new InvalidInputException(field, "is missing");
      }
      Row row = row(field, each);
      if (!thresholds.add(List.of(row.fromDays(), String.valueOf(row.from())))) {
        throw new InvalidInputException(field, "has the age and the amount of a row before it");
      }
      rows.add(row);
    }
    if (rows.stream().noneMatch(row -> row.fromDays() == 0 && row.from() == null)) {
      throw new InvalidInputException("commission", "needs a row from day 0 for every amount, for what no other fits");
    }
    return new CommissionSchedule(rows);
  }

  private static Row row(String field, CommissionEntry entered) {
    if (entered.fromDays() == null || entered.fromDays() < 0 || entered.fromDays() > OLDEST) {
      throw new InvalidInputException(field + ".fromDays", "must be 0 to " + OLDEST);
    }
    BigDecimal percent = entered.percent();
    if (percent == null || percent.signum() < 0 || percent.compareTo(HIGHEST_PERCENT) > 0
        || percent.stripTrailingZeros().scale() > PERCENT_DECIMALS) {
      throw new InvalidInputException(field + ".percent",
          "must be 0 to " + HIGHEST_PERCENT + ", with two decimals at most");
    }
    return new Row(entered.fromDays(), from(field, entered), percent);
  }

  private static @Nullable Amount from(String field, CommissionEntry entered) {
    if (entered.fromAmount() == null && entered.currency() == null) {
      return null;
    }
    String currency = entered.currency();
    if (currency == null || Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
      throw new InvalidInputException(field + ".currency", "must be one of ISO 4217 such as EUR");
    }
    return new Amount(currency, EnteredText.amount(field + ".fromAmount", entered.fromAmount(), currency));
  }
}
