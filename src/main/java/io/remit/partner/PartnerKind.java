package io.remit.partner;

/** What a partner is. The names are stored and told over REST: one may come, none is renamed. */
public enum PartnerKind {
  /** A collection agency. */
  AGENCY,
  /** Lawyers, who can also sue. */
  LAW_FIRM,
  /** A collector who works near the debtors. */
  LOCAL_COLLECTOR,
  /** Somebody who collects near by beside other work. */
  PART_TIME_COLLECTOR
}
