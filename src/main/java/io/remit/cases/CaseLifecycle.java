package io.remit.cases;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.FollowUp.Why;
import io.remit.cases.OpenLedger.Owed;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the cases in step with the facts. {@link #keepInStep} may be called after any change of a debtor's accounts,
 * any number of times: it compares what each case should be doing with what it does, and does nothing where they agree.
 */
@Component
public class CaseLifecycle {

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final AccountRepository accounts;
  private final CaseProcess process;
  private final ChangedCases changes;
  private final AgingPolicy aging;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;
  private final FollowUps followUps;
  private final MissingAccounts missing;
  private final AgreedAccounts agreed;
  private final PausedDays pausedDays;
  private final LockedCases locked;
  private final boolean caseForEachAccount;
  private final int returnDays;

  CaseLifecycle(CaseRepository cases, DebtorRepository debtors, AccountRepository accounts, CaseProcess process,
      ChangedCases changes, AgingPolicy aging, BusinessCalendar calendar, Timeline timeline,
      ApplicationEventPublisher events, FollowUps followUps, MissingAccounts missing, AgreedAccounts agreed,
      PausedDays pausedDays, LockedCases locked,
      @Value("${remit.case.grouping}") String grouping,
      @Value("${remit.case.return-days:30}") int returnDays) {
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.process = process;
    this.changes = changes;
    this.aging = aging;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
    this.followUps = followUps;
    this.missing = missing;
    this.agreed = agreed;
    this.pausedDays = pausedDays;
    this.locked = locked;
    this.returnDays = returnDays;
    this.caseForEachAccount = caseForEachAccount(grouping);
  }

  /** As below, for several: what many of their cases ask of the database is asked once for all. */
  void keepInStep(Collection<Owed> changed) {
    if (changed.size() > 1) {
      locked.lock(changed.stream().map(Owed::debtorId).distinct().toList());
    }
    changed.forEach(owed -> keepInStep(owed.debtorId(), owed.currency()));
  }

  /**
   * Opens, joins, re-ages or closes whatever the accounts of a debtor in one currency ask for now. A case whose process
   * cannot hear of it is remembered and follows later.
   */
  void keepInStep(String debtorId, String currency) {
    if (followUps.areAskedFor()) {
      debtors.lock(debtorId);
      followUps.remember(debtorId, currency, Why.FAILED);
    } else {
      follow(debtorId, currency).ifPresent(why -> followUps.remember(debtorId, currency, why));
    }
  }

  /**
   * Looks at the open cases of a debtor in one currency anew, because the rules changed and not the accounts: their
   * timers get the dates of the rules of now, and a case that is in another stage than its age asks for goes there.
   */
  @Transactional
  public void lookAnew(String debtorId, String currency) {
    process.together(() -> {
      debtors.lock(debtorId);
      cases.openOf(debtorId, currency).stream().filter(open -> process.barTo(open).isEmpty()).forEach(process::redate);
      keepInStep(debtorId, currency);
      return null;
    });
  }

  /** Lets cases follow that could not; they go on to wait if they still cannot. */
  @Nullable Void follow(FollowUp followUp) {
    String debtorId = followUp.debtorId();
    debtors.lock(debtorId);
    if (followUps.stillWaits(followUp)) {
      follow(debtorId, followUp.currency()).ifPresentOrElse(why -> followUps.triedInVain(followUp, why),
          () -> {
            followUps.done(followUp);
            putOnHold(debtorId, followUp.currency());
          });
    }
    return null;
  }

  /**
   * Lets a case catch up with what changed while somebody outside had it. At the end of the transaction: until then its
   * process is on its way out of what was going on there, and would not hear.
   */
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void backFromOutside(BackFromOutside back) {
    CollectionCase its = cases.get(back.caseNumber());
    process.together(() -> {
      process.redate(back.caseNumber());
      keepInStep(its.debtorId(), its.currency());
      putOnHold(its.debtorId(), its.currency());
      return null;
    });
  }

  /** What paused a case while somebody outside had it pauses its process now. */
  private void putOnHold(String debtorId, String currency) {
    cases.openOf(debtorId, currency).stream().map(cases::get).filter(open -> open.status() == Status.HELD)
        .map(CollectionCase::caseNumber)
        .filter(open -> changes.whoHas(open).isEmpty() && process.barTo(open).isEmpty() && !process.isOnHold(open))
        .forEach(open -> process.changed(open, CaseChange.HELD));
  }

  /** Remembers a case that lost its process, so that it is seen. */
  @Transactional
  public void noteIfLost(String caseNumber) {
    CollectionCase current = cases.lock(caseNumber);
    if (current.status() != Status.CLOSED && process.barTo(caseNumber).equals(Optional.of(Why.GONE))) {
      followUps.remember(current.debtorId(), current.currency(), Why.GONE);
    }
  }

  /** @return why not all of it could be done, or empty */
  private Optional<Why> follow(String debtorId, String currency) {
    // Who waits for a case that somebody else closes would not see the one that is opened after it, and open another.
    debtors.lock(debtorId);
    List<Account> owed = accounts.ofDebtor(debtorId, currency);
    if (caseForEachAccount) {
      return owed.stream().map(account -> follow(debtorId, currency, account.accountNumber(), List.of(account)))
          .flatMap(Optional::stream).reduce((first, next) -> first);
    }
    return follow(debtorId, currency, null, owed);
  }

  private Optional<Why> follow(String debtorId, String currency, @Nullable String accountNumber, List<Account> owed) {
    List<CollectionCase> open = cases.lockOpen(debtorId, currency, accountNumber);
    Optional<Why> bar =
        open.stream().map(each -> process.barTo(each.caseNumber())).flatMap(Optional::stream).findFirst();
    if (bar.isPresent()) {
      return bar;
    }
    if (open.isEmpty()) {
      owed.stream().map(Account::caseNumber).filter(Objects::nonNull).distinct()
          .forEach(earlier -> events.publishEvent(new AccountsChanged(earlier)));
    }
    List<String> outside = joinOneOf(open, owed);
    long goOn = open.stream().filter(this::refresh).count();
    if (goOn > 0 && goOn < open.size()) {
      return follow(debtorId, currency, accountNumber, accounts.ofDebtor(debtorId, currency));
    }
    // Who listened to the change may have booked on the accounts.
    List<String> left = goOn > 0 ? outside : owed.stream().map(Account::accountNumber).toList();
    return openFor(debtorId, currency, accountNumber, left.isEmpty() ? List.of()
        : accounts.ofDebtor(debtorId, currency).stream().filter(its -> left.contains(its.accountNumber())).toList());
  }

  /**
   * Brings what is to be collected into the debtor's open cases: an account stays in its own, or joins the first that
   * is not bound by an agreement about others.
   *
   * @return the numbers of those that no case takes
   */
  private List<String> joinOneOf(List<CollectionCase> open, List<Account> owed) {
    List<String> numbers = open.stream().map(CollectionCase::caseNumber).toList();
    Map<String, Set<String>> bound = agreed.binding(numbers);
    List<String> outside = new ArrayList<>();
    owed.stream().filter(account -> account.inCollectionOn(calendar.today())).forEach(account -> {
      Optional<String> taking = numbers.stream()
          .filter(each -> !bound.containsKey(each) || bound.get(each).contains(account.accountNumber()))
          .min(Comparator.comparing(each -> !each.equals(account.caseNumber())));
      taking.filter(each -> !each.equals(account.caseNumber())).ifPresent(each -> join(each, account));
      if (taking.isEmpty()) {
        outside.add(account.accountNumber());
      }
    });
    return outside;
  }

  /** An agreement about some accounts of a case is in force: the others go on in a case of their own. */
  public void agreementBegan(String caseNumber) {
    CollectionCase its = cases.get(caseNumber);
    keepInStep(its.debtorId(), its.currency());
  }

  /** Opens a case for what is to be collected, if there is anything: also for what a cured case leaves not yet due. */
  private Optional<Why> openFor(String debtorId, String currency, @Nullable String accountNumber, List<Account> owed) {
    Optional<LocalDate> base = owed.stream().filter(account -> account.inCollectionOn(calendar.today()))
        .map(Account::oldestDueDate).min(LocalDate::compareTo)
        .filter(due -> !CaseTarget.coversDebt(accounts.creditOf(debtorId, currency), owed));
    if (base.isPresent() && !process.canStart()) {
      return Optional.of(Why.NO_START);
    }
    base.ifPresent(due -> open(debtorId, currency, accountNumber, owed, due));
    return Optional.empty();
  }

  private void open(String debtorId, String currency, @Nullable String accountNumber, List<Account> owed,
      LocalDate base) {
    String caseNumber = cases.nextCaseNumber();
    cases.insert(new CollectionCase(caseNumber, debtorId, currency, accountNumber, Status.OPEN,
        aging.stageAt(calendar.daysPastDue(base)), null, base,
        null, 0, null, Set.of(), new AgeShift(0, 0), calendar.now(), null, null));
    int paused = pausedDays.since(caseNumber, base);
    if (paused > 0) {
      cases.setPausedDays(caseNumber, paused);
    }
    timeline.add(caseNumber, EntryKind.OPENED, Timeline.SYSTEM, "Case opened");
    List<Account> known = owed.stream().filter(account -> account.caseNumber() != null).toList();
    Optional<String> earlier = known.isEmpty() ? Optional.empty()
        : missing.closedCaseOf(known, calendar.today().minusDays(returnDays));
    owed.stream().filter(account -> account.inCollectionOn(calendar.today()))
        .forEach(account -> join(caseNumber, account));
    events.publishEvent(new CaseOpened(caseNumber, debtorId));
    earlier.ifPresent(closed -> goOnFrom(closed, caseNumber));
    missing.remove(known);
    cases.rememberProcess(caseNumber, process.start(caseNumber));
  }

  /** A case was closed because a file left its accounts out, and they are back: the new case takes its place. */
  private void goOnFrom(String closed, String caseNumber) {
    String collector = cases.get(closed).collector();
    if (collector != null) {
      cases.setCollector(caseNumber, collector);
    }
    timeline.add(caseNumber, EntryKind.RETURNED, Timeline.SYSTEM,
        "The accounts are back: the case goes on from an earlier one", closed);
    timeline.add(closed, EntryKind.RETURNED, Timeline.SYSTEM, "The accounts are back: another case goes on",
        caseNumber);
    events.publishEvent(new CaseReturned(caseNumber, closed));
  }

  /**
   * Starts the process of an open case once more, where another version of the model cannot take over the one that ran.
   */
  public void beginAnew(String caseNumber) {
    cases.rememberProcess(caseNumber, process.start(caseNumber));
  }

  /**
   * Starts the process of an open case again that somebody deleted in the engine. It begins at the stage of its age, or
   * on hold, and then follows what happened to its accounts meanwhile.
   *
   * @param actor user id of who wants it
   * @return false if the case is closed, or its process is there
   */
  @Transactional
  public boolean restart(String caseNumber, String actor) {
    CollectionCase current = cases.lock(caseNumber);
    if (current.status() == Status.CLOSED || !process.barTo(caseNumber).equals(Optional.of(Why.GONE))) {
      return false;
    }
    timeline.add(caseNumber, EntryKind.FOLLOW_UP, actor, "Started again: its process had been deleted");
    followUps.remember(current.debtorId(), current.currency(), Why.GONE);
    if (changes.whoHas(caseNumber).isPresent()) {
      // What went on outside went on in the process that is gone: it does not begin again, and somebody tells.
      events.publishEvent(new CaseLeftStage(caseNumber));
    }
    process.together(() -> {
      beginAnew(caseNumber);
      return null;
    });
    return true;
  }

  private void join(String caseNumber, Account account) {
    accounts.assign(account, caseNumber);
    timeline.add(caseNumber, EntryKind.ACCOUNT, Timeline.SYSTEM, "Account joined the case", account.accountNumber());
  }

  /** @return whether the case goes on */
  private boolean refresh(CollectionCase current) {
    String caseNumber = current.caseNumber();
    events.publishEvent(new AccountsChanged(caseNumber));
    CaseTarget target = CaseTarget.of(current.baseDueDate(), current.ageShift(), accounts.ofCase(caseNumber),
        accounts.creditOf(current.debtorId(), current.currency()), calendar.today(), aging,
        due -> pausedDays.since(caseNumber, due));
    if (target.close() != null) {
      return !changes.changed(caseNumber, CaseChange.valueOf(target.close().name()));
    }
    LocalDate base = Objects.requireNonNull(target.baseDueDate(), "a case that goes on has an oldest due date");
    Stage stage = Objects.requireNonNull(target.stage(), "a case that goes on has a stage");
    boolean rebased = !base.equals(current.baseDueDate());
    if (rebased) {
      cases.rebase(caseNumber, base, Objects.requireNonNull(target.ageShift(), "a case that goes on has an age"));
    }
    // A case that only grew older goes on by its timers, which wait for the time of day and for a promise.
    boolean onlyGrewOlder = !rebased && stage.compareTo(current.stage()) > 0;
    boolean leavesStage = current.status() == Status.OPEN && stage != current.stage() && !onlyGrewOlder;
    if (leavesStage && changes.whoHas(caseNumber).isEmpty()) {
      timeline.add(caseNumber, EntryKind.REAGED, Timeline.SYSTEM, "The age changed: stage " + stage);
      process.changed(caseNumber, CaseChange.REAGED);
    } else {
      if ((rebased || onlyGrewOlder) && current.status() == Status.OPEN) {
        process.redate(caseNumber);
      }
      if (mayHaveTasks(current)) {
        process.refreshCards(caseNumber);
      }
      if (mayBeOutside(current)) {
        changes.owedOutside(caseNumber);
      }
    }
    return true;
  }

  /** Courts and partners have cases of the last stages alone, and what they have stays there. */
  private static boolean mayBeOutside(CollectionCase current) {
    return current.stage().compareTo(Stage.LEGAL) >= 0;
  }

  /** Before the telephone nobody works a case by hand, and most cases are there. */
  private static boolean mayHaveTasks(CollectionCase current) {
    return current.status() == Status.HELD || current.stage().compareTo(Stage.TELEPHONE) >= 0;
  }

  /**
   * Puts an open case into another stage because somebody decided so. It counts as if it had just grown old enough for
   * that stage, and goes on by the ladder from there; {@link AgeShift} tells how long that holds.
   *
   * @param reason why, in the words of who decided; kept in the timeline
   * @throws IllegalStateException if the case is not open, or in that stage, or somebody outside has it
   */
  @Transactional
  public void moveTo(String caseNumber, Stage stage, String actor, String reason) {
    CollectionCase current = cases.lock(caseNumber);
    if (current.status() != Status.OPEN || current.stage() == stage || changes.whoHas(caseNumber).isPresent()) {
      throw new IllegalStateException("case " + caseNumber + " cannot be moved to " + stage);
    }
    long age = calendar.daysPastDue(current.baseDueDate()) - current.ageShift().pausedDays();
    cases.setMovedDays(caseNumber, Math.toIntExact(age - aging.startOf(stage)));
    timeline.add(caseNumber, EntryKind.MOVED, actor, "Moved from stage " + current.stage() + " to " + stage, reason);
    process.changed(caseNumber, CaseChange.REAGED);
    cases.setMovedBy(caseNumber, actor);
  }

  /** The process has entered a stage: from here on the case is in it. */
  public void stageEntered(String caseNumber, Stage stage) {
    cases.enterStage(caseNumber, stage, calendar.now());
    timeline.add(caseNumber, EntryKind.STAGE, Timeline.SYSTEM, "Entered stage " + stage);
    events.publishEvent(new CaseEnteredStage(caseNumber, stage));
  }

  /** The process has left a stage. */
  public void stageLeft(String caseNumber) {
    events.publishEvent(new CaseLeftStage(caseNumber));
  }

  /** The process has reached its end: whatever runs for the case ends with it, then it is closed. */
  public void ended(String caseNumber, CloseReason reason) {
    events.publishEvent(new CaseEnded(caseNumber, reason));
    cases.close(caseNumber, reason, calendar.now());
    timeline.add(caseNumber, EntryKind.CLOSED, Timeline.SYSTEM, "Case closed", reason.name());
  }

  /**
   * The creditor takes a case back: it ends, and its accounts stay out of collection whatever later files say. One that
   * a court has ends with its suit.
   *
   * @param reason why, in the words of who decided, or null; kept in the timeline
   * @return false if the case was closed already
   */
  @Transactional
  public boolean withdraw(String caseNumber, String actor, @Nullable String reason) {
    if (!leaveCollection(caseNumber, actor, reason)) {
      return false;
    }
    changes.changed(caseNumber, CaseChange.WITHDRAWN);
    return true;
  }

  /** Takes the accounts of a case out of collection; the process itself brings the case to its end. */
  public boolean leaveCollection(String caseNumber, String actor, @Nullable String reason) {
    if (cases.lock(caseNumber).status() == Status.CLOSED) {
      return false;
    }
    accounts.withdrawAccountsOf(caseNumber);
    timeline.add(caseNumber, EntryKind.WITHDRAWN, actor, "Withdrawn from collection", reason);
    return true;
  }

  /** An account went to another debtor: a case of its own ends, another goes on without it, or ends if it has none. */
  void accountLeft(String debtorId, String currency, String accountNumber) {
    if (caseForEachAccount) {
      debtors.lock(debtorId);
      follow(debtorId, currency, accountNumber, List.of());
    } else {
      keepInStep(debtorId, currency);
    }
  }

  private static boolean caseForEachAccount(String grouping) {
    return switch (grouping) {
      case "debtor" -> false;
      case "account" -> true;
      default -> throw new IllegalArgumentException("remit.case.grouping must be debtor or account");
    };
  }
}
