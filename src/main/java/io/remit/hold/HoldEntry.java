package io.remit.hold;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.hold.Hold.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks what people enter about holds, and does it. */
@Component
public class HoldEntry {

  private static final int LONGEST_NAME = 200;
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");

  private final Holds holds;
  private final HoldReview review;
  private final HoldEnd holdEnd;
  private final HoldPolicy policy;
  private final BusinessCalendar calendar;

  HoldEntry(Holds holds, HoldReview review, HoldEnd holdEnd, HoldPolicy policy, BusinessCalendar calendar) {
    this.holds = holds;
    this.review = review;
    this.holdEnd = holdEnd;
    this.policy = policy;
    this.calendar = calendar;
  }

  /**
   * A hold as it was entered.
   *
   * @param reason one that a person may give: not PLAN, OFFER or RELIEF
   * @param reviewOn ISO date ahead, or null for what {@code hold-rules} says
   * @param until ISO date ahead from which the hold is over by itself, or null; not for disputes and hardship, which
   *     are decided
   * @param contactName who is asked in the debtor's place, of one who died, is insolvent or is represented;
   *     else null
   * @param contactPhone the phone number of that person, E.164, or null
   * @param from ISO date of the day on which the reason began, if that was before today; then the note says why it is
   *     written down only now; else null
   */
  public record Entered(String reason, String note, @Nullable String reviewOn, @Nullable String until,
      @Nullable String contactName, @Nullable String contactPhone, @Nullable String from) {

    /** One that begins today. */
    public Entered(String reason, String note, @Nullable String reviewOn, @Nullable String until,
        @Nullable String contactName, @Nullable String contactPhone) {
      this(reason, note, reviewOn, until, contactName, contactPhone, null);
    }
  }

  /**
   * Puts a hold on a case, for what a debtor wrote or the creditor asked.
   *
   * @return empty if the case is closed
   * @throws InvalidInputException if a field cannot be accepted, or the case is on hold for this reason already:
   *     another one would be a way around how long it may last
   */
  @Transactional
  public Optional<MatterKey> raise(String caseNumber, Entered entered, String by) {
    Reason reason = reason(entered.reason());
    if (holds.inForce(caseNumber).stream().anyMatch(hold -> hold.reason() == reason)) {
      throw new InvalidInputException("reason", "is on the case already; who decides on that hold can make it longer");
    }
    HoldRule rule = policy.ruleOf(reason);
    LocalDate from = from(entered, rule);
    LocalDate review = isBlank(entered.reviewOn()) ? null
        : rule.dateAhead("reviewOn", entered.reviewOn(), from, calendar.today());
    LocalDate until = isBlank(entered.until()) ? null
        : rule.dateAhead("until", entered.until(), from, calendar.today());
    if (until != null && (reason == Reason.DISPUTE || reason == Reason.HARDSHIP)) {
      throw new InvalidInputException("until", "is not for this reason: a supervisor decides on it");
    }
    Optional<Hold.Contact> contact = contact(reason, entered.contactName(), entered.contactPhone());
    Optional<MatterKey> raised =
        holds.raise(new HoldRequest(caseNumber, reason, EnteredText.note(entered.note()), by, review, until, from));
    raised.ifPresent(hold -> contact.ifPresent(asked -> holds.setContact(hold, asked, by)));
    return raised;
  }

  /**
   * The reasons for which many cases may be paused, or go on, by one order: those that are not about one debtor, ask
   * for no evidence and owe nobody an answer.
   */
  public List<Reason> reasonsForMany() {
    return Stream.of(Reason.values()).filter(Reason::isReviewed).filter(reason -> reason != Reason.DISPUTE)
        .filter(reason -> !policy.ruleOf(reason).effect().wholeDebtor())
        .filter(reason -> policy.ruleOf(reason).evidence().isEmpty()).toList();
  }

  /**
   * Checks what is entered to pause many cases, or to let them go on.
   *
   * @param until ISO date ahead from which the pauses are over by themselves, or null
   * @throws InvalidInputException if a field cannot be accepted
   */
  public Reason checkedForMany(@Nullable String entered, @Nullable String until) {
    Reason reason = EnteredText.choice("hold", entered, Reason.class);
    if (!reasonsForMany().contains(reason)) {
      throw new InvalidInputException("hold", "is decided case by case; for many cases there are "
          + reasonsForMany().stream().map(Reason::name).collect(Collectors.joining(", ")));
    }
    if (!isBlank(until)) {
      policy.ruleOf(reason).dateAhead("until", until, calendar.today(), calendar.today());
    }
    return reason;
  }

  /** Ends the pauses of a case for one reason, by an order for many cases. */
  @Transactional
  public void end(String caseNumber, Reason reason, String note, String by) {
    holds.inForce(caseNumber).stream().filter(hold -> hold.reason() == reason).forEach(hold -> {
      review.note(hold.key(), note);
      holdEnd.lift(hold.key(), by, "RESUMED");
    });
  }

  /**
   * Records who is asked in the debtor's place.
   *
   * @throws InvalidInputException if a field cannot be accepted, or the hold's reason knows nobody of this kind
   */
  @Transactional
  public void setContact(MatterKey hold, String contactName, @Nullable String contactPhone, String by) {
    String name = EnteredText.required("contactName", contactName, LONGEST_NAME);
    contact(holds.get(hold).reason(), name, contactPhone).ifPresent(contact -> holds.setContact(hold, contact, by));
  }

  /**
   * Who is asked in the debtor's place, as entered; empty if nobody is named.
   *
   * @throws InvalidInputException if a field cannot be accepted, or the reason knows nobody of this kind
   */
  public static Optional<Hold.Contact> contact(Reason reason, @Nullable String name, @Nullable String phone) {
    if (isBlank(name) && isBlank(phone)) {
      return Optional.empty();
    }
    if (!reason.hasContact()) {
      throw new InvalidInputException("contactName", "is only for who died, is insolvent or is represented");
    }
    if (phone != null && !phone.isBlank() && !PHONE.matcher(phone.strip()).matches()) {
      throw new InvalidInputException("contactPhone", "must be a number such as +442079460000");
    }
    return Optional.of(new Hold.Contact(EnteredText.required("contactName", name, LONGEST_NAME),
        phone == null || phone.isBlank() ? null : phone.strip()));
  }

  private static Reason reason(String entered) {
    Reason reason = EnteredText.choice("reason", entered, Reason.class);
    if (!reason.isReviewed()) {
      throw new InvalidInputException("reason", "comes with a plan, an offer or a rule for a region, not by itself");
    }
    return reason;
  }

  /** The day on which a reason began. One that would be over by now cannot be raised any more. */
  private LocalDate from(Entered entered, HoldRule rule) {
    LocalDate today = calendar.today();
    LocalDate from = isBlank(entered.from()) ? today : EnteredText.date("from", entered.from());
    if (from.isAfter(today)) {
      throw new InvalidInputException("from", "lies ahead; a pause begins today or has begun");
    }
    LocalDate earliest = rule.endsAfterDays() == null ? today.minusDays(rule.longestDays())
        : today.minusDays(rule.endsAfterDays() - 1L);
    if (from.isBefore(earliest)) {
      throw new InvalidInputException("from", "is too long ago; " + earliest + " at the earliest");
    }
    if (from.isBefore(today) && isBlank(entered.note())) {
      throw new InvalidInputException("note", "must say why the pause is written down only now");
    }
    return from;
  }

  private static boolean isBlank(@Nullable String entered) {
    return entered == null || entered.isBlank();
  }
}
