package io.remit.offer;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.Allocation;
import io.remit.ledger.Allocation.Parts;
import io.remit.ledger.AllocationOrder;
import io.remit.ledger.Amount;
import io.remit.ledger.LedgerRepository;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an offer of what a person entered, if it keeps the limits of {@code waiver-limits}. */
@Component
class OfferChecks {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int REMEMBERED_DAYS = 365;

  private final WaiverPolicy policy;
  private final OfferRepository offers;
  private final CaseFigures figures;
  private final AccountRepository accounts;
  private final LedgerRepository ledger;
  private final AllocationOrder order;
  private final BusinessCalendar calendar;

  OfferChecks(WaiverPolicy policy, OfferRepository offers, CaseFigures figures, AccountRepository accounts,
      LedgerRepository ledger, AllocationOrder order, BusinessCalendar calendar) {
    this.policy = policy;
    this.offers = offers;
    this.figures = figures;
    this.accounts = accounts;
    this.ledger = ledger;
    this.order = order;
    this.calendar = calendar;
  }

  /** An offer that can be made. */
  record Draft(String currency, BigDecimal payAmount, LocalDate payBy, Parts waived, String reason,
      WaiverLimits limits) {
  }

  /**
   * Checks an offer in a case.
   *
   * @throws InvalidInputException that names the field, and the limit where there is one
   */
  Draft check(String caseNumber, OfferRequest request) {
    String reason = EnteredText.reason(request.reason());
    CaseFigures.Figures amounts = figures.of(caseNumber);
    String currency = amounts.currency();
    Parts owed = owed(caseNumber, currency);
    Parts waived = new Parts(part("fees", request.fees(), owed.fees(), currency),
        part("interest", request.interest(), owed.interest(), currency),
        part("principal", request.principal(), owed.principal(), currency));
    BigDecimal all = waived.fees().add(waived.interest()).add(waived.principal());
    if (all.signum() == 0) {
      throw new InvalidInputException("principal", "nothing is waived: say of fees, interest or principal how much is");
    }
    BigDecimal payAmount = amount("payAmount", request.payAmount(), currency);
    BigDecimal most = amounts.outstanding().subtract(all);
    if (payAmount.compareTo(most) > 0) {
      throw new InvalidInputException("payAmount", "is more than what is owed beside what is waived: at most "
          + currency + " " + most.toPlainString());
    }
    WaiverLimits limits = policy.limitsFor(new WaiverPolicy.Question(amounts.stage(),
        share(waived.fees(), owed.fees()), share(waived.interest(), owed.interest()),
        share(waived.principal(), owed.principal()), new Amount(currency, all.add(waivedAlone(caseNumber)))));
    LocalDate payBy = payAmount.signum() == 0 ? calendar.today() : EnteredText.dateAhead("payBy", request.payBy(),
        calendar.today(), calendar.today().plusDays(limits.longestValidDays()));
    return new Draft(currency, payAmount, payBy, waived, reason, limits);
  }

  /** What many small waivers come to counts as one. */
  private BigDecimal waivedAlone(String caseNumber) {
    return offers.waivedAlone(caseNumber, calendar.startOf(calendar.today().minusDays(REMEMBERED_DAYS)));
  }

  /** What the accounts of a case owe, by parts; an overpaid one does not make it less. */
  private Parts owed(String caseNumber, String currency) {
    BigDecimal zero = Money.inScaleOf(currency, BigDecimal.ZERO);
    List<Parts> each = accounts.ofCase(caseNumber).stream().map(this::owedOn).toList();
    return new Parts(each.stream().map(Parts::fees).reduce(zero, BigDecimal::add),
        each.stream().map(Parts::interest).reduce(zero, BigDecimal::add),
        each.stream().map(parts -> parts.principal().max(zero)).reduce(zero, BigDecimal::add));
  }

  private Parts owedOn(Account account) {
    return Allocation.of(account, ledger.ofAccount(account.accountNumber()), order.forProduct(account.product()))
        .owed();
  }

  private static BigDecimal part(String field, @Nullable String entered, BigDecimal owed, String currency) {
    BigDecimal amount = amount(field, entered, currency);
    if (amount.compareTo(owed) > 0) {
      throw new InvalidInputException(field, "is more than what is owed of it: at most " + currency + " "
          + owed.toPlainString());
    }
    return amount;
  }

  private static BigDecimal amount(String field, @Nullable String entered, String currency) {
    return EnteredText.amount(field, entered == null || entered.isBlank() ? "0" : entered, currency);
  }

  private static int share(BigDecimal waived, BigDecimal owed) {
    return owed.signum() == 0 ? 0 : waived.multiply(HUNDRED).divide(owed, 0, RoundingMode.UP).intValueExact();
  }
}
