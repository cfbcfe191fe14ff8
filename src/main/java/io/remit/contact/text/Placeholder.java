package io.remit.contact.text;

import java.util.Arrays;
import java.util.Optional;

/** What a message text may ask to have filled in; there are no others. */
public enum Placeholder {
  DEBTOR_NAME("debtorName"),
  CREDITOR_NAME("creditorName"),
  CASE_NUMBER("caseNumber"),
  /** With its currency, such as {@code EUR 46.00}. */
  OVERDUE_AMOUNT("overdueAmount"),
  /** With its currency, such as {@code EUR 46.00}. */
  OUTSTANDING_AMOUNT("outstandingAmount"),
  /** ISO 4217 code. */
  CURRENCY("currency"),
  DUE_DATE("dueDate"),
  DAYS_PAST_DUE("daysPastDue"),
  PAYMENT_REFERENCE("paymentReference"),
  CONTACT_PHONE("contactPhone"),
  /** What the debtor promised, with its currency; only for texts about a promise. */
  PROMISE_AMOUNT("promiseAmount"),
  /** The day of the promise, as an ISO date; only for texts about a promise. */
  PROMISE_DATE("promiseDate"),
  /** How many instalments a plan has; only for texts about a plan. */
  PLAN_INSTALMENTS("planInstalments"),
  /** What the first instalment is, with its currency; only for texts about a plan. */
  PLAN_AMOUNT("planAmount"),
  /** The day of the first instalment, as an ISO date; only for texts about a plan. */
  PLAN_DATE("planDate"),
  /** The last day on which a plan can be accepted, as an ISO date; only for the text that offers one. */
  PLAN_UNTIL("planUntil"),
  /** What is to be paid for the rest to be waived, with its currency; only for texts about an offer. */
  OFFER_AMOUNT("offerAmount"),
  /** The last day on which it can be paid, as an ISO date; only for texts about an offer. */
  OFFER_UNTIL("offerUntil"),
  /** What is waived then, with its currency; only for texts about an offer. */
  OFFER_WAIVED("offerWaived"),
  /** Where answers in writing are sent, in one line. */
  REPLY_ADDRESS("replyAddress"),
  /**
   * The first day on which a case may be taken to court if nothing is heard of the debtor, as an ISO date; only for
   * texts before court.
   */
  COURT_DATE("courtDate"),
  /** The earliest day of the step that a text announces, as an ISO date; only for texts that announce one. */
  NEXT_STEP_DATE("nextStepDate");

  private final String key;

  Placeholder(String key) {
    this.key = key;
  }

  /** The name that a text puts in braces, such as {@code debtorName}. */
  public String key() {
    return key;
  }

  static Optional<Placeholder> of(String key) {
    return Arrays.stream(values()).filter(placeholder -> placeholder.key.equals(key)).findFirst();
  }
}
