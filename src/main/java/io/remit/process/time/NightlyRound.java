package io.remit.process.time;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.WaitingCheck;
import io.remit.cases.WaitingCheck.Broken;
import io.remit.legal.firm.FirmCases;
import io.remit.outsourcing.PartnerWork;
import io.remit.region.RegionalRelief;
import io.remit.visit.day.VisitDays;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What is looked at once a day: whether regions open or close for visits, whom field agents visit, whether a partner
 * has people here by now, and whether a case would wait for ever.
 */
@Component
class NightlyRound {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyRound.class);
  /** Days on which no node ran are made up for. */
  private static final int DAYS_BACK = 7;
  private static final int NAMED = 20;

  private final RegionalRelief regions;
  private final VisitDays visits;
  private final PartnerWork partners;
  private final FirmCases lawFirms;
  private final WaitingCheck check;
  private final BusinessCalendar calendar;
  private volatile LocalDate lastDay;

  NightlyRound(RegionalRelief regions, VisitDays visits, PartnerWork partners, FirmCases lawFirms,
      WaitingCheck check, BusinessCalendar calendar) {
    this.regions = regions;
    this.visits = visits;
    this.partners = partners;
    this.lawFirms = lawFirms;
    this.check = check;
    this.calendar = calendar;
  }

  /** Makes the round, if a day has begun since the last. */
  @Scheduled(fixedDelayString = "${remit.cases.nightly-check:60s}")
  void look() {
    LocalDate today = calendar.today();
    LocalDate last = lastDay;
    if (last != null && !today.isAfter(last)) {
      return;
    }
    lastDay = today;
    LocalDate earliest = today.minusDays(DAYS_BACK);
    LocalDate first = last == null || last.isBefore(earliest) ? earliest : last.plusDays(1);
    first.datesUntil(today.plusDays(1)).forEach(regions::tellOfVisitsOn);
    visits.makeAll(today);
    partners.catchUp();
    lawFirms.catchUp();
    List<Broken> broken = check.broken();
    if (!broken.isEmpty()) {
      LOG.warn("{} open cases have neither a date nor a task that somebody sees, such as {}", broken.size(),
          broken.stream().limit(NAMED).map(each -> each.caseNumber() + " " + each.why()).toList());
    }
  }
}
