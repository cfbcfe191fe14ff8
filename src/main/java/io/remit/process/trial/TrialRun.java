package io.remit.process.trial;

import io.remit.trial.Lived;
import io.remit.trial.RunningNode;
import io.remit.trial.ScratchDatabase;
import io.remit.trial.TrialOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.flywaydb.core.Flyway;
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

  private final TrialOrder order;
  private final RunningNode node;
  private final Path workFolder;
  private final Instant begin;

  /** @param workFolder a folder of the trial's own, for whatever Remit writes */
  TrialRun(TrialOrder order, RunningNode node, Path workFolder, Instant begin) {
    this.order = order;
    this.node = node;
    this.workFolder = workFolder;
    this.begin = begin;
  }

  /** Makes the tables of Remit and of the engine. */
  static void makeTables(ScratchDatabase copy) {
    Flyway.configure().dataSource(copy.url(), copy.user(), copy.password()).defaultSchema(copy.schema()).load()
        .migrate();
    StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
    engine.setProcessEngineName("trial-tables").setJdbcUrl(copy.url()).setJdbcUsername(copy.user())
        .setJdbcPassword(copy.password()).setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
        .setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY).setJobExecutorActivate(false);
    if (copy.hasSchemaOfItsOwn()) {
      engine.setDatabaseSchema(copy.schema());
      engine.setDatabaseTablePrefix(copy.schema() + ".");
    }
    engine.buildProcessEngine().close();
  }

  /**
   * Lets a copy live.
   *
   * @param models a folder, as {@code remit.models} names it
   * @param moving see {@link TrialLife#live}
   */
  Lived live(ScratchDatabase copy, String models, boolean moving) {
    ClockUtil.setCurrentTime(Date.from(begin));
    try (ConfigurableApplicationContext started = start(copy, models)) {
      return started.getBean(TrialLife.class).live(order, moving);
    } finally {
      ClockUtil.reset();
    }
  }

  private ConfigurableApplicationContext start(ScratchDatabase copy, String models) {
    StandardEnvironment environment = new StandardEnvironment() {
      @Override
      protected void customizePropertySources(MutablePropertySources sources) {
        // neither variables of the environment nor properties of the JVM
      }
    };
    environment.getPropertySources().addFirst(new MapPropertySource("trial", settings(copy, models)));
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

  private Map<String, Object> settings(ScratchDatabase copy, String models) {
    Map<String, Object> settings = new LinkedHashMap<>(node.rules());
    settings.put("spring.config.location", "classpath:/application.yml");
    settings.put("spring.datasource.url", copy.url());
    settings.put("spring.datasource.username", copy.user());
    settings.put("spring.datasource.password", copy.password());
    settings.put("spring.datasource.hikari.maximum-pool-size", "5");
    settings.put("spring.flyway.enabled", "false");
    if (copy.hasSchemaOfItsOwn()) {
      settings.put("camunda.bpm.database.schema-name", copy.schema());
      settings.put("camunda.bpm.database.table-prefix", copy.schema() + ".");
    }
    settings.put("camunda.bpm.job-execution.enabled", "false");
    settings.put("remit.models", models);
    settings.put("remit.work-folder", workFolder.toString());
    settings.put("remit.dispatcher.threads", "0");
    settings.put("remit.exchange.make-key", "true");
    settings.put("remit.channels.sms", NobodyChannel.NAME);
    settings.put("remit.channels.email", NobodyChannel.NAME);
    settings.put("remit.channels.letter", NobodyChannel.NAME);
    settings.put("remit.channels.robot-call", node.robotsCall() ? NobodyChannel.NAME : "file");
    settings.put("logging.level.root", "off");
    return settings;
  }
}
