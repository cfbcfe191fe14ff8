package io.remit.visit.day;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How lists of visits are made where nobody entered anything else. */
@Component
class VisitSettings {

  private final int mostVisits;
  private final double reach;
  private final double kilometresAnHour;
  private final Duration service;

  /**
   * @param mostVisits of an agent on a day
   * @param reach how far from where an agent starts a visit may be, in kilometres
   * @param kilometresAnHour how fast agents are, as the crow flies
   * @param service how long a visit takes
   */
  VisitSettings(@Value("${remit.visits.most-a-day}") int mostVisits, @Value("${remit.visits.reach}") double reach,
      @Value("${remit.visits.speed}") double kilometresAnHour, @Value("${remit.visits.duration}") Duration service) {
    this.mostVisits = mostVisits;
    this.reach = reach;
    this.kilometresAnHour = kilometresAnHour;
    this.service = service;
  }

  int mostVisits() {
    return mostVisits;
  }

  double reach() {
    return reach;
  }

  double kilometresAnHour() {
    return kilometresAnHour;
  }

  Duration service() {
    return service;
  }
}
