package io.remit.outsourcing.change;

import io.remit.cases.BusinessCalendar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for what partners have to be told: often for what cannot wait, and once a day, from its hour on, for whatever
 * changed about any of their cases. A partner for whom that fails does not keep it from the others.
 */
@Component
public class PartnerChanges {

  private static final Logger LOG = LoggerFactory.getLogger(PartnerChanges.class);

  private final Marks marks;
  private final NextChanges next;
  private final ChangeTimes times;
  private final BusinessCalendar calendar;

  PartnerChanges(Marks marks, NextChanges next, ChangeTimes times, BusinessCalendar calendar) {
    this.marks = marks;
    this.next = next;
    this.times = times;
    this.calendar = calendar;
  }

  /** Looks once. */
  @Scheduled(fixedDelayString = "${remit.outsourcing.changes-poll}")
  public void look() {
    List<String> notToday = times.hasCome(calendar.now()) ? marks.partnersNotLookedAt(calendar.today()) : List.of();
    Set<String> partners = new LinkedHashSet<>(notToday);
    partners.addAll(marks.partnersWithChanges());
    for (String partnerId : partners) {
      try {
        next.of(partnerId, notToday.contains(partnerId));
      } catch (RuntimeException failed) {
        LOG.error("What changed about the cases of partner {} could not be put together: {}", partnerId,
            failed.getClass().getName());
      }
    }
  }
}
