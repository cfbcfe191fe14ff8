package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactLedger;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.ContactGate;
import io.remit.gate.Reachability;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerRepository;
import io.remit.legal.CourtFiling.Result;
import io.remit.legal.CourtFiling.Status;
import io.remit.limitation.Limitations;
import io.remit.promise.Promises;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes cases to court: a legal officer decides, the dossier goes out, and the court's answer is recorded. */
@Component
public class CourtCases {

  private final CourtFilingRepository filings;
  private final CourtDossier dossier;
  private final CaseRepository cases;
  private final CaseProcess process;
  private final ContactGate gate;
  private final AccountRepository accounts;
  private final LedgerRepository ledger;
  private final ContactLedger contacts;
  private final Promises promises;
  private final Treatments treatments;
  private final Limitations limitations;
  private final CourtNotices notices;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  CourtCases(CourtFilingRepository filings, CourtDossier dossier, CaseRepository cases, CaseProcess process,
      ContactGate gate, AccountRepository accounts, LedgerRepository ledger, ContactLedger contacts, Promises promises,
      Treatments treatments, Limitations limitations, CourtNotices notices, BusinessCalendar calendar,
      Timeline timeline) {
    this.filings = filings;
    this.dossier = dossier;
    this.cases = cases;
    this.process = process;
    this.gate = gate;
    this.accounts = accounts;
    this.ledger = ledger;
    this.contacts = contacts;
    this.promises = promises;
    this.treatments = treatments;
    this.limitations = limitations;
    this.notices = notices;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** What a legal officer can decide. */
  private enum Review {
    APPROVED, DECLINED
  }

  /** What an officer can have told the court. */
  private enum Told {
    TAKEN_BACK, GOES_ON
  }

  /**
   * Records a legal officer's review.
   *
   * @param entered the outcome that the form sent: APPROVED or DECLINED
   * @throws InvalidInputException if a field cannot be accepted, or a debt of the case is too old to be sued for
   */
  public void review(String caseNumber, String entered, String note, String actor) {
    Review review = EnteredText.choice("outcome", entered, Review.class);
    if (review == Review.APPROVED) {
      requireNotBarred(caseNumber);
    }
    filings.insert(caseNumber, Status.valueOf(review.name()), actor, calendar.now(), EnteredText.note(note));
    timeline.add(caseNumber, "COURT", actor,
        review == Review.APPROVED ? "Approved for court" : "Not taken to court");
    treatments.reviewed(caseNumber);
    process.redate(caseNumber);
  }

  private void requireNotBarred(String caseNumber) {
    Map<String, LocalDate> barred = limitations.barredOf(caseNumber);
    if (!barred.isEmpty()) {
      throw new InvalidInputException("outcome",
          "cannot be approved: too old to be sued for: " + barred.entrySet().stream()
          .map(each -> each.getKey() + " since " + each.getValue()).collect(Collectors.joining(", ")));
    }
  }

  /**
   * Writes the dossier to the court folder; done again it replaces the same file.
   *
   * @throws InvalidInputException if a debt has become too old to be sued for since it was reviewed
   */
  public void file(String caseNumber) {
    requireNotBarred(caseNumber);
    String file = dossier.write(content(cases.get(caseNumber)));
    filings.filed(caseNumber, file, calendar.now());
    timeline.add(caseNumber, "COURT", null, Timeline.SYSTEM, "Dossier handed to the court", file);
  }

  /**
   * Records the court's answer.
   *
   * @param entered the outcome that the form sent: JUDGMENT, DISMISSED or SETTLED
   * @throws io.remit.cases.InvalidInputException if a field cannot be accepted
   */
  public void result(String caseNumber, String entered, String note, String actor) {
    Result result = EnteredText.choice("outcome", entered, Result.class);
    EnteredText.note(note);
    filings.decided(caseNumber, result, calendar.now());
    timeline.add(caseNumber, "COURT", null, actor, "The court's result", result.name().toLowerCase(Locale.ROOT));
    process.redate(caseNumber);
  }

  /** Whether the case waits for a court: then no further stage begins, however old it grows. */
  public boolean atCourt(String caseNumber) {
    return filings.isPending(caseNumber);
  }

  /** The case left its stage: no court's answer is awaited in it any more. */
  public void endWithStage(String caseNumber) {
    if (filings.endPending(caseNumber) > 0) {
      timeline.add(caseNumber, "COURT", Timeline.SYSTEM, "The court case ended with the stage: tell the court");
      notices.tellCourt(caseNumber);
    }
  }

  /**
   * Records what the court was told of a suit whose case left its stage or ended.
   *
   * @param entered the outcome that the form sent: TAKEN_BACK or GOES_ON
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void told(String caseNumber, String entered, String note, String actor) {
    Told told = EnteredText.choice("outcome", entered, Told.class);
    timeline.add(caseNumber, "COURT", null, actor, told == Told.TAKEN_BACK ? "The court was told: taken back"
        : "The court was told: it goes on", EnteredText.note(note));
  }

  private DossierContent content(CollectionCase current) {
    Reachability known = gate.reachability(current.debtorId());
    DebtorDetails debtor = known.debtor();
    boolean livesThere = known.livesAtHisAddress();
    LocalDate today = calendar.today();
    List<Account> owed = accounts.ofCase(current.caseNumber());
    List<ContactAttempt> attempts = new ArrayList<>(contacts.ofCase(current.caseNumber()));
    Collections.reverse(attempts);
    return new DossierContent(current.caseNumber(), today, current.currency(),
        new DossierContent.Debtor(debtor.debtorId(), debtor.name(), livesThere ? debtor.address() : null,
            livesThere ? debtor.city() : null, debtor.country(), known.numberForOthers(), known.emailForOthers()),
        owed.stream().map(account -> new DossierContent.Account(account.accountNumber(), account.product(),
            account.oldestDueDate(), account.overdueOn(today), account.outstandingAmount())).toList(),
        ledger.movementsOf(owed.stream().map(Account::accountNumber).toList()).stream()
            .map(entry -> new DossierContent.LedgerEntry(entry.valueDate(), entry.type().name(),
                entry.accountNumber(), entry.reference(), entry.amount())).toList(),
        attempts.stream().filter(attempt -> attempt.sentAt() != null)
            .map(attempt -> new DossierContent.Contact(attempt.sentAt(), attempt.channel().name(),
                attempt.outcome() == null ? attempt.status().name() : attempt.outcome())).toList(),
        promises.ofCase(current.caseNumber()).stream()
            .map(promise -> new DossierContent.Promise(calendar.dayOf(promise.takenAt()),
                promise.promisedFor(), promise.amount(), promise.status().name())).toList());
  }
}
