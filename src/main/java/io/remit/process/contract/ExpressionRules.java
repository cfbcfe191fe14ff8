package io.remit.process.contract;

import io.remit.model.ModelExpression;
import io.remit.model.ModelPart;
import io.remit.model.ModelRule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.core.ResolvableType;

/** The beans that models name are there, and can do what they are named for. */
final class ExpressionRules implements FileRules {

  private static final Map<String, Class<?>> KIND_BY_TAG = Map.of("serviceTask", JavaDelegate.class,
      "executionListener", ExecutionListener.class, "taskListener", TaskListener.class);

  @Override
  public void check(ReadModel read, Findings found) {
    expressions(read).forEach(written -> {
      ModelExpression expression = ModelExpression.of(written.text());
      if (expression instanceof ModelExpression.Bean bean) {
        checkDelegate(written, bean, found);
      } else if (expression instanceof ModelExpression.Call call) {
        checkCall(written, call, found);
      }
    });
  }

  /** The beans that these models name. */
  static Set<String> beansNamedIn(Models models) {
    Set<String> named = new TreeSet<>();
    models.files().stream().flatMap(file -> expressions(file).stream()).forEach(written -> {
      ModelExpression expression = ModelExpression.of(written.text());
      if (expression instanceof ModelExpression.Bean bean) {
        named.add(bean.name());
      } else if (expression instanceof ModelExpression.Call call) {
        named.add(call.bean());
      }
    });
    return named;
  }

  /** What is written at a place: in an attribute of a tag, or as its text. */
  private record Written(String file, String element, String tag, String text) {
  }

  private static List<Written> expressions(ReadModel file) {
    List<Written> all = new ArrayList<>();
    ModelPart model = file.parts();
    if (model != null && file.form().isEmpty()) {
      collect(file.name(), model, "", all);
    }
    return all;
  }

  private static void collect(String file, ModelPart part, String idAround, List<Written> all) {
    String id = part.attribute("id").isEmpty() ? idAround : part.attribute("id");
    Stream.concat(part.attributes().values().stream(), Stream.of(part.text())).filter(ModelExpression::isIn)
        .forEach(text -> all.add(new Written(file, id, part.name().getLocalPart(), text)));
    part.children().forEach(child -> collect(file, child, id, all));
  }

  private static void checkDelegate(Written written, ModelExpression.Bean bean, Findings found) {
    Class<?> wanted = KIND_BY_TAG.get(written.tag());
    classOf(bean.name()).ifPresent(type -> found.unless(
        wanted != null && wanted.isAssignableFrom(type), written.file(), written.element(),
        ModelRule.BEAN_FITS_ITS_PLACE, bean.name() + " can do nothing in " + written.tag()));
  }

  private static void checkCall(Written written, ModelExpression.Call call, Findings found) {
    if (!ModelLanguage.METHODS.getOrDefault(call.bean(), Set.of()).contains(call.method())) {
      return;
    }
    classOf(call.bean()).ifPresent(type -> {
      boolean callable = Modifier.isPublic(type.getModifiers()) && Arrays.stream(type.getDeclaredMethods())
          .anyMatch(method -> Modifier.isPublic(method.getModifiers()) && takes(method, call));
      found.unless(callable, written.file(), written.element(), ModelRule.BEAN_FITS_ITS_PLACE,
          "%s has no public method for %s".formatted(call.bean(), written.text().strip()));
    });
  }

  private static Optional<Class<?>> classOf(String bean) {
    Optional<Class<?>> type = ModelBeans.typeOf(bean).map(ResolvableType::toClass);
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
