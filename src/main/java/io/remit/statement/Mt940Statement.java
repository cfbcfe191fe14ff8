package io.remit.statement;

import java.math.BigDecimal;
import io.remit.statement.BankTransaction.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One MT940 message, taken in field by field. */
final class Mt940Statement {

  private static final Pattern BALANCE = Pattern.compile("([CD])([0-9]{6})([A-Z]{3})([0-9]{1,15},[0-9]{0,5})");

  private final StatementBalance balance = new StatementBalance();

  private String reference;
  private String account;
  private String number;
  private boolean closed;
  private Mt940Entry entry;
  private String information = "";

  /** @return the entry that is complete when this field begins */
  Optional<BankEntry> take(String tag, String value, long line) throws StatementRefused {
    if (tag.equals("86")) {
      information = entry == null ? "" : value;
      return Optional.empty();
    }
    Optional<BankEntry> told = complete();
    switch (tag) {
      case "20" -> reference = value;
      case "25" -> account = value;
      case "28", "28C" -> number = value;
      case "60F", "60M" -> open(value, line, tag);
      case "61" -> begin(value, line);
      case "62F", "62M" -> closeWith(value, line, tag);
      default -> {
        // such as 21, 64 and 65: tells nothing that matters here
      }
    }
    return told;
  }

  private void open(String value, long line, String tag) throws StatementRefused {
    requireHead(line);
    Matcher told = balance(value, line, tag);
    balance.opensWith(signed(told, line, tag), told.group(3));
  }

  private void begin(String value, long line) throws StatementRefused {
    requireHead(line);
    if (!balance.isOpen()) {
      throw missing(line, "60F");
    }
    entry = Mt940Entry.read(value, balance.currency(), line);
    balance.book(entry.signed(), balance.currency(), line, "61");
  }

  private void closeWith(String value, long line, String tag) throws StatementRefused {
    requireHead(line);
    if (!balance.isOpen()) {
      throw missing(line, "60F");
    }
    Matcher told = balance(value, line, tag);
    balance.closesWith(signed(told, line, tag), told.group(3), line, tag);
    closed = true;
  }

  /** @return the last entry */
  Optional<BankEntry> close(long line) throws StatementRefused {
    requireHead(line);
    if (!balance.isOpen()) {
      throw missing(line, "60F");
    }
    if (!closed) {
      throw missing(line, "62F");
    }
    balance.check(line, "62F");
    return complete();
  }

  private void requireHead(long line) throws StatementRefused {
    if (reference == null) {
      throw missing(line, "20");
    }
    if (account == null) {
      throw missing(line, "25");
    }
    if (number == null) {
      throw missing(line, "28C");
    }
  }

  private Optional<BankEntry> complete() {
    if (entry == null) {
      return Optional.empty();
    }
    Mt940Information told = Mt940Information.read(information);
    BankReferences references = new BankReferences(entry.bankReference(),
        told.endToEndId() == null ? entry.customerReference() : told.endToEndId(),
        entry.customerReference() == null ? List.of() : List.of(entry.customerReference()));
    BigDecimal amount = entry.signed().abs();
    BankTransaction movement = new BankTransaction(entry.line(), amount.signum() == 0 ? Kind.NOTHING : entry.kind(told),
        amount, balance.currency(), entry.valueDate(), entry.valueDate(), account, balance.now(),
        new Payer(told.payerName(), told.payerAccount(), null), Remittance.of(told.remittance(),
            told.creditorReferences().toArray(String[]::new)), references, ToldAmounts.NONE, null);
    entry = null;
    information = "";
    return Optional.of(BankEntry.undivided(movement));
  }

  private static Matcher balance(String value, long line, String tag) throws StatementRefused {
    Matcher told = BALANCE.matcher(value.strip());
    if (!told.matches()) {
      throw new StatementRefused(line, tag, "balance-format",
          "The balance has to be C or D, a date, a currency and an amount with a comma.");
    }
    return told;
  }

  private static BigDecimal signed(Matcher told, long line, String tag) throws StatementRefused {
    BigDecimal amount = StatementAmounts.read(told.group(4).replace(',', '.'), told.group(3), line, tag);
    return told.group(1).equals("D") ? amount.negate() : amount;
  }

  private static StatementRefused missing(long line, String tag) {
    return new StatementRefused(line, tag, "missing-field", "The message has no field " + tag + " before this.");
  }
}
