package io.remit.region;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseOpened;
import io.remit.cases.DebtorRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.News;
import io.remit.hold.Hold;
import io.remit.hold.HoldPolicy;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import io.remit.region.RegionalRule.Stops;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives relief to everybody in a region, by a dated rule: cases pause in batches and go on in batches. */
@Component
public class RegionalRelief {

  private static final int BATCH = 100;
  private static final int LONGEST_REASON = 500;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final RegionalRules rules;
  private final RegionalProcess process;
  private final Holds holds;
  private final HoldPolicy policy;
  private final DebtorRepository debtors;
  private final BusinessCalendar calendar;
  private final News news;

  RegionalRelief(RegionalRules rules, RegionalProcess process, Holds holds, HoldPolicy policy,
      DebtorRepository debtors, BusinessCalendar calendar, News news) {
    this.rules = rules;
    this.process = process;
    this.holds = holds;
    this.policy = policy;
    this.debtors = debtors;
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

  private void tell(RegionalRule rule) {
    rules.debtorsIn(rule).forEach(news::ofDebtor);
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

  /** Pauses some cases of the region. */
  public void pauseSome(long ruleId) {
    RegionalRule rule = rules.get(ruleId);
    if (rule.holdsOn(calendar.today())) {
      rules.casesToPause(rule, BATCH).forEach(caseNumber -> holds.raise(request(rule, caseNumber))
          .ifPresent(hold -> rules.addHold(ruleId, caseNumber, hold.number())));
    }
  }

  /** Whether the rule holds and cases of its region are not paused yet. */
  public boolean hasMoreToPause(long ruleId) {
    RegionalRule rule = rules.get(ruleId);
    return rule.holdsOn(calendar.today()) && !rules.casesToPause(rule, 1).isEmpty();
  }

  /** Lets some cases go on that the rule paused. */
  public void resumeSome(long ruleId) {
    rules.holdsInForce(ruleId, BATCH).forEach(paused -> holds.release(
        new MatterKey(paused.caseNumber(), MatterKey.Kind.HOLD, paused.holdId()), rules.get(ruleId).createdBy(),
        "RELIEF_OVER"));
  }

  /** Whether cases are still paused by the rule. */
  public boolean hasMoreToResume(long ruleId) {
    return !rules.holdsInForce(ruleId, 1).isEmpty();
  }

  /** A case that is opened in a region with relief begins on hold. */
  @EventListener
  void opened(CaseOpened opened) {
    rules.inForceFor(debtors.get(opened.debtorId()), Stops.ALL).forEach(rule -> rules.addHold(rule.ruleId(),
        opened.caseNumber(), holds.raiseWithin(request(rule, opened.caseNumber())).number()));
  }

  private static HoldRequest request(RegionalRule rule, String caseNumber) {
    return new HoldRequest(caseNumber, Hold.Reason.RELIEF, rule.reason(), rule.createdBy(), null, rule.until(),
        rule.from());
  }
}
