package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.OutsideWork.Who;
import io.remit.cases.Timeline;
import io.remit.legal.CourtFilingRepository.Filed;
import io.remit.legal.firm.FirmCases;
import io.remit.legal.firm.FirmNotice;
import io.remit.outside.OutsideNotices;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a legal officer had the court told of a suit that is not what it was; a law firm that has it is told too. */
@Component
public class CourtTold {

  private static final int LONGEST_STAY_YEARS = 2;

  private final CourtFilingRepository filings;
  private final OutsideNotices toTell;
  private final CourtProcess process;
  private final FirmCases firms;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  CourtTold(CourtFilingRepository filings, OutsideNotices toTell, CourtProcess process, FirmCases firms,
      BusinessCalendar calendar, Timeline timeline) {
    this.filings = filings;
    this.toTell = toTell;
    this.process = process;
    this.firms = firms;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * What the court was told, as the form sends it.
   *
   * @param stayedUntil an ISO date that lies ahead, on which somebody looks again; only asked for with a stay
   */
  public record Notified(Told outcome, @Nullable String stayedUntil, @Nullable String note) {
  }

  /** What a legal officer can have told the court. */
  public enum Told {
    /** The suit is withdrawn. */
    TAKEN_BACK,
    /** The suit was corrected: it goes on for what is owed now. */
    GOES_ON,
    /** The suit rests until a day. */
    STAYED
  }

  /**
   * Records what the court was told, with what follows: a suit that is stayed is looked at again on its day, one that
   * is withdrawn is over.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void told(String caseNumber, Notified notified, String actor) {
    String note = EnteredText.note(notified.note());
    Optional<Filed> filed = filings.pending(caseNumber);
    Told told = notified.outcome();
    switch (told) {
      case GOES_ON -> {
        timeline.add(caseNumber, EntryKind.COURT, actor, "The court was told: it goes on", note);
        firms.tell(caseNumber, FirmNotice.What.CORRECTED, null);
      }
      case STAYED -> {
        LocalDate until = EnteredText.dateAhead("stayedUntil", notified.stayedUntil(), calendar.today(),
            calendar.today().plusYears(LONGEST_STAY_YEARS));
        filed.ifPresent(suit -> filings.stay(suit.filingId(), until));
        timeline.add(caseNumber, EntryKind.COURT, actor, "The court was told: stayed until " + until, note);
        firms.tell(caseNumber, FirmNotice.What.STAYED, until);
      }
      case TAKEN_BACK -> timeline.add(caseNumber, EntryKind.COURT, actor, "The court was told: taken back", note);
    }
    if (told != Told.STAYED || filed.isEmpty()) {
      toTell.close(caseNumber, Who.COURT, told.name(), actor);
      filed.ifPresent(suit -> filings.stay(suit.filingId(), null));
    }
    if (told == Told.TAKEN_BACK && filed.isPresent()) {
      process.withdrawn(caseNumber, actor);
    }
  }
}
