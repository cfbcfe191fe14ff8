package io.remit.hardship;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InterestStops;
import io.remit.cases.InterestStops.InterestStop;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.hardship.ReliefPolicy.Possible;
import io.remit.hold.HoldReview;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Takes what becomes of a relief whose day has come. */
@Component
public class ReliefReview {

  private final Reliefs reliefs;
  private final HardshipRepository granted;
  private final Hardships hardships;
  private final HoldReview review;
  private final InterestStops interestStops;
  private final BusinessCalendar calendar;

  ReliefReview(Reliefs reliefs, HardshipRepository granted, Hardships hardships, HoldReview review,
      InterestStops interestStops, BusinessCalendar calendar) {
    this.reliefs = reliefs;
    this.granted = granted;
    this.hardships = hardships;
    this.review = review;
    this.interestStops = interestStops;
    this.calendar = calendar;
  }

  /**
   * What becomes of a relief whose day has come, as the form sends it.
   *
   * @param until ISO date ahead; only asked for on PROLONG
   */
  public record Reviewed(Review outcome, String until, String note) {
  }

  /** What a supervisor can decide about a relief that is to end. */
  public enum Review {
    PROLONG, END
  }

  /**
   * Records what becomes of a relief whose day has come; what follows from it stands in the model.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void review(MatterKey hold, Reviewed reviewed, String by) {
    String reason = EnteredText.note(reviewed.note());
    if (reviewed.outcome() == Review.PROLONG) {
      prolong(hold, reviewed.until(), by);
    }
    review.decided(hold, EntryKind.RELIEF, "A supervisor looked at the relief again",
        reviewed.outcome().name(), reason, by);
  }

  private void prolong(MatterKey hold, String entered, String by) {
    Relief running = reliefs.relief(hold);
    Possible possible = hardships.possibleRelief(hold).stream().filter(each -> each.relief() == running.kind())
        .findFirst().orElseThrow(() -> new InvalidInputException("outcome", "may not be prolonged any more"));
    LocalDate until = possible.dateAhead("until", entered, calendar.today());
    granted.prolong(running.reliefId(), until);
    if (running.kind() == Relief.Kind.POSTPONEMENT) {
      review.extend(hold, until, by);
    } else {
      interestStops.stop(hold.caseNumber(), new InterestStop(calendar.today(), until));
    }
  }
}
