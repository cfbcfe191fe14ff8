package io.remit.access;

import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start without PostgreSQL, before anything is built. The profile {@code test} may use another database as
 * long as it keeps everything in memory, and a trial as long as it has no pages, so that neither can be taken for a
 * real installation; what the demo may use is in {@link DemoCheck}.
 *
 * <p>It listens after the log has been set up: an earlier refusal would not be printed.
 */
class DatabaseCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String IN_MEMORY = "jdbc:h2:mem:";
  private static final String IN_FILES = "jdbc:h2:file:";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    Environment environment = event.getEnvironment();
    String url = environment.getProperty("spring.datasource.url", "");
    if (!environment.acceptsProfiles(Profiles.of("demo")) && allowed(event).stream().noneMatch(url::startsWith)) {
      throw new StartRefused("Set REMIT_DATABASE_URL to a PostgreSQL database, such as "
          + "jdbc:postgresql://localhost:5432/remit, and for a new one REMIT_ADMIN_PASSWORD to the first "
          + "administrator's password; or start the demo with mvn spring-boot:run.");
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private static List<String> allowed(ApplicationEnvironmentPreparedEvent start) {
    if (start.getEnvironment().acceptsProfiles(Profiles.of("test"))) {
      return List.of(POSTGRESQL, IN_MEMORY);
    }
    if (start.getEnvironment().acceptsProfiles(Profiles.of("trial"))
        && start.getSpringApplication().getWebApplicationType() == WebApplicationType.NONE) {
      return List.of(POSTGRESQL, IN_FILES);
    }
    return List.of(POSTGRESQL);
  }
}
