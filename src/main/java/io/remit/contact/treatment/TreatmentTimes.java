package io.remit.contact.treatment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.gate.ContactLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a case would do next, and when it may be done. */
@Component
public class TreatmentTimes {

  /** A Sunday between two holidays. */
  private static final Duration SOON = Duration.ofDays(4);

  private final CaseRepository cases;
  private final TreatmentQuestions questions;
  private final TreatmentForecast forecast;
  private final ContactLimits limits;
  private final BusinessCalendar calendar;

  TreatmentTimes(CaseRepository cases, TreatmentQuestions questions, TreatmentForecast forecast, ContactLimits limits,
      BusinessCalendar calendar) {
    this.cases = cases;
    this.questions = questions;
    this.forecast = forecast;
    this.limits = limits;
    this.calendar = calendar;
  }

  /** What the case would do next, if it decided on a day. */
  TreatmentDecision next(CollectionCase current, LocalDate day) {
    Map<String, Object> facts = questions.facts(current.caseNumber());
    facts.put("stage", current.stage().name());
    facts.computeIfPresent("daysPastDue",
        (name, days) -> (int) days + Math.toIntExact(ChronoUnit.DAYS.between(calendar.today(), day)));
    return forecast.decide(facts);
  }

  /**
   * The first moment, from one on, at which what the case would do next may be done. Each channel has its own hours.
   * Reviews need none; nor do letters and the decision to wait, which keep to the hours of calls where those come soon,
   * and do without where they do not.
   */
  public Instant firstMoment(String caseNumber, Instant earliest) {
    CollectionCase current = cases.get(caseNumber);
    TreatmentDecision next = next(current, calendar.dayOf(earliest));
    return switch (next.treatment()) {
      case CALL -> inHours(current, Channel.CALL, earliest);
      case VISIT -> inHours(current, Channel.VISIT, earliest);
      case MESSAGE -> next.channel() == Channel.LETTER ? inHoursIfSoon(current, earliest)
          : inHours(current, Objects.requireNonNull(next.channel()), earliest);
      case LATER, WAIT -> inHoursIfSoon(current, earliest);
      case COURT, PLACEMENT -> earliest;
    };
  }

  private Instant inHours(CollectionCase current, Channel channel, Instant earliest) {
    return limits.windowOf(current.debtorId(), channel).next(earliest).orElse(earliest);
  }

  private Instant inHoursIfSoon(CollectionCase current, Instant earliest) {
    return limits.windowOf(current.debtorId()).next(earliest).filter(moment -> moment.isBefore(earliest.plus(SOON)))
        .orElse(earliest);
  }
}
