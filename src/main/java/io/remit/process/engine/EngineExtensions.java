package io.remit.process.engine;

import io.remit.audit.AuditTrail;
import io.remit.batch.BatchWork;
import io.remit.process.CurrentUser;
import io.remit.process.JobsOfCases;
import io.remit.process.OwnersDatabase;
import io.remit.process.contract.ModelLanguage;
import io.remit.process.decision.RememberingFeelEngine;
import io.remit.process.task.CaseViewSerializer;
import io.remit.process.task.OutcomeAudit;
import io.remit.process.time.EngineClock;
import io.remit.process.time.FollowedClock;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.batch.BatchJobHandler;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Remit sets about the engine in code. */
@Configuration(proxyBeanMethods = false)
public class EngineExtensions {

  @Bean
  Clock clock() {
    return new EngineClock();
  }

  @Bean
  IdGenerator engineIds() {
    return new OrderedIds();
  }

  @Bean
  ProcessEnginePlugin remitEnginePlugin(ApplicationContext context, ObjectProvider<CurrentUser> user,
      ObjectProvider<AuditTrail> audit, ObjectProvider<BatchWork> batchWork,
      OwnersDatabase owner, ObjectProvider<FollowedClock> time) {
    return new AbstractProcessEnginePlugin() {

      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        makeTables(owner, configuration);
        // before the engine writes down when anything was
        time.getIfAvailable();
        // the expression manager itself: beans that are set here come after Spring's factory has made its own
        configuration.setExpressionManager(new KnownExpressions(context, ModelLanguage.VOCABULARY));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setFailedJobCommandFactory(new TriesOfJobs());
        configuration.setCustomPreVariableSerializers(
            List.of(new CaseViewSerializer()));
        configuration.getCustomPostBPMNParseListeners().add(new OutcomeAudit(audit::getObject, user::getObject));
        configuration.setCustomBatchJobHandlers(
            List.<BatchJobHandler<?>>of(new CaseBatchHandler(batchWork::getObject)));
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(
            () -> new RememberingFeelEngine(new ScalaFeelEngineFactory(List.of()).createInstance()));
        configuration.setDmnEngineConfiguration(decisions);
        // decisions are written in FEEL alone
        configuration.setDmnElProvider(text -> {
          throw new ProcessEngineException("A decision in another language than FEEL");
        });
      }
    };
  }

  @Bean
  ProcessEnginePlugin freeJobs() {
    return new FreeJobs();
  }

  /** What a node is at no other one takes, however long it lasts. */
  @Bean
  static BeanPostProcessor leasedJobs(ObjectProvider<DataSource> database, ObjectProvider<JobsOfCases> jobsOfCases) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SpringJobExecutor as && !(bean instanceof LeasedJobExecutor)
            ? new LeasedJobExecutor(as, database.getObject(), inCases(jobsOfCases)) : bean;
      }
    };
  }

  private static LeasedJobExecutor.Running inCases(ObjectProvider<JobsOfCases> jobs) {
    return new LeasedJobExecutor.Running() {
      @Override
      public Set<String> together(List<String> jobIds) {
        return jobs.getObject().runTogether(jobIds);
      }

      @Override
      public void alone(String jobId, CommandExecutor commands, JobFailureCollector failure) {
        jobs.getObject().runAlone(jobId, commands, failure);
      }
    };
  }

  /** Where the tables belong to another role, it makes those of the engine too, and the engine finds them. */
  private static void makeTables(OwnersDatabase owner, ProcessEngineConfigurationImpl configuration) {
    if (owner.isApart()) {
      new StandaloneProcessEngineConfiguration().setProcessEngineName("tables")
          .setDataSource(owner.dataSource()).setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
          .setHistory(configuration.getHistory()).setJobExecutorActivate(false).buildProcessEngine().close();
    }
  }
}
