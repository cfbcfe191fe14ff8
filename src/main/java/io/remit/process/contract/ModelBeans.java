package io.remit.process.contract;

import io.remit.process.ForModels;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The beans that models may name, read from where they are declared: in the classes that are {@link ForModels}. */
public final class ModelBeans {

  private static final Set<Class<?>> CALLED_BY_THE_ENGINE =
      Set.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);
  /** Below that of {@link ForModels}: to look through all of them would take a command longer than what it is for. */
  private static final List<String> PACKAGES = List.of("steps", "time");
  private static final Map<String, Declared> ALL = find();

  private ModelBeans() {
  }

  /** @param type as its class or its declaration says */
  private record Declared(Class<?> in, ResolvableType type) {

    boolean isAsked() {
      return CALLED_BY_THE_ENGINE.stream().noneMatch(each -> each.isAssignableFrom(type.toClass()));
    }

    Set<String> answers() {
      return Arrays.stream(type.toClass().getDeclaredMethods()).filter(Declared::takesTheExecution)
          .map(Method::getName).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean takesTheExecution(Method method) {
      return Modifier.isPublic(method.getModifiers()) && method.getParameterCount() > 0
          && method.getParameterTypes()[0] == DelegateExecution.class;
    }
  }

  /** Their names. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /** Of those that are asked for a value the methods that a model may call. */
  static Map<String, Set<String>> methods() {
    return ALL.entrySet().stream().filter(bean -> bean.getValue().isAsked())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, bean -> bean.getValue().answers()));
  }

  /** What a bean is; empty if there is none of this name that models may name. */
  public static Optional<ResolvableType> typeOf(String name) {
    return Optional.ofNullable(ALL.get(name)).map(Declared::type);
  }

  /** The class that declares a bean. */
  public static Optional<Class<?>> declaredIn(String name) {
    return Optional.ofNullable(ALL.get(name)).map(Declared::in);
  }

  private static List<BeanDefinition> declaring(ClassPathScanningCandidateComponentProvider classes) {
    return PACKAGES.stream().map(name -> ForModels.class.getPackageName() + "." + name)
        .flatMap(name -> classes.findCandidateComponents(name).stream()).toList();
  }

  private static Map<String, Declared> find() {
    ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false);
    classes.addIncludeFilter(new AnnotationTypeFilter(ForModels.class));
    Map<String, Declared> found = new TreeMap<>();
    for (BeanDefinition definition : declaring(classes)) {
      Class<?> type = ClassUtils.resolveClassName(definition.getBeanClassName(), ModelBeans.class.getClassLoader());
      if (type.isAnnotationPresent(Configuration.class)) {
        Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Bean.class))
            .map(bean -> Map.entry(bean.getName(), new Declared(type, ResolvableType.forMethodReturnType(bean))))
            .filter(bean -> !bean.getValue().isAsked())
            .forEach(bean -> found.put(bean.getKey(), bean.getValue()));
      } else {
        String name =
            AnnotationBeanNameGenerator.INSTANCE.generateBeanName(definition, new SimpleBeanDefinitionRegistry());
        found.put(name, new Declared(type, ResolvableType.forClass(type)));
      }
    }
    return Map.copyOf(found);
  }
}
