package io.remit.complaint;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.complaint.Complaint.Outcome;
import io.remit.contact.incoming.WrittenAnswers;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes how complaints are decided, and answers them; never by the person complained about. */
@Component
public class ComplaintHandling {

  private final ComplaintRepository complaints;
  private final KeptAway keptAway;
  private final WrittenAnswers writtenAnswers;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  ComplaintHandling(ComplaintRepository complaints, KeptAway keptAway, WrittenAnswers writtenAnswers,
      SecondPerson secondPerson, BusinessCalendar calendar, Timeline timeline) {
    this.complaints = complaints;
    this.keptAway = keptAway;
    this.writtenAnswers = writtenAnswers;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * How a complaint was decided, as the form sends it.
   *
   * @param measures what was done about it; asked for on UPHELD
   * @param note what was found, for us
   */
  public record Handled(Outcome outcome, String measures, String note) {
  }

  /**
   * Records how a complaint was decided; what follows from it stands in the model.
   *
   * @param by user id; not the person complained about
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void handle(MatterKey complaint, Handled handled, String by) {
    Outcome decided = handled.outcome();
    mayHandle(complaint, by);
    String found = EnteredText.note(handled.note());
    String done = decided == Outcome.UPHELD
        ? EnteredText.required("measures", handled.measures(), Complaints.LONGEST_WORDS)
        : EnteredText.note(handled.measures());
    complaints.handled(complaint.number(), decided, done, found, calendar.now(), by);
    if (decided == Outcome.NOT_UPHELD) {
      keptAway.lift(complaint);
    }
    timeline.add(complaint.caseNumber(), EntryKind.COMPLAINT, by, "A supervisor decided on the complaint",
        decided.name());
  }

  /**
   * Whether somebody may handle a complaint.
   *
   * @throws InvalidInputException if it is about that person, or may be under another name
   */
  public void mayHandle(MatterKey complaint, String userId) {
    Complaint made = complaints.get(complaint.number());
    secondPerson.mustDecide("task", userId, new Raised(made.caseNumber(), made.aboutUserId(), made.takenAt()),
        "is about you; another supervisor handles it");
  }

  /** Plans the answer to the debtor. */
  public void answer(MatterKey complaint) {
    String outcome = Objects.requireNonNull(complaints.get(complaint.number()).outcome()).name()
        .toLowerCase(Locale.ROOT).replace('_', '-');
    writtenAnswers.plan(complaint.caseNumber(), "complaint-answer-" + outcome);
  }
}
