package io.remit.intake;

import static io.remit.intake.csv.TextFormats.date;
import static io.remit.intake.csv.TextFormats.id;
import static io.remit.intake.csv.TextFormats.oneOf;
import static io.remit.intake.csv.TextFormats.text;
import static io.remit.intake.csv.TextFormats.trueOrFalse;

import io.remit.cases.AccountSnapshot;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorDetails.Coordinates;
import io.remit.cases.DebtorDetails.DebtorType;
import io.remit.intake.csv.ContactFormats;
import io.remit.intake.csv.CsvRow;
import io.remit.intake.csv.FieldFormat;
import io.remit.intake.csv.FileLayout;
import io.remit.intake.csv.MoneyFormats;
import io.remit.intake.csv.RowRefused;
import io.remit.ledger.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row of an arrears file says. */
final class ArrearsFormat {

  static final FileLayout LAYOUT = new FileLayout(
      Set.of("account_number", "product", "currency", "outstanding_amount", "overdue_amount", "oldest_due_date",
          "debtor_id", "debtor_name", "time_zone"),
      Set.of("debtor_type", "phone", "email", "address", "city", "region", "country", "language", "owns_property",
          "contact_person_name", "contact_person_phone", "next_due_amount", "as_of", "latitude", "longitude"),
      Set.of("debtor_name", "address", "city", "contact_person_name"));

  private static final int NORTH_POLE = 90;
  private static final int DATE_LINE = 180;
  private static final FieldFormat<String> ACCOUNT_NUMBER = id(64);
  private static final FieldFormat<String> PRODUCT = text(40);

  private ArrearsFormat() {
  }

  /** @param asOf the day of the books that was named with the file, or null; a day in the row goes before it */
  static AccountSnapshot read(CsvRow row, @Nullable LocalDate asOf) throws RowRefused {
    String accountNumber = row.required("account_number", ACCOUNT_NUMBER);
    String product = row.required("product", PRODUCT);
    String currency = row.required("currency", MoneyFormats.currency());
    BigDecimal outstanding = row.required("outstanding_amount", MoneyFormats.signedAmountIn(currency));
    BigDecimal overdue = row.optional("overdue_amount", MoneyFormats.amountIn(currency));
    BigDecimal nextDue = row.optional("next_due_amount", MoneyFormats.amountIn(currency));
    refuseAbove(outstanding, overdue, "overdue_amount", "overdue-above-outstanding",
        "The overdue amount is above the outstanding amount.");
    refuseAbove(outstanding, nextDue, "next_due_amount", "next-due-above-outstanding",
        "The amount that falls due is above the outstanding amount.");
    LocalDate dueDate = row.required("oldest_due_date", date());
    LocalDate itsDay = row.optional("as_of", date());
    return new AccountSnapshot(accountNumber, product, currency, outstanding, overdue, nextDue, dueDate,
        itsDay == null ? asOf : itsDay, debtorIn(row));
  }

  private static void refuseAbove(BigDecimal outstanding, @Nullable BigDecimal part, String column, String rule,
      String message) throws RowRefused {
    if (part != null && part.compareTo(outstanding.max(BigDecimal.ZERO)) > 0) {
      throw new RowRefused(new Refusal(column, rule, message));
    }
  }

  private static DebtorDetails debtorIn(CsvRow row) throws RowRefused {
    String debtorId = row.required("debtor_id", id(64));
    DebtorType type = row.optional("debtor_type", oneOf(DebtorType.class, "debtor-type"));
    String name = row.required("debtor_name", text(200));
    String phone = row.optional("phone", ContactFormats.phone());
    String email = row.optional("email", ContactFormats.email(254));
    String address = row.optional("address", text(300));
    String city = row.optional("city", text(100));
    String region = row.optional("region", ContactFormats.region());
    String country = row.optional("country", ContactFormats.country());
    var timeZone = row.required("time_zone", ContactFormats.timeZone());
    String language = row.optional("language", ContactFormats.language(35));
    Boolean ownsProperty = row.optional("owns_property", trueOrFalse());
    return new DebtorDetails(debtorId, type == null ? DebtorType.PERSON : type, name, phone, email, address, city,
        region, country, timeZone, language, Boolean.TRUE.equals(ownsProperty),
        row.optional("contact_person_name", text(200)), row.optional("contact_person_phone", ContactFormats.phone()),
        coordinatesIn(row));
  }

  /** Both or none. */
  private static @Nullable Coordinates coordinatesIn(CsvRow row) throws RowRefused {
    BigDecimal latitude = row.optional("latitude", ContactFormats.degrees(NORTH_POLE));
    BigDecimal longitude = row.optional("longitude", ContactFormats.degrees(DATE_LINE));
    if ((latitude == null) != (longitude == null)) {
      throw new RowRefused(new Refusal(latitude == null ? "latitude" : "longitude", "coordinates-incomplete",
          "A place has both a latitude and a longitude."));
    }
    return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
  }

  /** The account that a refused row is about, if that much of it can be read. */
  static Optional<String> accountNumberIn(CsvRow row) {
    return row.ifReadable("account_number", ACCOUNT_NUMBER);
  }

  /** The product that a refused row is about, if that much of it can be read. */
  static Optional<String> productIn(CsvRow row) {
    return row.ifReadable("product", PRODUCT);
  }
}
