package io.remit.payment;

import io.remit.approval.Proposal;
import io.remit.approval.Proposals;
import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.PortfolioIntake;
import io.remit.cases.Timeline;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.payment.PaymentMatch.Evidence;
import io.remit.payment.UnidentifiedPayment.Status;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
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
  private final ReturnedPayments returned;
  private final KnownPayments known;
  private final AccountRepository accounts;
  private final PortfolioIntake portfolio;
  private final PaymentNotes notes;
  private final Proposals proposals;
  private final SecondPerson secondPerson;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  UnidentifiedPayments(UnidentifiedPaymentRepository payments, IdentificationTasks tasks, PaymentCandidates search,
      ReturnedPayments returned, KnownPayments known, AccountRepository accounts, PortfolioIntake portfolio,
      PaymentNotes notes, Proposals proposals, SecondPerson secondPerson, Timeline timeline,
      BusinessCalendar calendar) {
    this.payments = payments;
    this.tasks = tasks;
    this.search = search;
    this.returned = returned;
    this.known = known;
    this.accounts = accounts;
    this.portfolio = portfolio;
    this.notes = notes;
    this.proposals = proposals;
    this.secondPerson = secondPerson;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  private enum Decision {
    POST, SEND_BACK
  }

  /**
   * An account that a payment may be for.
   *
   * @param why what speaks for it, and what against it
   */
  public record LikelyAccount(Account account, String debtorName, String why) {
  }

  void keep(BankMovement movement, long fileId) {
    long paymentId = payments.insert(movement, fileId, calendar.now());
    tasks.askSupervisor(UnidentifiedPayment.numberOf(paymentId));
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
        likely.add(new LikelyAccount(account, evidence.candidate().debtorName(), String.join(", ", evidence.reasons())));
      }
    }
    return likely.stream().limit(MOST_LIKELY).toList();
  }

  /**
   * Whether somebody may find out for which account a payment is.
   *
   * @throws InvalidInputException if he sent the file with which it came
   */
  public void mayDecide(String paymentNumber, String field, String userId) {
    mayDecide(get(paymentNumber), field, userId);
  }

  private void mayDecide(UnidentifiedPayment payment, String field, String userId) {
    secondPerson.mustDecide(field, userId, delivered(payment),
        "is for another person: you sent the file with this payment yourself");
  }

  private static Raised delivered(UnidentifiedPayment payment) {
    return new Raised(null, payment.deliveredBy(), payment.receivedAt());
  }

  /**
   * Records what a supervisor found out: the payment is posted to an account, or sent back; above the limits of
   * {@code approval-limits} only when another person has approved it, and until then nothing is posted.
   *
   * @param entered POST or SEND_BACK, as the form sent it
   * @param likelyAccount an account number chosen from the list, or null
   * @param accountNumber an account number as it was typed, or null; it counts before the chosen one
   * @param note why it is sent back, or how the supervisor knows; may be null where it is posted
   * @throws InvalidInputException if a field cannot be accepted; nothing is posted then
   */
  public void record(String paymentNumber, String entered, String likelyAccount, String accountNumber, String note,
      String actor) {
    Decision decision = EnteredText.choice("outcome", entered, Decision.class);
    String reason = EnteredText.note(note);
    UnidentifiedPayment payment = payments.lock(UnidentifiedPayment.idOf(paymentNumber));
    mustBeOpen(payment);
    mayDecide(payment, "outcome", actor);
    if (decision == Decision.SEND_BACK && reason == null) {
      throw new InvalidInputException("note", "say why the payment is sent back");
    }
    Account account = decision == Decision.POST ? accountOf(payment.told(), likelyAccount, accountNumber) : null;
    Proposal proposed = proposals.propose(draft(payment, account, reason), actor);
    if (!proposed.waits()) {
      carryOut(payment, proposed);
    }
  }

  /**
   * Records what another person decided on what was found out; if he approves, it is carried out.
   *
   * @param outcome APPROVED or REJECTED, as the form sent it
   * @throws InvalidInputException if a field cannot be accepted, or he had a part in it; nothing is posted then
   */
  public void approve(String paymentNumber, String outcome, String note, String actor) {
    Proposals.Decision decision = EnteredText.choice("outcome", outcome, Proposals.Decision.class);
    Proposal decided = proposals.decide(paymentNumber, decision, note, actor);
    if (decided.status() == Proposal.Status.APPROVED) {
      UnidentifiedPayment payment = payments.lock(UnidentifiedPayment.idOf(paymentNumber));
      mustBeOpen(payment);
      carryOut(payment, decided);
    }
  }

  private static void mustBeOpen(UnidentifiedPayment payment) {
    if (payment.status() != Status.OPEN) {
      throw new InvalidInputException("outcome", "was given before: the payment is " + payment.status());
    }
  }

  /** @param account null to send it back */
  private static Proposals.Draft draft(UnidentifiedPayment payment, Account account, String reason) {
    BankTransaction told = payment.told();
    return account == null
        ? new Proposals.Draft(payment.number(), Proposal.Kind.RETURN, null, null, told.currency(), told.amount(),
            told.amount(), reason, delivered(payment))
        : new Proposals.Draft(payment.number(), Proposal.Kind.POSTING, account.caseNumber(), account.accountNumber(),
            told.currency(), told.amount(), account.outstandingAmount(), reason, delivered(payment));
  }

  private void carryOut(UnidentifiedPayment payment, Proposal approved) {
    String actor = approved.proposed().by();
    if (approved.kind() == Proposal.Kind.RETURN) {
      payments.decide(payment.paymentId(), Status.SENT_BACK, null, actor, calendar.now(), approved.reason());
      return;
    }
    Account account = accounts.find(approved.accountNumber()).orElseThrow();
    post(payment, account);
    payments.decide(payment.paymentId(), Status.POSTED, account.accountNumber(), actor, calendar.now(),
        approved.reason());
    if (account.caseNumber() != null) {
      timeline.add(account.caseNumber(), "PAYMENT", null, actor, "A payment was found to be for "
          + account.accountNumber(), payment.told().currency() + " " + payment.told().amount().toPlainString());
    }
  }

  private Account accountOf(BankTransaction told, String likelyAccount, String accountNumber) {
    boolean typed = accountNumber != null && !accountNumber.isBlank();
    String field = typed ? "accountNumber" : "likelyAccount";
    String number = typed ? accountNumber.strip() : likelyAccount;
    if (number == null || number.isBlank()) {
      throw new InvalidInputException("accountNumber", "choose an account or type its number");
    }
    Account account = accounts.find(number)
        .orElseThrow(() -> new InvalidInputException(field, "there is no such account"));
    if (!account.currency().equals(told.currency())) {
      throw new InvalidInputException(field, "the account is kept in " + account.currency() + ", the payment is in "
          + told.currency());
    }
    return account;
  }

  private void post(UnidentifiedPayment payment, Account account) {
    BankTransaction told = payment.told();
    PaymentOrder order = told.kind() == Kind.CHARGEBACK
        ? returned.chargebackOn(account.accountNumber(), payment.movement(), payment.fileId()).orElseThrow(
            () -> new InvalidInputException("accountNumber", "has no payment of this amount that can be taken back"))
        : new PaymentOrder(payment.reference(), account.accountNumber(), PaymentOrder.Type.PAYMENT, told.amount(),
            told.currency(), told.valueDate(), null, payment.fileId(), told.line());
    PaymentNotes.Before before = notes.before(List.of(account.accountNumber()));
    PostingResult result = portfolio.posting(ledger -> ledger.post(order));
    if (result.outcome() != PostingResult.Outcome.POSTED) {
      throw new InvalidInputException("accountNumber", "the payment cannot be posted: "
          + (result.refusal() == null ? result.outcome().name() : result.refusal().message()));
    }
    notes.payment(order, before);
    known.remember(payment.movement());
  }
}
