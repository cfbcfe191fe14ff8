package io.remit.process.time;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.WaitingCheck;
import io.remit.cases.WaitingCheck.Broken;
import io.remit.node.DailyWork;
import io.remit.node.DailyWork.Work;
import io.remit.region.RegionalRelief;
import io.remit.visit.day.VisitDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What is looked at once a day: whether regions open or close for visits, whom field agents visit, what is due
 * about partners, and whether a case would wait for ever.
 */
@Component
class NightlyRound {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyRound.class);
  /** Days on which no node ran are made up for. */
  private static final int DAYS_BACK = 7;
  private static final int NAMED = 20;

  private final RegionalRelief regions;
  private final VisitDays visits;
  private final PartnersAtNight partners;
  private final WaitingCheck check;
  private final BusinessCalendar calendar;
  private final DailyWork daily;

  NightlyRound(RegionalRelief regions, VisitDays visits, PartnersAtNight partners, WaitingCheck check,
      BusinessCalendar calendar, DailyWork daily) {
    this.regions = regions;
    this.visits = visits;
    this.partners = partners;
    this.check = check;
    this.calendar = calendar;
    this.daily = daily;
  }

  /** Makes the parts of the round that no node has made for this day. One that fails does not keep the others. */
  @Scheduled(fixedDelayString = "${remit.cases.nightly-check:30s}")
  void look() {
    LocalDate today = calendar.today();
    make(Work.REGIONS, today, last -> daysSince(last, today).forEach(regions::tellOfVisitsOn));
    make(Work.VISITS, today, last -> visits.makeAll(today));
    make(Work.PARTNERS, today, last -> partners.look());
    make(Work.WAITING_CASES, today, last -> listBroken());
  }

  private void make(Work part, LocalDate day, Consumer<Optional<LocalDate>> work) {
    try {
      daily.once(part, day, work);
    } catch (RuntimeException failed) {
      LOG.error("The nightly work {} failed and is tried again: {}", part, failed.getClass().getName());
    }
  }

  private static Stream<LocalDate> daysSince(Optional<LocalDate> last, LocalDate today) {
    LocalDate earliest = today.minusDays(DAYS_BACK);
    return last.filter(day -> !day.isBefore(earliest)).map(day -> day.plusDays(1)).orElse(earliest)
        .datesUntil(today.plusDays(1));
  }

  private void listBroken() {
    List<Broken> broken = check.broken();
    if (!broken.isEmpty()) {
      LOG.warn("{} open cases have neither a date nor a task that somebody sees, such as {}", broken.size(),
          broken.stream().limit(NAMED).map(each -> each.caseNumber() + " " + each.why()).toList());
    }
  }
}
