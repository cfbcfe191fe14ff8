package io.remit.process.time;

import io.remit.outsourcing.PartnerWork;
import io.remit.outsourcing.recall.NightlyRecalls;
import io.remit.outsourcing.report.MissingReports;
import org.springframework.stereotype.Component;

/** What is looked at once a day about partners: whether they have people here, what is recalled, who is silent. */
@Component
class PartnersAtNight {

  private final PartnerWork work;
  private final NightlyRecalls recalls;
  private final MissingReports reports;

  PartnersAtNight(PartnerWork work, NightlyRecalls recalls, MissingReports reports) {
    this.work = work;
    this.recalls = recalls;
    this.reports = reports;
  }

  void look() {
    work.catchUp();
    recalls.look();
    reports.look();
  }
}
