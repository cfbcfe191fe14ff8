package io.remit.process.time;

import io.remit.legal.firm.FirmCases;
import io.remit.outsourcing.PartnerWork;
import io.remit.outsourcing.proposal.ProposedBatches;
import io.remit.outsourcing.recall.NightlyRecalls;
import io.remit.outsourcing.report.MissingReports;
import org.springframework.stereotype.Component;

/** What is looked at once a day about partners: people, recalls, reports, proposals. */
@Component
class PartnersAtNight {

  private final PartnerWork work;
  private final FirmCases lawFirms;
  private final NightlyRecalls recalls;
  private final MissingReports reports;
  private final ProposedBatches batches;

  PartnersAtNight(PartnerWork work, FirmCases lawFirms, NightlyRecalls recalls, MissingReports reports,
      ProposedBatches batches) {
    this.work = work;
    this.lawFirms = lawFirms;
    this.recalls = recalls;
    this.reports = reports;
    this.batches = batches;
  }

  void look() {
    work.catchUp();
    lawFirms.catchUp();
    recalls.look();
    reports.look();
    batches.look();
  }
}
