package io.remit.plan;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.plan.Plan.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a schedule of what a person asked for, if it keeps the limits of {@code plan-limits}. */
@Component
class PlanChecks {

  /** No table can allow more. */
  private static final int MOST_MONTHS = 60;
  /** More than weekly ones of that many months. */
  private static final int MOST_INSTALMENTS = 270;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final PlanRepository plans;
  private final PlanPolicy policy;
  private final CaseFigures figures;
  private final BusinessCalendar calendar;

  PlanChecks(PlanRepository plans, PlanPolicy policy, CaseFigures figures, BusinessCalendar calendar) {
    this.plans = plans;
    this.policy = policy;
    this.figures = figures;
    this.calendar = calendar;
  }

  /**
   * Checks a plan over the whole outstanding amount of a case.
   *
   * @throws InvalidInputException that names the field, and the limit where there is one
   */
  PlanDraft check(String caseNumber, PlanRequest request) {
    CaseFigures.Figures amounts = figures.of(caseNumber);
    if (amounts.outstanding().signum() <= 0) {
      throw new InvalidInputException("case", "owes nothing");
    }
    Interval interval = isBlank(request.interval()) ? Interval.MONTHLY
        : EnteredText.choice("interval", request.interval(), Interval.class);
    LocalDate first = EnteredText.date(request.names().firstDueOn(), request.firstDueOn());
    if (!first.isAfter(calendar.today())) {
      throw new InvalidInputException(request.names().firstDueOn(), "must lie ahead");
    }
    Schedule schedule = schedule(request, amounts, first, interval);
    PlanLimits limits = policy.limitsFor(new PlanPolicy.Question(amounts.stage(), amounts.outstandingAmount(),
        schedule.instalments().size(), firstShare(schedule), brokenPlans(caseNumber)));
    checkLimits(request, amounts.currency(), schedule, limits);
    return new PlanDraft(amounts.currency(), schedule, interval, limits);
  }

  private Schedule schedule(PlanRequest request, CaseFigures.Figures amounts, LocalDate first, Interval interval) {
    if (isBlank(request.instalments()) == isBlank(request.amount())) {
      throw new InvalidInputException(request.names().instalments(),
          "say how many there are, or in amount how much each is, and not both");
    }
    String instalments = request.instalments();
    if (instalments != null && !instalments.isBlank()) {
      int number = number(instalments, request.names());
      return Schedule.ofNumber(amounts.currency(), amounts.outstanding(), number, first, interval);
    }
    BigDecimal each = EnteredText.amount("amount", request.amount(), amounts.currency());
    if (each.signum() == 0) {
      throw new InvalidInputException("amount", "must be above zero: a plan has to end");
    }
    if (Schedule.numberFor(amounts.outstanding(), each).compareTo(BigDecimal.valueOf(MOST_INSTALMENTS)) > 0) {
      throw new InvalidInputException("amount", "is too small: the plan would not end within " + MOST_MONTHS
          + " months");
    }
    return Schedule.ofAmount(amounts.outstanding(), each, first, interval);
  }

  private static int number(String instalments, PlanRequest.FieldNames names) {
    String entered = instalments.strip();
    if (!entered.matches("\\d{1,4}") || Integer.parseInt(entered) == 0) {
      throw new InvalidInputException(names.instalments(), "must be a whole number from 1");
    }
    int number = Integer.parseInt(entered);
    if (number > MOST_INSTALMENTS) {
      throw new InvalidInputException(names.instalments(),
          "are too many: a plan has to end within " + MOST_MONTHS + " months");
    }
    return number;
  }

  private void checkLimits(PlanRequest request, String currency, Schedule schedule, PlanLimits limits) {
    LocalDate latestFirst = calendar.today().plusDays(limits.firstWithinDays());
    if (schedule.first().dueOn().isAfter(latestFirst)) {
      throw new InvalidInputException(request.names().firstDueOn(), "must not be after " + latestFirst);
    }
    String field = isBlank(request.amount()) ? request.names().instalments() : "amount";
    int longest = Math.min(limits.longestMonths(), MOST_MONTHS);
    if (schedule.months() >= longest && schedule.instalments().size() > 1) {
      throw new InvalidInputException(field, "the plan must end within " + longest + " months");
    }
    boolean tooSmall = schedule.least().compareTo(limits.leastInstalment()) < 0;
    if (tooSmall && schedule.instalments().size() > 1) {
      throw new InvalidInputException(field, "each instalment must be at least " + currency + " "
          + limits.leastInstalment().stripTrailingZeros().toPlainString());
    }
  }

  private static int firstShare(Schedule schedule) {
    return schedule.first().amount().multiply(HUNDRED).divide(schedule.total(), 0, RoundingMode.DOWN).intValueExact();
  }

  private int brokenPlans(String caseNumber) {
    return (int) plans.ofCase(caseNumber).stream().filter(plan -> plan.status() == Status.BREACHED).count();
  }

  private static boolean isBlank(@Nullable String entered) {
    return entered == null || entered.isBlank();
  }
}
