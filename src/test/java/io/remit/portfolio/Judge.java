package io.remit.portfolio;

import io.remit.portfolio.DrawnAccount.Owed;
import io.remit.portfolio.DrawnDebtor.Wish;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks at what came out and says what should not have. It reads the rules anew: nothing is asked of the gate, of the
 * decisions or of any other class that it judges; what was owed it knows from the creditor's own books.
 */
final class Judge {

  private static final Pattern MONEY = Pattern.compile("\\b([A-Z]{3}) (-?\\d+(?:\\.\\d+)?)");
  private static final Set<String> CURRENCIES =
      Set.of("EUR", "USD", "GBP", "JPY", "KWD", "CNY", "BRL", "NZD", "AUD");
  private static final Set<String> HOLDS_OF_THE_DEBTOR =
      Set.of("BREATHING_SPACE", "INSOLVENCY", "DECEASED", "VULNERABLE");
  private static final Map<String, Set<String>> CHANNELS_THAT_HOLDS_STOP =
      Map.of("VULNERABLE", Set.of("VISIT", "ROBOT_CALL"));
  /** In New York: 23 NYCRR 1.6, and the City's rules on debt collectors. */
  private static final Set<String> NEED_A_CONSENT = Set.of("SMS", "EMAIL");
  private static final int DAYS_OF_REMINDER = 3;
  private static final int DAYS_OF_A_YEAR = 365;
  private static final int HALF_HOURS_OF_A_WEEK = 7 * 48;
  private static final Duration A_LIFE = Duration.ofDays(20 * 365);
  /** What a change in the day may leave behind until the night. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final World world;
  private final long seed;
  private final Map<Integer, DrawnDebtor> debtors;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, List<SeenContact>> contacts = new HashMap<>();
  private final Map<String, Integer> seen = new TreeMap<>();
  private final Set<String> named = new HashSet<>();
  private Instant judgedUntil;

  Judge(World world, long seed, Map<Integer, DrawnDebtor> debtors) {
    this.world = world;
    this.seed = seed;
    this.debtors = debtors;
    this.judgedUntil = world.now();
  }

  private record Held(String caseNumber, String debtorId, String reason, Instant since, Instant until) {
  }

  private record Promised(String caseNumber, LocalDate promisedFor, Instant since, Instant until) {
  }

  List<Violation> violations() {
    return violations;
  }

  /** How many contacts of each kind were judged, and how many cases, tasks and reviews. */
  Map<String, Integer> seen() {
    return seen;
  }

  /** Judges what came out since the last time. */
  void judge() {
    Instant now = world.now();
    List<Held> holds = holds();
    List<Promised> promises = promises();
    Map<String, String> currencies = new HashMap<>();
    world.database().sql("select case_number, currency from collection_case")
        .query(row -> {
          currencies.put(row.getString(1), row.getString(2));
        });
    Map<String, List<Held>> holdsOfDebtors = new HashMap<>();
    holds.forEach(hold -> holdsOfDebtors.computeIfAbsent(hold.debtorId(), key -> new ArrayList<>()).add(hold));
    Map<String, List<Promised>> promisesOfCases = new HashMap<>();
    promises.forEach(promise -> promisesOfCases.computeIfAbsent(promise.caseNumber(), key -> new ArrayList<>())
        .add(promise));
    for (SeenContact contact : newContacts(now)) {
      judge(contact, currencies.get(contact.caseNumber()), holdsOfDebtors.getOrDefault(contact.debtorId(), List.of()),
          promisesOfCases.getOrDefault(contact.caseNumber(), List.of()));
      contacts.computeIfAbsent(contact.debtorId(), key -> new ArrayList<>()).add(contact);
    }
    reviews(now);
    waiting(now, holdsOfDebtors);
    incidents(now);
    judgedUntil = now;
  }

  private List<SeenContact> newContacts(Instant now) {
    return world.database().sql("""
        select attempt_id, case_number, debtor_id, channel, status, template, contacted_at, recipient, answered,
               coalesce(right_party, false) and coalesce(outcome, '') <> 'ROBOT_HUMAN' as conversation
          from contact_attempt
         where contacted_at > :since and contacted_at <= :now and turn is not null
         order by contacted_at, attempt_id
        """).param("since", judgedUntil.atOffset(ZoneOffset.UTC)).param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> new SeenContact(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
            row.getString(5), row.getString(6), instant(row, 7), row.getString(8), row.getObject(9, Boolean.class),
            row.getBoolean(10))).list();
  }

  private List<Held> holds() {
    return world.database().sql("""
        select h.case_number, c.debtor_id, h.reason, h.raised_at, h.released_at from hold h
          join collection_case c on c.case_number = h.case_number
         where h.released_at is null or h.released_at > :since
        """).param("since", judgedUntil.atOffset(ZoneOffset.UTC)).query((row, number) -> new Held(row.getString(1),
            row.getString(2), row.getString(3), instant(row, 4), instant(row, 5))).list();
  }

  private List<Promised> promises() {
    return world.database().sql("""
        select case_number, promised_for, taken_at, settled_at from promise
         where status <> 'REJECTED' and (settled_at is null or settled_at > :since)
        """).param("since", judgedUntil.atOffset(ZoneOffset.UTC)).query((row, number) -> new Promised(row.getString(1),
            row.getObject(2, LocalDate.class), instant(row, 3), instant(row, 4))).list();
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private void judge(SeenContact contact, String currency, List<Held> holds, List<Promised> promises) {
    DrawnDebtor debtor = debtors.get(DrawnDebtor.numberOf(contact.debtorId()));
    seen.merge(contact.channel() + " " + contact.status(), 1, Integer::sum);
    if (contact.isAnswer()) {
      return;
    }
    hours(contact, debtor);
    wishes(contact, debtor);
    if (!contact.isAboutTerms()) {
      caps(contact, debtor);
      holds(contact, debtor, holds);
      amounts(contact, debtor, currency);
      if (!contact.isAgreedReminder()) {
        promises(contact, debtor, promises);
      }
    }
  }

  private void hours(SeenContact contact, DrawnDebtor debtor) {
    if (contact.channel().equals("LETTER")) {
      return;
    }
    Set<Place> rows = debtor.rowPlaces(contact.at());
    Set<Place> places = debtor.places(contact.at());
    List<Place> forbidding = places.stream()
        .filter(place -> isForbidden(contact.at(), contact.channel(), place, places)).toList();
    if (forbidding.isEmpty()) {
      return;
    }
    Invariant rule = rows.size() > 1 && rows.contains(forbidding.get(0)) ? Invariant.HOUR_IN_EVERY_ROW
        : forbidding.stream().anyMatch(place -> rows.contains(place)
            || debtor.phonePlaces(contact.at()).contains(place) && contact.isByPhone()) ? Invariant.HOUR
            : Invariant.HOUR_AT_ADDRESS;
    violation(rule, debtor, contact, forbidding + " forbid it, places " + places);
  }

  /** Whether any of the laws that may be his forbids the moment as the clock of a place shows it. */
  private static boolean isForbidden(Instant moment, String channel, Place place, Set<Place> all) {
    ZonedDateTime there = moment.atZone(place.zone());
    return all.stream().anyMatch(any -> !any.law().allows(there, channel))
        || place.law().restsOnHolidays() && place.isFixedHoliday(MonthDay.from(there));
  }

  /** Whether some hour of a week is forbidden in none of the places where he may be. */
  private static boolean hasAnHour(DrawnDebtor debtor, String channel, Instant from) {
    Set<Place> places = debtor.places(from);
    return IntStream.range(0, HALF_HOURS_OF_A_WEEK).mapToObj(half -> from.plus(Duration.ofMinutes(30L * half)))
        .anyMatch(moment -> places.stream().noneMatch(place -> isForbidden(moment, channel, place, places)));
  }

  private void wishes(SeenContact contact, DrawnDebtor debtor) {
    for (Wish wish : debtor.wishes()) {
      if (!wish.since().isBefore(contact.at())) {
        continue;
      }
      switch (wish.kind()) {
        case NOT_THIS_CHANNEL -> {
          if (wish.what().equals(contact.channel())) {
            violation(Invariant.CHANNEL_WISH, debtor, contact, "not wanted since " + wish.since());
          }
        }
        case NOT_THIS_NUMBER -> {
          if (contact.isByPhone() && wish.what().equals(contact.recipient())) {
            violation(Invariant.NUMBER_WISH, debtor, contact, "this number is not to be used since " + wish.since());
          }
        }
        case ONLY_THESE_HOURS -> {
          LocalTime from = LocalTime.parse(wish.what().substring(0, 5));
          LocalTime to = LocalTime.parse(wish.what().substring(6));
          boolean last = debtor.wishes().stream().filter(other -> other.kind() == wish.kind())
              .reduce((earlier, later) -> later).orElseThrow().equals(wish);
          if (last && !contact.channel().equals("LETTER") && debtor.places(contact.at()).stream()
              .map(place -> contact.at().atZone(place.zone()).toLocalTime())
              .allMatch(there -> there.isBefore(from) || !there.isBefore(to))) {
            violation(Invariant.HOURS_WISH, debtor, contact, "only " + wish.what() + " since " + wish.since());
          }
        }
        case PAUSE -> {
          if (!debtor.wasWorkedBetween(wish.since(), contact.at())) {
            violation(Invariant.WRITTEN_WISH, debtor, contact, "he wrote at " + wish.since()
                + ", and nobody has worked on it");
          }
        }
      }
    }
  }

  private void caps(SeenContact contact, DrawnDebtor debtor) {
    List<SeenContact> before = contacts.getOrDefault(contact.debtorId(), List.of()).stream()
        .filter(SeenContact::tookPlace).filter(other -> !other.isAnswer() && !other.isAboutTerms()).toList();
    Instant sevenDaysAgo = contact.at().minus(Duration.ofDays(7));
    if (contact.isMessage() && contact.tookPlace()) {
      List<SeenContact> messages = before.stream().filter(SeenContact::isMessage).toList();
      if (messages.stream().filter(other -> isSameDay(other, contact, debtor)).count() >= Law.MESSAGES_A_DAY) {
        violation(Invariant.CAP, debtor, contact, "a second message on one day");
      }
      if (messages.stream().filter(other -> other.at().isAfter(sevenDaysAgo)).count() >= Law.MESSAGES_IN_SEVEN_DAYS) {
        violation(Invariant.CAP, debtor, contact, "a fourth message in seven days");
      }
    }
    if (contact.tookPlace() && debtor.places(contact.at()).stream().anyMatch(place -> place.law() == Law.AUSTRALIA)) {
      Instant thirtyDaysAgo = contact.at().minus(Duration.ofDays(30));
      if (before.stream().filter(other -> other.at().isAfter(sevenDaysAgo)).count()
          >= Law.AUSTRALIAN_CONTACTS_IN_SEVEN_DAYS || before.stream()
              .filter(other -> other.at().isAfter(thirtyDaysAgo)).count() >= Law.AUSTRALIAN_CONTACTS_IN_THIRTY_DAYS) {
        violation(Invariant.CAP, debtor, contact, "one contact too many for Australia");
      }
    }
    if (NEED_A_CONSENT.contains(contact.channel()) && contact.tookPlace() && debtor.livesInNewYork()
        && !contact.isAgreedReminder()) {
      violation(Invariant.CHANNEL_WISH, debtor, contact, "nobody agreed to it in New York");
    }
    if (contact.isCall() && contact.tookPlace()) {
      List<SeenContact> calls = before.stream().filter(SeenContact::isCall).toList();
      for (Place place : debtor.places(contact.at())) {
        if (calls.stream().filter(other -> other.at().isAfter(sevenDaysAgo)).count()
            >= place.law().callsInSevenDays()) {
          violation(Invariant.CAP, debtor, contact, "one call too many in seven days for " + place);
        }
        LocalDate today = LocalDate.ofInstant(contact.at(), place.zone());
        if (place.law() == Law.UNITED_STATES && calls.stream().filter(SeenContact::conversation)
            .anyMatch(other -> LocalDate.ofInstant(other.at(), place.zone())
                .plusDays(Law.DAYS_OF_REST_AFTER_A_CONVERSATION).isAfter(today))) {
          violation(Invariant.CAP, debtor, contact, "within seven days after a conversation");
        }
      }
    }
  }

  private static boolean isSameDay(SeenContact one, SeenContact other, DrawnDebtor debtor) {
    return debtor.rowPlaces(other.at()).stream().allMatch(place ->
        LocalDate.ofInstant(one.at(), place.zone()).equals(LocalDate.ofInstant(other.at(), place.zone())));
  }

  private void holds(SeenContact contact, DrawnDebtor debtor, List<Held> holds) {
    holds.stream().filter(hold -> hold.caseNumber().equals(contact.caseNumber())
            || HOLDS_OF_THE_DEBTOR.contains(hold.reason()))
        .filter(hold -> hold.since().isBefore(contact.at())
            && (hold.until() == null || contact.at().isBefore(hold.until())))
        .filter(hold -> !CHANNELS_THAT_HOLDS_STOP.containsKey(hold.reason())
            || CHANNELS_THAT_HOLDS_STOP.get(hold.reason()).contains(contact.channel()))
        .findFirst().ifPresent(hold -> violation(Invariant.HOLD, debtor, contact, hold.reason() + " since "
            + hold.since()));
  }

  private void promises(SeenContact contact, DrawnDebtor debtor, List<Promised> promises) {
    promises.stream().filter(promise -> promise.since().isBefore(contact.at())
            && (promise.until() == null || contact.at().isBefore(promise.until()))
            && !LocalDate.ofInstant(contact.at(), ZoneOffset.UTC).isAfter(promise.promisedFor()))
        .findFirst().ifPresent(promise -> violation(Invariant.PROMISE, debtor, contact, "promised for "
            + promise.promisedFor()));
  }

  private void amounts(SeenContact contact, DrawnDebtor debtor, String currency) {
    if (!debtor.hasSureAmounts(contact.at())) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(contact.at(), ZoneOffset.UTC);
    Instant justBefore = contact.at().minusMillis(1);
    // What is not due yet is written about when its day is near; who wants to speak of it may call before.
    int daysAhead = contact.isCall() ? DAYS_OF_A_YEAR : DAYS_OF_REMINDER;
    if (!debtor.isAskable(currency, contact.at(), today, daysAhead)
        && !debtor.isAskable(currency, justBefore, today, daysAhead)) {
      violation(Invariant.NOTHING_DUE, debtor, contact, "nothing is due in " + currency + ": "
          + told(debtor, currency, contact.at(), today));
      return;
    }
    String text = contact.isMessage() && !contact.isAgreedReminder()
        ? world.textOf(contact.channel(), contact.caseNumber(), contact.attemptId()) : null;
    if (text == null) {
      return;
    }
    Matcher money = MONEY.matcher(text);
    while (money.find()) {
      String named = money.group(1);
      if (CURRENCIES.contains(named)) {
        seen.merge("amounts", 1, Integer::sum);
        BigDecimal amount = new BigDecimal(money.group(2));
        if (!isOwed(amount, debtor, named, contact.at(), today) && !isOwed(amount, debtor, named, justBefore, today)
            && !isOwedBesideAnAgreement(amount, debtor, contact, named, today)) {
          violation(Invariant.AMOUNT, debtor, contact, "says " + money.group() + ", but " + named + " "
              + told(debtor, named, contact.at(), today));
          return;
        }
      }
    }
  }

  private static boolean isOwed(BigDecimal amount, DrawnDebtor debtor, String currency, Instant at, LocalDate today) {
    Owed owed = told(debtor, currency, at, today);
    return amount.compareTo(owed.overdue()) == 0 || amount.compareTo(owed.outstanding()) == 0;
  }

  /** What was agreed on, and what came later, have a case each: a text speaks of the debts of its own. */
  private boolean isOwedBesideAnAgreement(BigDecimal amount, DrawnDebtor debtor, SeenContact contact, String currency,
      LocalDate today) {
    List<String> itsAccounts = world.database().sql("""
        select e.data from case_event e
         where e.case_number = :case and e.type = 'ACCOUNT' and e.text = 'Account joined the case' and e.at <= :at
           and not exists (select 1 from case_event later
                            where later.type = 'ACCOUNT' and later.text = e.text and later.data = e.data
                              and later.event_id > e.event_id and later.at <= :at)
        """).param("case", contact.caseNumber()).param("at", contact.at().atOffset(ZoneOffset.UTC)).query(String.class)
        .list();
    boolean agreedOnOthers = world.database().sql("""
        select count(*) from agreed_account g join account a on a.account_number = g.account_number
         where a.debtor_id = :debtor and a.currency = :currency and g.case_number <> :case
        """).param("debtor", contact.debtorId()).param("currency", currency).param("case", contact.caseNumber())
        .query(Long.class).single() > 0;
    boolean agreedHere = world.database().sql("select count(*) from agreed_account where case_number = :case")
        .param("case", contact.caseNumber()).query(Long.class).single() > 0;
    if (!agreedOnOthers && !agreedHere) {
      return false;
    }
    List<DrawnAccount> told = debtor.accountsIn(currency, contact.at()).stream()
        .filter(account -> itsAccounts.contains(account.number())).toList();
    return Stream.of(contact.at(), contact.at().minusMillis(1)).map(at -> told(told, at, today))
        .anyMatch(owed -> amount.compareTo(owed.overdue()) == 0 || amount.compareTo(owed.outstanding()) == 0);
  }

  /**
   * All that is owed in a currency: what is overpaid on one account makes all of it less, and what is overdue with it.
   */
  private static Owed told(DrawnDebtor debtor, String currency, Instant at, LocalDate today) {
    return told(debtor.accountsIn(currency, at), at, today);
  }

  private static Owed told(List<DrawnAccount> accounts, Instant at, LocalDate today) {
    BigDecimal outstanding = BigDecimal.ZERO;
    BigDecimal overdue = BigDecimal.ZERO;
    for (DrawnAccount account : accounts) {
      Owed owed = account.known(at, today);
      outstanding = outstanding.add(owed.outstanding());
      overdue = overdue.add(owed.overdue());
    }
    return new Owed(outstanding.max(BigDecimal.ZERO), overdue.min(outstanding.max(BigDecimal.ZERO)));
  }

  /** Reviews for court that were begun, and whether the debtor could read of it before. */
  private void reviews(Instant now) {
    world.database().sql("""
        select e.BUSINESS_KEY_, t.START_TIME_ from ACT_HI_TASKINST t
          join ACT_HI_PROCINST e on e.PROC_INST_ID_ = t.PROC_INST_ID_
         where t.TASK_DEF_KEY_ = 'task_review_court_case' and t.START_TIME_ > :since and t.START_TIME_ <= :now
        """).param("since", Timestamp.from(judgedUntil)).param("now", Timestamp.from(now))
        .query((row, number) -> Map.entry(row.getString(1), row.getTimestamp(2).toInstant())).list()
        .forEach(review -> {
          String debtorId = debtorOf(review.getKey());
          DrawnDebtor debtor = debtors.get(DrawnDebtor.numberOf(debtorId));
          seen.merge("reviews", 1, Integer::sum);
          boolean reachable = debtor.livesAtHisAddress(review.getValue())
              && isWanted(debtor, "LETTER", review.getValue())
              || debtor.has("email") && isWanted(debtor, "EMAIL", review.getValue())
              && !debtor.livesInNewYork() && hasAnHour(debtor, "EMAIL", review.getValue());
          boolean announced = contacts.getOrDefault(debtorId, List.of()).stream()
              .anyMatch(contact -> contact.announcesReview() && contact.tookPlace()
                  && contact.caseNumber().equals(review.getKey()) && !contact.at().isAfter(review.getValue()));
          if (reachable && !announced) {
            violation(Invariant.UNANNOUNCED_REVIEW, debtor, review.getValue(), "case " + review.getKey()
                + " was brought to review, and nothing told him");
          }
        });
  }

  private static boolean isWanted(DrawnDebtor debtor, String channel, Instant at) {
    return debtor.wishes().stream().noneMatch(wish -> wish.kind() == Wish.Kind.NOT_THIS_CHANNEL
        && wish.what().equals(channel) && wish.since().isBefore(at));
  }

  private String debtorOf(String caseNumber) {
    return world.database().sql("select debtor_id from collection_case where case_number = :case")
        .param("case", caseNumber).query(String.class).single();
  }

  private record OpenTask(String id, String caseNumber, String key, String assignee, Instant since) {
  }

  private void waiting(Instant now, Map<String, List<Held>> holds) {
    Set<String> users = new HashSet<>(world.database().sql("select ID_ from ACT_ID_USER").query(String.class).list());
    Set<String> offered = new HashSet<>(world.database().sql("""
        select distinct l.TASK_ID_ from ACT_RU_IDENTITYLINK l join ACT_ID_MEMBERSHIP m on m.GROUP_ID_ = l.GROUP_ID_
         where l.TASK_ID_ is not null and l.TYPE_ = 'candidate'
        """).query(String.class).list());
    Set<String> notForEver = new HashSet<>();
    List<OpenTask> tasks = world.database().sql("""
        select t.ID_, e.BUSINESS_KEY_, t.TASK_DEF_KEY_, t.ASSIGNEE_, t.CREATE_TIME_ from ACT_RU_TASK t
          join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
        """).query((row, number) -> new OpenTask(row.getString(1), caseOf(row.getString(2)), row.getString(3),
            row.getString(4), row.getTimestamp(5).toInstant())).list();
    for (OpenTask task : tasks) {
      boolean isSeen = task.assignee() == null ? offered.contains(task.id()) : users.contains(task.assignee());
      if (isSeen) {
        notForEver.add(task.caseNumber());
      } else if (named.add("task " + task.id())) {
        violations.add(new Violation(seed, numberOf(task.caseNumber()), now, Invariant.TASK_OF_NOBODY, task.key()
            + " of " + task.caseNumber() + " is with " + task.assignee()));
      }
      if (task.key().equals("task_visit_debtor")) {
        visit(task, now, holds);
      }
    }
    world.database().sql("""
        select e.BUSINESS_KEY_, min(j.DUEDATE_) from ACT_RU_JOB j
          join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
         where j.RETRIES_ > 0 and j.SUSPENSION_STATE_ = 1 group by e.BUSINESS_KEY_
        """).query(row -> {
          if (row.getString(1) != null && row.getTimestamp(2).toInstant().isBefore(now.plus(A_LIFE))) {
            notForEver.add(caseOf(row.getString(1)));
          }
        });
    // The rule for a region has a process of its own, which ends all its pauses on its last day.
    notForEver.addAll(world.database().sql("""
        select case_number from hold where reason = 'RELIEF' and released_at is null and until_on >= :today
        """).param("today", world.today()).query(String.class).list());
    world.database().sql("""
        select case_number, debtor_id, stage, status from collection_case where status <> 'CLOSED'
        """).query(row -> {
          seen.merge("open cases", 1, Integer::sum);
          if (!notForEver.contains(row.getString(1)) && named.add("case " + row.getString(1))) {
            violation(Invariant.WAITS_FOR_EVER, debtors.get(DrawnDebtor.numberOf(row.getString(2))), now, "case "
                + row.getString(1) + ", " + row.getString(3) + " " + row.getString(4) + ", has neither date nor task");
          }
        });
  }

  private static String caseOf(String businessKey) {
    return businessKey == null ? "" : businessKey.replaceAll("-.*", "");
  }

  private void visit(OpenTask task, Instant now, Map<String, List<Held>> holds) {
    String debtorId = debtorOf(task.caseNumber());
    DrawnDebtor debtor = debtors.get(DrawnDebtor.numberOf(debtorId));
    Instant dayAgo = now.minus(A_DAY);
    String why = !debtor.has("address") ? "no address" : !isWanted(debtor, "VISIT", dayAgo) ? "not wanted"
        : holds.getOrDefault(debtorId, List.of()).stream().anyMatch(hold -> hold.reason().equals("VULNERABLE")
            && hold.since().isBefore(dayAgo) && hold.until() == null) ? "frail" : null;
    if (why != null && task.since().isBefore(dayAgo) && named.add("visit " + task.id())) {
      violation(Invariant.BLOCKED_VISIT, debtor, now, "case " + task.caseNumber() + " is to be visited: " + why);
    }
  }

  private void incidents(Instant now) {
    world.database().sql("""
        select i.ID_, e.BUSINESS_KEY_, i.ACTIVITY_ID_, i.INCIDENT_MSG_ from ACT_RU_INCIDENT i
          join ACT_RU_EXECUTION e on e.ID_ = i.PROC_INST_ID_ where i.CAUSE_INCIDENT_ID_ = i.ID_
        """).query((row, number) -> List.of(row.getString(1), String.valueOf(row.getString(2)),
            row.getString(3) + ": " + row.getString(4))).list().stream().filter(incident -> named.add(incident.get(0)))
        .sorted(Comparator.comparing(incident -> incident.get(0)))
        .forEach(incident -> violations.add(new Violation(seed, numberOf(caseOf(incident.get(1))), now,
            Invariant.INCIDENT, incident.get(1) + " " + incident.get(2))));
  }

  /** The number of a case's debtor; below zero for what is no case. */
  private int numberOf(String caseNumber) {
    return caseNumber.matches("C\\d+") ? DrawnDebtor.numberOf(debtorOf(caseNumber)) : -1;
  }

  private void violation(Invariant rule, DrawnDebtor debtor, SeenContact contact, String why) {
    violation(rule, debtor, contact.at(), contact.channel() + (contact.template() == null ? "" : " "
        + contact.template()) + " " + contact.caseNumber() + "-" + contact.attemptId() + " " + contact.status() + ", "
        + why);
  }

  private void violation(Invariant rule, DrawnDebtor debtor, Instant at, String what) {
    violations.add(new Violation(seed, debtor.number(), at, rule, what));
  }
}
