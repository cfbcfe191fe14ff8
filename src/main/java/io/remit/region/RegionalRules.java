package io.remit.region;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CommonWait;
import io.remit.cases.DebtorDetails;
import io.remit.region.RegionalRule.Stops;
import io.remit.sql.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The dated rules for regions. */
@Repository
public class RegionalRules implements CommonWait {

  private static final String SELECT = """
      select rule_id, region, from_on, until_on, stops, reason, created_at, created_by, ended_at from regional_rule
      """;

  private static final String IN_FORCE = SELECT + """
       where region in (:region, :country) and stops = :stops and ended_at is null and from_on <= :today
         and until_on > :today
       order by rule_id
      """;

  private final JdbcClient jdbc;
  private final Question<PlaceOnDay, List<RegionalRule>> inForce;
  private final BusinessCalendar calendar;

  RegionalRules(JdbcClient jdbc, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.inForce = Question.of(IN_FORCE, place -> List.copyOf(jdbc.sql(IN_FORCE).param("region", place.region())
        .param("country", place.country()).param("stops", place.stops().name()).param("today", place.day())
        .query(RegionalRules::read).list()));
  }

  private record PlaceOnDay(String region, String country, Stops stops, LocalDate day) {
  }

  /** @return the rule's id */
  long insert(RegionalRule rule) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into regional_rule (region, from_on, until_on, stops, reason, created_at, created_by)
        values (:region, :from, :until, :stops, :reason, :at, :by)
        """).param("region", rule.region()).param("from", rule.from()).param("until", rule.until())
        .param("stops", rule.stops().name()).param("reason", rule.reason())
        .param("at", utc(rule.createdAt())).param("by", rule.createdBy()).update(key, "rule_id");
    return key.getKey().longValue();
  }

  /** @return empty if there is no such rule */
  public Optional<RegionalRule> find(long ruleId) {
    return jdbc.sql(SELECT + "where rule_id = :rule").param("rule", ruleId).query(RegionalRules::read).optional();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such rule */
  RegionalRule get(long ruleId) {
    return jdbc.sql(SELECT + "where rule_id = :rule").param("rule", ruleId).query(RegionalRules::read).single();
  }

  /** All rules, the newest first. */
  public List<RegionalRule> all() {
    return jdbc.sql(SELECT + "order by rule_id desc").query(RegionalRules::read).list();
  }

  /** @return false if the rule had been ended before */
  boolean end(long ruleId, Instant at, String by) {
    return jdbc.sql("""
        update regional_rule set ended_at = :at, ended_by = :by where rule_id = :rule and ended_at is null
        """).param("at", utc(at)).param("by", by).param("rule", ruleId).update() > 0;
  }

  /** The rules that stop something for a debtor today. */
  List<RegionalRule> inForceFor(DebtorDetails debtor, Stops stops) {
    return inForce.about(new PlaceOnDay(orNowhere(debtor.region()), orNowhere(debtor.country()), stops,
        calendar.today()));
  }

  private static String orNowhere(@Nullable String place) {
    return place == null ? "" : place;
  }

  /** From when on a debtor may be visited again, by the rules for where the debtor lives; empty if now. */
  public Optional<Instant> visitsStoppedUntil(DebtorDetails debtor) {
    return inForceFor(debtor, Stops.VISIT).stream().map(RegionalRule::until).max(Comparator.naturalOrder())
        .map(calendar::startOfBusiness);
  }

  /** The debtors in a rule's region who have open cases. */
  List<String> debtorsIn(RegionalRule rule) {
    return jdbc.sql("""
        select distinct d.debtor_id
          from collection_case c join debtor d on d.debtor_id = c.debtor_id
         where c.status <> 'CLOSED' and (d.region = :region or d.country = :region)
         order by d.debtor_id
        """).param("region", rule.region()).query(String.class).list();
  }

  /** Some open cases of debtors in a rule's region on which the rule has put no hold yet, the oldest first. */
  List<String> casesToPause(RegionalRule rule, int limit) {
    return jdbc.sql("""
        select c.case_number
          from collection_case c join debtor d on d.debtor_id = c.debtor_id
         where c.status <> 'CLOSED' and (d.region = :region or d.country = :region)
           and not exists (select 1 from regional_hold h where h.rule_id = :rule and h.case_number = c.case_number)
         order by c.case_number limit :limit
        """).param("region", rule.region()).param("rule", rule.ruleId()).param("limit", limit).query(String.class)
        .list();
  }

  /**
   * One hold that a rule put on a case.
   *
   * @param holdId the hold's number
   */
  record Paused(String caseNumber, long holdId) {
  }

  void addHold(long ruleId, String caseNumber, long holdId) {
    jdbc.sql("insert into regional_hold (hold_id, rule_id, case_number) values (:hold, :rule, :case)")
        .param("hold", holdId).param("rule", ruleId).param("case", caseNumber).update();
  }

  /** Some of the holds of a rule that are still in force. */
  List<Paused> holdsInForce(long ruleId, int limit) {
    return jdbc.sql("""
        select r.case_number, r.hold_id from regional_hold r join hold h on h.hold_id = r.hold_id
         where r.rule_id = :rule and h.released_at is null order by r.hold_id limit :limit
        """).param("rule", ruleId).param("limit", limit)
        .query((row, number) -> new Paused(row.getString("case_number"), row.getLong("hold_id"))).list();
  }

  /** What a rule pauses goes on when its process has come to the rule's last day. */
  @Override
  public Map<String, List<String>> waiting() {
    Map<String, List<String>> waiting = new HashMap<>();
    jdbc.sql("""
        select r.rule_id, r.case_number from regional_hold r join hold h on h.hold_id = r.hold_id
         where h.released_at is null
        """).query((RowCallbackHandler) row -> waiting
            .computeIfAbsent(RegionalRule.keyOf(row.getLong("rule_id")), key -> new ArrayList<>())
            .add(row.getString("case_number")));
    return waiting;
  }

  private static RegionalRule read(ResultSet row, int number) throws SQLException {
    return new RegionalRule(row.getLong("rule_id"), row.getString("region"), row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class), Stops.valueOf(row.getString("stops")), row.getString("reason"),
        instant(row, "created_at"), row.getString("created_by"),
        instantOrNull(row, "ended_at"));
  }
}
