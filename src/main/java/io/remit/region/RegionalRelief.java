package io.remit.region;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.News;
import io.remit.hold.Hold;
import io.remit.hold.HoldPolicy;
import io.remit.region.RegionalRule.Stops;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives relief to everybody in a region, by a dated rule: cases pause in batches and go on in batches. */
@Component
public class RegionalRelief {

  private static final int LONGEST_REASON = 500;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final RegionalRules rules;
  private final RegionalProcess process;
  private final HoldPolicy policy;
  private final VisitTime visitTime;
  private final BusinessCalendar calendar;
  private final News news;

  RegionalRelief(RegionalRules rules, RegionalProcess process, HoldPolicy policy, VisitTime visitTime,
      BusinessCalendar calendar, News news) {
    this.rules = rules;
    this.process = process;
    this.policy = policy;
    this.visitTime = visitTime;
    this.calendar = calendar;
    this.news = news;
  }

  /**
   * A rule as it was entered.
   *
   * @param region ISO 3166-2, or ISO 3166-1 for a country
   * @param from ISO date, today or ahead
   * @param until ISO date after that, the first day on which it holds no more
   * @param stops VISIT or ALL
   * @param reason why, without personal data
   */
  public record Entered(String region, String from, String until, String stops, String reason) {
  }

  /**
   * Makes a rule.
   *
   * @param by user id
   * @return its id
   * @throws InvalidInputException if a field cannot be accepted
   */
  @Transactional
  public long add(Entered entered, String by) {
    Stops stops = EnteredText.choice("stops", entered.stops(), Stops.class);
    LocalDate from = EnteredText.date("from", entered.from());
    if (from.isBefore(calendar.today())) {
      throw new InvalidInputException("from", "lies in the past");
    }
    LocalDate until = EnteredText.dateAhead("until", entered.until(), from,
        from.plusDays(policy.ruleOf(Hold.Reason.RELIEF).longestDays()));
    long ruleId = rules.insert(new RegionalRule(0, region(entered.region()), from, until, stops,
        EnteredText.required("reason", entered.reason(), LONGEST_REASON), calendar.now(), by, null));
    if (stops == Stops.ALL) {
      process.start(rules.get(ruleId));
    } else if (from.equals(calendar.today())) {
      tell(rules.get(ruleId));
    }
    return ruleId;
  }

  private static String region(String entered) {
    String region = entered == null ? "" : entered.strip();
    if (!region.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?") || !COUNTRIES.contains(region.substring(0, 2))) {
      throw new InvalidInputException("region", "must be one of ISO 3166-2 such as CN-HB, or a country such as CN");
    }
    return region;
  }

  /**
   * Ends a rule before its time; what it paused goes on as soon as its process has come to it.
   *
   * @return false if it had been ended before
   */
  @Transactional
  public boolean end(long ruleId, String by) {
    if (!rules.end(ruleId, calendar.now(), by)) {
      return false;
    }
    RegionalRule ended = rules.get(ruleId);
    if (ended.stops() == Stops.ALL) {
      process.redate(ended);
    } else {
      tell(ended);
    }
    return true;
  }

  /** Whom a rule about visits concerns hears of it on the days on which it begins and ends. */
  @Transactional
  public void tellOfVisitsOn(LocalDate day) {
    rules.all().stream().filter(rule -> rule.stops() == Stops.VISIT && rule.endedAt() == null)
        .filter(rule -> rule.from().equals(day) || rule.until().equals(day)).forEach(this::tell);
  }

  /** When the rule is over the cases have their time back before they hear of it and date what they do anew. */
  private void tell(RegionalRule rule) {
    LocalDate end = rule.endedAt() == null ? rule.until() : calendar.dayOf(rule.endedAt());
    if (rule.endedAt() != null || !calendar.today().isBefore(end)) {
      visitTime.giveBack(rule, end);
    }
    rules.debtorsIn(rule).forEach(news::ofDebtor);
  }

  /**
   * How many days of a case are kept because nobody is visited where the debtor lives, as far as the case does not
   * count as younger by them yet.
   *
   * @param before only days before this one count; days ahead are known by the last day of a rule
   */
  public int visitDaysKept(CollectionCase current, LocalDate before) {
    return visitTime.notWrittenDown(current, before);
  }

  /** When a rule begins to hold; at once if it was ended before. */
  public Instant beginsAt(long ruleId) {
    RegionalRule rule = rules.get(ruleId);
    return earlier(calendar.startOfBusiness(rule.from()), rule.endedAt());
  }

  /** When a rule holds no more. */
  public Instant endsAt(long ruleId) {
    RegionalRule rule = rules.get(ruleId);
    return earlier(calendar.startOfBusiness(rule.until()), rule.endedAt());
  }

  private static Instant earlier(Instant planned, @Nullable Instant ended) {
    return ended != null && ended.isBefore(planned) ? ended : planned;
  }
}
