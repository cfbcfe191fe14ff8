package io.remit.process;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import io.remit.casefile.CaseView;
import io.remit.casefile.PaymentView;
import io.remit.cases.MatterKey;
import io.remit.gate.Channel;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Stores a view as the key of its case, matter or payment, and reads it as that is now. */
class CaseViewSerializer extends PrimitiveValueSerializer<CaseViewValue> {

  private final Supplier<CaseView> view;
  private final Supplier<PaymentView> paymentView;
  private final Supplier<CurrentUser> user;
  private final Supplier<AuditTrail> audit;

  /** @param view and the others asked for at the first reading: the serializer is made before they can be */
  CaseViewSerializer(Supplier<CaseView> view, Supplier<PaymentView> paymentView, Supplier<CurrentUser> user,
      Supplier<AuditTrail> audit) {
    super(CaseViewValue.TYPE);
    this.view = view;
    this.paymentView = paymentView;
    this.user = user;
    this.audit = audit;
  }

  @Override
  public String getName() {
    return "case-view";
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    return value instanceof CaseViewValue;
  }

  @Override
  public void writeValue(CaseViewValue value, ValueFields fields) {
    fields.setTextValue(value.businessKey());
    fields.setTextValue2(value.taskKey());
  }

  @Override
  public CaseViewValue readValue(ValueFields fields, boolean asTransientValue) {
    String businessKey = fields.getTextValue();
    String taskKey = fields.getTextValue2();
    return CaseViewValue.read(businessKey, taskKey, asRemit(() -> json(businessKey, taskKey)));
  }

  /** Who may read the task may see its case; he needs no right to the decisions that the view asks. */
  private static String asRemit(Callable<String> question) {
    return Context.getCommandContext().runWithoutAuthorization(question);
  }

  private String json(String businessKey, String taskKey) {
    CaseView views = view.get();
    String caseNumber = MatterKey.caseNumberIn(businessKey);
    audit.get().record(Kind.VIEW, user.get().id(), caseNumber, taskKey);
    return switch (taskKey) {
      case CaseModel.CALL_TASK -> views.forConversation(caseNumber, Channel.CALL, user.get().id());
      case CaseModel.VISIT_TASK -> views.forConversation(caseNumber, Channel.VISIT, user.get().id());
      case "task_review_hold", CaseModel.DISPUTE_TASK, "task_check_evidence", "task_decide_relief",
          "task_review_relief", CaseModel.COMPLAINT_TASK, CaseModel.APPROVE_TASK ->
          views.forMatter(MatterKey.of(businessKey), user.get().id());
      case CaseModel.PAYMENT_TASK, CaseModel.APPROVE_POSTING_TASK -> paymentView.get().of(businessKey);
      case "task_approve_placement" -> views.forPlacement(caseNumber);
      default -> views.of(caseNumber);
    };
  }

  @Override
  public CaseViewValue convertToTypedValue(UntypedValueImpl untypedValue) {
    throw new IllegalArgumentException("the view of a case can be read but not set");
  }
}
