package io.remit.payment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of the search for a payment that a debtor says was made. */
@Component
public class PaymentSearch {

  private static final Pattern IDENTIFIER = Pattern.compile("[^\\s\\p{Cntrl}]{1,64}");

  private final CaseRepository cases;
  private final CaseProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  PaymentSearch(CaseRepository cases, CaseProcess process, BusinessCalendar calendar, Timeline timeline) {
    this.cases = cases;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * What a supervisor found of a payment, as the form sends it.
   *
   * @param accountNumber on which the payment was found; only asked for with FOUND
   * @param paymentReference of the payment; only asked for with FOUND
   */
  public record Searched(Result outcome, String accountNumber, String paymentReference, String note) {
  }

  /** What a search can end with. */
  public enum Result {
    FOUND, NOT_FOUND
  }

  /**
   * Records what a supervisor found. A payment that was found is told in the timeline; it is booked by a file of the
   * creditor, as any other. If none was found the case goes on at once.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void record(String caseNumber, Searched searched, String actor) {
    String remark = EnteredText.note(searched.note());
    if (searched.outcome() == Result.FOUND) {
      timeline.add(caseNumber, EntryKind.PAYMENT_SEARCH, actor, "The debtor's payment was found on account "
          + identifier("accountNumber", searched.accountNumber()) + ", reference "
          + identifier("paymentReference", searched.paymentReference()), remark);
    } else {
      timeline.add(caseNumber, EntryKind.PAYMENT_SEARCH, actor, "No payment of the debtor was found", remark);
      cases.restExactly(caseNumber, calendar.now());
      process.redate(caseNumber);
    }
  }

  private static String identifier(String field, @Nullable String entered) {
    String stripped = entered == null ? "" : entered.strip();
    if (!IDENTIFIER.matcher(stripped).matches()) {
      throw new InvalidInputException(field, "must be named, in up to 64 characters without blanks");
    }
    return stripped;
  }
}
