package io.remit.statement;

import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One entry of a camt statement with its details, taken in element by element. */
final class CamtEntry {

  private static final int DATE_LENGTH = "2026-01-31".length();

  private final long line;
  private final List<CamtDetail> details = new ArrayList<>();

  private String amount;
  private String currency;
  private String direction;
  private String status;
  private String bookingDate;
  private String valueDate;
  private String bankReference;
  private String entryReference;
  private String information = "";
  private boolean reversal;

  CamtEntry(long line) {
    this.line = line;
  }

  long line() {
    return line;
  }

  void beginDetail(long detailLine, int most) throws StatementRefused {
    if (details.size() == most) {
      throw new StatementRefused(detailLine, "TxDtls", "too-many-entries",
          "An entry has more than " + most + " details (remit.statements.most.entries).");
    }
    details.add(new CamtDetail(detailLine));
  }

  /** @param path below the entry, such as {@code NtryDtls/TxDtls/Refs/EndToEndId} */
  void take(String path, String text, String currencyOfAmount) {
    if (path.startsWith("NtryDtls/TxDtls/")) {
      details.get(details.size() - 1).take(path.substring("NtryDtls/TxDtls/".length()), text, currencyOfAmount);
      return;
    }
    switch (path) {
      case "Amt" -> {
        amount = text;
        currency = currencyOfAmount;
      }
      case "CdtDbtInd" -> direction = text;
      case "RvslInd" -> reversal = text.equals("true") || text.equals("1");
      case "Sts", "Sts/Cd" -> status = text.isEmpty() ? status : text;
      case "BookgDt/Dt", "BookgDt/DtTm" -> bookingDate = text;
      case "ValDt/Dt", "ValDt/DtTm" -> valueDate = text;
      case "AcctSvcrRef" -> bankReference = text;
      case "NtryRef" -> entryReference = text;
      case "AddtlNtryInf" -> information = text;
      default -> {
        // tells nothing that matters here
      }
    }
  }

  boolean isBooked() {
    return "BOOK".equals(status);
  }

  String currency() {
    return currency;
  }

  /** Above zero if money came in. */
  BigDecimal signed() throws StatementRefused {
    BigDecimal value = StatementAmounts.read(amount, currency, line, "Ntry/Amt");
    return isDebit(direction, line, "Ntry/CdtDbtInd") ? value.negate() : value;
  }

  static boolean isDebit(String direction, long line, String element) throws StatementRefused {
    if (!"DBIT".equals(direction) && !"CRDT".equals(direction)) {
      throw new StatementRefused(line, element, "direction", "It has to be CRDT or DBIT.");
    }
    return direction.equals("DBIT");
  }

  /**
   * The entry with its movements: one for each detail where they add up to it, else one for the whole.
   *
   * @param account the creditor's, as the statement tells it, or null
   * @param balanceAfter what was on it then, or null
   */
  BankEntry complete(String account, BigDecimal balanceAfter) throws StatementRefused {
    BigDecimal amountOfWhole = signed().abs();
    boolean divided = details.size() > 1 && addUpTo(amountOfWhole);
    CamtDetail only = details.size() == 1 ? details.get(0) : new CamtDetail(line);
    BankTransaction whole = transaction(divided ? new CamtDetail(line) : only, amountOfWhole, account, balanceAfter);
    if (!divided) {
      return BankEntry.undivided(whole);
    }
    List<BankTransaction> parts = new ArrayList<>();
    for (CamtDetail detail : details) {
      parts.add(transaction(detail, detail.amount(currency), account, balanceAfter));
    }
    return new BankEntry(whole, parts);
  }

  private boolean addUpTo(BigDecimal whole) throws StatementRefused {
    BigDecimal sum = BigDecimal.ZERO;
    for (CamtDetail detail : details) {
      if (!detail.hasAmountIn(currency) || !detail.goesAlongWith(direction)) {
        return false;
      }
      BigDecimal part = detail.amount(currency);
      if (part.signum() == 0) {
        return false;
      }
      sum = sum.add(part);
    }
    return sum.compareTo(whole) == 0;
  }

  private BankTransaction transaction(CamtDetail detail, BigDecimal value, String account, BigDecimal balanceAfter)
      throws StatementRefused {
    String byBank = isGiven(detail.bankReference()) ? detail.bankReference() : bankReference;
    List<String> others = isGiven(entryReference) ? List.of(entryReference) : List.of();
    return new BankTransaction(detail.line(), value.signum() == 0 ? Kind.NOTHING : kindOf(detail), value, currency,
        day(isGiven(bookingDate) ? bookingDate : valueDate, "Ntry/BookgDt"),
        day(isGiven(valueDate) ? valueDate : bookingDate, "Ntry/ValDt"), account, balanceAfter, detail.payer(),
        new Remittance(detail.remittance(information), detail.creditorReferences()),
        new BankReferences(isGiven(byBank) ? byBank : null, detail.endToEndId(), others), ToldAmounts.NONE, null);
  }

  private Kind kindOf(CamtDetail detail) throws StatementRefused {
    if (!isBooked()) {
      return Kind.NOT_BOOKED;
    }
    boolean takenBack = reversal || detail.isReturn();
    if (isDebit(direction, line, "Ntry/CdtDbtInd")) {
      return takenBack ? Kind.CHARGEBACK : Kind.OUTGOING;
    }
    return takenBack ? Kind.OUTGOING_RETURNED : Kind.PAYMENT;
  }

  private LocalDate day(String told, String element) throws StatementRefused {
    try {
      return LocalDate.parse(told == null ? "" : told.substring(0, Math.min(DATE_LENGTH, told.length())));
    } catch (DateTimeException noSuchDay) {
      throw new StatementRefused(line, element, "date", "The entry needs a value date or a booking date that exists.");
    }
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isEmpty();
  }
}
