package io.remit.privacy;

import io.remit.approval.Raised;
import io.remit.approval.SecondDecision;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.DebtorRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases debtors: by themselves when they were quiet for long enough, or earlier when somebody asks and another person
 * agrees. What stays, under pseudonyms, is what ledger and figures are made of.
 *
 * <p>Where a file of many debtors can still name the debtor, nobody is erased: the files go first, so the days of a
 * debtor are never fewer than those of such files.
 */
@Component
public class Erasures {

  private static final List<RecordKind> FILES_OF_MANY =
      List.of(RecordKind.SOURCE_FILE, RecordKind.PARTNER_FILE, RecordKind.BOOKS_EXPORT);

  private final ErasureObstacles obstacles;
  private final ErasureRepository orders;
  private final HeldDataRepository held;
  private final RowEraser rows;
  private final KeptFiles files;
  private final RetentionPolicy policy;
  private final SecondPerson secondPerson;
  private final DebtorRepository debtors;
  private final BusinessCalendar calendar;

  Erasures(ErasureObstacles obstacles, ErasureRepository orders, HeldDataRepository held, RowEraser rows,
      KeptFiles files, RetentionPolicy policy, SecondPerson secondPerson, DebtorRepository debtors,
      BusinessCalendar calendar) {
    this.obstacles = obstacles;
    this.orders = orders;
    this.held = held;
    this.rows = rows;
    this.files = files;
    this.policy = policy;
    this.secondPerson = secondPerson;
    this.debtors = debtors;
    this.calendar = calendar;
  }

  /** Whether a debtor may be erased, and from when on. */
  public Erasable of(String debtorId) {
    LocalDate last = obstacles.lastSign(debtorId).map(calendar::dayOf).orElseGet(calendar::today);
    return new Erasable(obstacles.of(debtorId), firstDay(last, RecordKind.CLOSED_DEBTOR_WHO_ASKS),
        firstDay(last, RecordKind.CLOSED_DEBTOR));
  }

  private LocalDate firstDay(LocalDate last, RecordKind kind) {
    return last.plusDays(daysFor(kind) + 1L);
  }

  /** For how many days a debtor is kept: as the table says, and not fewer than files in which others are, too. */
  int daysFor(RecordKind kind) {
    return Math.max(policy.daysFor(kind), FILES_OF_MANY.stream().mapToInt(policy::daysFor).max().orElse(0));
  }

  /** What was asked for last about a debtor. */
  public Optional<ErasureOrder> newest(String debtorId) {
    return orders.newest(debtorId);
  }

  /**
   * Asks for a debtor to be erased; another person decides on it.
   *
   * @param by user id
   * @throws InvalidInputException if there is no reason, something is in the way, or it was asked for already
   */
  @Transactional
  public void ask(String debtorId, @Nullable String reason, String by) {
    String why = EnteredText.reason(reason);
    debtors.lock(debtorId);
    mustBeErasable(debtorId);
    if (newest(debtorId).filter(ErasureOrder::waits).isPresent()) {
      throw new InvalidInputException("debtor", "waits for another person already");
    }
    orders.insert(debtorId, ErasureOrder.Status.ASKED, why, by, calendar.now());
  }

  /**
   * Decides on what another person asked for.
   *
   * @param by user id
   * @throws InvalidInputException if nothing waits, the same person asked, or something is in the way by now
   */
  @Transactional
  public void decide(String debtorId, SecondDecision.@Nullable Outcome outcome, String by) {
    debtors.lock(debtorId);
    ErasureOrder order = newest(debtorId).filter(ErasureOrder::waits)
        .orElseThrow(() -> new InvalidInputException("debtor", "nothing waits for another person"));
    if (outcome == null) {
      throw new InvalidInputException("outcome", "must be APPROVED or REJECTED");
    }
    secondPerson.mustDecide("outcome", by, new Raised(null, order.askedBy(), order.askedAt()),
        "is for another person: you asked for it");
    if (outcome == SecondDecision.Outcome.REJECTED) {
      orders.decide(order.erasureId(), ErasureOrder.Status.REFUSED, by, calendar.now());
      return;
    }
    mustBeErasable(debtorId);
    orders.decide(order.erasureId(), ErasureOrder.Status.DONE, by, calendar.now());
    erase(debtorId, by);
  }

  private void mustBeErasable(String debtorId) {
    Erasable erasable = of(debtorId);
    Erasable.Obstacle first = erasable.first();
    if (first != null) {
      throw new InvalidInputException("debtor",
          "cannot be erased: " + first.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    if (calendar.today().isBefore(erasable.from())) {
      throw new InvalidInputException("debtor", "cannot be erased before " + erasable.from());
    }
  }

  /**
   * Erases a debtor who was quiet for long enough.
   *
   * @return whether that was done
   */
  @Transactional
  public boolean eraseByRule(String debtorId) {
    debtors.lock(debtorId);
    Erasable erasable = of(debtorId);
    if (!erasable.isFree() || calendar.today().isBefore(erasable.byItself())) {
      return false;
    }
    newest(debtorId).filter(ErasureOrder::waits).ifPresentOrElse(
        order -> orders.decide(order.erasureId(), ErasureOrder.Status.DONE, Timeline.SYSTEM, calendar.now()),
        () -> orders.insert(debtorId, ErasureOrder.Status.DONE, null, Timeline.SYSTEM, calendar.now()));
    erase(debtorId, Timeline.SYSTEM);
    return true;
  }

  private void erase(String debtorId, String by) {
    DebtorKeys keys = held.keysOf(debtorId);
    // Files first: if the database fails it is done again, and a file without a row would never be found.
    files.removeOf(keys.cases());
    rows.erase(keys, Pseudonyms.of(keys), by);
  }
}
