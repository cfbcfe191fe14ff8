package io.remit.hold;

import io.remit.approval.Proposals;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseChange;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.CaseOpened;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.CaseReturned;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.News;
import io.remit.cases.PausedDays;
import io.remit.cases.Timeline;
import io.remit.hold.Hold.Reason;
import io.remit.person.Persons;
import io.remit.person.PersonsJoined;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pauses collection and lets it go on. While any hold that stops all contact is on a case, nobody contacts its debtor
 * and no timer escalates; when the last of them ends, the case goes back to the decision on its stage.
 */
@Component
public class Holds {

  /** What becomes of the process of a hold that something else ended. */
  static final String ENDED = "ENDED";
  /** How a hold ended that nobody decided on. */
  private static final String CASE_CLOSED = "CASE_CLOSED";

  private final HoldRepository holds;
  private final HoldPolicy policy;
  private final PausedDays pausedDays;
  private final CaseRepository cases;
  private final CaseLifecycle lifecycle;
  private final CaseProcess process;
  private final MatterProcess matters;
  private final Proposals proposals;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final News news;
  private final Persons persons;

  Holds(HoldRepository holds, HoldPolicy policy, PausedDays pausedDays, CaseRepository cases, CaseLifecycle lifecycle,
      CaseProcess process, MatterProcess matters, Proposals proposals, BusinessCalendar calendar, Timeline timeline,
      News news, Persons persons) {
    this.holds = holds;
    this.policy = policy;
    this.pausedDays = pausedDays;
    this.cases = cases;
    this.lifecycle = lifecycle;
    this.process = process;
    this.matters = matters;
    this.proposals = proposals;
    this.calendar = calendar;
    this.timeline = timeline;
    this.news = news;
    this.persons = persons;
  }

  /**
   * Puts a hold on a case from outside its process: whatever goes on in the case stops, if the hold stops all contact.
   * One that is about the debtor goes on all open cases of his person too, under whatever debtor id.
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

  private MatterKey place(HoldRequest request, boolean tellCase) {
    HoldRule rule = policy.ruleOf(request.reason());
    Hold placed = put(request, rule);
    pause(request.caseNumber(), tellCase);
    if (rule.effect().wholeDebtor()) {
      goesOnOtherCases(placed, rule);
    }
    return placed.key();
  }

  /** What is about the debtor is about all that his person owes, under whatever id. */
  private void goesOnOtherCases(Hold placed, HoldRule rule) {
    openCasesOfPerson(cases.get(placed.caseNumber()).debtorId())
        .filter(other -> !isOn(other, placed.reason())).forEach(other -> {
          Hold there = put(againOn(other, placed), rule);
          keepContact(there, placed);
          pause(other, true);
        });
  }

  private List<Hold> holdsOfPerson(String debtorId) {
    return holds.ofPerson(persons.idsOf(debtorId));
  }

  private Stream<String> openCasesOfPerson(String debtorId) {
    return cases.openOf(persons.idsOf(debtorId)).stream();
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

  /** What is about one of the ids that a supervisor just found to be one person is about the others too. */
  @EventListener
  void joined(PersonsJoined joined) {
    cases.openOf(joined.debtorIds()).stream().flatMap(caseNumber -> inForce(caseNumber).stream())
        .filter(hold -> hold.rule().wholeDebtor()).toList()
        .forEach(hold -> goesOnOtherCases(hold, policy.ruleOf(hold.reason())));
  }

  private Hold put(HoldRequest request, HoldRule rule) {
    LocalDate from = request.from() == null ? calendar.today() : request.from();
    LocalDate until = rule.endOf(from, request.until());
    LocalDate review = request.reviewOn() == null && request.reason().isReviewed() ? reviewDay(from, until, rule)
        : request.reviewOn();
    long holdId = holds.insert(new Hold(0, request.caseNumber(), request.reason(), rule.effect(), from,
        request.note(), calendar.now(), request.raisedBy(), review, until, null, null,
        request.reason() == Reason.DISPUTE ? review : null, null));
    timeline.add(request.caseNumber(), EntryKind.HOLD, request.raisedBy(),
        rule.effect().stopsAll() ? "Collection is paused" : "No contact by " + channels(rule.effect().stops()),
        request.reason().name());
    if (from.isBefore(calendar.today())) {
      timeline.add(request.caseNumber(), EntryKind.HOLD, request.raisedBy(), "The reason to pause began on " + from,
          null);
    }
    Hold placed = holds.get(holdId);
    if (request.reason().isReviewed()) {
      matters.start(placed.key(), modelOf(request.reason()));
    }
    return placed;
  }

  /** Counted from the beginning of the reason, but not on a day that is over, nor after the end. */
  private LocalDate reviewDay(LocalDate from, @Nullable LocalDate until, HoldRule rule) {
    LocalDate counted = from.plusDays(rule.reviewDays());
    LocalDate ahead = counted.isBefore(calendar.today()) ? calendar.today() : counted;
    return until != null && until.isBefore(ahead) ? until : ahead;
  }

  /** The process in which a hold of this reason is decided. */
  private static String modelOf(Reason reason) {
    return switch (reason) {
      case DISPUTE -> "dispute";
      case HARDSHIP -> "hardship";
      default -> "hold-review";
    };
  }

  private void pause(String caseNumber, boolean tellCase) {
    List<Hold> inForce = inForce(caseNumber);
    cases.setHeldChannels(caseNumber, channelsStopped(inForce));
    news.ofDebtor(cases.get(caseNumber).debtorId());
    boolean stops = inForce.stream().anyMatch(hold -> hold.rule().stopsAll());
    if (stops && cases.get(caseNumber).status() == Status.OPEN) {
      cases.setStatus(caseNumber, Status.HELD);
      if (tellCase) {
        process.changed(caseNumber, CaseChange.HELD);
      }
    }
  }

  /** A new case of a debtor who is dead, insolvent or the like begins on hold, as his other cases were. */
  @EventListener
  void opened(CaseOpened opened) {
    Map<Reason, Hold> newest = holdsOfPerson(opened.debtorId()).stream().filter(hold -> hold.rule().wholeDebtor())
        .filter(hold -> !isOn(opened.caseNumber(), hold.reason()))
        .collect(Collectors.toMap(Hold::reason, Function.identity(), (older, newer) -> newer, TreeMap::new));
    newest.values().stream().filter(hold -> hold.inForce() || CASE_CLOSED.equals(hold.decision()))
        .filter(hold -> hold.until() == null || hold.until().isAfter(calendar.today()))
        .forEach(hold -> keepContact(get(place(new HoldRequest(opened.caseNumber(), hold.reason(), hold.note(),
            hold.raisedBy(), null, hold.until(), hold.from()), false)), hold));
  }

  /** The accounts of a closed case are back: what paused collection there until its end pauses it in the new one. */
  @EventListener
  void returned(CaseReturned returned) {
    Set<Reason> there = inForce(returned.caseNumber()).stream().map(Hold::reason).collect(Collectors.toSet());
    holds.ofCase(returned.earlier()).stream().filter(hold -> CASE_CLOSED.equals(hold.decision()))
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
    inForce(caseNumber).stream().filter(hold -> hold.reason().isReviewed())
        .forEach(hold -> matters.start(hold.key(), modelOf(hold.reason())));
  }

  public List<Hold> ofCase(String caseNumber) {
    return holds.ofCase(caseNumber);
  }

  /** The holds that are on a case now. */
  public List<Hold> inForce(String caseNumber) {
    return holds.ofCase(caseNumber).stream().filter(Hold::inForce).toList();
  }

  /** Whether a hold for a reason is on a case now. */
  public boolean isOn(String caseNumber, Reason reason) {
    return inForce(caseNumber).stream().anyMatch(hold -> hold.reason() == reason);
  }

  /** Why collection of a case is paused as a whole; nothing if it goes on. */
  public List<Reason> pausedFor(String caseNumber) {
    return holds.ofCase(caseNumber).stream().filter(hold -> hold.inForce() && hold.rule().stopsAll()).map(Hold::reason)
        .toList();
  }

  public Hold get(MatterKey hold) {
    return holds.get(hold.number());
  }

  /** When a hold is looked at again: its review day at the start of business. */
  public Instant reviewDue(MatterKey hold) {
    return calendar.startOfBusiness(get(hold).reviewOn());
  }

  /** When a hold ends by itself; empty if it does not. */
  public Optional<Instant> endsAt(MatterKey hold) {
    return Optional.ofNullable(get(hold).until()).map(calendar::startOfBusiness);
  }

  /** When the debtor has the answer to his dispute at the latest: that day at the start of business. */
  public Instant answerDue(MatterKey hold) {
    Hold dispute = get(hold);
    return calendar.startOfBusiness(dispute.answerBy() == null ? dispute.reviewOn() : dispute.answerBy());
  }

  /**
   * Makes a hold last longer; its process waits by itself. One that is about the debtor lasts longer on his other cases
   * too.
   */
  public void extend(MatterKey hold, LocalDate reviewOn, String by) {
    cases.lock(hold.caseNumber());
    Hold extended = get(hold);
    onAllCases(extended)
        .filter(other -> other.holdId() == hold.number()
            || Objects.requireNonNull(other.reviewOn()).isBefore(reviewOn)).forEach(other -> {
      holds.extend(other.holdId(), reviewOn);
      timeline.add(other.caseNumber(), EntryKind.HOLD, by, "The pause goes on until " + reviewOn, null);
      matters.redate(other.key());
    });
  }

  /** A hold, and those for the same reason on the debtor's other cases if it is about him. */
  private Stream<Hold> onAllCases(Hold hold) {
    if (!hold.rule().wholeDebtor()) {
      return Stream.of(hold);
    }
    return Stream.concat(Stream.of(hold), openCasesOfPerson(cases.get(hold.caseNumber()).debtorId())
        .filter(other -> !other.equals(hold.caseNumber())).flatMap(other -> inForce(other).stream())
        .filter(other -> other.reason() == hold.reason()));
  }

  /** Remembers who is asked in the debtor's place, with each hold for the same reason that is on a case of his. */
  public void setContact(MatterKey hold, Hold.Contact contact, String by) {
    cases.lock(hold.caseNumber());
    Hold found = get(hold);
    holdsOfPerson(cases.get(hold.caseNumber()).debtorId()).stream()
        .filter(other -> other.inForce() && other.reason() == found.reason())
        .forEach(other -> holds.setContact(other.holdId(), contact));
    timeline.add(hold.caseNumber(), EntryKind.HOLD, by, "It is known who is asked in the debtor's place",
        found.reason().name());
  }

  /** Keeps what a supervisor said about a hold. */
  public void note(MatterKey hold, String note) {
    // two who decide at once wait for the case, not for each other
    cases.lock(hold.caseNumber());
    holds.addReviewNote(hold.number(), note);
  }

  /**
   * Ends a hold, by a step of its own process or by what raised it. If it was the last that stops all contact, the case
   * goes on at the stage of its age. One that is about the debtor ends on his other cases too. Nothing happens if it is
   * over.
   *
   * @param decision how it ended, such as RESUMED; for the record
   */
  @Transactional
  public void release(MatterKey hold, String by, String decision) {
    cases.lock(hold.caseNumber());
    Hold released = get(hold);
    if (!released.inForce()) {
      return;
    }
    end(released, by, decision);
    if (released.rule().wholeDebtor()) {
      onAllCases(released).filter(Hold::inForce).filter(other -> other.holdId() != released.holdId()).toList()
          .forEach(other -> lift(other.key(), by, decision));
    }
  }

  /**
   * Ends a hold by a step of its own process, and books what was decided with it: by then the hold is over, so that the
   * booking may close the case. If it does not, the case goes on as after {@link #release}.
   *
   * @param booking what is to be booked
   */
  @Transactional
  public void releaseWith(MatterKey hold, String by, String decision, Runnable booking) {
    cases.lock(hold.caseNumber());
    Hold released = get(hold);
    if (released.inForce()) {
      markReleased(released, by, decision);
      booking.run();
      goOn(released, by);
    }
  }

  /** Ends a hold as {@link #release} does, but from outside its own process, which then ends too. */
  @Transactional
  public void lift(MatterKey hold, String by, String decision) {
    end(get(hold), by, decision);
    matters.changed(hold, ENDED);
  }

  private void end(Hold released, String by, String decision) {
    markReleased(released, by, decision);
    goOn(released, by);
  }

  private void markReleased(Hold released, String by, String decision) {
    String caseNumber = released.caseNumber();
    holds.release(released.holdId(), calendar.now(), by, decision);
    proposals.drop(released.key().toString());
    if (released.rule().keepsTime()) {
      cases.setPausedDays(caseNumber, pausedDays.since(caseNumber, cases.get(caseNumber).baseDueDate()));
    }
    cases.setHeldChannels(caseNumber, channelsStopped(inForce(caseNumber)));
    news.ofDebtor(cases.get(caseNumber).debtorId());
  }

  private void goOn(Hold released, String by) {
    String caseNumber = released.caseNumber();
    if (cases.get(caseNumber).status() == Status.CLOSED) {
      return;
    }
    List<Hold> left = inForce(caseNumber);
    boolean held = left.stream().anyMatch(hold -> hold.rule().stopsAll());
    timeline.add(caseNumber, EntryKind.HOLD, by, held ? "A reason to pause is gone, another is left"
        : "Collection goes on", released.reason().name());
    if (!held && cases.get(caseNumber).status() == Status.HELD) {
      cases.setStatus(caseNumber, Status.OPEN);
      process.changed(caseNumber, CaseChange.RESUMED);
    }
  }

  /** Ends a hold by a step of its own process because the debtor is right: the case leaves collection. */
  public void uphold(MatterKey hold, String by) {
    proposals.approved(hold.toString());
    holds.release(hold.number(), calendar.now(), by, "UPHELD");
    lifecycle.withdraw(hold.caseNumber(), by, "The debtor's objection was upheld");
  }

  /** The case has ended, and its holds with it, without a supervisor's decision. */
  public void endWithCase(String caseNumber) {
    inForce(caseNumber).forEach(hold -> {
      holds.release(hold.holdId(), calendar.now(), Timeline.SYSTEM, CASE_CLOSED);
      matters.changed(hold.key(), ENDED);
    });
  }

  /** The channels that these holds stop one by one, or null. */
  private static @Nullable String channelsStopped(List<Hold> inForce) {
    String channels = inForce.stream().filter(hold -> !hold.rule().stopsAll())
        .flatMap(hold -> Arrays.stream(hold.rule().stops().split(","))).map(String::strip).distinct().sorted()
        .collect(Collectors.joining(","));
    return channels.isEmpty() ? null : channels;
  }

  private static String channels(String stops) {
    return stops.toLowerCase(Locale.ROOT).replace(",", ", ").replace('_', ' ');
  }
}
