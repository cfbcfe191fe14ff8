package io.remit.payment;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.InvalidInputException;
import io.remit.ledger.Account;
import io.remit.payment.PaymentMatch.Evidence;
import io.remit.statement.BankTransaction;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Payments for which people find the account. */
@Component
public class UnidentifiedPayments {

  private static final int MOST_LIKELY = 10;

  private final UnidentifiedPaymentRepository payments;
  private final IdentificationTasks tasks;
  private final PaymentCandidates search;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  UnidentifiedPayments(UnidentifiedPaymentRepository payments, IdentificationTasks tasks, PaymentCandidates search,
      SecondPerson secondPerson, BusinessCalendar calendar) {
    this.payments = payments;
    this.tasks = tasks;
    this.search = search;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /**
   * An account that a payment may be for.
   *
   * @param why what speaks for it, and what against it
   */
  public record LikelyAccount(Account account, String debtorName, String why) {
  }

  /** Asks a supervisor about a movement. */
  void keep(String reference) {
    tasks.askSupervisor(UnidentifiedPayment.numberOf(payments.insert(reference, calendar.now())));
  }

  /** Whether a supervisor is asked about a movement. */
  boolean isOpen(String reference) {
    return payments.openOf(reference).isPresent();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such payment */
  public UnidentifiedPayment get(String paymentNumber) {
    return payments.get(UnidentifiedPayment.idOf(paymentNumber));
  }

  /** The accounts that a payment may be for, the likeliest first; it is asked afresh each time. */
  public List<LikelyAccount> likely(String paymentNumber) {
    BankTransaction told = get(paymentNumber).told();
    List<LikelyAccount> likely = new ArrayList<>();
    for (Evidence evidence : search.matchWithGuesses(told).evidence()) {
      for (Account account : evidence.candidate().accounts()) {
        likely.add(new LikelyAccount(account, evidence.candidate().debtorName(),
            String.join(", ", evidence.reasons())));
      }
    }
    return likely.stream().limit(MOST_LIKELY).toList();
  }

  /**
   * Whether somebody may find out for which account a payment is.
   *
   * @throws InvalidInputException if it is the user who sent the file with which it came
   */
  public void mayDecide(String paymentNumber, String field, String userId) {
    mayDecide(get(paymentNumber), field, userId);
  }

  void mayDecide(UnidentifiedPayment payment, String field, String userId) {
    secondPerson.mustDecide(field, userId, delivered(payment),
        "is for another person: you sent the file with this payment yourself");
  }

  static Raised delivered(UnidentifiedPayment payment) {
    return new Raised(null, payment.deliveredBy(), payment.receivedAt());
  }
}
