package io.remit.process;

import io.remit.cases.MatterKey;
import io.remit.cases.Stage;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;

/** What code and models must agree on: keys, ids, messages and variables. */
public final class CaseModel {

  public static final String KEY = "collection-case";
  public static final String CALL = "call-debtor";
  public static final String VISIT = "visit-debtor";
  public static final String STAGE_DECISION = "stage-by-aging";
  public static final String TREATMENT_DECISION = "next-treatment";
  public static final String VISIT_DECISION = "visit-eligibility";
  public static final String HOLD_REVIEW = "hold-review";
  public static final String DISPUTE = "dispute";
  public static final String HARDSHIP = "hardship";
  public static final String COMPLAINT = "complaint";
  public static final String REGIONAL_RELIEF = "regional-relief";
  public static final String PROMISE = "promise";
  public static final String PLAN = "plan";
  public static final String OFFER = "settlement-offer";
  public static final String PAYMENT_SEARCH = "payment-search";
  public static final String SAME_PERSON = "same-person";
  public static final String TELL_COURT = "tell-court";
  public static final String PLACEMENT = "placement";
  public static final String TELL_PARTNER = "tell-partner";
  public static final String PARTNER_CHANGES = "partner-changes";
  public static final String PARTNER_CASE = "partner-case";
  public static final String NEAR_BY = "near-by-case";
  public static final String FIRM_CASE = "firm-case";
  public static final String TELL_FIRM = "tell-firm";
  public static final String FIND_DEBTOR = "find-debtor";
  public static final String SETTLE_MESSAGE = "settle-message";
  public static final String WITHDRAWAL = "withdrawal";
  public static final String MISSING_ACCOUNTS = "missing-accounts";
  public static final String ABSENCE = "absence";
  public static final String IDENTIFY_PAYMENT = "identify-payment";
  public static final String CASE_PROOF = "case-proof";
  public static final String STATEMENT_DIFFERENCE = "statement-difference";
  public static final String PARTNER_CARE = "partner-care";
  public static final String PARTNER_KEY = "partner-key";
  public static final String PARTNER_APPLICATION = "partner-application";
  public static final String MISSING_REPORT = "missing-report";
  public static final String MANDATE_END = "mandate-end";
  public static final String PLACEMENT_BATCH = "placement-batch";
  public static final String DELETION_PROOF = "deletion-proof";
  /** In which a partner's people confirm that the data of a case is deleted. */
  public static final String PARTNER_DELETION = "partner-deletion";
  public static final String CONTACT_TAKEN_BACK = "contact-taken-back";
  public static final String CASE_CHANGED = "case-changed";
  public static final String MATTER_CHANGED = "matter-changed";
  public static final String HOLD_RAISED = "hold-raised";

  /** Where a case waits while it is on hold. */
  public static final String ON_HOLD = "held";
  public static final String CALL_TASK = "task_call_debtor";
  public static final String VISIT_TASK = "task_visit_debtor";
  public static final String APPROVE_PLACEMENT_TASK = "task_approve_placement";
  /** Where an officer decides on all that was proposed for a partner on a day. */
  public static final String APPROVE_BATCH_TASK = "task_approve_batch";
  public static final String PLACED_TASK = "task_follow_placement";
  /** The event by which a placed case comes back at the end of its term. */
  public static final String TERM_ENDS = "placement_term_ends";
  /** A partner's own task for a case that was placed with it. */
  public static final String WORK_PLACED_TASK = "task_work_placed_case";
  /** Where people of a partner that had a case confirm that its data is deleted. */
  public static final String CONFIRM_DELETION_TASK = "task_confirm_deletion";
  /** Where another person decides on the end of a mandate. */
  public static final String MANDATE_TASK = "task_approve_mandate_end";
  public static final String ASK_REPORT_TASK = "task_ask_report";
  /** A part-time collector's task to take a case that is offered near by. */
  public static final String NEAR_BY_TASK = "task_take_near_by_case";
  /** A law firm's own tasks for a suit that was referred to it. */
  public static final String FIRM_STEP_TASK = "task_report_court_step";
  public static final String FIRM_ENFORCEMENT_TASK = "task_report_enforcement";
  public static final String COURT_TASK = "task_record_court_result";
  public static final String CONFIRM_KEY_TASK = "task_confirm_key";
  public static final String ENFORCEMENT_TASK = "task_enforce_judgment";
  public static final String COMPLAINT_TASK = "task_handle_complaint";
  public static final String DISPUTE_TASK = "task_decide_dispute";
  public static final String PAYMENT_TASK = "task_identify_payment";
  public static final String PROOF_TASK = "task_put_case_right";
  public static final String DIFFERENCE_TASK = "task_decide_difference";
  /** Another person's task in each process that gives something away or closes a case. */
  public static final String APPROVE_TASK = "task_approve_change";
  /** Where a later file answers the question for which account a payment is. */
  public static final String PAYMENT_ANSWERED = "payment_answered";
  public static final String CLOSING_TASK = "task_approve_closing";
  public static final String APPROVE_POSTING_TASK = "task_approve_posting";

  /** The stage the case is in; kept, for filters and gateways. */
  public static final String STAGE = "stage";
  /** Whether a visit makes sense; kept while the case is in VISIT. */
  public static final String VISIT_ELIGIBLE = "visitEligible";
  /** What the gateway behind "case changed" reads; lives for one transaction. */
  public static final String CHANGE = "change";
  /** What the gateway behind the treatment decision reads; lives for one transaction. */
  public static final String TREATMENT = "treatment";
  /** What the gateway behind "matter changed", or behind a step that judges, reads; lives for one transaction. */
  public static final String RESULT = "result";
  /** Why to pause, as a conversation brought it; lives for one transaction. */
  public static final String HOLD_REASON = "reasonToPause";
  /** What a form said, and a gateway of a called process reads. */
  public static final String OUTCOME = "outcome";
  /** How long a drawn step leaves the debtor in peace. */
  public static final String DAYS = "days";
  /** The text that a step sends by itself. */
  public static final String TEXT = "text";

  /** The decision whose answer is {@link #VISIT_ELIGIBLE}. */
  public static final String VISIT_DECISION_TASK = "decide_visit_eligibility";

  private CaseModel() {
  }

  /** The stage that an element such as {@code stage_telephone} stands for. */
  public static Stage stageOf(String elementId) {
    return Stage.valueOf(elementId.substring("stage_".length()).toUpperCase(Locale.ROOT));
  }

  /** The element that stands for a stage. */
  public static String elementOf(Stage stage) {
    return "stage_" + stage.name().toLowerCase(Locale.ROOT);
  }

  /** The element in which a case waits because its stage has nothing more to do. */
  static String waitIn(Stage stage) {
    return "wait_in_" + stage.name().toLowerCase(Locale.ROOT);
  }

  /** The case that a process works on: its own, or the one beside which a matter runs. */
  public static String caseOf(DelegateExecution execution) {
    return MatterKey.caseNumberIn(execution.getProcessBusinessKey());
  }

  /** Whether the case's own process called the one that works on it. */
  public static boolean isCalledByCase(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessInstance().getSuperExecution() != null;
  }

  /** The matter that a process works on. */
  public static MatterKey matterOf(DelegateExecution execution) {
    return MatterKey.of(execution.getProcessBusinessKey());
  }

  /** Sets a variable of the process that is gone at the end of the transaction and never stored. */
  public static void setForNow(VariableScope scope, String name, Object value) {
    scope.setVariable(name, Variables.untypedValue(value, true));
  }
}
