package io.remit.access;

import io.remit.database.PostgresDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Puts the application of a test on PostgreSQL if the system property {@code remit.test.database} says so: the build
 * runs the tests that are {@link OnBothDatabases} a second time with it. It is in {@code spring.factories} and no part
 * of any test's settings, so that all these tests share one application.
 */
class DatabaseOfTheRun implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if ("postgresql".equals(System.getProperty("remit.test.database"))) {
      PostgresDatabase database = PostgresDatabase.create();
      TestPropertyValues.of("spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.user())
          .applyTo(context);
    }
  }
}
