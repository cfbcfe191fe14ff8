package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.Debtor;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.cases.NextStep;
import io.remit.cases.NextSteps;
import io.remit.cases.Timeline;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends the messages that were planned: past the gate, in an approved text, each under one reference for ever. */
@Component
public class Messages {

  private final ContactLedger ledger;
  private final ContactGate gate;
  private final MessageTexts texts;
  private final MessageChannel channel;
  private final Treatments treatments;
  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final AccountRepository accounts;
  private final CaseFigures figures;
  private final Timeline timeline;
  private final NextSteps nextSteps;
  private final BusinessCalendar calendar;
  private final String creditorName;
  private final String creditorPhone;

  Messages(ContactLedger ledger, ContactGate gate, MessageTexts texts, MessageChannel channel, Treatments treatments,
      CaseRepository cases, DebtorRepository debtors, AccountRepository accounts, CaseFigures figures,
      Timeline timeline, NextSteps nextSteps, BusinessCalendar calendar,
      @Value("${remit.creditor.name}") String creditorName, @Value("${remit.creditor.phone}") String creditorPhone) {
    this.ledger = ledger;
    this.gate = gate;
    this.texts = texts;
    this.channel = channel;
    this.treatments = treatments;
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.figures = figures;
    this.timeline = timeline;
    this.nextSteps = nextSteps;
    this.calendar = calendar;
    this.creditorName = creditorName;
    this.creditorPhone = creditorPhone;
  }

  /**
   * Sends the planned message of a case, or writes down why it must not go out. Called again after it was sent, it does
   * nothing; called again after a failure, it delivers under the same reference.
   */
  public void sendPlanned(String caseNumber) {
    ledger.planned(caseNumber).ifPresent(this::send);
  }

  private void send(ContactAttempt attempt) {
    CollectionCase current = cases.get(attempt.caseNumber());
    Debtor debtor = debtors.get(current.debtorId());
    Optional<ApprovedText> text = texts.find(attempt.template(), debtor.details().language());
    GateDecision decision = decide(text, current, debtor, attempt.channel());
    if (!decision.allowed()) {
      deny(attempt, decision);
      return;
    }
    RenderedText rendered = text.orElseThrow().render(values(current, debtor));
    DeliveryReceipt receipt = channel.deliver(new OutgoingMessage(attempt.caseNumber() + "-" + attempt.attemptId(),
        attempt.channel(), attempt.caseNumber(), attempt.debtorId(),
        recipient(debtor.details(), attempt.channel()), rendered));
    ledger.sent(attempt.attemptId(), rendered, receipt);
    timeline.add(attempt.caseNumber(), "CONTACT", attempt.channel().name(), attempt.actor(), "Message sent",
        attempt.template());
    treatments.carriedOut(attempt.caseNumber());
  }

  private GateDecision decide(Optional<ApprovedText> text, CollectionCase current, Debtor debtor, Channel channel) {
    if (text.isEmpty()) {
      return GateDecision.deny("text-not-approved", null);
    }
    return Announcement.isTrue(text.get(), nextStep(current), calendar.today())
        ? gate.decide(current, debtor, channel) : GateDecision.deny("announces-another-step", null);
  }

  private Optional<NextStep> nextStep(CollectionCase current) {
    return current.stage() == null ? Optional.empty() : nextSteps.after(current.stage(), current.baseDueDate());
  }

  private void deny(ContactAttempt attempt, GateDecision decision) {
    ledger.denied(attempt.attemptId(), decision);
    timeline.add(attempt.caseNumber(), "DENIED", attempt.channel().name(), attempt.actor(), "The gate denied a contact",
        decision.rule());
    if (decision.nextAllowedAt() != null) {
      cases.restUntil(attempt.caseNumber(), decision.nextAllowedAt());
    } else {
      treatments.carriedOut(attempt.caseNumber());
    }
  }

  /** What texts may say of a case; amounts come from the ledger. */
  public Map<Placeholder, String> values(CollectionCase current, Debtor debtor) {
    CaseFigures.Figures amounts = figures.of(current.caseNumber());
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.DEBTOR_NAME, debtor.details().name());
    values.put(Placeholder.CREDITOR_NAME, creditorName);
    values.put(Placeholder.CASE_NUMBER, current.caseNumber());
    values.put(Placeholder.OVERDUE_AMOUNT, money(current.currency(), amounts.overdue()));
    values.put(Placeholder.OUTSTANDING_AMOUNT, money(current.currency(), amounts.outstanding()));
    values.put(Placeholder.CURRENCY, current.currency());
    values.put(Placeholder.DUE_DATE, amounts.baseDueDate().toString());
    values.put(Placeholder.DAYS_PAST_DUE, String.valueOf(amounts.daysPastDue()));
    values.put(Placeholder.PAYMENT_REFERENCE, paymentReference(current));
    values.put(Placeholder.CONTACT_PHONE, creditorPhone);
    nextStep(current).ifPresent(next -> values.put(Placeholder.NEXT_STEP_DATE, next.earliest().toString()));
    return values;
  }

  /** The account to name in a payment: the one whose debt is the oldest. */
  private String paymentReference(CollectionCase current) {
    List<Account> owed = accounts.ofCase(current.caseNumber());
    return owed.stream().filter(account -> account.outstandingAmount().signum() > 0).map(Account::accountNumber)
        .findFirst().orElse(current.caseNumber());
  }

  private static String money(String currency, BigDecimal amount) {
    return currency + " " + amount.toPlainString();
  }

  private static String recipient(DebtorDetails debtor, Channel channel) {
    return switch (channel) {
      case SMS, CALL, ROBOT_CALL -> debtor.phone();
      case EMAIL -> debtor.email();
      case VISIT, LETTER -> Stream.of(debtor.name(), debtor.address(), debtor.city(), debtor.country())
          .filter(line -> line != null && !line.isBlank()).collect(Collectors.joining(", "));
    };
  }
}
