package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What the engine does without Remit's locks: why they are needed. When this fails, the engine has changed. */
@Tag("long")
class UnlockedEngineTest {

  @Test
  void anExpressionInAPartOfAQueryIsEvaluatedThoughTheSettingsForbidIt() {
    ProcessEngine engine = new StandaloneInMemProcessEngineConfiguration()
        .setProcessEngineName("unlocked").setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID()).buildProcessEngine();
    try {
      assertThat(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
          .isEnableExpressionsInAdhocQueries()).isFalse();
      TaskService tasks = engine.getTaskService();
      int before = Intruder.entered();

      assertThatThrownBy(() -> tasks.createTaskQuery().taskAssigneeExpression(Intruder.EXPRESSION).list())
          .isInstanceOf(BadUserRequestException.class);
      assertThat(Intruder.entered()).isEqualTo(before);

      tasks.createTaskQuery().or().taskAssigneeExpression(Intruder.EXPRESSION).taskUnassigned().endOr().list();
      assertThat(Intruder.entered()).isEqualTo(before + 1);
    } finally {
      engine.close();
    }
  }

  @Test
  void beansThatAPluginSetsDoNotKeepTheOthersOut() throws Exception {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    GenericApplicationContext context = new GenericApplicationContext();
    context.registerBean("dataSource", JdbcDataSource.class, () -> database);
    context.refresh();
    ProcessEngineFactoryBean factory = engineThatSetsBeansInAPlugin(database);
    factory.setApplicationContext(context);
    ProcessEngine engine = factory.getObject();
    try {
      ProcessEngineConfigurationImpl settings =
          (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

      assertThat(settings.getBeans()).containsOnlyKeys("allowed");
      Object reached = settings.getCommandExecutorTxRequired()
          .execute(command -> settings.getExpressionManager().createExpression("${dataSource}").getValue(null));
      assertThat(reached).isSameAs(database);
    } finally {
      engine.close();
      context.close();
    }
  }

  private static ProcessEngineFactoryBean engineThatSetsBeansInAPlugin(JdbcDataSource database) {
    SpringProcessEngineConfiguration settings = new SpringProcessEngineConfiguration();
    settings.setProcessEngineName("unlocked-in-spring");
    settings.setDataSource(database);
    settings.setTransactionManager(new DataSourceTransactionManager(database));
    settings.setDatabaseSchemaUpdate("true");
    settings.setJobExecutorActivate(false);
    settings.getProcessEnginePlugins().add(new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setBeans(Map.of("allowed", "bean"));
      }
    });
    ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
    factory.setProcessEngineConfiguration(settings);
    return factory;
  }
}
