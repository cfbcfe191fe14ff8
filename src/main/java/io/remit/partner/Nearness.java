package io.remit.partner;

/** How near a partner is to a debtor, the nearest first. */
public enum Nearness {
  CITY, REGION, COUNTRY,
  /** The partner works wherever debtors are. */
  EVERYWHERE
}
