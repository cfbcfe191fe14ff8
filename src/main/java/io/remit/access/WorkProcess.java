package io.remit.access;

import static io.remit.access.StaffGroup.COLLECTORS;
import static io.remit.access.StaffGroup.FIELD_AGENTS;
import static io.remit.access.StaffGroup.LEGAL_OFFICERS;
import static io.remit.access.StaffGroup.OPERATORS;
import static io.remit.access.StaffGroup.OUTSOURCING_OFFICERS;
import static io.remit.access.StaffGroup.SUPERVISORS;

/**
 * The processes that hold human work. All tasks of one are the work of one group, so one grant per group is enough:
 * the engine's own way, a row per task and group, makes a million tasks too slow to count.
 */
enum WorkProcess {

  CALL_DEBTOR("call-debtor", COLLECTORS),
  VISIT_DEBTOR("visit-debtor", FIELD_AGENTS),
  COURT_CASE("court-case", LEGAL_OFFICERS),
  PLACEMENT("placement", OUTSOURCING_OFFICERS),
  HOLD_REVIEW("hold-review", SUPERVISORS),
  DISPUTE("dispute", SUPERVISORS),
  HARDSHIP("hardship", SUPERVISORS),
  COMPLAINT("complaint", SUPERVISORS),
  SETTLE_MESSAGE("settle-message", SUPERVISORS),
  PROMISE("promise", SUPERVISORS),
  PAYMENT_SEARCH("payment-search", SUPERVISORS),
  SAME_PERSON("same-person", SUPERVISORS),
  TELL_COURT("tell-court", LEGAL_OFFICERS),
  PLACEMENT_BATCH("placement-batch", OUTSOURCING_OFFICERS),
  TELL_PARTNER("tell-partner", OUTSOURCING_OFFICERS),
  PARTNER_CARE("partner-care", OUTSOURCING_OFFICERS),
  DELETION_PROOF("deletion-proof", OUTSOURCING_OFFICERS),
  MISSING_REPORT("missing-report", OUTSOURCING_OFFICERS),
  MANDATE_END("mandate-end", SUPERVISORS),
  PARTNER_APPLICATION("partner-application", OUTSOURCING_OFFICERS),
  PARTNER_ADMISSION("partner-admission", SUPERVISORS),
  PARTNER_KEY("partner-key", SUPERVISORS),
  FIND_DEBTOR("find-debtor", SUPERVISORS),
  IDENTIFY_PAYMENT("identify-payment", SUPERVISORS),
  STATEMENT_DIFFERENCE("statement-difference", SUPERVISORS),
  PLAN("plan", SUPERVISORS),
  SETTLEMENT_OFFER("settlement-offer", SUPERVISORS),
  WITHDRAWAL("withdrawal", SUPERVISORS),
  MISSING_ACCOUNTS("missing-accounts", SUPERVISORS),
  CASE_PROOF("case-proof", OPERATORS);

  private final String key;
  private final StaffGroup workers;

  WorkProcess(String key, StaffGroup workers) {
    this.key = key;
    this.workers = workers;
  }

  String key() {
    return key;
  }

  StaffGroup workers() {
    return workers;
  }
}
