package io.remit.partner;

/** What a partner does by its contract. The names are told over REST: one may come, none is renamed. */
public enum ContractKind {
  /** It collects for the creditor, to whom the debts belong. */
  SERVICE,
  /** It buys the debts: nothing is handed over without a legal basis that two people signed. */
  SALE
}
