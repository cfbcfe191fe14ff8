package io.remit.payment;

import io.remit.cases.AgreedAccounts;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.Money;
import io.remit.ledger.OldestDueFirst;
import io.remit.payment.IdentifiedPayment.Outcome;
import io.remit.payment.PaymentPlan.Posting;
import io.remit.payment.PaymentPlan.Rest;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.ToldAmounts.ToldAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes bookings of what a supervisor entered about a payment, or says which field is wrong. */
@Component
class PaymentPlanner {

  private static final Pattern FURTHER = Pattern.compile("(.+?)(?<![\\s=:])[\\s=:]++([0-9]+(?:\\.[0-9]+)?)");
  private static final Pattern RATE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final int MOST_FURTHER = 20;

  private final AccountRepository accounts;
  private final AgreedAccounts agreed;
  private final CaseRepository cases;
  private final ReturnedPayments returned;
  private final BusinessCalendar calendar;

  PaymentPlanner(AccountRepository accounts, AgreedAccounts agreed, CaseRepository cases,
      ReturnedPayments returned, BusinessCalendar calendar) {
    this.accounts = accounts;
    this.agreed = agreed;
    this.cases = cases;
    this.returned = returned;
    this.calendar = calendar;
  }

  /** A number that was entered, with the accounts that it stands for. */
  private record Target(String field, List<Account> accounts, @Nullable String amount) {

    String currency() {
      return accounts.get(0).currency();
    }

    /** The field that the amount was entered in: that of further accounts holds both. */
    String amountField() {
      return field.equals("furtherAccounts") ? field : "amount";
    }
  }

  /** @throws InvalidInputException with the field at fault */
  PaymentPlan plan(BankTransaction told, IdentifiedPayment entered) {
    Outcome outcome = entered.outcome();
    if (outcome != Outcome.POST) {
      if (EnteredText.note(entered.note()) == null) {
        throw new InvalidInputException("note", outcome == Outcome.SEND_BACK ? "say why the payment is sent back"
            : "say how you know it");
      }
      return new PaymentPlan(outcome, List.of(), Rest.STAYS);
    }
    List<Target> targets = targets(told, entered);
    List<Posting> postings = told.kind() == Kind.CHARGEBACK ? takenBack(told, targets)
        : paid(told, targets, entered.exchangeRate());
    refuseTwice(postings);
    BigDecimal rest = told.amount().subtract(inCurrencyOf(told, postings));
    if (rest.signum() < 0) {
      throw new InvalidInputException("amount", "is more than the bank booked, together with the further accounts");
    }
    return new PaymentPlan(outcome, postings, rest(told, entered.leftOver(), rest));
  }

  /** What is left of a return is the cost that the bank told; else somebody has to find out. */
  private static Rest rest(BankTransaction told, @Nullable String entered, BigDecimal rest) {
    if (entered != null && !entered.isBlank()) {
      return EnteredText.choice("leftOver", entered, Rest.class);
    }
    ToldAmount charges = told.told().charges();
    ToldAmount instructed = told.told().instructed();
    boolean explained = told.kind() == Kind.CHARGEBACK && Stream.of(
        charges == null || !charges.currency().equals(told.currency()) ? null : charges.amount(),
        instructed == null || !instructed.currency().equals(told.currency()) ? null
            : told.amount().subtract(instructed.amount()))
        .filter(Objects::nonNull).anyMatch(each -> each.compareTo(rest) == 0);
    return explained ? Rest.COST : Rest.STAYS;
  }

  /** What of the booked amount is used up by the bookings; one in another currency uses up all of it. */
  static BigDecimal inCurrencyOf(BankTransaction told, List<Posting> postings) {
    return postings.stream().anyMatch(posting -> !posting.currency().equals(told.currency())) ? told.amount()
        : postings.stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<Target> targets(BankTransaction told, IdentifiedPayment entered) {
    String typed = blankToNull(entered.accountNumber());
    String field = typed == null ? "likelyAccount" : "accountNumber";
    String number = typed == null ? entered.likelyAccount() : typed.strip();
    if (number == null || number.isBlank()) {
      throw new InvalidInputException("accountNumber", "choose an account or type its number");
    }
    List<Target> targets = new ArrayList<>();
    targets.add(new Target(field, named(field, number, told), blankToNull(entered.amount())));
    List<String> lines = entered.furtherAccounts() == null ? List.of()
        : entered.furtherAccounts().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() > MOST_FURTHER) {
      throw new InvalidInputException("furtherAccounts", "has more than " + MOST_FURTHER + " lines");
    }
    for (String line : lines) {
      Matcher further = FURTHER.matcher(line);
      if (!further.matches()) {
        throw new InvalidInputException("furtherAccounts",
            "needs in each line a number and, behind it, an amount such as 46.00");
      }
      targets.add(new Target("furtherAccounts", named("furtherAccounts", further.group(1), told), further.group(2)));
    }
    return targets;
  }

  private List<Account> named(String field, String number, BankTransaction told) {
    List<Account> named = accounts.find(number).map(List::of).orElseGet(() -> {
      List<Account> ofCase = cases.find(number).map(CollectionCase::caseNumber).map(accounts::ofCase)
          .orElse(List.of());
      return ofCase.isEmpty() ? accounts.ofDebtor(number, told.currency()) : ofCase;
    });
    if (named.isEmpty()) {
      throw new InvalidInputException(field, "there is no such account, nor such a case or debtor");
    }
    return named;
  }

  private List<Posting> paid(BankTransaction told, List<Target> targets, @Nullable String rate) {
    List<Posting> postings = new ArrayList<>();
    for (Target target : targets) {
      BigDecimal amount = target.currency().equals(told.currency()) ? amountOf(told, target, targets)
          : converted(told, target, targets, rate);
      if (amount.signum() <= 0) {
        throw new InvalidInputException(target.amountField(), "must be above zero");
      }
      OldestDueFirst.divide(amount, target.accounts(), calendar.today(), agreed.inForceAmong(numbersOf(target)))
          .forEach((accountNumber, part) ->
          postings.add(new Posting(accountNumber, LedgerEntry.Type.PAYMENT, part, target.currency(), null)));
    }
    return postings;
  }

  /** As it was entered; else all that is not for further accounts. */
  @SuppressWarnings("ReferenceEquality") // each was entered; two may look alike
  private static BigDecimal amountOf(BankTransaction told, Target target, List<Target> all) {
    if (target.amount() != null) {
      return EnteredText.amount(target.amountField(), target.amount(), target.currency());
    }
    return all.stream().filter(other -> other != target)
        .map(other -> EnteredText.amount("furtherAccounts", other.amount(), other.currency()))
        .reduce(told.amount(), BigDecimal::subtract);
  }

  private static BigDecimal converted(BankTransaction told, Target target, List<Target> all, @Nullable String rate) {
    if (all.size() > 1) {
      throw new InvalidInputException("furtherAccounts",
          "can be given only where all is in the currency of the payment");
    }
    if (target.amount() != null) {
      return EnteredText.amount("amount", target.amount(), target.currency());
    }
    if (rate != null && !rate.isBlank()) {
      if (!RATE.matcher(rate.strip()).matches() || new BigDecimal(rate.strip()).signum() == 0) {
        throw new InvalidInputException("exchangeRate", "must be a number above zero, such as 1.09355");
      }
      return told.amount().divide(new BigDecimal(rate.strip()), Money.decimalsOf(target.currency()),
          RoundingMode.HALF_EVEN);
    }
    ToldAmount instructed = told.told().instructed();
    if (instructed != null && instructed.currency().equals(target.currency())) {
      return instructed.amount();
    }
    throw new InvalidInputException(target.field(), "the account is kept in " + target.currency()
        + ", the payment is in " + told.currency() + ": enter the amount in " + target.currency() + ", or the rate");
  }

  private List<Posting> takenBack(BankTransaction told, List<Target> targets) {
    List<Posting> postings = new ArrayList<>();
    for (Target target : targets) {
      postings.addAll(target.amount() == null ? takenBackInFull(told, target) : takenBack(told, target));
    }
    return postings;
  }

  private List<Posting> takenBackInFull(BankTransaction told, Target target) {
    return amountsThatMayHaveGoneBack(told).stream()
        .map(amount -> returned.newest(numbersOf(target), amount, target.currency(), told.bookingDate()))
        .filter(parts -> !parts.isEmpty()).findFirst().map(PaymentPlanner::undoing)
        .orElseThrow(() -> new InvalidInputException(target.field(),
            "has no payment of this amount that can be taken back: enter the amount that went back"));
  }

  private static List<BigDecimal> amountsThatMayHaveGoneBack(BankTransaction told) {
    ToldAmount instructed = told.told().instructed();
    ToldAmount charges = told.told().charges();
    Set<BigDecimal> amounts = new LinkedHashSet<>();
    amounts.add(told.amount());
    if (instructed != null) {
      amounts.add(instructed.amount());
    }
    if (charges != null && charges.currency().equals(told.currency())) {
      amounts.add(told.amount().subtract(charges.amount()));
    }
    return List.copyOf(amounts);
  }

  /** Where less goes back than a whole payment, the debt is corrected by it: up to what was paid. */
  private List<Posting> takenBack(BankTransaction told, Target target) {
    String field = target.amountField();
    BigDecimal amount = EnteredText.amount(field, target.amount(), target.currency());
    List<LedgerEntry> parts = returned.newest(numbersOf(target), amount, target.currency(), told.bookingDate());
    if (!parts.isEmpty()) {
      return undoing(parts);
    }
    Account account = target.accounts().get(0);
    BigDecimal most = returned.takeableOn(account.accountNumber(), told.bookingDate());
    if (target.accounts().size() > 1 || amount.signum() == 0 || amount.compareTo(most) > 0) {
      throw new InvalidInputException(field, target.accounts().size() > 1
          ? "is no payment of these accounts: enter one account" : "must be above zero and at most what was paid: "
              + account.currency() + " " + Money.inScaleOf(account.currency(), most).toPlainString());
    }
    return List.of(new Posting(account.accountNumber(), LedgerEntry.Type.CORRECTION, amount, account.currency(), null));
  }

  private static List<Posting> undoing(List<LedgerEntry> parts) {
    return parts.stream().map(part -> new Posting(part.accountNumber(), LedgerEntry.Type.CHARGEBACK, part.amount(),
        part.currency(), part.reference())).toList();
  }

  private static List<String> numbersOf(Target target) {
    return target.accounts().stream().map(Account::accountNumber).toList();
  }

  private static void refuseTwice(List<Posting> postings) {
    if (postings.stream().map(posting -> posting.accountNumber() + posting.reverses()).distinct().count()
        < postings.size()) {
      throw new InvalidInputException("furtherAccounts", "names an account twice");
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
