package io.remit.payment;

import io.remit.cases.CaseRepository;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.PaymentOrder;
import io.remit.outsourcing.Placements;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells in a case's timeline of money for which a person found the account, or that came where nobody waits for it:
 * after the close, or while a partner collects.
 */
@Component
class PaymentNotes {

  private final AccountRepository accounts;
  private final CaseRepository cases;
  private final Placements placements;
  private final Timeline timeline;

  PaymentNotes(AccountRepository accounts, CaseRepository cases, Placements placements, Timeline timeline) {
    this.accounts = accounts;
    this.cases = cases;
    this.placements = placements;
    this.timeline = timeline;
  }

  /**
   * How the cases of some accounts stood before money came in for them.
   *
   * @param caseOfAccount only of accounts that were in a case
   * @param partners of cases that are placed, by case number
   */
  record Before(Map<String, String> caseOfAccount, Set<String> open, Map<String, String> partners) {
  }

  Before before(Collection<String> accountNumbers) {
    Map<String, String> caseOfAccount = accounts.find(accountNumbers.stream().distinct().toList()).stream()
        .filter(account -> account.caseNumber() != null)
        .collect(Collectors.toMap(Account::accountNumber, Account::caseNumber));
    List<String> numbers = caseOfAccount.values().stream().filter(Objects::nonNull).distinct().toList();
    return new Before(caseOfAccount, cases.openAmong(numbers), placements.partnersOf(numbers));
  }

  /** Tells that money was posted, if nobody waits for it. */
  void payment(PaymentOrder order, Before before) {
    String caseNumber = before.caseOfAccount().get(order.accountNumber());
    if (caseNumber == null || order.type() != PaymentOrder.Type.PAYMENT) {
      return;
    }
    String amount = order.currency() + " " + order.amount().toPlainString();
    if (!before.open().contains(caseNumber)) {
      timeline.add(caseNumber, EntryKind.PAYMENT, Timeline.SYSTEM, "A payment came in after the case was closed",
          amount);
    } else if (before.partners().containsKey(caseNumber)) {
      timeline.add(caseNumber, EntryKind.PAYMENT, Timeline.SYSTEM, "A payment came in while a partner collects: "
          + before.partners().get(caseNumber), amount);
    }
  }

  /** Tells that somebody found out for which account money is. */
  void found(PaymentPlan.Posting posting, String actor) {
    accounts.find(posting.accountNumber()).map(Account::caseNumber).ifPresent(caseNumber -> timeline.add(caseNumber,
        EntryKind.PAYMENT, actor, "A payment was found to be for " + posting.accountNumber(),
        posting.currency() + " " + posting.amount().toPlainString()));
  }
}
