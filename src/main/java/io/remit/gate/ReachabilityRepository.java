package io.remit.gate;

import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.DebtorDetails;
import io.remit.cases.News;
import io.remit.cases.ToldOtherwise;
import io.remit.gate.ContactQuestion.Address;
import io.remit.person.Persons;
import io.remit.sql.Question;
import io.remit.sql.RowsOf;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found out of debtors' numbers and addresses, and what they agreed to. */
@Repository
public class ReachabilityRepository {

  private static final RowsOf ITS_ROWS = RowsOf.debtors("opt_out", "contact_consent", "address_mark", "known_number",
      "agreed_hours", "unsuitable_hours", "third_party_closed", "told_otherwise");

  /** All in one question, since the gate asks it for every contact. */
  private static final String KNOWN = """
      select 'OPT_OUT' as kind, channel as first_value, null as second_value, debtor_id from opt_out
        where debtor_id in (:debtors)
      union all select 'CONSENT', channel, null, debtor_id from contact_consent where debtor_id in (:debtors)
      union all select 'MARK', address, mark, debtor_id from address_mark where debtor_id in (:debtors)
      union all select 'NUMBER', number, null, debtor_id from known_number where debtor_id in (:debtors)
      union all select 'HOURS', cast(from_time as varchar(8)), cast(to_time as varchar(8)), debtor_id
                  from agreed_hours where debtor_id in (:debtors)
      union all select 'NOT_THEN', cast(from_time as varchar(8)), cast(to_time as varchar(8)), debtor_id
                  from unsuitable_hours where debtor_id in (:debtors)
      union all select 'CLOSED', reason, null, debtor_id from third_party_closed where debtor_id in (:debtors)
      union all select case what when 'NUMBER' then 'OTHER_NUMBER' else what end, told, null, debtor_id
                  from told_otherwise where debtor_id in (:debtors)
      order by 1, 2
      """;

  private final JdbcClient jdbc;
  private final Question<String, List<Fact>> known;
  private final Persons persons;
  private final BusinessCalendar calendar;
  private final News news;

  ReachabilityRepository(JdbcClient jdbc, Persons persons, BusinessCalendar calendar, News news) {
    this.jdbc = jdbc;
    this.known = Question.ofDebtors(KNOWN, List.of(), ids -> known(ids)
        .collect(Collectors.groupingBy(Fact::debtorId, Collectors.toUnmodifiableList())));
    this.persons = persons;
    this.calendar = calendar;
    this.news = news;
  }

  private record Fact(String debtorId, String kind, String first, String second) {
  }

  /** How a debtor can be reached. */
  public Reachability of(DebtorDetails debtor) {
    List<String> numbers = new ArrayList<>();
    Map<String, Address> marks = new HashMap<>();
    Set<Channel> optedOut = EnumSet.noneOf(Channel.class);
    Set<Channel> consented = EnumSet.noneOf(Channel.class);
    Hours onlyThen = null;
    Hours notThen = null;
    boolean closed = false;
    Set<ZoneId> zones = new LinkedHashSet<>();
    Set<String> regions = new LinkedHashSet<>();
    Set<String> countries = new LinkedHashSet<>();
    Set<String> otherNumbers = new LinkedHashSet<>();
    for (Fact fact : facts(persons.idsOf(debtor.debtorId()))) {
      switch (fact.kind()) {
        case "NUMBER" -> numbers.add(fact.first());
        case "MARK" -> marks.put(fact.first(), Address.valueOf(fact.second()));
        case "OPT_OUT" -> optedOut.add(Channel.valueOf(fact.first()));
        case "CONSENT" -> consented.add(Channel.valueOf(fact.first()));
        case "HOURS" -> onlyThen = hours(fact);
        case "NOT_THEN" -> notThen = hours(fact);
        case "ZONE" -> zones.add(ZoneId.of(fact.first()));
        case "REGION" -> regions.add(fact.first());
        case "COUNTRY" -> countries.add(fact.first());
        case "OTHER_NUMBER" -> otherNumbers.add(fact.first());
        default -> closed = true;
      }
    }
    return new Reachability(debtor, numbers, marks, optedOut, consented,
        new SuitableHours(onlyThen, notThen), closed,
        new ToldOtherwise(zones, regions, countries, otherNumbers));
  }

  private static Hours hours(Fact fact) {
    return new Hours(LocalTime.parse(fact.first()), LocalTime.parse(fact.second()));
  }

  private List<Fact> facts(List<String> debtorIds) {
    if (ITS_ROWS.noneOfAny(debtorIds)) {
      return List.of();
    }
    return debtorIds.size() == 1 ? known.about(debtorIds.get(0)) : known(debtorIds).toList();
  }

  private Stream<Fact> known(Collection<String> debtorIds) {
    return jdbc.sql(KNOWN).param("debtors", debtorIds).query((row, number) ->
        new Fact(row.getString("debtor_id"), row.getString("kind"), row.getString("first_value"),
            row.getString("second_value"))).list().stream();
  }

  /**
   * A number or address turned out not to serve.
   *
   * @param mark {@link Address#INVALID}, {@link Address#WRONG} or {@link Address#UNWANTED}
   * @param source how we know, in a word
   */
  public void mark(String debtorId, String address, Address mark, String source) {
    jdbc.sql("delete from address_mark where debtor_id = :debtor and address = :address").param("debtor", debtorId)
        .param("address", address).update();
    jdbc.sql("""
        insert into address_mark (debtor_id, address, mark, marked_at, source)
        values (:debtor, :address, :mark, :at, :source)
        """).param("debtor", debtorId).param("address", address).param("mark", mark.name())
        .param("at", utc(calendar.now())).param("source", source).update();
    news.ofDebtor(debtorId);
  }

  /**
   * Remembers another phone number of a debtor; one that was marked may be used again.
   *
   * @param number E.164
   */
  public void addNumber(String debtorId, String number, String userId) {
    jdbc.sql("delete from address_mark where debtor_id = :debtor and address = :number").param("debtor", debtorId)
        .param("number", number).update();
    jdbc.sql("delete from known_number where debtor_id = :debtor and number = :number").param("debtor", debtorId)
        .param("number", number).update();
    jdbc.sql("insert into known_number (debtor_id, number, added_at, added_by) values (:debtor, :number, :at, :user)")
        .param("debtor", debtorId).param("number", number).param("at", utc(calendar.now()))
        .param("user", userId).update();
    news.ofWayTo(debtorId);
  }

  /** The debtor agreed to a channel, until the next opt-out. */
  public void agreeTo(String debtorId, Channel channel, String userId) {
    jdbc.sql("""
        insert into contact_consent (debtor_id, channel, given_at, recorded_by)
        select debtor_id, :channel, cast(:at as timestamp with time zone), :user from debtor
         where debtor_id = :debtor and not exists (select 1 from contact_consent c
                                                    where c.debtor_id = :debtor and c.channel = :channel)
        """).param("debtor", debtorId).param("channel", channel.name())
        .param("at", utc(calendar.now())).param("user", userId).update();
    news.ofDebtor(debtorId);
  }

  /** Remembers the hours that suit a debtor, in place of all that was said before. */
  public void suit(String debtorId, SuitableHours hours, String userId) {
    jdbc.sql("delete from agreed_hours where debtor_id = :debtor").param("debtor", debtorId).update();
    jdbc.sql("delete from unsuitable_hours where debtor_id = :debtor").param("debtor", debtorId).update();
    if (hours.onlyThen() != null) {
      insert("agreed_hours (debtor_id, from_time, to_time, agreed_at, recorded_by)", debtorId, hours.onlyThen(),
          userId);
    }
    if (hours.notThen() != null) {
      insert("unsuitable_hours (debtor_id, from_time, to_time, told_at, recorded_by)", debtorId, hours.notThen(),
          userId);
    }
    news.ofDebtor(debtorId);
  }

  private void insert(String into, String debtorId, Hours hours, String userId) {
    jdbc.sql("insert into " + into + " values (:debtor, :from, :to, :at, :user)").param("debtor", debtorId)
        .param("from", hours.from()).param("to", hours.to()).param("at", utc(calendar.now()))
        .param("user", userId).update();
  }

  /**
   * The contact person is not asked any more.
   *
   * @param reason REFUSED or REACHED
   */
  public void closeThirdParty(String debtorId, String reason) {
    jdbc.sql("""
        insert into third_party_closed (debtor_id, closed_at, reason)
        select debtor_id, cast(:at as timestamp with time zone), :reason from debtor
         where debtor_id = :debtor and debtor_id not in (select debtor_id from third_party_closed)
        """).param("debtor", debtorId).param("at", utc(calendar.now())).param("reason", reason)
        .update();
    news.ofDebtor(debtorId);
  }
}
