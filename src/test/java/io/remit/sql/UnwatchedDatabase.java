package io.remit.sql;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * An application in which nobody watches the statements, so that nothing is asked and written together. Not annotated
 * as a configuration, so that no other application finds it.
 */
public class UnwatchedDatabase {

  @Bean
  static TakenOff takenOff() {
    return new TakenOff();
  }

  /** Comes at once behind {@link WatchedDatabase}, before anybody can stand between. */
  static final class TakenOff implements BeanPostProcessor, Ordered {

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof WatchedDataSource watched ? watched.getTargetDataSource() : bean;
    }
  }
}
