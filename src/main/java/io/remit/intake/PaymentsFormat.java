package io.remit.intake;

import static io.remit.intake.csv.TextFormats.date;
import static io.remit.intake.csv.TextFormats.id;
import static io.remit.intake.csv.TextFormats.oneOf;

import io.remit.intake.csv.CsvRow;
import io.remit.intake.csv.FileLayout;
import io.remit.intake.csv.MoneyFormats;
import io.remit.intake.csv.RowRefused;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PaymentOrder.Type;
import io.remit.ledger.Refusal;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row of a payments file says. */
final class PaymentsFormat {

  static final FileLayout LAYOUT = new FileLayout(
      Set.of("payment_reference", "account_number", "type", "amount", "currency", "value_date"),
      Set.of("reverses", "booking_date"),
      Set.of());

  private static final int LONGEST_REFERENCE = 100;

  private PaymentsFormat() {
  }

  static PaymentOrder read(CsvRow row, long fileId) throws RowRefused {
    String reference = row.required("payment_reference", id(LONGEST_REFERENCE));
    String accountNumber = row.required("account_number", id(64));
    Type type = row.required("type", oneOf(Type.class, "payment-type"));
    String currency = row.required("currency", MoneyFormats.currency());
    BigDecimal amount = row.required("amount", MoneyFormats.positiveAmountIn(currency));
    return new PaymentOrder(reference, accountNumber, type, amount, currency, row.required("value_date", date()),
        reversedBy(row, type), fileId, row.line(), row.optional("booking_date", date()));
  }

  private static @Nullable String reversedBy(CsvRow row, Type type) throws RowRefused {
    if (type != Type.PAYMENT) {
      return row.required("reverses", id(LONGEST_REFERENCE));
    }
    if (row.optional("reverses", id(LONGEST_REFERENCE)) != null) {
      throw new RowRefused(new Refusal("reverses", "reverses-payment",
          "Only a reversal or a chargeback can undo another payment."));
    }
    return null;
  }
}
