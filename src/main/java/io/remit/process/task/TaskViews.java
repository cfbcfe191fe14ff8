package io.remit.process.task;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import io.remit.casefile.CaseView;
import io.remit.casefile.ClosingView;
import io.remit.casefile.DifferenceView;
import io.remit.casefile.PartnerView;
import io.remit.casefile.PaymentView;
import io.remit.casefile.ProofView;
import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import io.remit.process.CaseModel;
import io.remit.process.PartnerBusinessKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What the form of one task shows of its case. The engine keeps no more of it than which case it is about
 * ({@link CaseViewValue}): it is full of personal data, and is made for whoever the task is assigned to, when they open
 * its form. Making it changes nothing and takes no turn at the gate.
 */
@Component
public class TaskViews {

  /** Through which forms see their case. */
  public static final String CASE_VIEW = "caseView";
  /** Through which forms see their payment. */
  public static final String PAYMENT_VIEW = "paymentView";
  /** Through which a form sees a difference between the creditor's books and ours. */
  public static final String DIFFERENCE_VIEW = "differenceView";
  /** Through which a form sees what a complete file leaves out. */
  public static final String CLOSING_VIEW = "closingView";
  /** Through which a form sees what is not right about a case. */
  public static final String PROOF_VIEW = "proofView";
  /** Through which forms see a partner, or an application to become one. */
  public static final String PARTNER_VIEW = "partnerView";
  /** The names of the variables through which forms see what they are about. */
  public static final Set<String> VARIABLES = Set.of(CASE_VIEW, PAYMENT_VIEW,
      DIFFERENCE_VIEW, CLOSING_VIEW, PROOF_VIEW, PARTNER_VIEW);
  private static final Set<String> PARTNER_TASKS = Set.of(CaseModel.CONFIRM_KEY_TASK, "task_evaluate_partner",
      "task_renew_licence", CaseModel.ASK_REPORT_TASK, CaseModel.MANDATE_TASK, "task_review_application",
      "task_admit_partner", "task_tell_applicant");
  /** Those of partners' people, who are shown less. */
  private static final Set<String> OF_PARTNERS = Set.of(CaseModel.WORK_PLACED_TASK, CaseModel.FIRM_STEP_TASK,
      CaseModel.FIRM_ENFORCEMENT_TASK);
  private static final Set<String> PAYMENT_TASKS = Set.of(CaseModel.PAYMENT_TASK, CaseModel.APPROVE_POSTING_TASK);

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final CaseView cases;
  private final PaymentView payments;
  private final DifferenceView differences;
  private final ClosingView closings;
  private final ProofView proofs;
  private final PartnerView partners;
  private final AuditTrail audit;

  TaskViews(TaskService tasks, RuntimeService runtime, CaseView cases, PaymentView payments,
      DifferenceView differences, ClosingView closings, ProofView proofs, PartnerView partners, AuditTrail audit) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.cases = cases;
    this.payments = payments;
    this.differences = differences;
    this.closings = closings;
    this.proofs = proofs;
    this.partners = partners;
    this.audit = audit;
  }

  /** Gives a new task its view of what it is about, which is {@linkplain #of made} when its form is opened. */
  public static void give(DelegateTask task, String view) {
    task.setVariableLocal(view,
        CaseViewValue.of(task.getExecution().getProcessBusinessKey(), task.getTaskDefinitionKey()));
  }

  /**
   * The values of the variables through which the form sees its case, by their names, as JSON.
   *
   * @param userId who opens the form; anybody but the assignee gets what the task's card shows, and no personal data
   * @return empty if there is no such task, or its form shows no case
   */
  public Optional<Map<String, String>> of(String taskId, String userId) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
        .flatMap(task -> keyOf(task).map(key -> viewOf(task, key, userId)));
  }

  private Optional<String> keyOf(Task task) {
    return Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId())
        .singleResult()).map(ProcessInstance::getBusinessKey);
  }

  private Map<String, String> viewOf(Task task, String businessKey, String userId) {
    boolean open = userId.equals(task.getAssignee());
    if (PAYMENT_TASKS.contains(task.getTaskDefinitionKey())) {
      return Map.of(PAYMENT_VIEW, open ? payments.of(businessKey) : CaseViewValue.NOTHING);
    }
    if (task.getTaskDefinitionKey().equals(CaseModel.DIFFERENCE_TASK)) {
      return Map.of(DIFFERENCE_VIEW,
          open ? differences.of(businessKey) : CaseViewValue.NOTHING);
    }
    if (task.getTaskDefinitionKey().equals(CaseModel.CLOSING_TASK)) {
      return Map.of(CLOSING_VIEW, open ? closings.of(businessKey) : CaseViewValue.NOTHING);
    }
    if (task.getTaskDefinitionKey().equals(CaseModel.APPROVE_BATCH_TASK)) {
      return Map.of(PARTNER_VIEW, open ? partners.ofBatch(PartnerBusinessKey.partnerIn(businessKey))
          : CaseViewValue.NOTHING);
    }
    if (task.getTaskDefinitionKey().equals(CaseModel.PROOF_TASK)) {
      return Map.of(PROOF_VIEW, open ? proofs.of(businessKey) : CaseViewValue.NOTHING);
    }
    if (PARTNER_TASKS.contains(task.getTaskDefinitionKey())) {
      return Map.of(PARTNER_VIEW, open ? partnerView(businessKey) : CaseViewValue.NOTHING);
    }
    String caseNumber = MatterKey.caseNumberIn(businessKey);
    if (task.getTaskDefinitionKey().equals(CaseModel.CONFIRM_DELETION_TASK)) {
      return Map.of(CASE_VIEW, cases.numberOnly(caseNumber));
    }
    if (task.getTaskDefinitionKey().equals(CaseModel.NEAR_BY_TASK)) {
      audit.record(Kind.VIEW, userId, caseNumber, task.getTaskDefinitionKey());
      return Map.of(CASE_VIEW, cases.nearBy(MatterKey.of(businessKey).number()));
    }
    boolean partners = OF_PARTNERS.contains(task.getTaskDefinitionKey());
    if (!open) {
      return Map.of(CASE_VIEW, partners ? cases.closedToPartner(caseNumber) : cases.closed(caseNumber));
    }
    audit.record(Kind.VIEW, userId, caseNumber, task.getTaskDefinitionKey());
    return Map.of(CASE_VIEW, open(task.getTaskDefinitionKey(), caseNumber, businessKey, userId));
  }

  private String partnerView(String businessKey) {
    return PartnerBusinessKey.isApplication(businessKey)
        ? partners.ofApplication(PartnerBusinessKey.applicationIn(businessKey))
        : partners.of(PartnerBusinessKey.partnerIn(businessKey));
  }

  private String open(String taskKey, String caseNumber, String businessKey, String userId) {
    return switch (taskKey) {
      case CaseModel.CALL_TASK -> cases.forConversation(caseNumber, Channel.CALL, userId);
      case CaseModel.WORK_PLACED_TASK -> cases.forPartner(caseNumber, userId);
      case CaseModel.FIRM_STEP_TASK, CaseModel.FIRM_ENFORCEMENT_TASK -> cases.forLawFirm(caseNumber);
      case CaseModel.VISIT_TASK -> cases.forConversation(caseNumber, Channel.VISIT, userId);
      case "task_review_hold", CaseModel.DISPUTE_TASK, "task_check_evidence", "task_decide_relief",
          "task_review_relief", CaseModel.COMPLAINT_TASK, CaseModel.APPROVE_TASK ->
          cases.forMatter(MatterKey.of(businessKey), userId);
      case CaseModel.APPROVE_PLACEMENT_TASK -> cases.forPlacement(caseNumber);
      default -> cases.of(caseNumber);
    };
  }
}
