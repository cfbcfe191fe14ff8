package io.remit.process;

import io.remit.casefile.CaseView;
import io.remit.contact.Channel;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Stores a case view as the name of its case, and reads it as the case is now. */
class CaseViewSerializer extends PrimitiveValueSerializer<CaseViewValue> {

  private final Supplier<CaseView> view;

  /** @param view asked for at the first reading: the serializer is made before the view can be */
  CaseViewSerializer(Supplier<CaseView> view) {
    super(CaseViewValue.TYPE);
    this.view = view;
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
    fields.setTextValue(value.caseNumber());
    fields.setTextValue2(value.taskKey());
  }

  @Override
  public CaseViewValue readValue(ValueFields fields, boolean asTransientValue) {
    String caseNumber = fields.getTextValue();
    String taskKey = fields.getTextValue2();
    return CaseViewValue.read(caseNumber, taskKey, json(caseNumber, taskKey));
  }

  private String json(String caseNumber, String taskKey) {
    return switch (taskKey) {
      case "task_call_debtor" -> view.get().of(caseNumber, "call-script", Channel.CALL);
      case "task_visit_debtor" -> view.get().of(caseNumber, "visit-script", Channel.VISIT);
      default -> view.get().of(caseNumber, null, null);
    };
  }

  @Override
  public CaseViewValue convertToTypedValue(UntypedValueImpl untypedValue) {
    throw new IllegalArgumentException("the view of a case can be read but not set");
  }
}
