package io.remit.complaint;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.complaint.Complaint.Outcome;
import io.remit.contact.conversation.ComplaintMade;
import io.remit.contact.incoming.WrittenAnswers;
import io.remit.gate.ContactBars;
import io.remit.translation.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes complaints and has them handled by somebody else than the person complained about. That person does not contact
 * the debtor while the complaint is open, nor after it was upheld.
 */
@Component
public class Complaints {

  private static final String MODEL = "complaint";
  private static final int LONGEST_WORDS = 2000;

  private final ComplaintRepository complaints;
  private final ComplaintPolicy policy;
  private final CaseRepository cases;
  private final Staff staff;
  private final ContactBars bars;
  private final OpenWork openWork;
  private final WrittenAnswers writtenAnswers;
  private final MatterProcess process;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Complaints(ComplaintRepository complaints, ComplaintPolicy policy, CaseRepository cases, Staff staff,
      ContactBars bars, OpenWork openWork, WrittenAnswers writtenAnswers, MatterProcess process,
      SecondPerson secondPerson, BusinessCalendar calendar, Timeline timeline) {
    this.complaints = complaints;
    this.policy = policy;
    this.cases = cases;
    this.staff = staff;
    this.bars = bars;
    this.openWork = openWork;
    this.writtenAnswers = writtenAnswers;
    this.process = process;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** What errors call the fields in which a complaint was entered. */
  private enum FieldNames {
    REST_INTERFACE("words", "aboutUserId"),
    /** The forms of calls and visits. */
    FORM("complaint", "complaintAbout");

    private final String words;
    private final String about;

    FieldNames(String words, String about) {
      this.words = words;
      this.about = about;
    }
  }

  /**
   * Takes a complaint; the case goes on, and a supervisor handles the complaint beside it.
   *
   * @param caseNumber of a case that exists, be it closed
   * @param channel by which the debtor told it, a {@link Channel}; null or blank if that is not known
   * @param aboutUserId the person complained about, a user; null or blank if it is about nobody of ours
   * @param words what the debtor said
   * @param takenBy user id
   * @return the complaint's name
   * @throws InvalidInputException if a field cannot be accepted
   */
  @Transactional
  public MatterKey open(String caseNumber, String channel, String aboutUserId, String words, String takenBy) {
    Channel cameBy = channel == null || channel.isBlank() ? null
        : EnteredText.choice("channel", channel, Channel.class);
    return open(caseNumber, cameBy, about(aboutUserId, FieldNames.REST_INTERFACE), words, takenBy,
        FieldNames.REST_INTERFACE);
  }

  /** Takes a complaint that was made in a call or visit. Who made that contact cannot take one about himself. */
  @EventListener
  void made(ComplaintMade complaint) {
    String about = about(complaint.aboutUserId(), FieldNames.FORM);
    if (complaint.by().equals(about)) {
      throw new InvalidInputException(FieldNames.FORM.about, "is you; somebody else takes a complaint about you");
    }
    open(complaint.caseNumber(), complaint.channel(), about, complaint.words(), complaint.by(), FieldNames.FORM);
  }

  private String about(String entered, FieldNames names) {
    if (entered == null || entered.isBlank()) {
      return null;
    }
    String userId = entered.strip();
    if (!staff.isUser(userId)) {
      throw new InvalidInputException(names.about, "is no user");
    }
    return userId;
  }

  private MatterKey open(String caseNumber, Channel channel, String about, String words, String takenBy,
      FieldNames names) {
    String said = EnteredText.required(names.words, words, LONGEST_WORDS);
    String debtorId = cases.get(caseNumber).debtorId();
    long complaintId = complaints.insert(new Complaint(0, caseNumber, channel, about, said, calendar.now(), takenBy,
        calendar.today().plusDays(policy.answerDays(about != null)), null, null, null, null));
    MatterKey complaint = complaints.get(complaintId).key();
    timeline.add(caseNumber, EntryKind.COMPLAINT, channel, takenBy, "The debtor complained"
        + (channel == null ? "" : " (" + Translation.asWords(channel.name()) + ")"),
        about == null ? null : "about " + about);
    if (about != null) {
      keepAway(about, debtorId, complaint);
    }
    process.start(complaint, MODEL);
    return complaint;
  }

  private void keepAway(String userId, String debtorId, MatterKey complaint) {
    bars.bar(debtorId, userId, complaint);
    cases.openOf(debtorId).forEach(caseNumber -> {
      if (userId.equals(cases.get(caseNumber).collector())) {
        cases.setCollector(caseNumber, null);
      }
      openWork.takeFrom(userId, caseNumber);
    });
  }

  /** When the debtor has his answer at the latest: that day at the start of business. */
  public Instant answerDue(MatterKey complaint) {
    return calendar.startOfBusiness(complaints.get(complaint.number()).answerBy());
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
    String done = decided == Outcome.UPHELD ? EnteredText.required("measures", handled.measures(), LONGEST_WORDS)
        : EnteredText.note(handled.measures());
    complaints.handled(complaint.number(), decided, done, found, calendar.now(), by);
    if (decided == Outcome.NOT_UPHELD) {
      bars.lift(complaint);
    }
    timeline.add(complaint.caseNumber(), EntryKind.COMPLAINT, by, "A supervisor decided on the complaint",
        decided.name());
  }

  /**
   * Whether somebody may handle a complaint.
   *
   * @throws InvalidInputException if it is about him, or may be about him under another name
   */
  public void mayHandle(MatterKey complaint, String userId) {
    Complaint made = complaints.get(complaint.number());
    secondPerson.mustDecide("task", userId, new Raised(made.caseNumber(), made.aboutUserId(), made.takenAt()),
        "is about you; another supervisor handles it");
  }

  /** Plans the answer to the debtor. */
  public void answer(MatterKey complaint) {
    String outcome = complaints.get(complaint.number()).outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    writtenAnswers.plan(complaint.caseNumber(), "complaint-answer-" + outcome);
  }

  public Complaint get(MatterKey complaint) {
    return complaints.get(complaint.number());
  }

  /**
   * The complaints about the treatment in a case that somebody may read, oldest first.
   *
   * @param userId who reads: those about himself are not for him
   */
  public List<Complaint> ofCase(String caseNumber, String userId) {
    return complaints.ofCase(caseNumber).stream().filter(complaint -> !complaint.isAbout(userId)).toList();
  }
}
