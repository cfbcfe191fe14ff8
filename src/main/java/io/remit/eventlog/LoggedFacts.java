package io.remit.eventlog;

import static io.remit.sql.Moments.instant;

import io.remit.cases.Timeline;
import io.remit.eventlog.LoggedCase.Event;
import io.remit.eventlog.LoggedCase.LoggedObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what Remit's own tables tell a log of many cases at once. */
@Repository
class LoggedFacts {

  private static final String OF_REMIT = "remit";
  private static final String COMPLETE = "complete";
  /** Matters beside a case: their table, their id, the letter of their keys, and since when they are. */
  private static final List<Matter> MATTERS = List.of(
      new Matter("promise", "promise", "promise_id", "-P", "taken_at", "status"),
      new Matter("plan", "plan", "plan_id", "-L", "proposed_at", "status"),
      new Matter("offer", "offer", "offer_id", "-S", "proposed_at", "status"),
      new Matter("hold", "hold", "hold_id", "-H", "raised_at", "reason"),
      new Matter("complaint", "complaint", "complaint_id", "-K", "taken_at", "coalesce(outcome, 'OPEN')"),
      new Matter("placement", "placement", "placement_id", "-PLACEMENT", "decided_at", "status"),
      new Matter("court case", "court_filing", "filing_id", "-SUIT", "decided_at", "status"));

  private final JdbcClient jdbc;

  LoggedFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Matter(String type, String table, String id, String letter, String since, String says) {
  }

  /** What there is of some cases, by their numbers. */
  Map<String, LoggedCase> of(Collection<String> caseNumbers) {
    Map<String, LoggedCase> cases = new TreeMap<>();
    jdbc.sql("""
        select case_number, status, stage, currency, opened_at, close_reason from collection_case
         where case_number in (:cases)
        """).param("cases", caseNumbers).query((row, number) -> {
          Map<String, String> attributes = new LinkedHashMap<>();
          put(attributes, "status", row.getString("status"));
          put(attributes, "stage", row.getString("stage"));
          put(attributes, "currency", row.getString("currency"));
          put(attributes, "close reason", row.getString("close_reason"));
          String caseNumber = row.getString("case_number");
          return cases.put(caseNumber, new LoggedCase(caseNumber, new ArrayList<>(), new ArrayList<>(List.of(
              new LoggedObject(caseNumber, "case", instant(row, "opened_at"), attributes, null)))));
        }).list();
    Map<String, String> accounts = accounts(caseNumbers, cases);
    MATTERS.forEach(matter -> matters(matter, caseNumbers, cases));
    timeline(caseNumbers, cases);
    contacts(caseNumbers, cases);
    payments(caseNumbers, cases, accounts);
    return cases;
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }

  /** Those that are in the cases now, by their numbers, with the names that the log gives them. */
  private Map<String, String> accounts(Collection<String> caseNumbers, Map<String, LoggedCase> cases) {
    Map<String, String> names = new HashMap<>();
    Map<String, Integer> counted = new HashMap<>();
    jdbc.sql("""
        select a.account_number, a.case_number, a.product, c.opened_at
          from account a join collection_case c on c.case_number = a.case_number
         where a.case_number in (:cases) order by a.case_number, a.account_number
        """).param("cases", caseNumbers).query((row, number) -> {
          LoggedCase of = the(cases, row);
          String name = of.caseNumber() + "-ACCOUNT" + counted.merge(of.caseNumber(), 1, Integer::sum);
          names.put(row.getString("account_number"), name);
          return of.objects().add(new LoggedObject(name, "account", instant(row, "opened_at"),
              Map.of("product", row.getString("product")), of.caseNumber()));
        }).list();
    return names;
  }

  private void matters(Matter matter, Collection<String> caseNumbers, Map<String, LoggedCase> cases) {
    jdbc.sql("select case_number, %s as id, %s as since, %s as says from %s where case_number in (:cases) order by 2"
        .formatted(matter.id(), matter.since(), matter.says(), matter.table())).param("cases", caseNumbers)
        .query((row, number) -> {
          LoggedCase of = the(cases, row);
          return of.objects().add(new LoggedObject(of.caseNumber() + matter.letter() + row.getLong("id"),
              matter.type(), instant(row, "since"), Map.of("says", row.getString("says")), of.caseNumber()));
        }).list();
  }

  /** All but contacts and payments, which are told with what they are about. */
  private void timeline(Collection<String> caseNumbers, Map<String, LoggedCase> cases) {
    jdbc.sql("""
        select event_id, case_number, at, type, actor from case_event
         where case_number in (:cases) and type not in ('CONTACT', 'PAYMENT') order by event_id
        """).param("cases", caseNumbers).query((row, number) -> {
          LoggedCase of = the(cases, row);
          String type = row.getString("type");
          return of.events().add(new Event("TOLD" + row.getLong("event_id"), instant(row, "at"), asWords(type),
              COMPLETE, OF_REMIT, type, actor(row), about(of)));
        }).list();
  }

  private void contacts(Collection<String> caseNumbers, Map<String, LoggedCase> cases) {
    jdbc.sql("""
        select attempt_id, case_number, channel, status, planned_at, coalesce(contacted_at, sent_at) as at, actor
          from contact_attempt where case_number in (:cases) order by attempt_id
        """).param("cases", caseNumbers).query((row, number) -> {
          LoggedCase of = the(cases, row);
          String id = "CONTACT" + row.getLong("attempt_id");
          of.objects().add(new LoggedObject(id, "contact", instant(row, "planned_at"),
              Map.of("channel", row.getString("channel"), "status", row.getString("status")), of.caseNumber()));
          return row.getObject("at") != null && of.events().add(new Event(id, instant(row, "at"),
              "Contact " + row.getString("channel"), COMPLETE, OF_REMIT, "CONTACT", actor(row),
              about(of, id, "contact")));
        }).list();
  }

  /** What was booked on their accounts while the cases were open. */
  private void payments(Collection<String> caseNumbers, Map<String, LoggedCase> cases, Map<String, String> accounts) {
    jdbc.sql("""
        select e.entry_id, a.case_number, e.account_number, e.type, e.currency, e.booked_at
          from account a join collection_case c on c.case_number = a.case_number
          join ledger_entry e on e.account_number = a.account_number
         where a.case_number in (:cases) and e.type <> 'SNAPSHOT' and e.booked_at >= c.opened_at
           and (c.closed_at is null or e.booked_at <= c.closed_at) order by e.entry_id
        """).param("cases", caseNumbers).query((row, number) -> {
          LoggedCase of = the(cases, row);
          String id = "PAYMENT" + row.getLong("entry_id");
          of.objects().add(new LoggedObject(id, "payment", instant(row, "booked_at"),
              Map.of("kind", row.getString("type"), "currency", row.getString("currency")), of.caseNumber()));
          Map<String, String> about = about(of, id, "payment");
          String account = accounts.get(row.getString("account_number"));
          if (account != null) {
            about.put(account, "account");
          }
          return of.events().add(new Event(id, instant(row, "booked_at"), asWords(row.getString("type")), COMPLETE,
              OF_REMIT, row.getString("type"), OF_REMIT, about));
        }).list();
  }

  private static LoggedCase the(Map<String, LoggedCase> cases, ResultSet row) throws SQLException {
    return Objects.requireNonNull(cases.get(row.getString("case_number")));
  }

  private static String actor(ResultSet row) throws SQLException {
    return Timeline.SYSTEM.equals(row.getString("actor")) ? OF_REMIT : "staff";
  }

  private static Map<String, String> about(LoggedCase of) {
    return new LinkedHashMap<>(Map.of(of.caseNumber(), "case"));
  }

  private static Map<String, String> about(LoggedCase of, String object, String as) {
    Map<String, String> about = about(of);
    about.put(object, as);
    return about;
  }

  /** {@code OPT_OUT} as {@code Opt out}. */
  static String asWords(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
