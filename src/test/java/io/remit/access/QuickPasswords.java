package io.remit.access;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Profiles;

/**
 * Hashes passwords with the least cost that bcrypt has, in applications with the profile {@code test}: tests over HTTP
 * would else spend a third of their time on it. It is in {@code spring.factories} and no part of any test's settings,
 * as {@link DatabaseOfTheRun}.
 */
class QuickPasswords implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final int LEAST_COST = 4;

  @Override
  public void initialize(GenericApplicationContext context) {
    if (context.getEnvironment().acceptsProfiles(Profiles.of("test"))) {
      context.registerBean("quickPasswordHash", PasswordHash.class, () -> new PasswordHash(LEAST_COST),
          definition -> definition.setPrimary(true));
    }
  }
}
