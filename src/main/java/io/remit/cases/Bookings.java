package io.remit.cases;

import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.InBooks;
import io.remit.ledger.Ledger;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerEntry.Type;
import io.remit.ledger.Money;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.ledger.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books what people and models decide on an account: fees, waivers, corrections, and payments found by hand. */
@Component
public class Bookings {

  private static final int LONGEST_REFERENCE = 100;
  private static final int LONGEST_REASON = 500;
  private static final int MOST_DIGITS_BEFORE_POINT = 15;

  private final AccountRepository accounts;
  private final Ledger ledger;
  private final Postings postings;
  private final InterestStops interestStops;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  Bookings(AccountRepository accounts, Ledger ledger, Postings postings, InterestStops interestStops,
      Timeline timeline, BusinessCalendar calendar) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.postings = postings;
    this.interestStops = interestStops;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  /**
   * Books once, computes the balance anew and brings the debtor's cases in step with it, in one transaction. A booking
   * that is dated before the creditor's last statement of the account is kept, but the statement contains it already.
   *
   * @return POSTED; DUPLICATE where the same booking stands in the ledger; UNMATCHED where it undoes a payment that is
   *     not known (it counts when that comes); REFUSED with the field at fault, and nothing is booked
   */
  @Transactional
  public PostingResult book(Booking booking) {
    return postings.together(open -> book(booking, open));
  }

  /**
   * The same in a batch that is open: the cases follow at its end.
   *
   * @return as {@link #book(Booking)}
   */
  public PostingResult book(Booking booking, OpenLedger open) {
    return book(booking, open::post);
  }

  /**
   * The same without the cases, by what listens to {@link AccountsChanged}: they are brought in step right afterwards.
   *
   * @return as {@link #book(Booking)}
   */
  public PostingResult bookBeforeCaseFollows(Booking booking) {
    return book(booking, ledger::post);
  }

  private PostingResult book(Booking booking, Function<LedgerEntry, PostingResult> post) {
    Optional<Account> account = accounts.find(booking.accountNumber());
    if (account.isEmpty()) {
      return PostingResult.refused("accountNumber", "unknown-account", "there is no such account");
    }
    Refusal fault = faultOf(booking, account.get().currency());
    if (fault == null && booking.type() == Type.INTEREST) {
      fault = faultOfInterest(booking, account.get());
    }
    return fault == null ? bookOn(account.get(), booking, post) : new PostingResult(Outcome.REFUSED, fault);
  }

  private PostingResult bookOn(Account account, Booking booking, Function<LedgerEntry, PostingResult> post) {
    String currency = account.currency();
    PostingResult result = post.apply(new LedgerEntry(0, account.accountNumber(), booking.type(), booking.reference(),
        booking.reverses(), Money.inScaleOf(currency, booking.amount()), null, currency, booking.valueDate(),
        calendar.now(), null, null, booking.actor(), booking.reason(), null, InBooks.UNKNOWN));
    if (result.outcome() == Outcome.POSTED && account.caseNumber() != null) {
      timeline.add(account.caseNumber(), EntryKind.BOOKED, booking.actor(), "Booked: " + words(booking.type()),
          currency + " " + booking.amount().toPlainString() + ", " + booking.reason());
    }
    return result;
  }

  private @Nullable Refusal faultOf(Booking booking, String currency) {
    if (isMissingOrLonger(booking.reference(), LONGEST_REFERENCE)) {
      return new Refusal("reference", "required", "needs 1 to " + LONGEST_REFERENCE + " characters");
    }
    if (booking.type() == null || booking.type() == Type.SNAPSHOT) {
      return new Refusal("type", "booking-type", "must be something that can be booked, which a snapshot cannot");
    }
    if (isMissingOrLonger(booking.reason(), LONGEST_REASON)) {
      return new Refusal("reason", "required", "say why, in up to " + LONGEST_REASON + " characters");
    }
    if (booking.type().undoesPayment() == (booking.reverses() == null)) {
      return new Refusal("reverses", booking.reverses() == null ? "required" : "reverses-payment",
          "names a payment if and only if a reversal or chargeback undoes it");
    }
    return faultOfAmountAndDate(booking, currency);
  }

  private @Nullable Refusal faultOfAmountAndDate(Booking booking, String currency) {
    int sign = booking.amount() == null ? 0 : booking.amount().signum();
    if (sign == 0 || sign < 0 && booking.type() != Type.CORRECTION) {
      return new Refusal("amount", "amount-not-positive", "must be above zero");
    }
    if (booking.amount().stripTrailingZeros().scale() > Money.decimalsOf(currency)) {
      return new Refusal("amount", "amount-scale", "has more decimals than " + currency);
    }
    if (booking.amount().precision() - booking.amount().scale() > MOST_DIGITS_BEFORE_POINT) {
      return new Refusal("amount", "amount-too-large",
          "has more than " + MOST_DIGITS_BEFORE_POINT + " digits before the point");
    }
    if (booking.valueDate() == null) {
      return new Refusal("valueDate", "required", "must be a day");
    }
    if (booking.valueDate().isAfter(calendar.latestValueDate())) {
      return new Refusal("valueDate", "value-date-in-future", "is more than a day ahead");
    }
    return null;
  }

  private @Nullable Refusal faultOfInterest(Booking booking, Account account) {
    return account.caseNumber() == null ? null : interestStops.of(account.caseNumber())
        .filter(stop -> stop.covers(booking.valueDate()))
        .map(stop -> new Refusal("type", "interest-stopped",
            "no interest is booked on this account from " + stop.from() + " until " + stop.until()
                + ": relief was granted"))
        .orElse(null);
  }

  private static boolean isMissingOrLonger(@Nullable String text, int mostCharacters) {
    return text == null || text.isBlank() || text.length() > mostCharacters;
  }

  private static String words(Type type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
