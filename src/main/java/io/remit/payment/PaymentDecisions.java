package io.remit.payment;

import io.remit.approval.Proposal;
import io.remit.approval.Proposals;
import io.remit.approval.SecondDecision;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.payment.IdentifiedPayment.Outcome;
import io.remit.payment.PaymentPlan.Posting;
import io.remit.payment.UnidentifiedPayment.Status;
import io.remit.statement.BankTransaction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries out what supervisors find out about payments: above the limits of {@code approval-limits} only when another
 * person has approved it, and until then nothing is posted.
 */
@Component
public class PaymentDecisions {

  private final UnidentifiedPayments unidentified;
  private final UnidentifiedPaymentRepository payments;
  private final PaymentPlanner planner;
  private final PlanBooking booking;
  private final AccountRepository accounts;
  private final Proposals proposals;
  private final BusinessCalendar calendar;

  PaymentDecisions(UnidentifiedPayments unidentified, UnidentifiedPaymentRepository payments, PaymentPlanner planner,
      PlanBooking booking, AccountRepository accounts, Proposals proposals, BusinessCalendar calendar) {
    this.unidentified = unidentified;
    this.payments = payments;
    this.planner = planner;
    this.booking = booking;
    this.accounts = accounts;
    this.proposals = proposals;
    this.calendar = calendar;
  }

  /**
   * Records what a supervisor found out. A part that is not posted stays to be identified, or is the creditor's cost.
   *
   * @throws InvalidInputException if a field cannot be accepted; nothing is posted then
   */
  public void record(String paymentNumber, IdentifiedPayment entered, String actor) {
    UnidentifiedPayment payment = payments.lock(UnidentifiedPayment.idOf(paymentNumber));
    mustBeOpen(payment);
    unidentified.mayDecide(payment, "outcome", actor);
    PaymentPlan plan = planner.plan(payment.told(), entered);
    payments.plan(payment.paymentId(), plan);
    Proposal proposed = proposals.propose(draft(payment, plan, EnteredText.note(entered.note())), actor);
    if (!proposed.waits()) {
      carryOut(payment, plan, proposed);
    }
  }

  /**
   * Records what another person decided on what was found out; if it is approved, it is carried out.
   *
   * @throws InvalidInputException if a field cannot be accepted, or the user had a part in it; nothing is posted then
   */
  public void approve(String paymentNumber, SecondDecision decision, String actor) {
    Proposal decided = proposals.decide(paymentNumber, decision, actor);
    if (decided.status() == Proposal.Status.APPROVED) {
      UnidentifiedPayment payment = payments.lock(UnidentifiedPayment.idOf(paymentNumber));
      mustBeOpen(payment);
      carryOut(payment, payments.planOf(payment.paymentId()), decided);
    }
  }

  private static void mustBeOpen(UnidentifiedPayment payment) {
    if (payment.status() != Status.OPEN) {
      throw new InvalidInputException("outcome", "was given before: the payment is " + payment.status());
    }
  }

  private Proposals.Draft draft(UnidentifiedPayment payment, PaymentPlan plan, @Nullable String reason) {
    BankTransaction told = payment.told();
    if (plan.outcome() != Outcome.POST) {
      return new Proposals.Draft(payment.number(), Proposal.Kind.RETURN, null, null, told.currency(), told.amount(),
          told.amount(), reason, UnidentifiedPayments.delivered(payment));
    }
    List<Account> named = accounts.find(plan.postings().stream().map(Posting::accountNumber).distinct().toList());
    List<String> cases = named.stream().map(Account::caseNumber).filter(Objects::nonNull).distinct().toList();
    BigDecimal owed = named.stream().filter(account -> account.currency().equals(told.currency()))
        .map(Account::outstandingAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Proposals.Draft(payment.number(), Proposal.Kind.POSTING, cases.size() == 1 ? cases.get(0) : null,
        plan.postings().get(0).accountNumber(), told.currency(), PaymentPlanner.inCurrencyOf(told, plan.postings()),
        owed, reason, UnidentifiedPayments.delivered(payment));
  }

  private void carryOut(UnidentifiedPayment payment, PaymentPlan plan, Proposal approved) {
    String actor = Objects.requireNonNull(approved.proposed().by(), "a supervisor has decided");
    String firstAccount = plan.postings().isEmpty() ? null : plan.postings().get(0).accountNumber();
    payments.decide(payment.paymentId(), statusOf(plan.outcome()), firstAccount, actor, calendar.now(),
        approved.reason());
    if (plan.outcome() == Outcome.POST) {
      booking.book(payment, plan, actor);
    }
  }

  private static Status statusOf(Outcome outcome) {
    return switch (outcome) {
      case POST -> Status.POSTED;
      case SEND_BACK -> Status.SENT_BACK;
      case NOT_OURS -> Status.NOT_OURS;
      case FEE -> Status.FEE;
      case KNOWN -> Status.KNOWN;
    };
  }
}
