package io.remit.contact.treatment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseEnded;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.gate.ContactPreferences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The search for debtors who can be reached in no way that is known. Reviews of their cases go on; a supervisor looks
 * for a way to them, one search for each case, and again on a day that they name, until a way is known.
 */
@Component
public class DebtorSearch {

  static final int NEXT_LOOK_DAYS = 90;
  static final int LONGEST_NEXT_LOOK_DAYS = 180;
  /** What becomes of a search that is needed no more. */
  private static final String ENDED = "ENDED";

  private final UnreachableCases unreachable;
  private final UsableChannels channels;
  private final CaseRepository cases;
  private final ContactPreferences wishes;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  DebtorSearch(UnreachableCases unreachable, UsableChannels channels, CaseRepository cases, ContactPreferences wishes,
      MatterProcess matters, BusinessCalendar calendar, Timeline timeline) {
    this.unreachable = unreachable;
    this.channels = channels;
    this.cases = cases;
    this.wishes = wishes;
    this.matters = matters;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * What a supervisor found of a debtor, as the form sends it.
   *
   * @param number that was found, with its country code; only with FOUND
   * @param nextLook ISO date, ahead by {@value #LONGEST_NEXT_LOOK_DAYS} days at most; null or blank for
   *     {@value #NEXT_LOOK_DAYS} days from today
   */
  public record Searched(Result outcome, String number, @Nullable String nextLook, String note) {
  }

  /** What a look for a debtor can end with. */
  public enum Result {
    FOUND, NOT_FOUND
  }

  /** Notes whether the debtor can be reached at all: if not, a person looks for a way, unless the case is on hold. */
  void note(CollectionCase current) {
    if (current.status() == CollectionCase.Status.OPEN && channels.isUnreachable(current)) {
      begin(current.caseNumber());
    } else {
      end(current.caseNumber());
    }
  }

  /** The debtor of a case can be reached in no way, as far as is known: from now on somebody looks for one. */
  private void begin(String caseNumber) {
    if (unreachable.searchOf(caseNumber).isEmpty()) {
      MatterKey search = unreachable.add(caseNumber);
      timeline.add(caseNumber, EntryKind.NUMBER, Timeline.SYSTEM, "The debtor can be reached in no way that is known");
      matters.start(search, "find-debtor");
    }
  }

  /** A case that has ended needs no way to its debtor. */
  @EventListener
  @Order(CaseEnded.WORK + 1)
  void caseEnded(CaseEnded ended) {
    end(ended.caseNumber());
  }

  /** Nobody needs to look for the debtor of a case: a way is known, or the case is on hold or closed. */
  void end(String caseNumber) {
    unreachable.searchOf(caseNumber).ifPresent(search -> {
      unreachable.remove(caseNumber);
      matters.changed(search, ENDED);
    });
  }

  /**
   * Records what a supervisor found. A number that was found wakes the debtor's cases, and ends the search if it
   * reaches them; else somebody looks again on the next day to look.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void record(MatterKey search, Searched searched, String actor) {
    String number = searched.number();
    LocalDate today = calendar.today();
    LocalDate next = isBlank(searched.nextLook()) ? today.plusDays(NEXT_LOOK_DAYS)
        : EnteredText.dateAhead("nextLook", searched.nextLook(), today, today.plusDays(LONGEST_NEXT_LOOK_DAYS));
    String remark = EnteredText.note(searched.note());
    unreachable.setNextLook(search, next);
    if (searched.outcome() == Result.FOUND) {
      wishes.addNumber(cases.get(search.caseNumber()).debtorId(), number, actor);
      timeline.add(search.caseNumber(), EntryKind.SEARCH, actor, "A number of the debtor was found", remark);
    } else if (isBlank(number)) {
      timeline.add(search.caseNumber(), EntryKind.SEARCH, actor, "No way to the debtor was found; next look on " + next,
          remark);
    } else {
      throw new InvalidInputException("number", "was found: choose that as the outcome");
    }
  }

  /** When somebody looks for the debtor again: at the start of business on the day that was named. */
  public Instant nextLook(MatterKey search) {
    Optional<LocalDate> named = unreachable.nextLook(search);
    return calendar.startOfBusiness(named.orElseGet(calendar::today));
  }

  private static boolean isBlank(@Nullable String entered) {
    return entered == null || entered.isBlank();
  }
}
