package io.remit.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One statement, report or notification of a camt file, taken in element by element. */
final class CamtStatement {

  private final Sums sums;
  private final StatementBalance balance = new StatementBalance();
  private final List<Bal> balances = new ArrayList<>();
  private final OwnAccount account = new OwnAccount();

  private @Nullable Bal current;
  private @Nullable LocalDate day;
  private boolean hasEntries;
  private boolean isOpen;

  CamtStatement(Sums sums) {
    this.sums = sums;
  }

  /** Whether there are balances by which its entries can be checked. */
  enum Sums {
    /** A statement always has them. */
    REQUIRED,
    /** A report may have them. */
    IF_TOLD,
    /** A notification has none. */
    NONE;

    static Sums of(String element) {
      return switch (element) {
        case "Stmt" -> REQUIRED;
        case "Rpt" -> IF_TOLD;
        default -> NONE;
      };
    }
  }

  /** The account of which it tells, as far as it is told. */
  static final class OwnAccount {
    private @Nullable String number;
    private @Nullable String owner;

    @Nullable String number() {
      return number;
    }

    /** Whether a party is who keeps this account. */
    boolean isOf(@Nullable String name, @Nullable String accountOfParty) {
      if (accountOfParty != null && number != null) {
        return plain(accountOfParty).equals(plain(number));
      }
      return name != null && owner != null && plain(name).equals(plain(owner));
    }

    private static String plain(String text) {
      return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }
  }

  /** One of the balances that a statement tells. */
  private static final class Bal {
    private final long line;
    private @Nullable String type;
    private @Nullable String amount;
    private String currency = "";
    private @Nullable String direction;

    private Bal(long line) {
      this.line = line;
    }

    private BigDecimal signed() throws StatementRefused {
      BigDecimal value = StatementAmounts.read(amount, currency, line, "Bal/Amt");
      return CamtEntry.isDebit(direction, line, "Bal/CdtDbtInd") ? value.negate() : value;
    }
  }

  void beginBalance(long line) {
    current = new Bal(line);
    balances.add(current);
  }

  CamtEntry beginEntry(long line) throws StatementRefused {
    if (!hasEntries) {
      hasEntries = true;
      open();
    }
    return new CamtEntry(line, account, sums == Sums.IF_TOLD);
  }

  /** Adds it up. */
  BankEntry endEntry(CamtEntry entry) throws StatementRefused {
    if (entry.isBooked()) {
      balance.book(entry.signed(), entry.currency(), entry.line(), "Ntry/Amt");
    }
    return entry.complete(balance.now(), day);
  }

  void take(String path, String text, String currencyOfAmount) {
    switch (path) {
      case "Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/PrtryAcct/Id", "Acct/Id/BBAN" -> account.number = text;
      case "Acct/Ownr/Nm", "Acct/Ownr/Pty/Nm" -> account.owner = text;
      case "CreDtTm" -> day = CamtEntry.dayIn(text).orElse(day);
      case "Bal/Tp/CdOrPrtry/Cd", "Bal/Tp/CdOrPrtry/Prtry", "Bal/Tp/Cd" -> balanceInHand().type = text;
      case "Bal/Amt" -> {
        balanceInHand().amount = text;
        balanceInHand().currency = currencyOfAmount;
      }
      case "Bal/CdtDbtInd" -> balanceInHand().direction = text;
      default -> {
        // tells nothing that matters here
      }
    }
  }

  private Bal balanceInHand() {
    return Objects.requireNonNull(current, "what is told of a balance stands in it");
  }

  private void open() throws StatementRefused {
    Bal opening = sums == Sums.NONE ? null : opening();
    if (opening != null) {
      balance.opensWith(opening.signed(), opening.currency);
      isOpen = true;
    }
  }

  private @Nullable Bal opening() {
    return firstOf("OPBD", "PRCD", "ITBD");
  }

  /** Checks the sums, as far as there are such. */
  void close(long line) throws StatementRefused {
    if (sums == Sums.NONE) {
      return;
    }
    if (!isOpen) {
      open();
    }
    Bal opening = opening();
    Bal closing = lastOf("CLBD", "ITBD");
    boolean complete = opening != null && closing != null && closing != opening;
    if (closing != null && closing != opening) {
      balance.closesWith(closing.signed(), closing.currency, closing.line, "Bal/Amt");
    }
    if (complete || sums == Sums.REQUIRED && !agreesWithAvailable()) {
      balance.check(line, "Stmt");
    }
  }

  /** Some banks tell what is available in place of what is booked: only if it adds up it takes the place. */
  private boolean agreesWithAvailable() throws StatementRefused {
    Bal opening = firstOf("OPAV");
    Bal closing = lastOf("CLAV");
    return opening() == null && opening != null && closing != null && opening.currency.equals(closing.currency)
        && opening.signed().add(balance.booked()).compareTo(closing.signed()) == 0;
  }

  private @Nullable Bal firstOf(String... types) {
    for (String type : types) {
      for (Bal each : balances) {
        if (type.equals(each.type)) {
          return each;
        }
      }
    }
    return null;
  }

  private @Nullable Bal lastOf(String... types) {
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
