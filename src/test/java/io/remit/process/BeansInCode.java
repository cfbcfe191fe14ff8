package io.remit.process;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/** The classes that become Spring beans, by the names of the beans; found without starting the application. */
final class BeansInCode {

  private static final Map<String, String> CLASS_NAMES = scan();

  private BeansInCode() {
  }

  static Optional<Class<?>> find(String beanName) {
    return Optional.ofNullable(CLASS_NAMES.get(beanName)).map(name -> ClassUtils.resolveClassName(name, null));
  }

  private static Map<String, String> scan() {
    AnnotationBeanNameGenerator names = AnnotationBeanNameGenerator.INSTANCE;
    SimpleBeanDefinitionRegistry registry = new SimpleBeanDefinitionRegistry();
    Function<BeanDefinition, String> nameOf = bean -> names.generateBeanName(bean, registry);
    return new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents("io.remit.process").stream()
        .collect(Collectors.toMap(nameOf, BeanDefinition::getBeanClassName));
  }
}
