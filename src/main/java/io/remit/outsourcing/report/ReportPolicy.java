package io.remit.outsourcing.report;

import io.remit.partner.PartnerKind;

/** How often partners report: the decision {@code partner-reports}, asked through the engine. */
public interface ReportPolicy {

  /** After how many days without a word a partner of a kind is asked for its report. */
  int daysFor(PartnerKind kind);
}
