package io.remit.outsourcing.report;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.outsourcing.PartnerReported;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds partners that have cases and tell nothing. One task for an officer is raised for a partner, not one for each
 * case, and not another while it is open; it ends when the partner reports, or has no case any more.
 */
@Component
public class MissingReports {

  private static final int LONGEST_NOTE = 2_000;

  private final ReportRepository reports;
  private final ReportPolicy policy;
  private final PartnerRegister register;
  private final ReportProcess process;
  private final BusinessCalendar calendar;

  MissingReports(ReportRepository reports, ReportPolicy policy, PartnerRegister register, ReportProcess process,
      BusinessCalendar calendar) {
    this.reports = reports;
    this.policy = policy;
    this.register = register;
    this.process = process;
    this.calendar = calendar;
  }

  @EventListener
  void reported(PartnerReported reported) {
    register.lock(reported.partnerId());
    reports.reported(reported.partnerId(), calendar.now());
    process.reported(reported.partnerId());
  }

  /**
   * What an officer did about it, as the form sends it.
   *
   * @param note what was asked, and of whom
   */
  public record Asked(@Nullable String note) {
  }

  /**
   * Keeps that an officer asked a partner for its report.
   *
   * @param actor user id
   * @throws InvalidInputException if nothing was written, or too much
   */
  @Transactional
  public void asked(String partnerId, Asked asked, String actor) {
    reports.asked(partnerId, EnteredText.required("note", asked.note(), LONGEST_NOTE), actor, calendar.now());
  }

  /** Looks once. */
  @Transactional
  public void look() {
    Map<String, Instant> silent = reports.silentSince();
    for (Partner partner : register.all()) {
      Instant since = silent.get(partner.partnerId());
      if (isMissing(partner, since)) {
        process.reportMissing(partner.partnerId());
      } else if (since == null) {
        process.reported(partner.partnerId());
      }
    }
  }

  private boolean isMissing(Partner partner, @Nullable Instant since) {
    if (since == null) {
      return false;
    }
    LocalDate last = calendar.dayOf(since).plusDays(policy.daysFor(partner.kind()));
    return calendar.today().isAfter(last);
  }
}
