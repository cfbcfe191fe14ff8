package io.remit.process.contract;

import io.remit.model.ModelExpression;
import io.remit.model.ModelRule;
import io.remit.process.engine.ModelBeans;
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
import org.springframework.core.ResolvableType;

/** The beans that models name are there, can do what they are named for, and are all used. */
final class ExpressionRules implements ModelRules {

  private static final Map<String, Class<?>> KIND_BY_TAG = Map.of("serviceTask", JavaDelegate.class,
      "executionListener", ExecutionListener.class, "taskListener", TaskListener.class);

  @Override
  public void check(Models models, Violations found) {
    Set<String> used = new TreeSet<>();
    models.parts().forEach((file, parts) -> parts.stream()
        .filter(part -> !part.isTag() && ModelExpression.isIn(part.value()))
        .forEach(part -> checkExpression(file, part, used, found)));
    Set<String> unused = new TreeSet<>(ModelBeans.names());
    unused.removeAll(used);
    unused.forEach(bean -> found.add(ModelBeans.declaredIn(bean).orElseThrow().getSimpleName(), bean,
        ModelRule.BEAN_IS_USED, "no model names it"));
  }

  private static void checkExpression(String file, XmlPart part, Set<String> used, Violations found) {
    ModelExpression expression = ModelExpression.of(part.value());
    if (expression instanceof ModelExpression.Bean bean) {
      used.add(bean.name());
      checkDelegate(file, part, bean, found);
    } else if (expression instanceof ModelExpression.Call call) {
      used.add(call.bean());
      checkCall(file, part, call, found);
    }
  }

  private static void checkDelegate(String file, XmlPart part, ModelExpression.Bean bean, Violations found) {
    Class<?> wanted = KIND_BY_TAG.get(part.tag());
    classOf(file, part, bean.name(), found).ifPresent(type -> found.unless(
        wanted != null && wanted.isAssignableFrom(type), file, part.elementId(), ModelRule.BEAN_FITS_ITS_PLACE,
        bean.name() + " can do nothing in " + part.tag()));
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
    Optional<Class<?>> type = ModelBeans.typeOf(bean).map(ResolvableType::toClass);
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
