package io.remit.tasklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Lets the engine read Tasklist's lists as {@link ListedTasks} does. */
@Component
class ListReading extends AbstractProcessEnginePlugin {

  private static final String QUESTIONS = "io/remit/tasklist/lists.xml";

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<SessionFactory> factories = new ArrayList<>(List.of(new ListedTasksFactory()));
    if (engine.getCustomSessionFactories() != null) {
      factories.addAll(engine.getCustomSessionFactories());
    }
    engine.setCustomSessionFactories(factories);
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    Configuration statements = engine.getSqlSessionFactory().getConfiguration();
    try (InputStream questions = new ClassPathResource(QUESTIONS).getInputStream()) {
      new XMLMapperBuilder(questions, statements, QUESTIONS, statements.getSqlFragments()).parse();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static final class ListedTasksFactory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return TaskManager.class;
    }

    @Override
    public Session openSession() {
      return new ListedTasks();
    }
  }
}
