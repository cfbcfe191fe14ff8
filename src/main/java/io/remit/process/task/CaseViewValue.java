package io.remit.process.task;

import java.util.Map;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;

/**
 * The variable through which a form sees its case. The engine stores the key of the case or matter and the kind of task
 * alone, and tells nobody more than an empty object: what the form shows is made afresh for it by {@link TaskViews}.
 */
public final class CaseViewValue extends PrimitiveTypeValueImpl<String> {

  /** An empty object: a form that has no more than this shows empty places. */
  static final String NOTHING = "{}";
  /** Named as the JSON type of the engine's Spin plugin is, since Tasklist parses values of this name. */
  static final PrimitiveValueType TYPE = new Type();

  private final transient String businessKey;
  private final transient String taskKey;

  private CaseViewValue(String businessKey, String taskKey) {
    super(NOTHING, TYPE);
    this.businessKey = businessKey;
    this.taskKey = taskKey;
  }

  public static CaseViewValue of(String businessKey, String taskKey) {
    return new CaseViewValue(businessKey, taskKey);
  }

  String businessKey() {
    return businessKey;
  }

  String taskKey() {
    return taskKey;
  }

  private static final class Type extends PrimitiveValueTypeImpl {

    Type() {
      super("json", String.class);
    }

    @Override
    public CaseViewValue createValue(Object value, Map<String, Object> valueInfo) {
      throw new IllegalArgumentException("the view of a case can be read but not set");
    }
  }
}
