package io.remit.offer;

import io.remit.cases.AgreedAccounts;
import io.remit.cases.Booking;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.Timeline;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry.Type;
import io.remit.ledger.LedgerRepository;
import io.remit.ledger.OldestDueFirst;
import io.remit.ledger.PaidSince;
import io.remit.ledger.PostingResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What was paid on an offer, and what is waived by it. Both are about the accounts that it names. */
@Component
class OfferWaiver {

  private final AgreedAccounts agreed;
  private final AccountRepository accounts;
  private final LedgerRepository ledger;
  private final BusinessCalendar calendar;

  OfferWaiver(AgreedAccounts agreed, AccountRepository accounts, LedgerRepository ledger, BusinessCalendar calendar) {
    this.agreed = agreed;
    this.accounts = accounts;
    this.ledger = ledger;
    this.calendar = calendar;
  }

  /** Whether as much was paid as the offer asks for, with value dates up to its last day. */
  boolean isEarned(Offer offer) {
    return PaidSince.amount(ledger.movementsOf(agreed.of(offer.key())), offer.sinceEntryId(), offer.payBy())
        .compareTo(offer.payAmount()) >= 0;
  }

  /**
   * Books the waiver, the oldest due account first, but never more than is owed.
   *
   * @param book how; each booking has a reference of its own, such as {@code C100001-S4-1}
   * @throws IllegalStateException if a booking is refused
   */
  void book(Offer offer, Function<Booking, PostingResult> book) {
    List<Account> owing =
        accounts.find(agreed.of(offer.key())).stream()
            .filter(account -> account.outstandingAmount().signum() > 0).toList();
    BigDecimal owed = owing.stream().map(Account::outstandingAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal amount = offer.waivedAmount().min(owed);
    if (amount.signum() == 0) {
      return;
    }
    int line = 0;
    for (Map.Entry<String, BigDecimal> share : OldestDueFirst.divide(amount, owing, calendar.today()).entrySet()) {
      line++;
      PostingResult result = book.apply(new Booking(offer.key() + "-" + line, share.getKey(), Type.WAIVER,
          share.getValue(), calendar.today(), null, Timeline.SYSTEM, "Offer " + offer.key()));
      if (result.outcome() == PostingResult.Outcome.REFUSED) {
        throw new IllegalStateException(
            "the waiver of offer " + offer.key() + " is refused: " + Objects.requireNonNull(result.refusal()).rule());
      }
    }
  }
}
