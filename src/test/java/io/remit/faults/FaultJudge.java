package io.remit.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads ledger, contacts, cases, the engine's tables and the gateway's log, and says which promise is not kept. It
 * knows nothing but the promises, and asks no class of Remit.
 */
public final class FaultJudge {

  /** What must hold whatever broke. */
  enum Promise {
    /** What an account owes is the creditor's statement and the sum of what was booked behind it. */
    BALANCE,
    /** A payment is booked once, under its reference. */
    PAYMENT_ONCE,
    /** Nobody is contacted at night where he lives, or on a day on which he is left alone. */
    HOUR,
    /** Nobody gets more messages than a day and seven days allow. */
    CAP,
    /** A message is at the gateway once; what the ledger says was sent is there, and nothing else. */
    GATEWAY,
    /** Whoever has paid all is not written to for it. */
    AFTER_PAYMENT,
    /** An open case has one process, and a running process of cases an open case. */
    PROCESS,
    /** An open case waits for a date, or for a task that somebody sees. */
    WAITING,
    /** A file is applied, or refused, or sent again: none stays half done. */
    FILE
  }

  /** From and to which hour, and whether Sundays are free, by what the sources say that contact-policy.dmn names. */
  private record Hours(LocalTime from, LocalTime to, boolean sundays) {

    static Hours of(int from, int to, boolean sundays) {
      return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0), sundays);
    }
  }

  private static final Map<String, Hours> HOURS = Map.of("DE", Hours.of(9, 20, false), "GB", Hours.of(8, 20, true),
      "US", Hours.of(8, 21, true), "CN", Hours.of(8, 22, true), "JP", Hours.of(9, 20, false),
      "BR", Hours.of(9, 20, false));
  private static final int MESSAGES_IN_SEVEN_DAYS = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection database;
  private final Instant now;
  private final Set<String> toMend;
  private final List<String> broken = new ArrayList<>();

  private FaultJudge(Connection database, Instant now, Set<String> toMend) {
    this.database = database;
    this.now = now;
    this.toMend = toMend;
  }

  /**
   * @param gatewayLog a line of JSON for each message that the gateway took
   * @param now what the application's clock shows
   * @param toMend cases of which it is known that somebody has to mend them
   * @return each promise that is not kept, with what it is about
   */
  public static List<String> broken(DataSource source, Path gatewayLog, Instant now, Set<String> toMend) {
    try (Connection database = source.getConnection()) {
      return broken(database, gatewayLog, now, toMend);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same, as a transaction sees it. */
  static List<String> broken(Connection database, Path gatewayLog, Instant now, Set<String> toMend) {
    try {
      FaultJudge judge = new FaultJudge(database, now, toMend);
      judge.balances();
      judge.paymentsOnce();
      judge.contacts();
      judge.gateway(taken(gatewayLog));
      judge.processes();
      judge.waiting();
      judge.files();
      return judge.broken;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same of accounts, payments and files alone, where there is no engine. */
  static List<String> brokenBooks(DataSource source) {
    try (Connection database = source.getConnection()) {
      FaultJudge judge = new FaultJudge(database, Instant.EPOCH, Set.of());
      judge.balances();
      judge.paymentsOnce();
      judge.files();
      return judge.broken;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Which references of payments an operator was told are posted, and are not in the ledger with that amount. */
  public static List<String> missing(DataSource source, Map<String, BigDecimal> acknowledged) {
    try (Connection database = source.getConnection()) {
      FaultJudge judge = new FaultJudge(database, Instant.EPOCH, Set.of());
      Map<String, BigDecimal> left = new LinkedHashMap<>(acknowledged);
      judge.each("select reference, amount from ledger_entry where type = 'PAYMENT'", row -> {
        BigDecimal amount = left.get(row.getString(1));
        if (amount != null && amount.compareTo(row.getBigDecimal(2)) == 0) {
          left.remove(row.getString(1));
        }
      });
      return List.copyOf(left.keySet());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Reader {

    void read(ResultSet row) throws SQLException;
  }

  private void each(String query, Reader reader) throws SQLException {
    try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        reader.read(row);
      }
    }
  }

  private void broken(Promise promise, String about) {
    broken.add(promise + " " + about);
  }

  private record Entry(String type, String reference, String reverses, BigDecimal amount, LocalDate valued,
      LocalDate booked, boolean told, Instant at) {

    boolean isIn(LocalDate statement) {
      return !booked.isAfter(statement) || !told && valued.isBefore(statement.minusDays(10));
    }

    BigDecimal effect() {
      return type.equals("PAYMENT") ? amount.negate() : amount;
    }
  }

  private void balances() throws SQLException {
    Map<String, List<Entry>> ledger = new HashMap<>();
    each("""
        select e.account_number, e.type, e.reference, e.reverses, e.amount, e.value_date, e.booking_date,
               e.booking_date_told, e.booked_at
          from ledger_entry e join account a on a.account_number = e.account_number and a.currency = e.currency
         where e.type in ('PAYMENT', 'REVERSAL', 'CHARGEBACK') order by e.entry_id
        """, row -> ledger.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
            .add(new Entry(row.getString(2), row.getString(3), row.getString(4), row.getBigDecimal(5),
                row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class), row.getBoolean(8),
                row.getObject(9, OffsetDateTime.class).toInstant())));
    Map<String, List<Instant>> contacted = new HashMap<>();
    each("""
        select debtor_id, contacted_at from contact_attempt where turn is not null and not answer
           and status in ('SENT', 'DELIVERED', 'UNKNOWN', 'FAILED') and template is not null
           and matter is null and promise_id is null
        """, row -> contacted.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
            .add(row.getObject(2, OffsetDateTime.class).toInstant()));
    each("""
        select account_number, debtor_id, snapshot_outstanding, snapshot_date, outstanding_amount,
               (select count(*) from account other where other.debtor_id = account.debtor_id) from account
        """, row -> {
          LocalDate statement = row.getObject(4, LocalDate.class);
          List<Entry> behind = counted(ledger.getOrDefault(row.getString(1), List.of())).stream()
              .filter(entry -> !entry.isIn(statement)).toList();
          BigDecimal owed = behind.stream().map(Entry::effect).reduce(row.getBigDecimal(3), BigDecimal::add);
          if (owed.compareTo(row.getBigDecimal(5)) != 0) {
            broken(Promise.BALANCE, row.getString(1) + " owes " + row.getBigDecimal(5) + ", by the ledger " + owed);
          }
          if (row.getInt(6) == 1) {
            afterPayment(row.getString(1), row.getBigDecimal(3), behind,
                contacted.getOrDefault(row.getString(2), List.of()));
          }
        });
  }

  /** A reversal counts with the payment that it undoes. */
  private static List<Entry> counted(List<Entry> entries) {
    return entries.stream().filter(entry -> entry.type().equals("PAYMENT") || entries.stream()
        .anyMatch(paid -> paid.type().equals("PAYMENT") && paid.reference().equals(entry.reverses())
            && paid.amount().compareTo(entry.amount()) == 0)).toList();
  }

  private void afterPayment(String account, BigDecimal stated, List<Entry> behind, List<Instant> contacted) {
    for (Instant at : contacted) {
      List<Entry> known = behind.stream().filter(entry -> entry.at().isBefore(at)).toList();
      BigDecimal owed = known.stream().map(Entry::effect).reduce(stated, BigDecimal::add);
      if (!known.isEmpty() && owed.signum() <= 0) {
        broken(Promise.AFTER_PAYMENT, account + " was paid, and written for at " + at);
      }
    }
  }

  private void paymentsOnce() throws SQLException {
    each("select reference from ledger_entry where reference is not null group by reference having count(*) > 1",
        row -> broken(Promise.PAYMENT_ONCE, row.getString(1)));
  }

  private void contacts() throws SQLException {
    Map<String, List<LocalDate>> messages = new HashMap<>();
    each("""
        select a.attempt_id, a.debtor_id, a.channel, a.contacted_at, d.country, d.time_zone
          from contact_attempt a join debtor d on d.debtor_id = a.debtor_id
         where a.turn is not null and not a.answer and a.status in ('SENT', 'DELIVERED', 'UNKNOWN', 'FAILED', 'CLAIMED')
         order by a.contacted_at
        """, row -> {
          ZonedDateTime there = row.getObject(4, OffsetDateTime.class).toInstant()
              .atZone(ZoneId.of(row.getString(6)));
          String what = row.getString(3) + " " + row.getLong(1) + " to " + row.getString(2) + " at " + there;
          Hours hours = HOURS.get(row.getString(5));
          if (!row.getString(3).equals("LETTER") && (hours == null || there.toLocalTime().isBefore(hours.from())
              || !there.toLocalTime().isBefore(hours.to())
              || there.getDayOfWeek() == DayOfWeek.SUNDAY && !hours.sundays())) {
            broken(Promise.HOUR, what);
          }
          if (Set.of("SMS", "EMAIL", "LETTER").contains(row.getString(3))) {
            cap(what, there.toLocalDate(), messages.computeIfAbsent(row.getString(2), key -> new ArrayList<>()));
          }
        });
  }

  private void cap(String what, LocalDate day, List<LocalDate> before) {
    if (before.contains(day)) {
      broken(Promise.CAP, what + " is the second of its day");
    }
    if (before.stream().filter(day.minusDays(7)::isBefore).count() >= MESSAGES_IN_SEVEN_DAYS) {
      broken(Promise.CAP, what + " is above three in seven days");
    }
    before.add(day);
  }

  private static Map<String, Integer> taken(Path log) throws IOException {
    Map<String, Integer> taken = new LinkedHashMap<>();
    for (String line : Files.readAllLines(log)) {
      JsonNode message = JSON.readTree(line);
      taken.merge(message.get("reference").asText(), 1, Integer::sum);
    }
    return taken;
  }

  private void gateway(Map<String, Integer> taken) throws SQLException {
    Map<String, Integer> strangers = new HashMap<>(taken);
    taken.forEach((reference, times) -> {
      if (times > 1) {
        broken(Promise.GATEWAY, reference + " was taken " + times + " times");
      }
    });
    each("select case_number, attempt_id, status from contact_attempt where channel = 'SMS'", row -> {
      String reference = row.getString(1) + "-" + row.getLong(2);
      boolean isThere = strangers.remove(reference) != null;
      boolean isSaid = Set.of("SENT", "DELIVERED").contains(row.getString(3));
      if (isThere != isSaid && !row.getString(3).equals("UNKNOWN")) {
        broken(Promise.GATEWAY, reference + " is " + row.getString(3) + (isThere ? " and" : " and not")
            + " at the gateway");
      }
    });
    strangers.keySet().forEach(reference -> broken(Promise.GATEWAY, reference + " is in no ledger"));
  }

  private void processes() throws SQLException {
    Map<String, Integer> running = new HashMap<>();
    each("""
        select e.business_key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
         where e.parent_id_ is null and d.key_ = 'collection-case'
        """, row -> running.merge(row.getString(1), 1, Integer::sum));
    each("select case_number from collection_case where status <> 'CLOSED'", row -> {
      Integer count = running.remove(row.getString(1));
      if (count == null || count != 1) {
        broken(Promise.PROCESS, row.getString(1) + " has " + count + " processes");
      }
    });
    running.keySet().forEach(key -> broken(Promise.PROCESS, "of " + key + " runs, and no case is open"));
  }

  private void waiting() throws SQLException {
    Set<String> alive = new HashSet<>(toMend);
    each("""
        select e.business_key_, j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
         where j.retries_ > 0 and j.suspension_state_ = 1
        """, row -> {
          if (row.getTimestamp(2).toInstant().isBefore(now.plus(Duration.ofDays(20 * 365)))) {
            alive.add(caseOf(row.getString(1)));
          }
        });
    each("""
        select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
         where t.assignee_ is not null or exists (select 1 from act_ru_identitylink l where l.task_id_ = t.id_)
        """, row -> alive.add(caseOf(row.getString(1))));
    each("select case_number, stage from collection_case where status <> 'CLOSED'", row -> {
      if (!alive.contains(row.getString(1))) {
        broken(Promise.WAITING, row.getString(1) + " in " + row.getString(2) + " has neither date nor task");
      }
    });
  }

  private static String caseOf(String businessKey) {
    return businessKey == null ? "" : businessKey.replaceAll("-.*", "");
  }

  private void files() throws SQLException {
    each("select file_id, kind, status from intake_file where status not in ('APPLIED', 'REFUSED')",
        row -> broken(Promise.FILE, row.getLong(1) + ", " + row.getString(2) + ", is " + row.getString(3)));
  }
}
