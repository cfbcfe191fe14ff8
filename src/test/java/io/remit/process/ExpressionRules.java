package io.remit.process;

import io.remit.model.ModelExpression;
import io.remit.model.ModelRule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What a model may call: a few beans, in a few ways, and nothing else. */
final class ExpressionRules implements ModelRules {

  private static final Set<String> VARIABLES =
      Set.of(CaseModel.STAGE, CaseModel.CHANGE, CaseModel.TREATMENT, CaseModel.RESULT, CaseModel.OUTCOME);
  private static final Set<String> FORBIDDEN_TAGS =
      Set.of("script", "scriptTask", "connector", "complexBehaviorDefinition");
  private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("class", "expression", "type", "topic", "resource",
      "formKey", "variableMappingClass", "variableMappingDelegateExpression");
  private static final Set<String> LANGUAGES = Set.of("language", "expressionLanguage", "scriptFormat");
  private static final Map<String, Class<?>> KIND_BY_TAG = Map.of("serviceTask", JavaDelegate.class,
      "executionListener", ExecutionListener.class, "taskListener", TaskListener.class);

  @Override
  public void check(Models models, Violations found) {
    Set<String> used = new TreeSet<>();
    models.parts().forEach((file, parts) -> {
      for (XmlPart part : parts) {
        checkNothingRuns(file, part, found);
        if (!part.isTag() && ModelExpression.isIn(part.value())) {
          checkExpression(file, part, used, found);
        }
      }
    });
    Set<String> unused = new TreeSet<>(EngineExtensions.BEANS_FOR_MODELS);
    unused.removeAll(used);
    unused.forEach(bean -> found.add("EngineExtensions", bean, ModelRule.BEAN_IS_USED, "no model names it"));
  }

  private static void checkNothingRuns(String file, XmlPart part, Violations found) {
    boolean forbidden = part.isTag() ? FORBIDDEN_TAGS.contains(part.tag())
        : part.attribute() != null && (part.isOfCamunda() && FORBIDDEN_ATTRIBUTES.contains(part.attribute())
            || LANGUAGES.contains(part.attribute()) && !part.value().equals("feel"));
    found.unless(!forbidden, file, part.elementId(), ModelRule.NOTHING_RUNS_FROM_THE_MODEL,
        "it has " + (part.attribute() == null ? part.tag() : part.attribute() + "=" + part.value()));
  }

  private static void checkExpression(String file, XmlPart part, Set<String> used, Violations found) {
    ModelExpression expression = ModelExpression.of(part.value());
    if (expression instanceof ModelExpression.Bean bean) {
      used.add(bean.name());
      checkDelegate(file, part, bean, found);
    } else if (expression instanceof ModelExpression.Call call) {
      used.add(call.bean());
      checkCall(file, part, call, found);
    } else {
      found.unless(isKnown(expression, part), file, part.elementId(), ModelRule.EXPRESSION_IS_KNOWN,
          part.value().strip() + " in " + (part.attribute() == null ? part.tag() : part.attribute()));
    }
  }

  private static boolean isKnown(ModelExpression expression, XmlPart part) {
    if (expression instanceof ModelExpression.Comparison comparison) {
      return part.tag().equals("conditionExpression") && VARIABLES.contains(comparison.variable());
    }
    return expression instanceof ModelExpression.BusinessKey && "businessKey".equals(part.attribute())
        || expression instanceof ModelExpression.DecisionOutput output && output.name().equals(CaseModel.STAGE);
  }

  private static void checkDelegate(String file, XmlPart part, ModelExpression.Bean bean, Violations found) {
    Class<?> wanted = KIND_BY_TAG.get(part.tag());
    if (wanted == null || !"delegateExpression".equals(part.attribute())) {
      found.add(file, part.elementId(), ModelRule.EXPRESSION_IS_KNOWN, "a bean alone in " + part.tag());
      return;
    }
    classOf(file, part, bean.name(), found).ifPresent(type -> found.unless(wanted.isAssignableFrom(type), file,
        part.elementId(), ModelRule.BEAN_FITS_ITS_PLACE, bean.name() + " is no " + wanted.getSimpleName()));
  }

  private static void checkCall(String file, XmlPart part, ModelExpression.Call call, Violations found) {
    classOf(file, part, call.bean(), found).ifPresent(type -> {
      boolean callable = Modifier.isPublic(type.getModifiers()) && Arrays.stream(type.getDeclaredMethods())
          .anyMatch(method -> Modifier.isPublic(method.getModifiers()) && takes(method, call));
      found.unless(callable, file, part.elementId(), ModelRule.BEAN_FITS_ITS_PLACE,
          "%s has no public method for %s".formatted(call.bean(), part.value().strip()));
    });
  }

  private static Optional<Class<?>> classOf(String file, XmlPart part, String bean, Violations found) {
    if (!EngineExtensions.BEANS_FOR_MODELS.contains(bean)) {
      found.add(file, part.elementId(), ModelRule.BEAN_IS_ALLOWED, bean + " is not among them");
      return Optional.empty();
    }
    Optional<Class<?>> type = BeansInCode.find(bean);
    found.unless(type.isPresent(), file, part.elementId(), ModelRule.BEAN_FITS_ITS_PLACE, "there is no bean " + bean);
    return type;
  }

  private static boolean takes(Method method, ModelExpression.Call call) {
    List<String> arguments = call.arguments();
    Class<?>[] types = method.getParameterTypes();
    if (!method.getName().equals(call.method()) || types.length != arguments.size()) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      String argument = arguments.get(i);
      Class<?> wanted = argument.equals("execution") ? DelegateExecution.class
          : argument.startsWith("'") ? String.class : long.class;
      if (!types[i].isAssignableFrom(wanted)) {
        return false;
      }
    }
    return true;
  }
}
