package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When an approved case goes on: to its partner with the day's batch, or back to the officer if nobody took it. */
@Component
public class HandOverDates {

  private final HandOverTimes times;
  private final NearByRepository offers;
  private final BusinessCalendar calendar;

  HandOverDates(HandOverTimes times, NearByRepository offers, BusinessCalendar calendar) {
    this.times = times;
    this.offers = offers;
    this.calendar = calendar;
  }

  /** Of a case that is approved now. */
  public Instant due(String caseNumber) {
    return offers.offeredUntil(caseNumber).map(calendar::startOfBusiness).orElseGet(() -> times.next(calendar.now()));
  }
}
