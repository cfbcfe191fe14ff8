package io.remit.process;

import io.remit.cases.MatterKey;
import io.remit.cases.Stage;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;

/** What code and models must agree on: keys, ids, messages and variables. */
final class CaseModel {

  static final String KEY = "collection-case";
  static final String CALL = "call-debtor";
  static final String VISIT = "visit-debtor";
  static final String STAGE_DECISION = "stage-by-aging";
  static final String TREATMENT_DECISION = "next-treatment";
  static final String VISIT_DECISION = "visit-eligibility";
  static final String POLICY_DECISION = "contact-policy";
  static final String CHANNELS_DECISION = "channels-by-stage";
  static final String PARTNERS_DECISION = "partners-for-case";
  static final String MARKS_DECISION = "task-marks";
  static final String LIMITATION_DECISION = "limitation";
  static final String RATES_DECISION = "exchange-rates";
  static final String HOLD_DECISION = "hold-rules";
  static final String HOLD_REVIEW = "hold-review";
  static final String DISPUTE = "dispute";
  static final String HARDSHIP = "hardship";
  static final String COMPLAINT = "complaint";
  static final String REGIONAL_RELIEF = "regional-relief";
  static final String RELIEF_DECISION = "hardship-relief";
  static final String COMPLAINT_DECISION = "complaint-rules";
  static final String ALLOCATION_DECISION = "allocation-order";
  static final String PROMISE = "promise";
  static final String PROMISE_DECISION = "promise-limits";
  static final String PLAN = "plan";
  static final String PLAN_DECISION = "plan-limits";
  static final String OFFER = "settlement-offer";
  static final String WAIVER_DECISION = "waiver-limits";
  static final String PAYMENT_SEARCH = "payment-search";
  static final String SAME_PERSON = "same-person";
  static final String TELL_COURT = "tell-court";
  static final String TELL_PARTNER = "tell-partner";
  static final String FIND_DEBTOR = "find-debtor";
  static final String SETTLE_MESSAGE = "settle-message";
  static final String WORK_DECISION = "work-expected";
  static final String DIVISION_DECISION = "division-rules";
  static final String COST_DECISION = "cost-of-collection";
  static final String APPROVAL_DECISION = "approval-limits";
  static final String WITHDRAWAL = "withdrawal";
  static final String COMPLETE_FILE_DECISION = "complete-file-limits";
  static final String MISSING_ACCOUNTS = "missing-accounts";
  static final String ABSENCE = "absence";
  static final String IDENTIFY_PAYMENT = "identify-payment";
  static final String STATEMENT_DIFFERENCE = "statement-difference";
  static final String CONTACT_TAKEN_BACK = "contact-taken-back";
  static final String CASE_CHANGED = "case-changed";
  static final String MATTER_CHANGED = "matter-changed";
  static final String HOLD_RAISED = "hold-raised";

  static final String CALL_TASK = "task_call_debtor";
  static final String VISIT_TASK = "task_visit_debtor";
  static final String PLACED_TASK = "task_follow_placement";
  static final String COMPLAINT_TASK = "task_handle_complaint";
  static final String DISPUTE_TASK = "task_decide_dispute";
  static final String PAYMENT_TASK = "task_identify_payment";
  static final String DIFFERENCE_TASK = "task_decide_difference";
  /** Another person's task in each process that gives something away or closes a case. */
  static final String APPROVE_TASK = "task_approve_change";
  /** Where a later file answers the question for which account a payment is. */
  static final String PAYMENT_ANSWERED = "payment_answered";
  static final String CLOSING_TASK = "task_approve_closing";
  static final String APPROVE_POSTING_TASK = "task_approve_posting";

  /** The stage the case is in; kept, for filters and gateways. */
  static final String STAGE = "stage";
  /** Whether a visit makes sense; kept while the case is in VISIT. */
  static final String VISIT_ELIGIBLE = "visitEligible";
  /** What the gateway behind "case changed" reads; lives for one transaction. */
  static final String CHANGE = "change";
  /** What the gateway behind the treatment decision reads; lives for one transaction. */
  static final String TREATMENT = "treatment";
  /** What the gateway behind "matter changed", or behind a step that judges, reads; lives for one transaction. */
  static final String RESULT = "result";
  /** Why to pause, as a conversation brought it; lives for one transaction. */
  static final String HOLD_REASON = "reasonToPause";
  /** What a form said, and a gateway of a called process reads. */
  static final String OUTCOME = "outcome";
  /** How long a drawn step leaves the debtor in peace. */
  static final String DAYS = "days";

  /** The decision whose answer is {@link #VISIT_ELIGIBLE}. */
  static final String VISIT_DECISION_TASK = "decide_visit_eligibility";

  private CaseModel() {
  }

  /** The stage that an element such as {@code stage_telephone} stands for. */
  static Stage stageOf(String elementId) {
    return Stage.valueOf(elementId.substring("stage_".length()).toUpperCase(Locale.ROOT));
  }

  /** The element that stands for a stage. */
  static String elementOf(Stage stage) {
    return "stage_" + stage.name().toLowerCase(Locale.ROOT);
  }

  /** The element in which a case waits because its stage has nothing more to do. */
  static String waitIn(Stage stage) {
    return "wait_in_" + stage.name().toLowerCase(Locale.ROOT);
  }

  /** The case that a process works on: its own, or the one beside which a matter runs. */
  static String caseOf(DelegateExecution execution) {
    return MatterKey.caseNumberIn(execution.getProcessBusinessKey());
  }

  /** Whether the case's own process called the one that works on it. */
  static boolean isCalledByCase(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessInstance().getSuperExecution() != null;
  }

  /** The matter that a process works on. */
  static MatterKey matterOf(DelegateExecution execution) {
    return MatterKey.of(execution.getProcessBusinessKey());
  }

  /** Sets a variable of the process that is gone at the end of the transaction and never stored. */
  static void setForNow(VariableScope scope, String name, Object value) {
    scope.setVariable(name, Variables.untypedValue(value, true));
  }
}
