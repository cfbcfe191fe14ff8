package io.remit.contact.text;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.NextSteps;
import io.remit.cases.Stage;
import io.remit.ledger.Account;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What texts may say of a case; amounts come from the ledger. */
@Component
public class CaseValues {

  private final CaseFigures figures;
  private final NextSteps nextSteps;
  private final CaseRepository cases;
  private final BusinessCalendar calendar;
  private final String creditorName;
  private final String creditorPhone;
  private final String creditorAddress;

  CaseValues(CaseFigures figures, NextSteps nextSteps, CaseRepository cases, BusinessCalendar calendar,
      @Value("${remit.creditor.name}") String creditorName,
      @Value("${remit.creditor.phone}") String creditorPhone,
      @Value("${remit.creditor.address}") String creditorAddress) {
    this.figures = figures;
    this.nextSteps = nextSteps;
    this.cases = cases;
    this.calendar = calendar;
    this.creditorName = creditorName;
    this.creditorPhone = creditorPhone;
    this.creditorAddress = creditorAddress;
  }

  /**
   * The values of all placeholders that are about the case.
   *
   * @param owed the accounts of the case, as they are now
   */
  public Map<Placeholder, String> of(CollectionCase current, DebtorDetails debtor, List<Account> owed) {
    CaseFigures.Figures amounts = figures.of(current, owed);
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.DEBTOR_NAME, debtor.name());
    values.put(Placeholder.CREDITOR_NAME, creditorName);
    values.put(Placeholder.CASE_NUMBER, current.caseNumber());
    values.put(Placeholder.OVERDUE_AMOUNT, money(current.currency(), amounts.overdue()));
    values.put(Placeholder.OUTSTANDING_AMOUNT, money(current.currency(), amounts.outstanding()));
    values.put(Placeholder.CURRENCY, current.currency());
    values.put(Placeholder.DUE_DATE, amounts.baseDueDate().toString());
    values.put(Placeholder.DAYS_PAST_DUE, String.valueOf(amounts.daysPastDue()));
    values.put(Placeholder.PAYMENT_REFERENCE, paymentReference(current, owed));
    values.put(Placeholder.CONTACT_PHONE, creditorPhone);
    values.put(Placeholder.REPLY_ADDRESS, creditorAddress);
    if (current.stage() == Stage.LEGAL) {
      values.put(Placeholder.COURT_DATE,
          calendar.today().plusDays(cases.nextTreatment(current.caseNumber()).waitDays()).toString());
    }
    nextSteps.after(current.stage(), current.baseDueDate(), current.ageShift())
        .ifPresent(next -> values.put(Placeholder.NEXT_STEP_DATE, next.earliest().toString()));
    return values;
  }

  /** The account to name in a payment: the one whose debt is the oldest. */
  private static String paymentReference(CollectionCase current, List<Account> owed) {
    return owed.stream().filter(account -> account.outstandingAmount().signum() > 0).map(Account::accountNumber)
        .findFirst().orElse(current.caseNumber());
  }

  private static String money(String currency, BigDecimal amount) {
    return currency + " " + amount.toPlainString();
  }
}
