package io.remit.statement;

import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One MT940 message, taken in field by field. */
final class Mt940Statement {

  private static final Pattern BALANCE =
      Pattern.compile("([CD])\\s?([0-9]{6})\\s?([A-Z]{3})\\s?([0-9]{1,15}(?:,[0-9]{0,5})?|,[0-9]{1,5})\\b.*");

  private final StatementBalance balance = new StatementBalance();
  private final StringBuilder information = new StringBuilder();
  private final StringBuilder ownFields = new StringBuilder();
  /** Entries from the first expected one on: only the closing balance tells whether it holds those. */
  private final List<Told> held = new ArrayList<>();

  private @Nullable String reference;
  private @Nullable String account;
  private @Nullable String number;
  private @Nullable LocalDate day;
  private @Nullable Mt940Entry entry;
  private BigDecimal expected = BigDecimal.ZERO;
  private @Nullable BigDecimal beforeHeld;
  private boolean closed;

  /** An entry with what is said of it. */
  private record Told(Mt940Entry entry, Mt940Information information) {
  }

  boolean isClosed() {
    return closed;
  }

  /** Empty before it is told. */
  String currency() {
    return balance.currency();
  }

  /** @return the entries that are complete when this field begins */
  List<BankEntry> take(String tag, String value, long line) throws StatementRefused {
    if (tag.equals("86") || tag.equals("NS")) {
      if (entry != null) {
        append(tag.equals("86") ? information : ownFields, value);
      }
      return List.of();
    }
    List<BankEntry> told = complete();
    String firstLine = value.lines().findFirst().orElse("").strip();
    switch (tag) {
      case "20" -> reference = firstLine;
      case "25", "25P" -> account = firstLine;
      case "28", "28C" -> number = firstLine;
      case "60F", "60M" -> open(firstLine, line, tag);
      case "61" -> begin(value, line);
      case "62F", "62M" -> closeWith(firstLine, line, tag);
      default -> {
        // such as 21, 64 and 65: tells nothing that matters here
      }
    }
    return told;
  }

  private static void append(StringBuilder to, String value) {
    to.append(to.length() == 0 ? "" : "\n").append(value);
  }

  private void open(String value, long line, String tag) throws StatementRefused {
    requireHead(line);
    Matcher told = balance(value, line, tag);
    balance.opensWith(signed(told, line, tag), told.group(3));
    day = Mt940Entry.day(told.group(2)).orElse(null);
  }

  private void begin(String value, long line) throws StatementRefused {
    requireHead(line);
    if (!balance.isOpen()) {
      throw missing(line, "60F");
    }
    entry = Mt940Entry.read(value, balance.currency(), line);
    if (entry.isExpected()) {
      expected = expected.add(entry.signed());
      beforeHeld = beforeHeld == null ? balance.now() : beforeHeld;
    } else {
      balance.book(entry.signed(), balance.currency(), line, "61");
    }
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

  /** @return the last entries */
  List<BankEntry> close(long line) throws StatementRefused {
    requireHead(line);
    if (!balance.isOpen()) {
      throw missing(line, "60F");
    }
    if (!closed) {
      throw missing(line, "62F");
    }
    List<BankEntry> told = new ArrayList<>(complete());
    boolean expectedIsBooked = expected.signum() != 0 && !balance.agrees() && balance.agreesWith(expected);
    if (expectedIsBooked) {
      balance.book(expected, balance.currency(), line, "62F");
    }
    balance.check(line, "62F");
    BigDecimal after = Objects.requireNonNullElse(beforeHeld, BigDecimal.ZERO);
    for (Told each : held) {
      boolean counts = expectedIsBooked || !each.entry().isExpected();
      after = counts ? after.add(each.entry().signed()) : after;
      told.add(entryOf(each, counts, after));
    }
    return told;
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

  private List<BankEntry> complete() throws StatementRefused {
    if (entry == null) {
      return List.of();
    }
    Told told = new Told(entry, Mt940Information.read(information.toString(), ownFields.toString(), entry));
    entry = null;
    information.setLength(0);
    ownFields.setLength(0);
    if (beforeHeld != null) {
      held.add(told);
      return List.of();
    }
    return List.of(entryOf(told, true, balance.now()));
  }

  private BankEntry entryOf(Told told, boolean booked, @Nullable BigDecimal balanceAfter) throws StatementRefused {
    BigDecimal amount = told.entry().signed();
    Kind kind = !booked ? Kind.NOT_BOOKED
        : amount.signum() == 0 ? Kind.NOTHING : told.information().signs(told.entry()).kind();
    ToldAmounts amounts = told.information().amounts(balance.currency());
    BankTransaction whole = movement(told, kind, amount, amounts, balanceAfter);
    if (kind != Kind.CHARGEBACK) {
      return BankEntry.undivided(whole);
    }
    BigDecimal charges = amounts.equals(ToldAmounts.NONE) ? told.information().chargeInText(amount.negate())
        : amounts.charges() == null ? BigDecimal.ZERO : zeroIfNone(inOwnCurrency(amounts.charges()));
    EntryParts.Detail detail = new EntryParts.Detail(amount, kind, inOwnCurrency(amounts.instructed()), charges);
    List<BankTransaction> parts = new ArrayList<>(2);
    for (EntryParts.Part part : EntryParts.of(amount, detail, List.of())) {
      parts.add(movement(told, part.kind(), part.amount(), amounts, balanceAfter));
    }
    return new BankEntry(whole, parts);
  }

  private @Nullable BigDecimal inOwnCurrency(ToldAmounts.@Nullable ToldAmount told) {
    return told == null || !told.currency().equals(balance.currency()) ? null : told.amount();
  }

  private static BigDecimal zeroIfNone(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  private BankTransaction movement(Told told, Kind kind, BigDecimal amount, ToldAmounts amounts,
      @Nullable BigDecimal balanceAfter) throws StatementRefused {
    Mt940Entry of = told.entry();
    LocalDate instead = kind.isOfDebtor() ? null : day;
    LocalDate value = of.valueDate() != null || instead == null ? of.valueDate() : instead;
    LocalDate booking = of.bookingDate() != null || instead == null ? of.bookingDate() : value;
    if (value == null || booking == null) {
      throw new StatementRefused(of.line(), "61", "date", "There is no such day.");
    }
    return new BankTransaction(of.line(), kind, amount.abs(), balance.currency(), booking, value, ownAccount(),
        balanceAfter, told.information().payer(), told.information().remittance(), told.information().references(of),
        amounts, told.information().returnReason(), 1);
  }

  /** Without the currency that some banks write behind it. */
  private String ownAccount() {
    return Objects.requireNonNull(account, "the head comes first")
        .replaceFirst("(?<=[0-9])\\s*" + balance.currency() + "$", "");
  }

  private static Matcher balance(String value, long line, String tag) throws StatementRefused {
    Matcher told = BALANCE.matcher(value);
    if (!told.matches()) {
      throw new StatementRefused(line, tag, "balance-format",
          "The balance has to be C or D, a date, a currency and an amount with a comma.");
    }
    return told;
  }

  private static BigDecimal signed(Matcher told, long line, String tag) throws StatementRefused {
    BigDecimal amount = Mt940Entry.amount(told.group(4), told.group(3), line, tag);
    return told.group(1).equals("D") ? amount.negate() : amount;
  }

  private static StatementRefused missing(long line, String tag) {
    return new StatementRefused(line, tag, "missing-field", "The message has no field " + tag + " before this.");
  }
}
