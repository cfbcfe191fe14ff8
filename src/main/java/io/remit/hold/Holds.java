package io.remit.hold;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseOpened;
import io.remit.cases.CaseRepository;
import io.remit.cases.CaseReturned;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.hold.Hold.Reason;
import io.remit.person.PersonsJoined;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pauses collection, and tells what pauses it. While any hold that stops all contact is on a case, nobody contacts its
 * debtor and no timer escalates; {@link HoldEnd} lets it go on.
 */
@Component
public class Holds {

  private final HoldRepository holds;
  private final HoldPlacement placement;
  private final HeldCases heldCases;
  private final PersonHolds ofPersons;
  private final CaseRepository cases;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Holds(HoldRepository holds, HoldPlacement placement, HeldCases heldCases, PersonHolds ofPersons, CaseRepository cases,
      BusinessCalendar calendar, Timeline timeline) {
    this.holds = holds;
    this.placement = placement;
    this.heldCases = heldCases;
    this.ofPersons = ofPersons;
    this.cases = cases;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * Puts a hold on a case from outside its process: whatever goes on in the case stops, if the hold stops all contact.
   * One that is about the debtor goes on all open cases of the person too, under whatever debtor id.
   *
   * @return the hold; empty if the case is closed
   */
  @Transactional
  public Optional<MatterKey> raise(HoldRequest request) {
    return cases.lock(request.caseNumber()).status() == Status.CLOSED ? Optional.empty()
        : Optional.of(place(request, true));
  }

  /** The same by a step of the case's own process, which leads to "On hold" by itself if the case is held then. */
  public MatterKey raiseWithin(HoldRequest request) {
    return place(request, false);
  }

  private HoldRequest againOn(String caseNumber, Hold hold) {
    return new HoldRequest(caseNumber, hold.reason(), hold.note(), hold.raisedBy(), ahead(hold.reviewOn()),
        hold.until(), hold.from());
  }

  private void keepContact(Hold placed, Hold earlier) {
    if (earlier.contact() != null) {
      holds.setContact(placed.holdId(), earlier.contact());
    }
  }

  private MatterKey place(HoldRequest request, boolean tellCase) {
    Hold placed = placement.put(request);
    if (tellCase) {
      heldCases.pause(placed);
    } else {
      heldCases.pauseWithin(request.caseNumber());
    }
    if (placed.rule().wholeDebtor()) {
      goesOnOtherCases(placed);
    }
    return placed.key();
  }

  /** What is about the debtor is about all that this person owes, under whatever id. */
  private void goesOnOtherCases(Hold placed) {
    ofPersons.openCases(cases.get(placed.caseNumber()).debtorId())
        .filter(other -> !isOn(other, placed.reason())).forEach(other -> {
          Hold there = placement.put(againOn(other, placed));
          keepContact(there, placed);
          heldCases.pause(there);
        });
  }

  /** What is about one of the ids that a supervisor just found to be one person is about the others too. */
  @EventListener
  void joined(PersonsJoined joined) {
    cases.openOf(joined.debtorIds()).stream().flatMap(caseNumber -> inForce(caseNumber).stream())
        .filter(hold -> hold.rule().wholeDebtor()).toList().forEach(this::goesOnOtherCases);
  }

  /** A new case of a debtor who is dead, insolvent or the like begins on hold, as the other cases were. */
  @EventListener
  void opened(CaseOpened opened) {
    Map<Reason, Hold> newest = ofPersons.holds(opened.debtorId()).stream().filter(hold -> hold.rule().wholeDebtor())
        .filter(hold -> !isOn(opened.caseNumber(), hold.reason()))
        .collect(Collectors.toMap(Hold::reason, Function.identity(), (older, newer) -> newer, TreeMap::new));
    newest.values().stream().filter(hold -> hold.inForce() || HoldEnd.CASE_CLOSED.equals(hold.decision()))
        .filter(hold -> hold.until() == null || hold.until().isAfter(calendar.today()))
        .forEach(hold -> keepContact(get(place(new HoldRequest(opened.caseNumber(), hold.reason(), hold.note(),
            hold.raisedBy(), null, hold.until(), hold.from()), false)), hold));
  }

  /** The accounts of a closed case are back: what paused collection there until its end pauses it in the new one. */
  @EventListener
  void returned(CaseReturned returned) {
    Set<Reason> there = inForce(returned.caseNumber()).stream().map(Hold::reason).collect(Collectors.toSet());
    holds.ofCase(returned.earlier()).stream().filter(hold -> HoldEnd.CASE_CLOSED.equals(hold.decision()))
        .filter(hold -> hold.reason().isReviewed() && !there.contains(hold.reason()))
        .filter(hold -> hold.until() == null || hold.until().isAfter(calendar.today()))
        .forEach(hold -> place(new HoldRequest(returned.caseNumber(), hold.reason(), hold.note(), hold.raisedBy(),
            ahead(hold.reason() == Reason.DISPUTE ? hold.answerBy() : hold.reviewOn()), hold.until(), hold.from()),
            false));
  }

  /** A day that is over says nothing any more: then the rules say when. */
  private @Nullable LocalDate ahead(@Nullable LocalDate day) {
    return day == null || day.isBefore(calendar.today()) ? null : day;
  }

  /** Starts the processes of holds that have none: those that were raised before each had its own. */
  public void review(String caseNumber) {
    holds.inForce(caseNumber).stream().filter(hold -> hold.reason().isReviewed())
        .forEach(hold -> placement.start(hold));
  }

  /** Every hold that ever was on a case, the newest last. */
  public List<Hold> ofCase(String caseNumber) {
    return holds.ofCase(caseNumber);
  }

  /** The holds that are on a case now. */
  public List<Hold> inForce(String caseNumber) {
    return holds.inForce(caseNumber);
  }

  /** Whether a hold for a reason is on a case now. */
  public boolean isOn(String caseNumber, Reason reason) {
    return inForce(caseNumber).stream().anyMatch(hold -> hold.reason() == reason);
  }

  /** Why collection of a case is paused as a whole; nothing if it goes on. */
  public List<Reason> pausedFor(String caseNumber) {
    return holds.inForce(caseNumber).stream().filter(hold -> hold.rule().stopsAll()).map(Hold::reason).toList();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such hold */
  public Hold get(MatterKey hold) {
    return holds.get(hold.number());
  }

  /** When a hold is looked at again: its review day at the start of business. */
  public Instant reviewDue(MatterKey hold) {
    return calendar.startOfBusiness(reviewDay(get(hold)));
  }

  /** When a hold ends by itself; empty if it does not. */
  public Optional<Instant> endsAt(MatterKey hold) {
    return Optional.ofNullable(get(hold).until()).map(calendar::startOfBusiness);
  }

  /** When the debtor has the answer to a dispute at the latest: that day at the start of business. */
  public Instant answerDue(MatterKey hold) {
    Hold dispute = get(hold);
    return calendar.startOfBusiness(dispute.answerBy() == null ? reviewDay(dispute) : dispute.answerBy());
  }

  private static LocalDate reviewDay(Hold hold) {
    return Objects.requireNonNull(hold.reviewOn(), "only what a supervisor reviews has a date for it");
  }

  /**
   * Remembers who is asked in the debtor's place, with each hold for the same reason that is on a case of the debtor.
   */
  public void setContact(MatterKey hold, Hold.Contact contact, String by) {
    cases.lock(hold.caseNumber());
    Hold found = get(hold);
    ofPersons.holds(cases.get(hold.caseNumber()).debtorId()).stream()
        .filter(other -> other.inForce() && other.reason() == found.reason())
        .forEach(other -> holds.setContact(other.holdId(), contact));
    timeline.add(hold.caseNumber(), EntryKind.HOLD, by, "It is known who is asked in the debtor's place",
        found.reason().name());
  }
}
