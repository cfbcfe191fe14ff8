package io.remit.sql;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** An application in which nobody watches the statements, so that nothing is asked and written together. */
@TestConfiguration(proxyBeanMethods = false)
public class UnwatchedDatabase {

  @Bean
  static BeanPostProcessor takenOff() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof WatchedDataSource watched ? watched.getTargetDataSource() : bean;
      }
    };
  }
}
