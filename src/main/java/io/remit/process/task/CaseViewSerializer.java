package io.remit.process.task;

import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Stores a view as the key of its case, matter or payment and the kind of its task. Whoever reads the variable, in a
 * query, in Cockpit or in a form, reads nothing; {@link TaskViews} makes the view for one form.
 */
public class CaseViewSerializer extends PrimitiveValueSerializer<CaseViewValue> {

  public CaseViewSerializer() {
    super(CaseViewValue.TYPE);
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
    return CaseViewValue.of(fields.getTextValue(), fields.getTextValue2());
  }

  @Override
  public CaseViewValue convertToTypedValue(UntypedValueImpl untypedValue) {
    throw new IllegalArgumentException("the view of a case can be read but not set");
  }
}
