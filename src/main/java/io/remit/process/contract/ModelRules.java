package io.remit.process.contract;

/** Some rules that belong together. */
interface ModelRules {

  /** Reports every place where the models break one of these rules. */
  void check(Models models, Findings found);
}
