package io.remit.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One statement or notification of a camt file, taken in element by element. */
final class CamtStatement {

  /** How deep in the document a statement stands. */
  static final int DEPTH = 3;

  private final boolean withBalances;
  private final StatementLimits limits;
  private final StatementBalance balance = new StatementBalance();
  private final List<Bal> balances = new ArrayList<>();

  private String account;
  private String currencyOfAmount;
  private Bal current;
  private CamtEntry entry;

  CamtStatement(boolean withBalances, StatementLimits limits) {
    this.withBalances = withBalances;
    this.limits = limits;
  }

  /** One of the balances that a statement tells. */
  private static final class Bal {
    private String type;
    private String amount;
    private String currency;
    private String direction;
    private long line;

    private BigDecimal signed() throws StatementRefused {
      BigDecimal value = StatementAmounts.read(amount, currency, line, "Bal/Amt");
      return CamtEntry.isDebit(direction, line, "Bal/CdtDbtInd") ? value.negate() : value;
    }
  }

  /** @param currency the element's own, or null */
  void begin(String path, String currency, long line) throws StatementRefused {
    currencyOfAmount = currency;
    switch (path) {
      case "Bal" -> current = new Bal();
      case "Ntry" -> entry = new CamtEntry(line);
      case "Ntry/NtryDtls/TxDtls" -> entry.beginDetail(line, limits.entries());
      default -> {
        // takes its text at its end
      }
    }
  }

  /** @return the entry that is complete with this element */
  Optional<BankEntry> end(String path, String text, long line) throws StatementRefused {
    if (path.equals("Ntry")) {
      if (entry.isBooked()) {
        balance.book(entry.signed(), entry.currency(), entry.line(), "Ntry/Amt");
      }
      BankEntry told = entry.complete(account, balance.now());
      entry = null;
      return Optional.of(told);
    }
    if (entry != null) {
      entry.take(path.substring("Ntry/".length()), text, currencyOfAmount);
    } else if (path.startsWith("Bal")) {
      takeBalance(path, text, line);
    } else {
      takeHead(path, text);
    }
    return Optional.empty();
  }

  private void takeHead(String path, String text) {
    switch (path) {
      case "Acct/Id/IBAN", "Acct/Id/Othr/Id" -> account = text;
      default -> {
        // tells nothing that matters here
      }
    }
  }

  private void takeBalance(String path, String text, long line) {
    switch (path) {
      case "Bal/Tp/CdOrPrtry/Cd" -> current.type = text;
      case "Bal/Amt" -> {
        current.amount = text;
        current.currency = currencyOfAmount;
        current.line = line;
      }
      case "Bal/CdtDbtInd" -> current.direction = text;
      case "Bal" -> balances.add(current);
      default -> {
        // tells nothing that matters here
      }
    }
  }

  /** Checks the sums; a notification has none. */
  void close(long line) throws StatementRefused {
    if (!withBalances) {
      return;
    }
    Bal opening = firstOf("OPBD", "PRCD", "ITBD");
    Bal closing = lastOf("CLBD", "ITBD");
    if (opening != null) {
      balance.opensWith(opening.signed(), opening.currency);
    }
    if (closing != null && closing != opening) {
      balance.closesWith(closing.signed(), closing.currency, closing.line, "Bal/Amt");
    }
    balance.check(line, "Stmt");
  }

  private Bal firstOf(String... types) {
    for (String type : types) {
      for (Bal each : balances) {
        if (type.equals(each.type)) {
          return each;
        }
      }
    }
    return null;
  }

  private Bal lastOf(String... types) {
    for (String type : types) {
      for (int index = balances.size() - 1; index >= 0; index--) {
        if (type.equals(balances.get(index).type)) {
          return balances.get(index);
        }
      }
    }
    return null;
  }
}
