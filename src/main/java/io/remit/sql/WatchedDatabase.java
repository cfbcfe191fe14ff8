package io.remit.sql;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Puts the watch between the application and its databases, before anybody else has them. */
@Component
class WatchedDatabase implements BeanPostProcessor, Ordered {

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource database && !(bean instanceof WatchedDataSource)
        ? new WatchedDataSource(database) : bean;
  }
}
