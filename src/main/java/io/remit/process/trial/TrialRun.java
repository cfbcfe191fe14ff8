package io.remit.process.trial;

import io.remit.trial.Lived;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts Remit on a copy, with the time that the trial gives. It sees the settings that are given here and what Remit
 * brings along: no variable of the environment, no file beside the program, so that no gateway that is set there is.
 */
final class TrialRun {

  private TrialRun() {
  }

  /** Lets a copy live, in this program. */
  static Lived live(LifeOrder order) {
    ClockUtil.setCurrentTime(Date.from(order.begin()));
    try (ConfigurableApplicationContext started = start(order)) {
      return started.getBean(TrialLife.class).live(order);
    } finally {
      ClockUtil.reset();
    }
  }

  private static ConfigurableApplicationContext start(LifeOrder order) {
    StandardEnvironment environment = new StandardEnvironment() {
      @Override
      protected void customizePropertySources(MutablePropertySources sources) {
        // neither variables of the environment nor properties of the JVM
      }
    };
    environment.getPropertySources().addFirst(new MapPropertySource("trial", settings(order)));
    environment.setActiveProfiles("trial");
    SpringApplication application = new SpringApplication(TrialApplication.class);
    application.setEnvironment(environment);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setAddCommandLineProperties(false);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    return application.run();
  }

  private static Map<String, Object> settings(LifeOrder order) {
    Map<String, Object> settings = new LinkedHashMap<>(order.rules());
    settings.put("spring.config.location", "classpath:/application.yml");
    settings.put("spring.datasource.url", order.url());
    settings.put("spring.datasource.username", order.user());
    settings.put("spring.datasource.password", order.password());
    settings.put("spring.datasource.hikari.maximum-pool-size", "5");
    settings.put("spring.flyway.enabled", "false");
    if (order.schema() != null) {
      settings.put("camunda.bpm.database.schema-name", order.schema());
      settings.put("camunda.bpm.database.table-prefix", order.schema() + ".");
    }
    settings.put("camunda.bpm.job-execution.enabled", "false");
    settings.put("remit.models", "file:" + order.models() + "/");
    settings.put("remit.releases.start", "folder");
    settings.put("remit.work-folder", order.workFolder());
    settings.put("remit.clock.follow", "own");
    settings.put("remit.dispatcher.threads", "0");
    settings.put("remit.exchange.make-key", "true");
    settings.put("remit.channels.sms", NobodyChannel.NAME);
    settings.put("remit.channels.email", NobodyChannel.NAME);
    settings.put("remit.channels.letter", NobodyChannel.NAME);
    settings.put("remit.channels.robot-call", order.robotsCall() ? NobodyChannel.NAME : "file");
    settings.put("logging.level.root", "off");
    return settings;
  }
}
