package io.remit.process.contract;

/** Some rules that belong together, and that a file keeps or breaks whatever the others hold. */
interface FileRules {

  /** Reports every place where a file breaks one of these rules. */
  void check(ReadModel file, Findings found);
}
