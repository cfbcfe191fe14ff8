package io.remit.statement;

import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The field 61 of an MT940 message.
 *
 * @param mark C for a credit, D for a debit; RC and RD take back a credit and a debit
 * @param signed above zero if money came in
 * @param customerReference the payer's, or null
 * @param bankReference the bank's own, or null
 * @param text the whole field
 */
record Mt940Entry(long line, String mark, BigDecimal signed, LocalDate valueDate, String customerReference,
    String bankReference, String text) {

  private static final Pattern ENTRY = Pattern.compile(
      "([0-9]{6})([0-9]{4})?(RC|RD|EC|ED|C|D)[A-Z]?([0-9]{1,15},[0-9]{0,5})[A-Z][A-Z0-9]{3}(.*)");
  private static final String NO_REFERENCE = "NONREF";
  private static final int SHORTEST_REFERENCE = 2;
  private static final int FIRST_YEAR_OF_LAST_CENTURY = 80;

  static Mt940Entry read(String value, String currency, long line) throws StatementRefused {
    String first = value.lines().findFirst().orElse("");
    Matcher told = ENTRY.matcher(first);
    if (!told.matches()) {
      throw new StatementRefused(line, "61", "entry-format",
          "The entry has to be a date, C, D, RC or RD, an amount with a comma, and a type such as NTRF.");
    }
    String mark = told.group(3);
    BigDecimal amount = StatementAmounts.read(told.group(4).replace(',', '.'), currency, line, "61");
    boolean in = mark.equals("C") || mark.equals("RD") || mark.equals("EC");
    String[] references = told.group(5).split("//", 2);
    return new Mt940Entry(line, mark, in ? amount : amount.negate(), day(told.group(1), line),
        given(references[0]), references.length == 2 ? given(references[1]) : null, value);
  }

  /** An entry that is only expected, EC and ED, is not booked. */
  Kind kind(Mt940Information information) {
    return switch (mark) {
      case "C" -> information.returned() ? Kind.OUTGOING_RETURNED : Kind.PAYMENT;
      case "RC" -> Kind.CHARGEBACK;
      case "D" -> information.returned() ? Kind.CHARGEBACK : Kind.OUTGOING;
      case "EC", "ED" -> Kind.NOT_BOOKED;
      default -> Kind.OUTGOING_RETURNED;
    };
  }

  private static LocalDate day(String yearMonthDay, long line) throws StatementRefused {
    int year = Integer.parseInt(yearMonthDay.substring(0, 2));
    try {
      return LocalDate.of(year < FIRST_YEAR_OF_LAST_CENTURY ? 2000 + year : 1900 + year,
          Integer.parseInt(yearMonthDay.substring(2, 4)), Integer.parseInt(yearMonthDay.substring(4)));
    } catch (DateTimeException noSuchDay) {
      throw new StatementRefused(line, "61", "date", "There is no such day.");
    }
  }

  private static String given(String reference) {
    String told = reference.strip();
    return told.length() < SHORTEST_REFERENCE || told.equals(NO_REFERENCE) ? null : told;
  }
}
