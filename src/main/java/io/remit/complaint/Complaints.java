package io.remit.complaint;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.contact.conversation.ComplaintMade;
import io.remit.translation.Translation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
  static final int LONGEST_WORDS = 2000;

  private final ComplaintRepository complaints;
  private final ComplaintPolicy policy;
  private final Staff staff;
  private final MatterProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  Complaints(ComplaintRepository complaints, ComplaintPolicy policy, Staff staff, MatterProcess process,
      BusinessCalendar calendar, Timeline timeline, ApplicationEventPublisher events) {
    this.complaints = complaints;
    this.policy = policy;
    this.staff = staff;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
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
  public MatterKey open(String caseNumber, @Nullable String channel, @Nullable String aboutUserId, String words,
      String takenBy) {
    Channel cameBy = channel == null || channel.isBlank() ? null
        : EnteredText.choice("channel", channel, Channel.class);
    return open(caseNumber, cameBy, about(aboutUserId, FieldNames.REST_INTERFACE), words, takenBy,
        FieldNames.REST_INTERFACE);
  }

  /** Takes a complaint that was made in a call or visit. Nobody takes a complaint about themselves. */
  @EventListener
  void made(ComplaintMade complaint) {
    String about = about(complaint.aboutUserId(), FieldNames.FORM);
    if (complaint.by().equals(about)) {
      throw new InvalidInputException(FieldNames.FORM.about, "is you; somebody else takes a complaint about you");
    }
    open(complaint.caseNumber(), complaint.channel(), about, complaint.words(), complaint.by(), FieldNames.FORM);
  }

  private @Nullable String about(@Nullable String entered, FieldNames names) {
    if (entered == null || entered.isBlank()) {
      return null;
    }
    String userId = entered.strip();
    if (!staff.isUser(userId)) {
      throw new InvalidInputException(names.about, "is no user");
    }
    return userId;
  }

  private MatterKey open(String caseNumber, @Nullable Channel channel, @Nullable String about,
      @Nullable String words, String takenBy, FieldNames names) {
    String said = EnteredText.required(names.words, words, LONGEST_WORDS);
    long complaintId = complaints.insert(new Complaint(0, caseNumber, channel, about, said, calendar.now(), takenBy,
        calendar.today().plusDays(policy.answerDays(about != null)), null, null, null, null));
    MatterKey complaint = complaints.get(complaintId).key();
    timeline.add(caseNumber, EntryKind.COMPLAINT, channel, takenBy, "The debtor complained"
        + (channel == null ? "" : " (" + Translation.asWords(channel.name()) + ")"),
        about == null ? null : "about " + about);
    events.publishEvent(new ComplaintTaken(complaint, about));
    process.start(complaint, MODEL);
    return complaint;
  }

  /** When the debtor has an answer at the latest: that day at the start of business. */
  public Instant answerDue(MatterKey complaint) {
    return calendar.startOfBusiness(complaints.get(complaint.number()).answerBy());
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such complaint */
  public Complaint get(MatterKey complaint) {
    return complaints.get(complaint.number());
  }

  /**
   * The complaints about the treatment in a case that somebody may read, oldest first.
   *
   * @param userId who reads: nobody reads those about themselves
   */
  public List<Complaint> ofCase(String caseNumber, String userId) {
    return complaints.ofCase(caseNumber).stream().filter(complaint -> !complaint.isAbout(userId)).toList();
  }
}
